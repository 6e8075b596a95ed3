import type { Pool, PoolClient } from 'pg'
import { type ColumnType, type TableSpec, TABLES } from '../tables/columns.js'

/** Thrown where the database was made by a newer version of kehoach. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
  constructor(
    readonly found: number,
    readonly known: number,
  ) {
    super(`the database has schema ${found}, this version knows ${known}`)
  }
}

const TYPES: Readonly<Record<ColumnType, string>> = { text: 'text', integer: 'bigint', number: 'double precision', boolean: 'boolean', date: 'date' }

/** Tables of documents; `inputs` and `failures` are told by kehoach.inputs, `documents` by kehoach.plans. */
export const DOCUMENT_TABLES: readonly TableSpec[] = TABLES.filter(({ name }) => !['inputs', 'failures', 'documents'].includes(name))

const DOCUMENTS = TABLES.find(({ name }) => name === 'documents')!

const columnsOf = (spec: TableSpec): string => spec.columns.filter(({ name }) => name !== 'document_id').map(({ name, type }) => `"${name}" ${TYPES[type]}`).join(', ')

const tableOf = (spec: TableSpec): string => `
  create table kehoach.${spec.name} (
    run text not null, document_id text not null, ${columnsOf(spec)}, data jsonb,
    primary key (run, ${spec.key.map((name) => `"${name}"`).join(', ')}),
    foreign key (run, document_id) references kehoach.plans (run, document_id) on delete cascade
  );`

/**
 * The schema, step by step: each is run once, in order, in a transaction of its own. A step that was published is never changed.
 * A run is a version with its options: results of different runs stand side by side.
 */
const MIGRATIONS: readonly string[] = [
  `
  create table kehoach.runs (run text primary key, version text not null, options jsonb not null, begun timestamptz not null default now());
  create table kehoach.inputs (
    input_id bigint generated always as identity primary key,
    run text not null references kehoach.runs,
    source text not null,
    location text not null,
    status text not null default 'waiting' check (status in ('waiting', 'done', 'failed')),
    sha256 text, byte_length bigint, pages integer, code text, args jsonb,
    attempts integer not null default 0,
    leases integer not null default 0,
    worker text, ended timestamptz,
    unique (run, source)
  );
  create index inputs_by_status on kehoach.inputs (run, status, input_id);
  create index inputs_by_content on kehoach.inputs (run, sha256);
  create table kehoach.plans (
    run text not null references kehoach.runs, document_id text not null, ${columnsOf(DOCUMENTS)},
    document json not null,
    primary key (run, document_id)
  );
  create index plans_by_issuer on kehoach.plans (issuer_id, issued_from);
  create index plans_by_type on kehoach.plans (type, issued_from);
  create index plans_by_notation on kehoach.plans (notation);
  create index plans_by_content on kehoach.plans using gin ((document::jsonb) jsonb_path_ops);
  ${DOCUMENT_TABLES.map(tableOf).join('')}
  create index tasks_by_due on kehoach.tasks (due_to) where due_to is not null;
  create index task_bodies_by_body on kehoach.task_bodies (body_id, role);
  create index bodies_by_body on kehoach.bodies (body_id, part);
  create index citations_by_instrument on kehoach.citations (instrument);
  create index citations_by_notation on kehoach.citations (notation);
  create index instruments_by_instrument on kehoach.instruments (instrument);
  create index diagnostics_by_code on kehoach.diagnostics (code);
  `,
]

/** A number of our own, so that two processes do not migrate at once. */
const LOCK = 727_250_318

/** Bring the schema up to date. */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('create schema if not exists kehoach')
    await client.query('create table if not exists kehoach.schema_version (version integer not null)')
    const { rows } = await client.query<{ version: number | null }>('select max(version) as version from kehoach.schema_version')
    const found = rows[0]?.version ?? 0
    if (found > MIGRATIONS.length) throw new NewerSchemaError(found, MIGRATIONS.length)
    for (let version = found; version < MIGRATIONS.length; version++) await step(client, MIGRATIONS[version]!, version + 1)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

async function step(client: PoolClient, sql: string, version: number): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into kehoach.schema_version values ($1)', [version])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
