import { OUTLINE_PATTERNS as PATTERNS } from '../grammar/generated/outline-patterns.js'
import { TABLE_COLUMNS } from '../grammar/generated/table-columns.js'
import { fold } from '../model/folded.js'
import type { Cell } from '../model/plan.js'

const HEAD_WORDS: ReadonlySet<string> = new Set(TABLE_COLUMNS.map((row) => row.phrase))
const MOST_HEAD_ROWS = 4
const LONGEST_HEAD = 90

/**
 * How many of the first rows are the head of a table: its title, where that stands in the table itself, the row that names the columns,
 * the rows that part a named column further, and a row that numbers the columns.
 *
 *     TT | Nhiệm vụ | Phân công thực hiện | Thời hạn
 *        |          | Chủ trì | Phối hợp   |
 *     (1)| (2)      | (3)     | (4)        | (5)
 */
export function headDepth(rows: readonly (readonly Cell[])[], marked: boolean): number {
  const named = rows.slice(0, 3).findIndex((row, index) => isHead(row) && rows.slice(0, index).every(isTitle))
  if (named < 0) return marked ? 1 : 0
  let depth = Math.max(named + 1, Math.min(reach(rows[named]!) + named, named + MOST_HEAD_ROWS))
  while (depth < rows.length && depth - named < MOST_HEAD_ROWS && partsFurther(rows[named]!, rows[depth]!, depth - named)) depth++
  if (depth < rows.length && isNumbering(rows[depth]!)) depth++
  return Math.min(depth, rows.length - 1)
}

/** Which of the head's rows names the columns: the first that is no title. */
export const namedRow = (head: readonly (readonly Cell[])[]): number => Math.max(0, head.findIndex(isHead))

/** A row that names columns: at least two of its cells (or one of two) begin with words that plans put there. */
function isHead(row: readonly Cell[]): boolean {
  const named = row.filter((cell) => cell.text.length <= LONGEST_HEAD && !/\d(?![^(]*\))|[.;]$/.test(cell.text) && columnWords(cell.text).some((words) => HEAD_WORDS.has(words)))
  return named.length >= Math.min(2, row.length) || isHeadOfDoers(row)
}

/** "Thời gian | Tỉnh đoàn | Huyện đoàn": short names beside the column of times. */
function isHeadOfDoers(row: readonly Cell[]): boolean {
  const names = row.filter((cell) => !NUMBER_HEADS.has(fold(cell.text).trim()))
  return names.length > 2 && TIME_HEADS.has(fold(names[0]!.text).trim()) && names.every(({ text }) => text.length > 1 && text.length <= 40 && !/[\d.;:]/.test(text))
}

const headsOf = (column: string): ReadonlySet<string> => new Set(TABLE_COLUMNS.filter((row) => row.column === column).map(({ phrase }) => phrase))
const TIME_HEADS = headsOf('due')
const NUMBER_HEADS = headsOf('number')

const columnWords = (cell: string): string[] => {
  const folded = fold(cell).replace(/\s+/g, ' ').replace(/\(.*\)/g, '').trim()
  const words = folded.split(' ').slice(0, 8)
  return words.map((_, index) => words.slice(0, index + 1).join(' '))
}

const isTitle = (row: readonly Cell[]): boolean => row.filter((cell) => cell.text).length === 1

/** Rows that the cells of a head reach down, where some reach further than others. */
function reach(row: readonly Cell[]): number {
  const spans = row.map((cell) => cell.rowSpan)
  return Math.min(...spans) < Math.max(...spans) || spans[0]! > 1 ? Math.max(...spans) : 1
}

/** A second row of a plain head: blank below the columns that need none, names or times below those that were parted. */
function partsFurther(head: readonly Cell[], row: readonly Cell[], below: number): boolean {
  const filled = row.filter((cell) => cell.text)
  if (!filled.length || filled.some((cell) => cell.text.length > 40)) return false
  const wide = head.some((cell) => cell.colSpan > 1)
  const blanks = head.filter((cell) => !cell.text).length
  if (!wide && (blanks === 0 || row[0]?.text || below > 1)) return false
  return filled.every((cell) => TIMES.test(fold(cell.text)) || columnWords(cell.text).some((words) => HEAD_WORDS.has(words)))
}

const TIMES = PATTERNS['time-columns']

/** "(1) | (2) | (3)", "A | B | 1 | 2 = 3 + 4". */
function isNumbering(row: readonly Cell[]): boolean {
  const filled = row.filter((cell) => cell.text)
  const digits = filled.map((cell) => Number(/^[([]?(\d{1,2})[)\]]?(?: ?=.*)?$/.exec(cell.text)?.[1] ?? Number.NaN))
  if (filled.length < 3 || filled.some((cell, index) => Number.isNaN(digits[index]) && !/^[A-E]$/.test(cell.text))) return false
  const numbers = digits.filter((digit) => !Number.isNaN(digit))
  return numbers.length > 1 && numbers.every((digit, index) => index === 0 || digit === numbers[index - 1]! + 1)
}
