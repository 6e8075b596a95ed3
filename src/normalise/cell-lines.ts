import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { TABLE_COLUMNS } from '../grammar/generated/table-columns.js'
import type { Edit } from '../model/edits.js'
import { codeAt, isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { arrangeCells, type Column } from './cell-arrangement.js'
import { NOTHING, type Cleaner } from './cleaner.js'
import { buildPhrases, phraseAt } from './line-phrases.js'
import type { LinedText } from './lined-text.js'

/**
 * A table whose cells were printed one a line, as converters of Word files do, becomes rows again, with a tab between cells:
 *
 *     TT⏎Tên nhiệm vụ⏎Cơ quan chủ trì⏎Thời gian⏎1.⏎Trồng cây⏎Sở Nông nghiệp⏎Quý II⏎2.⏎…
 *     TT  Tên nhiệm vụ  Cơ quan chủ trì  Thời gian
 *     1.  Trồng cây     Sở Nông nghiệp   Quý II
 *
 * It is told by its head and by the numbers of its rows; a blank line stands for an empty cell. Where lines with a bar alone part
 * the cells, they do.
 */
export const cellLines: Cleaner = {
  id: 'cell-lines',
  clean: (given, { paragraphsAreLines }) => (paragraphsAreLines ? NOTHING : { edits: tableEdits(given) }),
}

const COLUMNS = buildPhrases(TABLE_COLUMNS.map(({ phrase, column }): [string, Column] => [phrase, column]))
const NUMBER_HEAD = PATTERNS['number-head']
const NUMBER_ABBREVIATED = PATTERNS['number-head-short']
const LONGEST_NUMBER_HEAD = 10
const HEAD_CELL = 70
const HEAD_LINES = 40
const MOST_COLUMNS = 10
const MOST_LINES = 40

function tableEdits({ text, lines }: LinedText): Edit[] {
  if (!lines.some((line) => isNumberHead(text, line, NUMBER_ABBREVIATED))) return []
  const edits: Edit[] = []
  for (let i = 0; i < lines.length; i++) {
    if (!isNumberHead(text, lines[i]!, NUMBER_HEAD)) continue
    const table = readTable(text, lines, i)
    if (!table) continue
    edits.push(...table.edits)
    i = table.last
  }
  return edits
}

const isNumberHead = (text: string, { start, end }: Span, pattern: RegExp): boolean => end - start <= LONGEST_NUMBER_HEAD && end > start && pattern.test(text.slice(start, end))

interface Head {
  readonly cells: readonly (readonly Span[])[]
  readonly columns: readonly Column[]
  /** Index of the first row's first line. */
  readonly end: number
}

function readTable(text: string, lines: readonly Span[], from: number): { edits: Edit[]; last: number } | undefined {
  const barred = isBar(text, lines[from + 1])
  const head = readHead(text, lines, from, barred)
  if (!head) return undefined
  const starts = rowStarts(text, lines, head.end)
  if (starts.length < 2) return undefined
  const edits = rowEdits(text, head.cells, head.cells.length)
  let last = head.end
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? endOfLastRow(text, lines, start, head.columns.length, barred)
    const behindNumber = lines.slice(start + 1, end)
    const cells = arrangeCells(text, barred ? cellsBetweenBars(text, behindNumber.slice(1)) : behindNumber.map((line) => [line]), head.columns.slice(1))
    if (!cells) return undefined
    edits.push(...rowEdits(text, [[lines[start]!], ...cells], head.columns.length))
    last = end - 1
  }
  return { edits: edits.sort((a, b) => a.start - b.start), last }
}

/** The cells of the head: short ones down to the first row's number, two of them at least with words that plans put there. */
function readHead(text: string, lines: readonly Span[], from: number, barred: boolean): Head | undefined {
  let end = from + 1
  while (end < lines.length && end - from < HEAD_LINES && !(end - from > 1 && rowNumber(text, lines[end]!))) end++
  if (end >= lines.length || end - from >= HEAD_LINES) return undefined
  const inside = lines.slice(from, end)
  const cells = barred ? cellsBetweenBars(text, inside) : inside.filter((line) => line.end > line.start).map((line) => [line])
  if (cells.length < 3 || cells.length > MOST_COLUMNS || cells.some((cell) => !cell[0] || cell.at(-1)!.end - cell[0].start > HEAD_CELL)) return undefined
  const columns = cells.map((cell) => columnOf(text, cell[0]!.start, cell.at(-1)!.end))
  return columns.filter((column) => column !== 'other' && column !== 'number').length > 1 ? { cells, columns, end } : undefined
}

