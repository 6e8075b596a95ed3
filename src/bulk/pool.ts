import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import type { ExtractOptions } from '../run/extract-plan.js'
import type { OcrPolicy, ReadLimits } from '../read/reader.js'
import { Budget } from './in-order.js'
import { failureOf } from './extract-task.js'
import { type LaneKind, Lanes } from './lanes.js'
import type { Answer, ExtractTask, Outcome } from './task.js'

export interface PoolOptions {
  /** Worker threads; default: one for each core. */
  readonly workers?: number
  /** Megabytes of heap that one document may take before its worker is replaced; default 1,024. */
  readonly memory?: number
  readonly extract?: ExtractOptions
  /** Limits of one document; `milliseconds` ends a worker that hangs. */
  readonly limits?: Partial<ReadLimits>
  /** Milliseconds after its limit at which the worker of a document that goes on is ended; default 5,000. */
  readonly grace?: number
}

/**
 * Worker threads that read documents; one that hangs or runs out of memory is replaced, and only its own document is lost.
 * A document is read without OCR first; one that needs it is put into a lane of its own (see {@link Lanes}), so that scans hold up no text.
 */
export interface Pool {
  readonly workers: number
  /** The bytes are handed over: who calls must not use them afterwards. `how` stands in for the options of the pool. */
  readonly run: (source: string, bytes: Uint8Array, how?: Pick<PoolOptions, 'extract' | 'limits'>) => Promise<Outcome>
  readonly close: () => Promise<void>
}

/** What a document may take longer than its limit, so that a reader can end it by itself with a better message. */
const GRACE_MS = 5000

/** A scan is read a page at a time here, and on all cores where it is read alone: unless a limit was asked for it has this many times as long. */
const OCR_PATIENCE = 4

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
  const lanes = new Lanes(workers)
  const bytesLeft = new Budget(BYTES_UNDER_WAY)
  const run: Pool['run'] = async (source, bytes, how = options) => {
    const milliseconds = how.limits?.milliseconds ?? defaults.milliseconds
    const grace = options.grace ?? GRACE_MS
    const attempt = async (kind: LaneKind, own: Uint8Array, ocr: OcrPolicy, limits: Partial<ReadLimits> = {}): Promise<Answer> => {
      await lanes.take(kind)
      try {
        return await runOne(pool, { source, bytes: own, options: how.extract ?? {}, limits, ocr }, limits.milliseconds ?? milliseconds, grace)
      } finally {
        lanes.give(kind)
      }
    }
    const held = await bytesLeft.take(bytes.length)
    try {
      const first = await attempt('text', bytes, { defer: true }, how.limits)
      if (first.status !== 'deferred') return first
      const second = await attempt('ocr', first.bytes, { lanes: 1 }, { milliseconds: milliseconds * OCR_PATIENCE, ...how.limits })
      return second.status === 'deferred' ? failureOf(second) : second
    } finally {
      bytesLeft.give(held)
    }
  }
  return { workers, run, close: () => pool.destroy() }
}

async function runOne(pool: Tinypool, task: ExtractTask, milliseconds: number, grace: number): Promise<Answer> {
  const begun = new Int32Array(new SharedArrayBuffer(4))
  const late = new AbortController()
  const timer = abortWhenLate(late, begun, milliseconds + grace)
  try {
    return (await pool.run({ ...task, begun }, { signal: late.signal, transferList: ownBuffer(task.bytes) })) as Answer
  } catch (error) {
    if (late.signal.aborted) return { status: 'failed', code: 'timeout', args: { seconds: milliseconds / 1000 } }
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return { status: 'failed', code: 'out-of-memory', args: {} }
    return failureOf(error)
  } finally {
    clearInterval(timer)
  }
}

const TICKS = 8

/** Time counts from when the worker has begun: one that was just started may take longer to load than a document to read. */
function abortWhenLate(late: AbortController, begun: Int32Array, milliseconds: number): NodeJS.Timeout {
  let ticks = 0
  return setInterval(() => {
    if (Atomics.load(begun, 0) === 1 && ++ticks > TICKS) late.abort()
  }, Math.max(1, milliseconds / TICKS))
}

/** Small buffers share memory with others and must be copied; those with memory of their own are handed over. */
const ownBuffer = (bytes: Uint8Array): ArrayBuffer[] => (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [])
