import type { Edit } from '../model/edits.js'
import { codeAt } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { type Cleaner, NOTHING } from './cleaner.js'
import { SPACE, TAB, type TextLine } from './lined-text.js'
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
  clean: (given, { rows, paragraphsAreLines }) => {
    const loose = given.lines.filter(hasLooseBlanks)
    if (!loose.length) return NOTHING
    const { text, kinds } = given
    const besideSignatures = paragraphsAreLines && kinds & TAB ? closingRows(given, rows).map(({ left, right }) => ({ start: left.start, end: right.end })) : []
    return { edits: spaceEdits(text, loose, [...rows, ...tabbedRows(text), ...besideSignatures].sort((a, b) => a.start - b.start)) }
  },
}

/** Has the line a run of blanks that may have to change: a tab, several spaces, one at its end? */
const hasLooseBlanks = ({ kinds, doubled, start, end, from, to }: TextLine): boolean => (kinds & TAB) !== 0 || (doubled & SPACE) !== 0 || end < to || (start === end && from < to)

function spaceEdits(text: string, lines: readonly TextLine[], rows: readonly Span[]): Edit[] {
  const edits: Edit[] = []
  let row = 0
  for (const { from, to } of lines) {
    for (let at = from; at < to; at++) {
      if (!isBlank(codeAt(text, at))) continue
      let end = at + 1
      while (end < to && isBlank(codeAt(text, end))) end++
      while (row < rows.length && rows[row]!.end < at) row++
      const inRow = row < rows.length && rows[row]!.start <= at
      const insert = blankFor(text, at, end, inRow)
      if (insert !== null && insert !== text.slice(at, end)) edits.push({ start: at, end, insert })
      at = end
    }
  }
  return edits
}

/** What a run of blanks becomes; `null` leaves an indent as it is, but for its tabs. */
function blankFor(text: string, start: number, end: number, inRow: boolean): string | null {
  const run = text.slice(start, end)
  if (inRow && run.includes('\t')) return run.replaceAll(' ', '')
  if (end >= text.length || codeAt(text, end) === NEWLINE) return ''
  if (start === 0 || codeAt(text, start - 1) === NEWLINE) return run.includes('\t') ? run.replaceAll('\t', '    ') : null
  return ' '
}
