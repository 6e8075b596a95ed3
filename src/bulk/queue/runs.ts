import type { RunOptions } from './add.js'
import { deadQueueName, sendJobs } from './add.js'
import type { QueueDatabase } from './database.js'

export interface StoredRun {
  readonly run: string
  readonly version: string
  readonly options: RunOptions
}

/** Thrown where a run is named that is not there, or none is there at all. */
export class NoRunError extends Error {
  override readonly name = 'NoRunError'
  constructor(readonly run: string | undefined) {
    super(run === undefined ? 'nothing was added to this queue yet' : `there is no run ${run}`)
  }
}

/** The run that is named, else the one begun last. */
export async function chosenRun({ pool }: QueueDatabase, run?: string): Promise<StoredRun> {
  const { rows } = await pool.query<StoredRun>('select run, version, options from kehoach.runs where $1::text is null or run = $1 order by begun desc limit 1', [run ?? null])
  if (!rows[0]) throw new NoRunError(run)
  return rows[0]
}

export interface RunStatus {
  readonly run: string
  readonly version: string
  /** Inputs by state; `reading` are those that a worker holds. */
  readonly waiting: number
  readonly reading: number
  readonly done: number
  readonly failed: number
  readonly documents: number
  /** Ended in the last minute. */
  readonly lastMinute: number
  /** Workers that ended something in the last five minutes. */
  readonly workers: readonly string[]
  /** Failed for good, by code. */
  readonly failures: Readonly<Record<string, number>>
}

/** How the runs of a queue stand, the newest first. */
export async function queueStatus({ pool }: QueueDatabase): Promise<readonly RunStatus[]> {
  const { rows } = await pool.query<RunStatus>(
    `select run, version,
       count(*) filter (where status = 'waiting')::int - coalesce((select count(*)::int from kehoach_jobs.job where name = 'kehoach-' || run and state = 'active'), 0) as waiting,
       coalesce((select count(*)::int from kehoach_jobs.job where name = 'kehoach-' || run and state = 'active'), 0) as reading,
       count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'failed')::int as failed,
       (select count(*)::int from kehoach.plans where plans.run = runs.run) as documents,
       count(*) filter (where ended > now() - interval '1 minute')::int as "lastMinute",
       coalesce(array_agg(distinct worker) filter (where ended > now() - interval '5 minutes'), '{}') as workers,
       coalesce((select jsonb_object_agg(code, number) from (select code, count(*)::int as number from kehoach.inputs where inputs.run = runs.run and status = 'failed' group by code) as codes), '{}') as failures
     from kehoach.runs left join kehoach.inputs using (run) group by run, version, begun order by begun desc`,
  )
  return rows
}

export interface DeadLetter {
  readonly source: string
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
  readonly attempts: number
}

/** What failed for good, with its reason. */
export async function deadLetters(database: QueueDatabase, run?: string): Promise<readonly DeadLetter[]> {
  const chosen = await chosenRun(database, run)
  const { rows } = await database.pool.query<DeadLetter>("select source, code, args, attempts from kehoach.inputs where run = $1 and status = 'failed' order by input_id", [chosen.run])
  return rows
}

/** Put what failed for good into the queue again. */
export async function retryFailed(database: QueueDatabase, run?: string): Promise<number> {
  const chosen = await chosenRun(database, run)
  return database.transaction(async (client) => {
    const { rows } = await client.query<{ input_id: string }>("update kehoach.inputs set status = 'waiting', attempts = 0, leases = 0, code = null, args = null, ended = null where run = $1 and status = 'failed' returning input_id", [chosen.run])
    await sendJobs(database.boss, client, chosen.run, rows.map(({ input_id }) => input_id).sort((a, b) => Number(a) - Number(b)))
    await client.query('delete from kehoach_jobs.job where name = $1', [deadQueueName(chosen.run)])
    return rows.length
  })
}

