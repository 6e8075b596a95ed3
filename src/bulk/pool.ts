import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import type { ExtractOptions } from '../run/extract-plan.js'
import type { ReadLimits } from '../read/reader.js'
import { Budget } from './in-order.js'
import { failureOf } from './extract-task.js'
import type { ExtractTask, Outcome } from './task.js'

export interface PoolOptions {
  /** Worker threads; default: one for each core. */
  readonly workers?: number
  /** Megabytes of heap that one document may take before its worker is replaced; default 1,024. */
  readonly memory?: number
  readonly extract?: ExtractOptions
  /** Limits of one document; `milliseconds` ends a worker that hangs. */
  readonly limits?: Partial<ReadLimits>
}

/** Worker threads that read documents; one that hangs or runs out of memory is replaced, and only its own document is lost. */
export interface Pool {
  readonly workers: number
  /** The bytes are handed over: who calls must not use them afterwards. `how` stands in for the options of the pool. */
  readonly run: (source: string, bytes: Uint8Array, how?: Pick<PoolOptions, 'extract' | 'limits'>) => Promise<Outcome>
  readonly close: () => Promise<void>
}

/** What a document may take longer than its limit, so that a reader can end it by itself with a better message. */
const GRACE_MS = 5000

/** How many bytes may wait for a worker or be read, all together: several of the largest inputs. */
const BYTES_UNDER_WAY = 256 * 1024 * 1024

export function openPool(options: PoolOptions, defaults: ReadLimits): Pool {
  const workers = Math.max(1, options.workers ?? availableParallelism())
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    name: 'work',
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: options.memory ?? 1024 },
  })
  const free = new Budget(workers)
  const bytesLeft = new Budget(BYTES_UNDER_WAY)
  const run: Pool['run'] = async (source, bytes, how = options) => {
    const milliseconds = how.limits?.milliseconds ?? defaults.milliseconds
    const held = await bytesLeft.take(bytes.length)
    await free.take(1)
    try {
      return await runOne(pool, { source, bytes, options: how.extract ?? {}, limits: how.limits ?? {} }, milliseconds + GRACE_MS)
    } finally {
      free.give(1)
      bytesLeft.give(held)
    }
  }
  return { workers, run, close: () => pool.destroy() }
}

async function runOne(pool: Tinypool, task: ExtractTask, milliseconds: number): Promise<Outcome> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), milliseconds)
  try {
    return (await pool.run(task, { signal: late.signal, transferList: ownBuffer(task.bytes) })) as Outcome
  } catch (error) {
    if (late.signal.aborted) return { status: 'failed', code: 'timeout', args: { seconds: (milliseconds - GRACE_MS) / 1000 } }
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return { status: 'failed', code: 'out-of-memory', args: {} }
    return failureOf(error)
  } finally {
    clearTimeout(timer)
  }
}

/** Small buffers share memory with others and must be copied; those with memory of their own are handed over. */
const ownBuffer = (bytes: Uint8Array): ArrayBuffer[] => (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [])
