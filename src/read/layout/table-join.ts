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
  if (!broken || !first.rows.length) return { ...first, bottom: second.bottom, page: second.page, rows: [...first.rows, ...rows] }
  const pairs = restOfRow(first.rows, broken)
  const whole = pairs ? mergeRows(first.rows, pairs) : extendMerged(first.rows, rows, broken)
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

/** A cell above the page break that runs down to it, and the one below the break that stands in its columns. */
interface Pair {
  readonly above: TableCell
  readonly below: TableCell
}

/** Is a row the rest of the one above the page break: no number of its own, and words that go on? Its cells then go on with those they stand below, merged ones too. */
function restOfRow(rows: TableBlock['rows'], row: readonly TableCell[]): Pair[] | undefined {
  const pairs = row.flatMap((below): Pair[] => {
    const above = ownerAbove(rows, below)
    return above ? [{ above, below }] : []
  })
  const filled = pairs.filter(({ below }) => below.lines.length)
  if (pairs.length !== row.length || !filled.length) return undefined
  const number = pairs.find(({ above, below }) => below.column === 0 && above.rowSpan === 1)
  if (number?.below.lines.length && textOf(number.above) !== '') return undefined
  // Beside a merge that began further up no number tells rows apart: there the first words of the row must go on.
  const looked = pairs[0]!.above.rowSpan > 1 ? filled.slice(0, 1) : filled
  return looked.some((pair) => goesOnInCell(pair, number !== undefined)) ? pairs : undefined
}

function goesOnInCell({ above, below }: Pair, numbered: boolean): boolean {
  const [before, text] = [textOf(above), textOf(below)]
  return before !== '' && (isLower(text.charCodeAt(0)) || (!ENDED.test(before) && !/^[-+•]/.test(text) && numbered) || (/[;:,]$/.test(before) && /^[-+•]/.test(text)))
}

const isLower = (code: number): boolean => isLetter(code) && !isUpper(code)

function mergeRows(rows: TableBlock['rows'], pairs: readonly Pair[]): (readonly TableCell[])[] {
  const rest = new Map(pairs.map(({ above, below }) => [above, below]))
  return rows.map((row) => row.map((cell) => {
    const below = rest.get(cell)
    return below ? { ...cell, lines: [...cell.lines, ...below.lines], rowSpan: cell.rowSpan + below.rowSpan - 1 } : cell
  }))
}

/**
 * Cells that a page break left empty go on with those above, a merge over rows that runs over the page: the first ones of the row, and others that are merged
 * over rows on one of the pages.
 */
function extendMerged(rows: TableBlock['rows'], below: TableBlock['rows'], broken: readonly TableCell[]): (readonly TableCell[])[] | undefined {
  if (broken.every(({ lines }) => !lines.length) || !below.length) return undefined
  const first = broken.findIndex(({ lines }) => lines.length)
  const longer = new Map<TableCell, TableCell>()
  for (const [i, cell] of broken.entries()) {
    const owner = cell.lines.length ? undefined : ownerAbove(rows, cell)
    if (owner && textOf(owner) && (i < first || cell.rowSpan > 1 || owner.rowSpan > 1)) longer.set(owner, cell)
    else if (i < first) return undefined
  }
  if (!longer.size) return undefined
  const taken = new Set(longer.values())
  return [...rows.map((row) => row.map((cell) => (longer.has(cell) ? { ...cell, rowSpan: cell.rowSpan + longer.get(cell)!.rowSpan } : cell))), broken.filter((cell) => !taken.has(cell))]
}

/** The cell that runs down to the last row in the columns of another. */
function ownerAbove(rows: TableBlock['rows'], { column, colSpan }: TableCell): TableCell | undefined {
  for (let row = rows.length - 1; row >= 0; row--) {
    const cell = rows[row]!.find((other) => other.column === column && other.colSpan === colSpan)
    if (cell) return cell.rowSpan === rows.length - row ? cell : undefined
  }
  return undefined
}
