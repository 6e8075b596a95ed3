import type { Readable, Writable } from 'node:stream'
import { type Language, wordLabel } from '../grammar/wording.js'
import { OtherFingerprintError } from './archive.js'
import { findInputs } from './inputs.js'
import { MissingPackageError } from './missing-package.js'
import { type ProgressKind, tellProgress } from './progress.js'
import { type BulkSummary, runBulk } from './run-bulk.js'
import { NoResultsError } from './stored-documents.js'
import { TooManyRowsError } from './tables/workbook.js'
import { type TableFormat, writeTables } from './tables/write-tables.js'

/** What `kehoach bulk` was asked for. */
export interface BulkRequest {
  readonly inputs: readonly string[]
  readonly directory: string
  readonly language: Language
  readonly workers: number | undefined
  /** Seconds and megabytes that one document may take; bytes of the largest input. */
  readonly seconds: number
  readonly memory: number
  readonly limit: number
  readonly retry: boolean
  readonly fresh: boolean
  readonly progress: ProgressKind
  readonly tables: readonly TableFormat[]
  readonly stdin: Readable
  readonly messages: Writable
  readonly clock: () => number
  readonly signal: AbortSignal
}

/** How a run ended, for the exit status. */
export type BulkEnd = 'done' | 'some-failed' | 'interrupted' | 'wrong-use' | 'stopped'

/** Read an archive into a folder and tell how far it has come; tells at the end what there is. */
export async function bulkCommand(request: BulkRequest): Promise<BulkEnd> {
  const { language, messages } = request
  const say = (line: string): void => void messages.write(`${line}\n`)
  const { inputs } = request
  const teller = tellProgress({ kind: request.progress, language, out: messages, clock: request.clock })
  if (!inputs.includes('-')) void countInputs(inputs, request.signal).then(teller.expect)
  try {
    const summary = await runBulk(findInputs(inputs, { stdin: request.stdin }), request.directory, {
      ...(request.workers === undefined ? {} : { workers: request.workers }),
      memory: request.memory, limits: { milliseconds: request.seconds * 1000, bytes: request.limit },
      extract: { language }, language, retry: request.retry, fresh: request.fresh, signal: request.signal, onProgress: teller.update,
    })
    teller.stop()
    if (request.progress !== 'json') say(summaryLine(summary, request))
    if (!summary.interrupted) for (const format of request.tables) for (const path of await writeTables(request.directory, format, language)) say(path)
    return summary.interrupted ? 'interrupted' : summary.failures ? 'some-failed' : 'done'
  } catch (error) {
    teller.stop()
    say(`kehoach: ${wordStop(error, request)}`)
    return error instanceof OtherFingerprintError || error instanceof MissingPackageError ? 'wrong-use' : 'stopped'
  }
}

/** Why a run could not go on, for a person. */
export function wordStop(error: unknown, { language, directory }: { readonly language: Language; readonly directory: string }): string {
  if (error instanceof OtherFingerprintError) return wordLabel('bulk-other', language, { directory, version: error.found.version })
  if (error instanceof NoResultsError) return wordLabel('bulk-no-results', language, { directory })
  if (error instanceof MissingPackageError) return wordLabel('missing-package', language, { packages: error.packages })
  if (error instanceof TooManyRowsError) return wordLabel('bulk-too-many-rows', language, { table: error.table, rows: error.rows })
  return wordLabel(isFull(error) ? 'bulk-full' : 'bulk-stopped', language, { directory, detail: String((error as Error).message) })
}

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String((error as NodeJS.ErrnoException).code))

function summaryLine({ done, failed, duplicates, skipped, interrupted, failures }: BulkSummary, { language, directory }: BulkRequest): string {
  const counts = wordLabel('bulk-summary', language, { done, failed, duplicates, skipped })
  if (interrupted) return `${counts}. ${wordLabel('bulk-interrupted', language)}`
  return failures ? `${counts}. ${wordLabel('bulk-failures', language, { count: failures, file: `${directory}/failures.ndjson` })}` : counts
}

/** How many inputs there are: a second walk beside the run, for the time that is left. */
async function countInputs(inputs: readonly string[], signal: AbortSignal): Promise<number> {
  let count = 0
  for await (const _ of findInputs(inputs)) {
    if (signal.aborted) break
    count++
  }
  return count
}
