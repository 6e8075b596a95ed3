import type { Edit } from '../model/edits.js'
import { codeAt } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { type Cleaner, NOTHING } from './cleaner.js'
import { BAR, type LinedText, type TextLine } from './lined-text.js'

const BAR_CODE = 124
const FEWEST_BARS = 2

/**
 * Rows of a table that bars part without opening them ("1 | Trồng cây | Sở Nông nghiệp |") get tabs between their cells.
 * Rows that a bar opens stay as they are; a line alone is no table.
 */
export const barRows: Cleaner = {
  id: 'bar-rows',
  clean: (given) => (given.kinds & BAR ? { edits: rowEdits(given) } : NOTHING),
}

function rowEdits({ text, filled: lines }: LinedText): Edit[] {
  const edits: Edit[] = []
  let from = 0
  while (from < lines.length) {
    const bars = innerBars(text, lines[from]!)
    let to = from + 1
    while (bars >= FEWEST_BARS && to < lines.length && innerBars(text, lines[to]!) === bars) to++
    if (bars >= FEWEST_BARS && to - from > 1) for (let i = from; i < to; i++) edits.push(...tabsForBars(text, lines[i]!))
    from = to
  }
  return edits
}

/** Bars between the cells of a line; 0 where a bar opens it. One at its end closes the last cell. */
function innerBars(text: string, line: TextLine): number {
  if (!(line.kinds & BAR) || codeAt(text, line.start) === BAR_CODE) return 0
  let bars = 0
  for (let i = line.start; i < line.end - 1; i++) if (codeAt(text, i) === BAR_CODE) bars++
  return bars
}

function tabsForBars(text: string, line: Span): Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf('|', line.start); at >= 0 && at < line.end; at = text.indexOf('|', at + 1)) {
    let start = at
    while (codeAt(text, start - 1) === 32) start--
    let end = at + 1
    while (end < line.end && codeAt(text, end) === 32) end++
    const previous = edits.at(-1)
    edits.push({ start: previous ? Math.max(start, previous.end) : start, end, insert: end >= line.end && at === line.end - 1 ? '' : '\t' })
  }
  return edits
}
