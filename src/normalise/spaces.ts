import type { Edit } from '../model/edits.js'
import type { Span } from '../model/span.js'
import type { Cleaner } from './cleaner.js'
import { isBlank } from './lines.js'

const TAB = 9
const NEWLINE = 10
const SPACE = 32
const ASTERISK = 42
const UNDERSCORE = 95

const WATCHED = new Uint8Array(65536)
for (const code of [TAB, SPACE, ASTERISK, UNDERSCORE]) WATCHED[code] = 1

/**
 * Runs of blanks become one space, blanks at line ends go (indents stay for the paragraphs to be told by), decorative Markdown goes.
 * Tabs stay where they part the cells of a table row.
 */
export const spaces: Cleaner = {
  id: 'spaces',
  clean: (text, { rows }) => ({ edits: spaceEdits(text, [...rows, ...tabbedRows(text)].sort((a, b) => a.start - b.start)) }),
}

function spaceEdits(text: string, rows: readonly Span[]): Edit[] {
  const edits: Edit[] = []
  let row = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (WATCHED[code] === 0) continue
    if (code === ASTERISK || code === UNDERSCORE) {
      const end = endOfEmphasis(text, i, code)
      if (end > i) edits.push({ start: i, end, insert: '' })
      i = Math.max(i, end - 1)
      continue
    }
    let end = i + 1
    while (isBlank(text.charCodeAt(end))) end++
    if (end === i + 1 && code === SPACE && end < text.length && text.charCodeAt(end) !== NEWLINE) continue
    while (row < rows.length && rows[row]!.end < i) row++
    const inRow = row < rows.length && rows[row]!.start <= i
    const insert = blankFor(text, i, end, inRow)
    if (insert !== null && insert !== text.slice(i, end)) edits.push({ start: i, end, insert })
    i = end - 1
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

/** `**bold**` and `__bold__`: the signs go, but a row of three or more is a rule, a blank to fill in or a footnote. */
function endOfEmphasis(text: string, at: number, code: number): number {
  let end = at
  while (text.charCodeAt(end) === code) end++
  return end - at === 2 ? end : end - at > 2 ? end - (end - at) : at
}

/** Lines of a plain text that tabs part into cells: with two tabs, or with one beside such a line. */
function tabbedRows(text: string): Span[] {
  if (!text.includes('\t')) return []
  const rows: { span: Span; tabs: number }[] = []
  let from = 0
  while (from < text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    const tabs = innerTabs(text, from, to)
    if (tabs) rows.push({ span: { start: from, end: to }, tabs })
    from = to + 1
  }
  const touching = (i: number, j: number): boolean => rows[i] !== undefined && rows[j] !== undefined && Math.abs(rows[j].span.start - rows[i].span.end) <= 2
  return rows.filter(({ tabs }, i) => tabs > 1 || touching(i - 1, i) || touching(i, i + 1)).map(({ span }) => span)
}

/** Tabs between words of a line: not the indent, not the one behind a marker, not those at the end of a line with no other. */
function innerTabs(text: string, from: number, to: number): number {
  let start = from
  while (start < to && isBlank(text.charCodeAt(start))) start++
  let tabs = 0
  let last = start
  for (let i = start; i < to; i++) {
    if (text.charCodeAt(i) === TAB) tabs++
    else if (text.charCodeAt(i) !== SPACE && tabs) last = i
  }
  if (last === start) return 0
  return tabs - (/^[\p{L}\p{N}.()+*•–-]{1,8}\t/u.test(text.slice(start, Math.min(start + 10, to))) && tabs === 1 ? 1 : 0)
}
