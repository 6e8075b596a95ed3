import type { PoolClient } from 'pg'
import type { PlanDocument } from '../../model/plan.js'
import { type Row, type TableSpec, TABLES } from '../tables/columns.js'
import { documentRows } from '../tables/rows.js'
import { DOCUMENT_TABLES } from './migrations.js'

const DOCUMENTS = TABLES.find(({ name }) => name === 'documents')!

/** Full objects behind the rows of these tables, kept beside them as jsonb. */
const OBJECTS: Readonly<Record<string, (document: PlanDocument) => readonly unknown[]>> = {
  tasks: ({ tasks }) => tasks,
  citations: ({ citations }) => citations,
  dates: ({ dates }) => dates,
  targets: ({ targets }) => targets,
  diagnostics: ({ diagnostics }) => diagnostics,
}

/**
 * Put a document and its rows into the tables, as part of the transaction of `client`. A content that is there already is left alone.
 * The document is kept without the name of a source: several inputs may have the same content.
 */
export async function storeDocument(client: PoolClient, run: string, id: string, document: PlanDocument): Promise<void> {
  const nameless: PlanDocument = { ...document, source: { ...document.source, name: null } }
  const rows = documentRows(id, nameless)
  const { rowCount } = await client.query(insertInto('plans', DOCUMENTS, ', document', ', $2::json', 'on conflict do nothing'), [run, JSON.stringify(nameless), JSON.stringify(withData(rows.documents!, []))])
  if (!rowCount) return
  for (const spec of DOCUMENT_TABLES) {
    const own = rows[spec.name]
    if (own?.length) await client.query(insertInto(spec.name, spec, '', '', ''), [run, null, JSON.stringify(withData(own, OBJECTS[spec.name]?.(nameless) ?? []))])
  }
}

const withData = (rows: readonly Row[], objects: readonly unknown[]): readonly object[] => rows.map((row, index) => ({ ...row, data: objects[index] ?? null }))

const TYPES = { text: 'text', integer: 'bigint', number: 'double precision', boolean: 'boolean', date: 'date' } as const

/** All rows in one statement: they come as one JSON value ($3). */
function insertInto(table: string, { columns }: TableSpec, extra: string, values: string, ending: string): string {
  const names = columns.map(({ name }) => `"${name}"`)
  const types = columns.map(({ name, type }) => `"${name}" ${TYPES[type]}`)
  const data = extra ? '' : ', data'
  return `insert into kehoach.${table} (run, ${names.join(', ')}${data}${extra})
    select $1, ${names.join(', ')}${data}${values} from jsonb_to_recordset($3::jsonb) as rows (${types.join(', ')}, data jsonb)${extra ? '' : ' where $2::text is null'} ${ending}`
}
