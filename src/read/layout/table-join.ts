import { isLetter, isUpper } from '../../model/folded.js'
import type { TableBlock, TableCell } from './blocks.js'
import { textOfLine } from './line.js'

const SAME_BORDER = 7
const ENDED = /[.;:!?]["”)]?$/u

const textOf = (cell: TableCell | undefined): string => cell?.lines.map(textOfLine).join(' ') ?? ''

/** A table that goes on over a page: one table, its repeated head dropped, a row that the page broke whole again; `undefined` where the second is another table. */
export function joinTables(first: TableBlock, second: TableBlock): TableBlock | undefined {
  const columns = mapColumns(second.xs, first.xs)
  if (!columns) return undefined
  const moved = second.rows.map((row) => row.map((cell) => moveCell(cell, columns)))
  const rows = moved.slice(repeatedHead(first.rows, moved))
  const [broken, ...rest] = rows
  const last = first.rows.length - 1
  if (!broken || last < 0) return { ...first, bottom: second.bottom, page: second.page, rows: [...first.rows, ...rows] }
  const whole = goesOnWithRow(first.rows[last]!, broken) ? mergeRows(first.rows, broken) : extendMerged(first.rows, rows, broken)
  return { ...first, page: second.page, bottom: second.bottom, rows: whole ? [...whole, ...rest] : [...first.rows, ...rows] }
}

/** Index of the first table's border for each border of the second; `undefined` where one has no counterpart. */
function mapColumns(from: readonly number[], to: readonly number[]): readonly number[] | undefined {
  if (Math.abs(from[0]! - to[0]!) > 3 * SAME_BORDER || Math.abs(from.at(-1)! - to.at(-1)!) > 3 * SAME_BORDER) return undefined
  if (from.length === to.length) return from.every((x, i) => Math.abs(x - to[i]!) < 3 * SAME_BORDER) ? from.map((_, i) => i) : undefined
  if (from.length > to.length || from.length < 3) return undefined
  const indexes = from.map((x) => to.findIndex((other) => Math.abs(other - x) < SAME_BORDER))
  return indexes.includes(-1) ? undefined : indexes
}

function moveCell(cell: TableCell, borders: readonly number[]): TableCell {
  const column = borders[cell.column]!
  return { ...cell, column, colSpan: borders[cell.column + cell.colSpan]! - column }
}

/** How many rows at the begin of a table repeat the head of the first. */
function repeatedHead(first: TableBlock['rows'], rows: TableBlock['rows']): number {
  let same = 0
  while (same < Math.min(3, rows.length, first.length) && isSameRow(rows[same]!, first[same]!)) same++
  return same
}

const printed = (row: readonly TableCell[]): string => row.map(textOf).join('\t').replace(/\s+/g, ' ').trim()

/** The same words in the same cells; of rows that OCR read most of the words. */
function isSameRow(row: readonly TableCell[], head: readonly TableCell[]): boolean {
  const [here, there] = [printed(row), printed(head)]
  if (here === there) return here !== ''
  if (![...row, ...head].some(({ lines }) => lines.some(({ words }) => words.some(({ confidence }) => confidence !== null)))) return false
  const [words, others] = [here.toLowerCase().split(' '), new Set(there.toLowerCase().split(' '))]
  return row.length === head.length && words.length > 3 && words.filter((word) => others.has(word)).length >= 0.75 * Math.max(words.length, others.size)
}

/** Is a row the rest of the one above the page break: no number of its own, and words that go on? */
function goesOnWithRow(above: readonly TableCell[], row: readonly TableCell[]): boolean {
  if (row.length !== above.length || row.some((cell, i) => cell.column !== above[i]!.column)) return false
  const filled = row.filter(({ lines }) => lines.length)
  const number = row.find(({ column }) => column === 0)
  if (!filled.length || (number && number.lines.length > 0 && textOf(above[0]) !== '')) return false
  return filled.some((cell) => {
    const before = textOf(above.find(({ column }) => column === cell.column))
    const text = textOf(cell)
    return before !== '' && (isLower(text.charCodeAt(0)) || (!ENDED.test(before) && !/^[-+•]/.test(text) && number !== undefined) || (/[;:,]$/.test(before) && /^[-+•]/.test(text)))
  })
}

const isLower = (code: number): boolean => isLetter(code) && !isUpper(code)

function mergeRows(rows: TableBlock['rows'], broken: readonly TableCell[]): (readonly TableCell[])[] {
  const merged = rows.at(-1)!.map((cell) => ({ ...cell, lines: [...cell.lines, ...(broken.find(({ column }) => column === cell.column)?.lines ?? [])] }))
  return [...rows.slice(0, -1), merged]
}

/** Cells on the left that a page break left empty go on with those above: a merge over rows that runs over the page. */
function extendMerged(rows: TableBlock['rows'], below: TableBlock['rows'], broken: readonly TableCell[]): (readonly TableCell[])[] | undefined {
  const empty = broken.filter((cell, i) => !cell.lines.length && broken.slice(0, i).every(({ lines }) => !lines.length))
  if (!empty.length || empty.length === broken.length || !below.length) return undefined
  const owners = empty.map((cell) => ownerAbove(rows, cell))
  if (owners.some((owner) => !owner || !textOf(owner.cell))) return undefined
  const longer = new Map(owners.map((owner, i) => [owner!.cell, empty[i]!.rowSpan]))
  const grown = rows.map((row) => row.map((cell) => (longer.has(cell) ? { ...cell, rowSpan: cell.rowSpan + longer.get(cell)! } : cell)))
  return [...grown, broken.filter((cell) => !empty.includes(cell))]
}

/** The cell whose merge runs down to the last row in a column; only one that spans rows already. */
function ownerAbove(rows: TableBlock['rows'], { column, colSpan }: TableCell): { cell: TableCell } | undefined {
  for (let row = rows.length - 1; row >= 0; row--) {
    const cell = rows[row]!.find((other) => other.column === column && other.colSpan === colSpan)
    if (cell) return cell.rowSpan === rows.length - row ? { cell } : undefined
  }
  return undefined
}
