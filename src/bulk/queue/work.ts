import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { PlanDocument } from '../../model/plan.js'
import { DEFAULT_LIMITS } from '../../read/reader.js'
import { failureOf } from '../extract-task.js'
import { VERSION } from '../fingerprint.js'
import { Pool } from '../pool.js'
import type { Outcome } from '../task.js'
import { deadQueueName, queueName, type RunOptions } from './add.js'
import { dbOf, isConnectionError, type QueueDatabase } from './database.js'
import { fetchInput } from './fetch-input.js'
import { storeDocument } from './store.js'

export interface WorkOptions {
  /** Documents read at once, each by a thread of its own; default: one for each core. */
  readonly concurrency?: number
  /** Megabytes of heap that one document may take. */
  readonly memory?: number
  /** Hosts that documents may be fetched from. */
  readonly hosts: readonly string[]
  /** How this worker is called in the tables. */
  readonly name: string
  /** End when the queue is empty, and not wait for more. */
  readonly untilEmpty: boolean
  /** Seconds between looks into an empty queue. */
  readonly poll: number
  /** Ends the work: what is held is finished first. */
  readonly signal: AbortSignal
  readonly onEvent?: (event: WorkEvent) => void
}

export type WorkEvent =
  | { readonly kind: 'done' | 'failed' | 'retry'; readonly source: string; readonly code?: string; readonly args?: Readonly<Record<string, string | number>> }
  | { readonly kind: 'lost'; readonly source: string }
  | { readonly kind: 'database'; readonly message: string }

interface Run {
  readonly run: string
  readonly options: RunOptions
}

interface Job {
  readonly id: string
  readonly run: Run
  readonly input: { readonly input_id: string; readonly source: string; readonly location: string; readonly attempts: number; readonly leases: number }
}

interface ReadResult {
  readonly outcome: Outcome
  readonly sha256: string | null
  readonly byteLength: number | null
}

/** Failures that another try may mend: the disk, the network, a machine that was busy. */
const PASSING: ReadonlySet<string> = new Set(['timeout', 'out-of-memory', 'unreadable', 'not-found'])
const MOST_ATTEMPTS = 3
/** A document whose workers die so often is taken to be what kills them. */
const MOST_LEASES = 10
/** Jobs held for each thread, so that it has the next one while a result is stored, or while a scan waits for its turn. */
const HELD_FOR_EACH = 2
const WAIT_FOR_DATABASE_MS = 1000

/** Take jobs and read their documents until `signal` ends it; a database that goes away is waited for. */
export async function work(database: QueueDatabase, options: WorkOptions): Promise<void> {
  const pool = new Pool({ ...(options.concurrency === undefined ? {} : { workers: options.concurrency }), ...(options.memory === undefined ? {} : { memory: options.memory }) })
  try {
    await Promise.all(Array.from({ length: pool.workers * HELD_FOR_EACH }, () => new Worker(database, pool, options).go()))
  } finally {
    await pool.close()
  }
}

class Worker {
  readonly #database: QueueDatabase
  readonly #pool: Pool
  readonly #options: WorkOptions
  /** Runs that this version can read. */
  #known: readonly Run[] = []

  constructor(database: QueueDatabase, pool: Pool, options: WorkOptions) {
    this.#database = database
    this.#pool = pool
    this.#options = options
  }

