import type { PlanDocument } from '../model/plan.js'
import { DEFAULT_LIMITS } from '../read/reader.js'
import { failureOf } from './extract-task.js'
import { fileBytes } from './file-bytes.js'
import { inOrder } from './in-order.js'
import { faultOf } from './inputs.js'
import { Pool, type PoolOptions } from './pool.js'
import type { Outcome } from './task.js'

export interface ExtractManyOptions extends PoolOptions {
  /** Ends the iteration with its reason. */
  readonly signal?: AbortSignal
}

/** What came of one path. */
export type ManyResult =
  | { readonly source: string; readonly document: PlanDocument; readonly error: null }
  | { readonly source: string; readonly document: null; readonly error: { readonly code: string; readonly args: Readonly<Record<string, string | number>> } }

const DECODER = new TextDecoder()

/**
 * Extract many files on all cores, in the order given; a file that cannot be read gives an error in its place and stops nothing.
 * No more are read ahead than the workers need, so that a slow consumer holds up the reading and not the memory.
 * @throws the reason of `signal` where it is aborted
 */
export async function* extractMany(paths: Iterable<string> | AsyncIterable<string>, options: ExtractManyOptions = {}): AsyncGenerator<ManyResult> {
  const pool = new Pool(options)
  const limit = options.limits?.bytes ?? DEFAULT_LIMITS.bytes
  const read = async (source: string): Promise<{ source: string; outcome: Outcome }> => {
    try {
      return { source, outcome: await pool.run(source, await fileBytes(source, limit)) }
    } catch (error) {
      return { source, outcome: failureOf(faultOf(error)) }
    }
  }
  try {
    for await (const { source, outcome } of untilAborted(inOrder(each(paths), pool.workers * 4, read), options.signal)) yield toResult(source, outcome, pool)
  } finally {
    await pool.close()
  }
}

async function* each(paths: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  yield* paths
}

async function* untilAborted<T>(items: AsyncGenerator<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  if (!signal) return yield* items
  let abort = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
  })
  aborted.catch(() => {})
  try {
    signal.throwIfAborted()
    for (let next = await Promise.race([items.next(), aborted]); !next.done; next = await Promise.race([items.next(), aborted])) yield next.value
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function toResult(source: string, outcome: Outcome, pool: Pool): ManyResult {
  if (outcome.status === 'done') {
    const document = JSON.parse(DECODER.decode(outcome.line)) as PlanDocument
    pool.giveBack(outcome)
    return { source, document, error: null }
  }
  return { source, document: null, error: { code: outcome.code, args: outcome.args } }
}