/** The column that a cell of the head names, its lines taken as one. */
function columnOf(text: string, start: number, end: number): Column {
  const words = text.slice(start, end).replace(/\s+/g, ' ')
  return phraseAt(COLUMNS, words, 0, words.length)?.value ?? 'other'
}

const isBar = (text: string, line: Span | undefined): boolean => line !== undefined && line.end - line.start === 1 && text[line.start] === '|'

/** Cells that lines with a bar alone part; a cell may have several lines or none. */
function cellsBetweenBars(text: string, lines: readonly Span[]): Span[][] {
  const cells: Span[][] = [[]]
  for (const line of lines) {
    if (isBar(text, line)) cells.push([])
    else if (line.end > line.start) cells.at(-1)!.push(line)
  }
  return cells.at(-1)!.length ? cells : cells.slice(0, -1)
}

interface RowNumber {
  readonly kind: 'number' | 'part' | 'roman' | 'upper'
  readonly value: number
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/** A line that is the number of a row and no more: `1`, `1.`, `01`, `11.2`, `II.`, `B`. */
function rowNumber(text: string, line: Span): RowNumber | undefined {
  if (line.end - line.start > 5) return undefined
  const content = text.slice(line.start, line.end).replace(/[.)]$/, '')
  if (/^\d{1,3}$/.test(content)) return { kind: 'number', value: Number(content) }
  const part = /^\d{1,2}\.(\d{1,2})$/.exec(content)
  if (part) return { kind: 'part', value: Number(part[1]) }
  const roman = ROMANS.indexOf(content)
  if (roman >= 0) return { kind: 'roman', value: roman + 1 }
  return /^[A-H]$/.test(content) ? { kind: 'upper', value: codeAt(content, 0) - 64 } : undefined
}

/** Indexes of the lines that number a row: each counts on from the last of its kind, or begins again below a part's number. */
function rowStarts(text: string, lines: readonly Span[], from: number): number[] {
  const starts: number[] = []
  const last: Record<RowNumber['kind'], number> = { number: 0, part: 0, roman: 0, upper: 0 }
  for (let i = from; i < lines.length && i - (starts.at(-1) ?? from) <= MOST_LINES; i++) {
    const number = rowNumber(text, lines[i]!)
    if (!number) continue
    const restarts = number.value === 1 && (number.kind === 'number' || number.kind === 'part') && starts.length > 0
    if (number.value !== last[number.kind] + 1 && !restarts) continue
    last[number.kind] = number.value
    starts.push(i)
  }
  return starts
}

/** The last row has as many lines as the table has columns; a line behind a blank one is no cell of it any more. */
function endOfLastRow(text: string, lines: readonly Span[], start: number, columns: number, barred: boolean): number {
  if (barred) return barBehind(text, lines, start, columns)
  const end = Math.min(lines.length, start + columns)
  for (let i = start + 1; i < end; i++) if (lines[i]!.end - lines[i]!.start > 400 || PATTERNS['after-table'].test(text.slice(lines[i]!.start, lines[i]!.start + 10))) return i
  return end
}

/** Behind as many bars as there are columns. */
function barBehind(text: string, lines: readonly Span[], start: number, columns: number): number {
  let bars = 0
  for (let i = start; i < Math.min(lines.length, start + MOST_LINES); i++) if (isBar(text, lines[i]) && ++bars === columns) return i + 1
  return start + 1
}

/** Names one below the other in a cell are parted as a list is; the task is running text. */
const lineSeam = (text: string, end: number, start: number, cell: number): string =>
  cell > 1 && isLetter(codeAt(text, end - 1)) && isUpper(codeAt(text, start)) ? '; ' : ' '

/** One tab between cells, one space between the lines of a cell, a line break stays behind the row. */
function rowEdits(text: string, cells: readonly (readonly Span[])[], columns: number): Edit[] {
  const edits: Edit[] = []
  let end = -1
  let tabs = 0
  for (const [i, cell] of cells.entries()) {
    if (i) tabs++
    for (const [j, line] of cell.entries()) {
      if (end >= 0) edits.push({ start: end, end: line.start, insert: j ? lineSeam(text, end, line.start, i) : '\t'.repeat(tabs) })
      end = line.end
      tabs = 0
    }
  }
  const missing = tabs + Math.max(0, columns - cells.length)
  if (missing && end >= 0) edits.push({ start: end, end, insert: '\t'.repeat(missing) })
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.insert)
}
