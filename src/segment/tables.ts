import type { FoldedText } from '../model/folded.js'
import type { Cell } from '../model/plan.js'
import type { CellMark, TableMark } from '../model/source-text.js'
import { indexWithin, type Span } from '../model/span.js'
import type { Line } from './lines.js'
import { headDepth, namedRow } from './table-head.js'

/** A table as read: its head (empty where it has none), the rows below it, the lines it takes up. */
export interface ReadTable {
  readonly span: Span
  /** The row of the head that names the columns. */
  readonly header: Cell[]
  /** All rows of the head. */
  readonly head: Cell[][]
  readonly rows: Cell[][]
  /** Where the further paragraphs of cells begin. */
  readonly breaks: ReadonlySet<number>
  readonly firstLine: number
  readonly lastLine: number
}

const NO_BREAKS: ReadonlySet<number> = new Set()
const TAB = 9
const PIPE = 124

/** Tables of the reader (HTML, Word), and those of plain text: rows with tabs or pipes between their cells. */
export function readTables(text: FoldedText, lines: readonly Line[], marks: readonly TableMark[]): ReadTable[] {
  const marked = marks.flatMap((mark) => readMarked(text, lines, mark))
  const plain: ReadTable[] = []
  for (let index = 0; index < lines.length; index++) {
    if (marked.some((table) => index >= table.firstLine && index <= table.lastLine)) continue
    const last = lastRowFrom(text, lines, index)
    if (last <= index) continue
    plain.push(readPlain(text, lines, index, last))
    index = last
  }
  return [...marked, ...plain].sort((a, b) => a.span.start - b.span.start)
}

function readMarked(text: FoldedText, lines: readonly Line[], mark: TableMark): ReadTable[] {
  const inside = lines.filter((line) => line.end > mark.span.start && line.start < mark.span.end)
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last || mark.rows.length === 0) return []
  const rows = mark.rows.map((row) => row.map((cell) => toCell(text, cell)))
  const breaks = new Set(mark.rows.flatMap((row) => row.flatMap((cell) => cell.breaks ?? [])))
  const marked = mark.rows[0]!.every((cell) => cell.header)
  return [{ span: { start: first.start, end: last.end }, ...partHead(rows, marked), breaks, firstLine: first.index, lastLine: last.index }]
}

function partHead(rows: Cell[][], marked: boolean): Pick<ReadTable, 'header' | 'head' | 'rows'> {
  const depth = headDepth(rows, marked)
  const head = rows.slice(0, depth)
  return { head, header: head[namedRow(head)] ?? [], rows: rows.slice(depth) }
}

const toCell = ({ text }: FoldedText, { span: { start, end }, rowSpan, colSpan }: CellMark): Cell => ({ text: text.slice(start, end), span: { start, end }, rowSpan, colSpan })

/** The index of the last line of a plain-text table that begins at `index`; `index - 1` where none begins there. */
function lastRowFrom(text: FoldedText, lines: readonly Line[], index: number): number {
  const mark = cellMark(text, lines[index]!)
  if (!mark) return index - 1
  let last = index
  while (last + 1 < lines.length && cellMark(text, lines[last + 1]!) === mark) last++
  return last > index ? last : index - 1
}

/** What separates the cells of a row: two tabs or more, or a pipe at its begin and another later; 0 where it is no row. */
function cellMark({ text }: FoldedText, { start, end }: Line): number {
  const tab = indexWithin(text, TAB, start, end)
  if (tab >= 0 && indexWithin(text, TAB, tab + 1, end) >= 0) return TAB
  return text.charCodeAt(start) === PIPE && indexWithin(text, PIPE, start + 1, end) >= 0 ? PIPE : 0
}

function readPlain(text: FoldedText, lines: readonly Line[], first: number, last: number): ReadTable {
  const rows: Cell[][] = []
  for (const line of lines.slice(first, last + 1)) {
    if (!/^[|\s:-]+$/.test(text.text.slice(line.start, line.end))) rows.push(splitRow(text, line))
  }
  return { span: { start: lines[first]!.start, end: lines[last]!.end }, ...partHead(rows, false), breaks: NO_BREAKS, firstLine: first, lastLine: last }
}

function splitRow(text: FoldedText, line: Line): Cell[] {
  const pipe = text.text.charCodeAt(line.start) === PIPE
  const from = pipe ? line.start + 1 : line.start
  const to = pipe && text.text.charCodeAt(line.end - 1) === PIPE ? line.end - 1 : line.end
  const cells: Cell[] = []
  for (let start = from; start <= to; ) {
    const found = text.text.indexOf(pipe ? '|' : '\t', start)
    const end = found < 0 || found > to ? to : found
    cells.push(trimmedCell(text, start, end))
    start = end + 1
  }
  return cells
}

function trimmedCell(text: FoldedText, from: number, to: number): Cell {
  let start = from
  let end = to
  while (start < end && text.text.charCodeAt(start) <= 32) start++
  while (end > start && text.text.charCodeAt(end - 1) <= 32) end--
  return { text: text.text.slice(start, end), span: { start, end }, rowSpan: 1, colSpan: 1 }
}
