import { hostname } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { type Language, wordFailure, wordLabel } from '../../grammar/wording.js'
import type { FailureCode } from '../../model/diagnostics.js'
import { wordStop } from '../bulk-command.js'
import { findInputs } from '../inputs.js'
import { type TableFormat, writeTables } from '../tables/write-tables.js'
import { addToQueue } from './add.js'
import { isConnectionError, openDatabase, type QueueDatabase } from './database.js'
import { exportRun } from './export.js'
import { NewerSchemaError } from './migrations.js'
import { deadLetters, NoRunError, queueStatus, retryFailed, type RunStatus } from './runs.js'
import { work, type WorkEvent } from './work.js'

interface QueueRequest {
  readonly url: string
  readonly language: Language
  readonly messages: Writable
}

/** Exit statuses, as everywhere: 0 done, 1 something failed, 2 wrong use, 130 interrupted. */
type Status = 0 | 1 | 2 | 130

async function withDatabase(request: QueueRequest, directory: string, options: { readonly superviseEvery?: number; readonly connections?: number }, run: (database: QueueDatabase) => Promise<Status>): Promise<Status> {
  const say = (line: string): void => void request.messages.write(`kehoach: ${line}\n`)
  try {
    const database = await openDatabase(request.url, { ...options, onError: (error) => say(wordLabel('queue-connection', request.language, { detail: error.message })) })
    try {
      return await run(database)
    } finally {
      await database.close()
    }
  } catch (error) {
    say(wordQueueError(error, request.language, directory))
    return error instanceof NoRunError || error instanceof NewerSchemaError ? 2 : 1
  }
}

function wordQueueError(error: unknown, language: Language, directory: string): string {
  if (error instanceof NoRunError) return error.run === undefined ? wordLabel('queue-empty', language) : wordLabel('queue-no-run', language, { run: error.run })
  if (error instanceof NewerSchemaError) return wordLabel('queue-newer', language, { found: error.found, known: error.known })
  if (isConnectionError(error) || (error as { code?: string }).code?.startsWith('28') || (error as { code?: string }).code === '3D000') return wordLabel('queue-connection', language, { detail: (error as Error).message })
  if (typeof (error as { code?: unknown }).code === 'string' && /^[0-9A-Z]{5}$/.test((error as { code: string }).code)) return wordLabel('queue-error', language, { detail: (error as Error).message })
  return wordStop(error, { language, directory })
}

export interface AddRequest extends QueueRequest {
  readonly inputs: readonly string[]
  readonly seconds: number
  readonly lease: number
  readonly limit: number
  readonly stdin: Readable
  readonly out: Writable
}

export function addCommand(request: AddRequest): Promise<Status> {
  const { inputs, seconds, lease, limit, language, stdin, out } = request
  return withDatabase(request, '', {}, async (database) => {
    const options = { extract: { language }, limits: { milliseconds: seconds * 1000, bytes: limit }, language }
    const summary = await addToQueue(database, findInputs(inputs, { stdin, urls: true }), options, lease)
    out.write(`${wordLabel('queue-added', language, { ...summary })}\n`)
    return summary.failed ? 1 : 0
  })
}

export interface StatusRequest extends QueueRequest {
  readonly json: boolean
  readonly out: Writable
}

export function statusCommand(request: StatusRequest): Promise<Status> {
  const { json, language, out } = request
  return withDatabase(request, '', {}, async (database) => {
    const runs = await queueStatus(database)
    if (json) out.write(`${JSON.stringify(runs, null, 2)}\n`)
    else if (!runs.length) out.write(`${wordLabel('queue-empty', language)}\n`)
    else for (const run of runs) out.write(statusText(run, language))
    return 0
  })
}

function statusText({ run, version, waiting, reading, done, failed, documents, lastMinute, workers, failures }: RunStatus, language: Language): string {
  const rest = lastMinute && waiting + reading ? ` · ${wordLabel('bulk-left', language, { time: minutes((waiting + reading) / lastMinute) })}` : ''
  const lines = [
    wordLabel('queue-run', language, { run, version }),
    `  ${wordLabel('queue-counts', language, { waiting, reading, done, failed, documents })}`,
    `  ${wordLabel('queue-speed', language, { count: lastMinute })}${rest}`,
    ...(workers.length ? [`  ${wordLabel('queue-workers', language, { names: workers.join(', ') })}`] : []),
    ...Object.entries(failures).map(([code, count]) => `  ${String(count).padStart(8)}  ${code}`),
  ]
  return `${lines.join('\n')}\n`
}

const minutes = (value: number): string => (value >= 60 ? `${Math.floor(value / 60)} h ${Math.round(value % 60)} min` : `${Math.ceil(value)} min`)

export interface RetryRequest extends QueueRequest {
  readonly run: string | undefined
  readonly list: boolean
  readonly out: Writable
}

export function retryCommand(request: RetryRequest): Promise<Status> {
  const { run, list, language, out } = request
  return withDatabase(request, '', {}, async (database) => {
    if (!list) {
      out.write(`${wordLabel('queue-retried', language, { count: await retryFailed(database, run) })}\n`)
      return 0
    }
    for (const { source, code, args } of await deadLetters(database, run)) out.write(`${wordFailure({ code: code as FailureCode, args: args ?? {} }, source, language)}\n`)
    return 0
  })
}

export interface ExportRequest extends QueueRequest {
  readonly directory: string
  readonly run: string | undefined
  readonly tables: readonly TableFormat[]
  readonly out: Writable
}

export function exportCommand(request: ExportRequest): Promise<Status> {
  const { directory, run, tables, language, out } = request
  return withDatabase(request, directory, {}, async (database) => {
    const { written, failures, waiting } = await exportRun(database, directory, run)
    for (const format of tables) for (const path of await writeTables(directory, format, language)) out.write(`${path}\n`)
    out.write(`${wordLabel('queue-exported', language, { written, failures, waiting, directory })}\n`)
    return failures || waiting ? 1 : 0
  })
}

export interface WorkerRequest extends QueueRequest {
  readonly concurrency: number | undefined
  readonly memory: number
  readonly poll: number
  readonly hosts: readonly string[]
  readonly untilEmpty: boolean
  readonly name: string | undefined
  readonly signal: AbortSignal
}

const SUPERVISE_SECONDS = 5

export function workerCommand(request: WorkerRequest): Promise<Status> {
  const { language, messages, concurrency, signal } = request
  const name = request.name ?? `${hostname()}-${process.pid}`
  const counts = { done: 0, failed: 0 }
  const onEvent = (event: WorkEvent): void => {
    if (event.kind === 'done') counts.done++
    if (event.kind === 'failed') counts.failed++
    if (event.kind === 'database') messages.write(`kehoach: ${wordLabel('queue-connection', language, { detail: event.message })}\n`)
    if (event.kind === 'failed') messages.write(`kehoach: ${wordFailure({ code: event.code as FailureCode, args: event.args ?? {} }, event.source, language)}\n`)
  }
  const options = { ...(concurrency === undefined ? {} : { concurrency }), memory: request.memory, hosts: request.hosts, name, untilEmpty: request.untilEmpty, poll: request.poll, signal, onEvent }
  return withDatabase(request, '', { superviseEvery: SUPERVISE_SECONDS, connections: (concurrency ?? 4) + 2 }, async (database) => {
    await work(database, options)
    messages.write(`${wordLabel('queue-worked', language, { name, ...counts })}\n`)
    return 0
  })
}
