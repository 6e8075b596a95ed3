import { type Exported, type ExportOptions, listOf } from './export-options.js'
import { type SheetName, toSheet, type Value } from './sheets.js'

export interface CsvOptions extends ExportOptions {
  /** Which table; default tasks. */
  readonly sheet?: SheetName
  /** Default a comma, RFC 4180; ";" where the list separator of the reader's system is one. */
  readonly delimiter?: string
}

/** So that Excel reads UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte order mark, days as `YYYY-MM-DD`). Words that a spreadsheet would take for a formula
 * (`=`, `+`, `-`, `@` in front) get an apostrophe before them.
 */
export function toCsv(documents: Exported, { language = 'vi', sheet = 'tasks', delimiter = ',' }: CsvOptions = {}): string {
  const { columns, rows } = toSheet(sheet, listOf(documents), language)
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(print))]
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map((cell) => quote(cell, delimiter)).join(delimiter)}\r\n`).join('')
}

function print(value: Value): string {
  if (value === null) return ''
  if ('number' in value) return String(value.number)
  return 'day' in value ? value.day : neutralise(value.text)
}

/** One line of cells that hold words, parted by commas. */
export const toCsvLine = (cells: readonly string[]): string => `${cells.map((cell) => quote(neutralise(cell), ',')).join(',')}\r\n`

/** Full-width forms count too: Excel takes them for the narrow ones. */
const neutralise = (text: string): string => (/^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text)

const quote = (cell: string, delimiter: string): string => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)
