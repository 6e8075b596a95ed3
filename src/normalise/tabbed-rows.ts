import { codeAt } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { isBlank } from './lines.js'

const TAB = 9
const SPACE = 32

interface Row {
  readonly span: Span
  readonly tabs: number
  readonly behindMarker: boolean
}

/** Lines of a plain text that tabs part into cells: with two tabs, or with one beside such a line. */
export function tabbedRows(text: string): Span[] {
  if (!text.includes('\t')) return []
  const rows: Row[] = []
  for (let tab = text.indexOf('\t'); tab >= 0; ) {
    const start = text.lastIndexOf('\n', tab) + 1
    const next = text.indexOf('\n', tab)
    const end = next < 0 ? text.length : next
    const row = readRow(text, start, end)
    if (row) rows.push(row)
    tab = text.indexOf('\t', end)
  }
  const touching = (i: number, j: number): boolean => rows[i] !== undefined && rows[j] !== undefined && Math.abs(rows[j].span.start - rows[i].span.end) <= 2
  const isRow = ({ tabs, behindMarker }: Row, i: number): boolean => {
    if (tabs > 1) return true
    const beside = [rows[i - 1], rows[i + 1]].filter((other, k) => other && (k === 0 ? touching(i - 1, i) : touching(i, i + 1)))
    return beside.some((other) => other!.tabs > 1 || (!behindMarker && !other!.behindMarker))
  }
  return rows.filter(isRow).map(({ span }) => span)
}

/** A line with tabs between its words: neither the indent alone nor tabs that only end it. */
function readRow(text: string, from: number, to: number): Row | undefined {
  let start = from
  while (start < to && isBlank(codeAt(text, start))) start++
  let tabs = 0
  let filled = false
  for (let i = start; i < to; i++) {
    const code = codeAt(text, i)
    if (code === TAB) tabs++
    else if (code !== SPACE && tabs) filled = true
  }
  if (!filled && tabs < 2) return undefined
  if (start === to) return undefined
  return { span: { start: from, end: to }, tabs, behindMarker: tabs === 1 && /^[\p{L}\p{N}.()/+*•–-]{1,8}\t/u.test(text.slice(start, Math.min(start + 10, to))) }
}
