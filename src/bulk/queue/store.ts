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
  const values = DOCUMENT_TABLES.map(({ name }) => JSON.stringify(withData(rows[name] ?? [], OBJECTS[name]?.(nameless) ?? [])))
  await client.query({ name: 'kehoach_store', text: STORE, values: [run, JSON.stringify(nameless), JSON.stringify(rows.documents), ...values] })
}

const withData = (rows: readonly Row[], objects: readonly unknown[]): readonly object[] => rows.map((row, index) => ({ ...row, data: objects[index] ?? null }))

const TYPES = { text: 'text', integer: 'bigint', number: 'double precision', boolean: 'boolean', date: 'date' } as const

/**
 * One statement for all tables, planned once for each connection: $1 the run, $2 the document, $3 its row, from $4 the rows of each
 * other table as one JSON value. Nothing is added where the document is there.
 */
const STORE = `with plan as (
    insert into kehoach.plans (run, ${namesOf(DOCUMENTS)}, document) select $1, ${namesOf(DOCUMENTS)}, $2::json from ${recordsOf(DOCUMENTS, 3)} on conflict do nothing returning 1
  )${DOCUMENT_TABLES.map((spec, index) => `, ${spec.name}_rows as (
    insert into kehoach.${spec.name} (run, ${namesOf(spec)}, data) select $1, ${namesOf(spec)}, data from ${recordsOf(spec, index + 4)} where exists (select from plan)
  )`).join('')} select count(*) from plan`

function namesOf({ columns }: TableSpec): string {
  return columns.map(({ name }) => `"${name}"`).join(', ')
}

function recordsOf({ columns }: TableSpec, parameter: number): string {
  return `jsonb_to_recordset($${parameter}::jsonb) as rows (${columns.map(({ name, type }) => `"${name}" ${TYPES[type]}`).join(', ')}, data jsonb)`
}
