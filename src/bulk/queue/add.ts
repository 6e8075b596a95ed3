import { resolve } from 'node:path'
import type { PoolClient } from 'pg'
import type { Language } from '../../grammar/wording.js'
import type { ExtractOptions } from '../../run/extract-plan.js'
import type { ReadLimits } from '../../read/reader.js'
import { failureOf } from '../extract-task.js'
import { fingerprintOf, VERSION } from '../fingerprint.js'
import { type BulkInput, isUrl } from '../inputs.js'
import { dbOf, type QueueDatabase } from './database.js'

/** What the documents of a run are read with; every worker reads them alike. */
export interface RunOptions {
  readonly extract: ExtractOptions
  readonly limits: Partial<ReadLimits>
  readonly language: Language
}

export interface AddSummary {
  readonly run: string
  readonly added: number
  /** Inputs that the run had already. */
  readonly known: number
  /** Folders that could not be read, paths that do not exist. */
  readonly failed: number
}

const BATCH = 500
/** Leases are lost with workers that die, which is no fault of the document: these retries are counted in kehoach.inputs. */
const RETRY_LIMIT = 1000
const RETRY_DELAY_SECONDS = 2
/** After how long a document that a worker took and did not end is given to another. */
const LEASE_SECONDS = 300
/** Two years: an input that waits is never dropped. */
const RETENTION_DAYS = 730

export const queueName = (run: string): string => `kehoach-${run}`
export const deadQueueName = (run: string): string => `kehoach-dead-${run}`

/**
 * Put inputs into the queue, in their order; those that the run has are left alone. A batch and its jobs are one transaction.
 * `leaseSeconds` should be above the longest that a document may take.
 */
export async function addToQueue(database: QueueDatabase, inputs: AsyncIterable<BulkInput>, options: RunOptions, leaseSeconds = LEASE_SECONDS): Promise<AddSummary> {
  const run = await openRun(database, options, leaseSeconds)
  let summary: AddSummary = { run, added: 0, known: 0, failed: 0 }
  let batch: BulkInput[] = []
  const flush = async (): Promise<void> => {
    const counts = await database.transaction((client) => addBatch(database, client, run, batch))
    summary = { run, added: summary.added + counts.added, known: summary.known + counts.known, failed: summary.failed + counts.failed }
    batch = []
  }
  for await (const input of inputs) {
    batch.push(input)
    if (batch.length >= BATCH) await flush()
  }
  if (batch.length) await flush()
  return summary
}

async function openRun({ pool, boss }: QueueDatabase, options: RunOptions, leaseSeconds: number): Promise<string> {
  const run = fingerprintOf(options)
  await pool.query('insert into kehoach.runs (run, version, options) values ($1, $2, $3) on conflict (run) do nothing', [run, VERSION, JSON.stringify(options)])
  await boss.createQueue(deadQueueName(run), { name: deadQueueName(run), retentionDays: RETENTION_DAYS })
  await boss.createQueue(queueName(run), { name: queueName(run), expireInSeconds: leaseSeconds, retryLimit: RETRY_LIMIT, retryDelay: RETRY_DELAY_SECONDS, retryBackoff: true, retentionDays: RETENTION_DAYS })
  return run
}

async function addBatch({ boss }: QueueDatabase, client: PoolClient, run: string, batch: readonly BulkInput[]): Promise<Omit<AddSummary, 'run'>> {
  const rows = batch.map(({ source, fault }) => {
    const failure = fault && failureOf(fault)
    return { source, location: isUrl(source) ? source : resolve(source), status: failure ? 'failed' : 'waiting', code: failure?.code ?? null, args: failure?.args ?? null }
  })
  const { rows: added } = await client.query<{ input_id: string; status: string }>(
    `insert into kehoach.inputs (run, source, location, status, code, args)
     select $1, source, location, status, code, args from rows from (jsonb_to_recordset($2::jsonb) as (source text, location text, status text, code text, args jsonb)) with ordinality as given (source, location, status, code, args, place)
     order by place on conflict (run, source) do nothing returning input_id, status`,
    [run, JSON.stringify(rows)],
  )
  const waiting = added.filter(({ status }) => status === 'waiting')
  await sendJobs(boss, client, run, waiting.map(({ input_id }) => input_id))
  return { added: waiting.length, known: batch.length - added.length, failed: added.length - waiting.length }
}

/** A job for each input, as part of the transaction of `client`. */
export async function sendJobs(boss: QueueDatabase['boss'], client: PoolClient, run: string, inputs: readonly string[]): Promise<void> {
  if (inputs.length) await boss.insert(inputs.map((input) => ({ name: queueName(run), data: { input } })), { db: dbOf(client) })
}
