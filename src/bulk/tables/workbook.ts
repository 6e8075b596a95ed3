import { join } from 'node:path'
import type { Cell } from 'write-excel-file/node'
import { linesOfFile } from '../lines-of-file.js'
import { type Column, type Row, type TableFile, type TableName, tableSpec, type Value } from './columns.js'

const WORKBOOK = 'kehoach.xlsx'
/** Limits of the format (ECMA-376; Excel's own): rows of a sheet without its head, characters of a cell. */
const MOST_ROWS = 1_048_575
const MOST_CHARACTERS = 32_767

/** Thrown where a sheet would not hold a table: an archive of that size is for DuckDB. */
export class TooManyRowsError extends Error {
  override readonly name = 'TooManyRowsError'
  constructor(
    readonly table: TableName,
    readonly rows: number,
  ) {
    super(`${table} has ${rows} rows, a sheet holds ${MOST_ROWS}`)
  }
}

/** All tables in one workbook, a sheet each, days as dates, the head row frozen. It is built in memory. */
export async function writeWorkbook(tables: readonly TableFile[], directory: string): Promise<readonly string[]> {
  for (const { name, rows } of tables) if (rows > MOST_ROWS) throw new TooManyRowsError(name, rows)
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const sheets = []
  for (const { name, path } of tables) {
    const { columns } = tableSpec(name)
    const data: Cell[][] = [columns.map((column) => ({ value: column.name, fontWeight: 'bold' as const }))]
    for await (const { text } of linesOfFile(path)) {
      const row = JSON.parse(text) as Row
      data.push(columns.map((column) => toCell(row[column.name] ?? null, column)))
    }
    sheets.push({ sheet: name, data, stickyRowsCount: 1, columns: columns.map(widthOf) })
  }
  await writeExcelFile(sheets).toFile(join(directory, WORKBOOK))
  return [WORKBOOK]
}

function toCell(value: Value, { type }: Column): Cell {
  if (value === null) return null
  if (type === 'date') return isSheetDay(String(value)) ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' } : { value: String(value), type: String }
  return typeof value === 'string' ? { value: value.slice(0, MOST_CHARACTERS), type: String } : value
}

/** A sheet's calendar begins in 1900. */
const isSheetDay = (day: string): boolean => day >= '1900-03-01'

const widthOf = ({ name, type }: Column): { width: number } => ({ width: type === 'text' ? (['text', 'title', 'message', 'heading'].includes(name) ? 60 : 24) : 12 })
