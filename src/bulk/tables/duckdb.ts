import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { importOptional } from '../missing-package.js'
import { type ColumnType, type TableFile, type TableSpec, tableSpec } from './columns.js'

const TYPES: Readonly<Record<ColumnType, string>> = { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN', date: 'DATE' }
const DATABASE = 'kehoach.duckdb'

/** Each table as a Parquet file. */
export async function writeParquet(tables: readonly TableFile[], directory: string): Promise<readonly string[]> {
  return withDatabase(':memory:', async (connection) => {
    const written: string[] = []
    for (const { name, path } of tables) {
      await connection.run(`COPY (${selectFrom(tableSpec(name), path)}) TO ${quoted(join(directory, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`)
      written.push(`${name}.parquet`)
    }
    return written
  })
}

/** All tables in one DuckDB database, with what each column means as its comment. */
export async function writeDatabase(tables: readonly TableFile[], directory: string): Promise<readonly string[]> {
  return withDatabase(join(directory, DATABASE), async (connection) => {
    for (const { name, path } of tables) {
      const spec = tableSpec(name)
      await connection.run(`CREATE TABLE ${name} AS ${selectFrom(spec, path)}`)
      await connection.run(`COMMENT ON TABLE ${name} IS ${quoted(spec.about)}`)
      for (const { name: column, about } of spec.columns) if (about) await connection.run(`COMMENT ON COLUMN ${name}."${column}" IS ${quoted(about)}`)
    }
    return [DATABASE]
  })
}

/** Rows are read from JSON lines at once: row by row they would take a hundred times as long. */
function selectFrom({ columns }: TableSpec, path: string): string {
  const types = columns.map(({ name, type }) => `${quoted(name)}: ${quoted(TYPES[type])}`).join(', ')
  return `SELECT * FROM read_json(${quoted(path)}, format = 'newline_delimited', columns = {${types}}, maximum_object_size = 268435456)`
}

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`

async function withDatabase<T>(path: string, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await importOptional('@duckdb/node-api', () => import('@duckdb/node-api'))
  const instance = await DuckDBInstance.create(path)
  try {
    const connection = await instance.connect()
    try {
      return await use(connection)
    } finally {
      connection.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}
