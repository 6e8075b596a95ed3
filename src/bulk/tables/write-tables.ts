import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import type { Language } from '../../grammar/wording.js'
import type { PlanDocument } from '../../model/plan.js'
import { storedDocuments } from '../stored-documents.js'
import { type Row, type TableFile, type TableName, TABLES } from './columns.js'
import { writeCsv } from './csv.js'
import { writeDatabase, writeParquet } from './duckdb.js'
import { rowsOf } from './rows.js'
import { writeWorkbook } from './workbook.js'

export const TABLE_FORMATS = ['parquet', 'duckdb', 'csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

const WRITERS: Readonly<Record<TableFormat, (tables: readonly TableFile[], directory: string) => Promise<readonly string[]>>> = {
  parquet: writeParquet,
  duckdb: writeDatabase,
  csv: writeCsv,
  xlsx: writeWorkbook,
}

/**
 * Write the tables of a folder of results ({@link TABLES}) into its `tables/`, replacing what is there. Memory does not grow with the
 * archive, but for xlsx. Gives the files written.
 * @throws NoResultsError; MissingPackageError where DuckDB is not installed; TooManyRowsError where a sheet would not hold a table
 */
export async function writeTables(directory: string, format: TableFormat, language: Language = 'vi'): Promise<readonly string[]> {
  const target = join(directory, 'tables')
  await mkdir(target, { recursive: true })
  const workshop = await mkdtemp(join(target, '.writing-'))
  try {
    const tables = await writeRows(directory, workshop, language)
    const written = await WRITERS[format](tables, workshop)
    for (const name of written) await rename(join(workshop, name), join(target, name))
    return written.map((name) => join(target, name))
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

const DECODER = new TextDecoder()

/** Each table's rows into a file of JSON lines. */
async function writeRows(directory: string, workshop: string, language: Language): Promise<TableFile[]> {
  const files = TABLES.map(({ name }) => ({ name, path: join(workshop, `${name}.ndjson`), rows: 0 }))
  const streams = new Map<TableName, Writable>(files.map(({ name, path }) => [name, createWriteStream(path)]))
  for await (const { entry, line } of storedDocuments(directory)) {
    const rows = rowsOf(entry, line && (JSON.parse(DECODER.decode(line)) as PlanDocument), language)
    for (const file of files) {
      const own = rows[file.name]
      if (!own?.length) continue
      file.rows += own.length
      if (!streams.get(file.name)!.write(toLines(file.name, own))) await once(streams.get(file.name)!, 'drain')
    }
  }
  for (const stream of streams.values()) await finished(stream.end())
  return files
}

const COLUMNS = new Map(TABLES.map(({ name, columns }) => [name, columns.map((column) => column.name)]))

function toLines(table: TableName, rows: readonly Row[]): string {
  const names = COLUMNS.get(table)!
  return rows.map((row) => `${JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])))}\n`).join('')
}
