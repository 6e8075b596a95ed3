import type { Edit } from '../model/edits.js'
import type { Span } from '../model/span.js'
import type { Cleaner } from './cleaner.js'
import { isBlank } from './lines.js'
import { closingRows } from './columns.js'
import { tabbedRows } from './tabbed-rows.js'

const NEWLINE = 10

/**
 * Runs of blanks become one space, blanks at line ends go (indents stay for the paragraphs to be told by).
 * Tabs stay where they part the cells of a table row.
 */
export const spaces: Cleaner = {
  id: 'spaces',
  clean: (text, { rows, paragraphsAreLines }) => {
    const besideSignatures = paragraphsAreLines && text.includes('\t') ? closingRows(text, rows).map(({ left, right }) => ({ start: left.start, end: right.end })) : []
    return { edits: spaceEdits(text, [...rows, ...tabbedRows(text), ...besideSignatures].sort((a, b) => a.start - b.start)) }
  },
}

/** A run of blanks that may have to change. */
const SUSPECT = /[ \t]{2,}|\t| \n| $/g

function spaceEdits(text: string, rows: readonly Span[]): Edit[] {
  const edits: Edit[] = []
  let row = 0
  for (const match of text.matchAll(SUSPECT)) {
    const at = match.index
    const previous = edits.at(-1)
    if (previous && at < previous.end) continue
    let end = at + 1
    while (isBlank(text.charCodeAt(end))) end++
    while (row < rows.length && rows[row]!.end < at) row++
    const inRow = row < rows.length && rows[row]!.start <= at
    const insert = blankFor(text, at, end, inRow)
    if (insert !== null && insert !== text.slice(at, end)) edits.push({ start: at, end, insert })
  }
  return edits
}

/** What a run of blanks becomes; `null` leaves an indent as it is, but for its tabs. */
function blankFor(text: string, start: number, end: number, inRow: boolean): string | null {
  const run = text.slice(start, end)
  if (inRow && run.includes('\t')) return run.replaceAll(' ', '')
  if (end >= text.length || text.charCodeAt(end) === NEWLINE) return ''
  if (start === 0 || text.charCodeAt(start - 1) === NEWLINE) return run.includes('\t') ? run.replaceAll('\t', '    ') : null
  return ' '
}