  async go(): Promise<void> {
    const { signal, untilEmpty, poll } = this.#options
    while (!signal.aborted) {
      try {
        const job = await this.#take()
        if (job) await this.#do(job)
        else if (untilEmpty && (await this.#isEmpty())) return
        else await wait(poll * 1000, signal)
      } catch (error) {
        if (!isConnectionError(error)) throw error
        this.#options.onEvent?.({ kind: 'database', message: String((error as Error).message) })
        await wait(WAIT_FOR_DATABASE_MS, signal)
      }
    }
  }

  /** A job of any run that this version can read; its lease is counted for the input. */
  async #take(): Promise<Job | undefined> {
    const { boss, pool } = this.#database
    for (const run of this.#known) {
      const [job] = await boss.fetch<{ input: string }>(queueName(run.run), { batchSize: 1 })
      if (!job) continue
      const { rows } = await pool.query<Job['input']>('update kehoach.inputs set leases = leases + 1, worker = $2 where input_id = $1 returning input_id, source, location, attempts, leases', [job.data.input, this.#options.name])
      if (rows[0]) return { id: job.id, run, input: rows[0] }
    }
    // Nothing to do: there may be a new run by now.
    const { rows } = await pool.query<Run>('select run, options from kehoach.runs where version = $1 order by begun, run', [VERSION])
    const isNews = rows.length !== this.#known.length
    this.#known = rows
    return isNews ? this.#take() : undefined
  }

  async #isEmpty(): Promise<boolean> {
    const { rows } = await this.#database.pool.query("select 1 from kehoach.inputs join kehoach.runs using (run) where status = 'waiting' and version = $1 limit 1", [VERSION])
    return rows.length === 0
  }

  async #do(job: Job): Promise<void> {
    const read = await this.#read(job)
    const ended = await this.#keep(job, read)
    this.#pool.giveBack(read.outcome)
    this.#options.onEvent?.(ended)
  }

  async #read({ run, input }: Job): Promise<ReadResult> {
    if (input.leases > MOST_LEASES) return { outcome: { status: 'failed', code: 'unreadable', args: { reason: 'crash' } }, sha256: null, byteLength: null }
    const limits = { ...DEFAULT_LIMITS, ...run.options.limits }
    let sha256: string | null = null
    let byteLength: number | null = null
    try {
      const bytes = await fetchInput(input.location, { hosts: this.#options.hosts, bytes: limits.bytes, milliseconds: limits.milliseconds })
      byteLength = bytes.length
      sha256 = createHash('sha256').update(bytes).digest('hex')
      const known = await this.#pagesOf(run.run, sha256)
      if (known !== undefined) return { outcome: { status: 'done', line: NONE, pages: known }, sha256, byteLength }
      return { outcome: await this.#pool.run(input.source, bytes, { extract: run.options.extract, limits: run.options.limits }), sha256, byteLength }
    } catch (error) {
      if (isConnectionError(error)) throw error
      return { outcome: failureOf(error), sha256, byteLength }
    }
  }

  /** Pages of a content that was read before, by whichever worker. */
  async #pagesOf(run: string, sha256: string): Promise<number | undefined> {
    const { rows } = await this.#database.pool.query<{ pages: string | null }>('select pages from kehoach.plans where run = $1 and document_id = $2', [run, sha256])
    return rows[0] ? Number(rows[0].pages ?? 1) : undefined
  }

  /** The result and the end of the job in one transaction: whoever loses the lease loses both. */
  async #keep(job: Job, { outcome, sha256, byteLength }: ReadResult): Promise<WorkEvent> {
    const { run: { run }, input: { input_id, source, attempts } } = job
    try {
      return await this.#database.transaction(async (client) => {
        if (outcome.status === 'failed' && PASSING.has(outcome.code) && attempts + 1 < MOST_ATTEMPTS && outcome.args['reason'] !== 'crash') return await this.#tryAgain(client, job, outcome)
        await this.#complete(client, job)
        if (outcome.status === 'failed') {
          await client.query("update kehoach.inputs set status = 'failed', attempts = attempts + 1, sha256 = $2, byte_length = $3, code = $4, args = $5, ended = now() where input_id = $1", [input_id, sha256, byteLength, outcome.code, JSON.stringify(outcome.args)])
          await this.#database.boss.send(deadQueueName(run), { input: input_id, source, code: outcome.code, ...outcome.args }, { db: dbOf(client) })
          return { kind: 'failed', source, code: outcome.code, args: outcome.args }
        }
        if (outcome.line.length) await storeDocument(client, run, sha256!, JSON.parse(DECODER.decode(outcome.line)) as PlanDocument)
        await client.query("update kehoach.inputs set status = 'done', attempts = attempts + 1, sha256 = $2, byte_length = $3, pages = $4, code = null, args = null, ended = now() where input_id = $1", [input_id, sha256, byteLength, outcome.pages])
        return { kind: 'done', source }
      })
    } catch (error) {
      if (error instanceof LeaseLostError) return { kind: 'lost', source }
      throw error
    }
  }

  async #tryAgain(client: PoolClient, { id, run: { run }, input: { input_id, source } }: Job, { code, args }: Extract<Outcome, { status: 'failed' }>): Promise<WorkEvent> {
    await client.query('update kehoach.inputs set attempts = attempts + 1, code = $2, args = $3 where input_id = $1', [input_id, code, JSON.stringify(args)])
    await this.#database.boss.fail(queueName(run), id, { code, ...args }, { db: dbOf(client) })
    return { kind: 'retry', source, code, args }
  }

  async #complete(client: PoolClient, { id, run: { run } }: Job): Promise<void> {
    const { affected } = (await this.#database.boss.complete(queueName(run), id, {}, { db: dbOf(client) })) as unknown as { affected: number }
    if (affected !== 1) throw new LeaseLostError()
  }
}

/** The lease had run out and somebody else has the job: what was read here does not count. */
class LeaseLostError extends Error {}

const NONE = new Uint8Array(0)
const DECODER = new TextDecoder()

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done, { once: true })
  })
}
