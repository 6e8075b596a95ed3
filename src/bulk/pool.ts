import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import Tinypool from 'tinypool'
import { DEFAULT_LIMITS, type OcrPolicy, type ReadLimits } from '../read/reader.js'
import type { ExtractOptions } from '../run/extract-plan.js'
import { Desk, isSmall, type Manner, type Waiting } from './desk.js'
import { failureOf } from './extract-task.js'
import { Budget } from './in-order.js'
import { type LaneKind, Lanes } from './lanes.js'
import { LineMemory } from './line-memory.js'
import type { Answer, ExtractTask, GivenFile, Outcome, TaskAnswer } from './task.js'

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

/** What a document may take longer than its limit, so that a reader can end it by itself with a better message. */
const GRACE_MS = 5000

/** A scan is read a page at a time here, and on all cores where it is read alone: unless a limit was asked for it has this many times as long. */
const OCR_PATIENCE = 4

/** How many bytes may wait for a worker or be read, all together: several of the largest inputs. */
const BYTES_UNDER_WAY = 256 * 1024 * 1024

/**
 * Worker threads that read documents; one that hangs or runs out of memory is replaced, and only its own document is lost.
 * A document is read without OCR first; one that needs it is put into a lane of its own (see {@link Lanes}), so that scans hold up no text.
 */
export class Pool {
  readonly workers: number
  readonly #options: PoolOptions
  readonly #threads: Tinypool
  readonly #lanes: Lanes
  readonly #desk: Desk
  readonly #memory: LineMemory
  readonly #bytesLeft = new Budget(BYTES_UNDER_WAY)
  /** Who waits for a lane to read texts. */
  #asking = 0

  /** @param worker the module that each thread runs */
  constructor(options: PoolOptions, worker = new URL('./worker.js', import.meta.url)) {
    this.#options = options
    this.workers = Math.max(1, options.workers ?? availableParallelism())
    this.#threads = new Tinypool({
      filename: fileURLToPath(worker),
      name: 'work',
      minThreads: this.workers,
      maxThreads: this.workers,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: options.memory ?? 1024 },
    })
    this.#lanes = new Lanes(this.workers)
    this.#desk = new Desk(this.workers)
    this.#memory = new LineMemory(2 * this.workers)
  }

  /** The bytes are handed over: who calls must not use them afterwards. `manner` stands in for the options of the pool. */
  async run(source: string, bytes: Uint8Array, manner: Manner = this.#options): Promise<Outcome> {
    const held = await this.#bytesLeft.take(bytes.length)
    try {
      const first = await this.#readText({ source, bytes: own(bytes) }, manner)
      if (first.status !== 'deferred') return first
      const second = await this.#readScan({ source, bytes: first.bytes }, manner)
      return second.status === 'deferred' ? failureOf(new Error('a scan was put off twice')) : second
    } finally {
      this.#bytesLeft.give(held)
    }
  }

  /** Resolves once a document that is handed in would be read soon. */
  calm = (): Promise<void> => this.#desk.calm()

  /** The line of an outcome has been used; its memory serves the next ones. Who does not say so leaves it to the collector. */
  giveBack(outcome: Outcome): void {
    if (outcome.status === 'done') this.#memory.giveBack(outcome.line)
  }

  close = (): Promise<void> => this.#threads.destroy()

  #readText(file: GivenFile, manner: Manner): Promise<Answer> {
    return new Promise((tell) => {
      this.#desk.add({ ...file, manner, tell })
      this.#askForLane()
    })
  }

  /** While files are on the desk somebody waits for a lane, but no more than there are lanes: each that gets one takes what it can. */
  #askForLane(): void {
    if (this.#asking >= this.workers || this.#desk.isEmpty) return
    this.#asking++
    void this.#inLane('text', async () => {
      this.#asking--
      const files = this.#desk.take()
      this.#askForLane()
      if (files.length) await this.#readTogether(files, { defer: true }, files[0]!.manner.limits)
    })
  }

  #readScan(file: GivenFile, manner: Manner): Promise<Answer> {
    const limits = { milliseconds: this.#milliseconds(manner.limits) * OCR_PATIENCE, ...manner.limits }
    return new Promise((tell) => {
      void this.#inLane('ocr', () => this.#readTogether([{ ...file, manner, tell }], { lanes: 1 }, limits))
    })
  }

  async #inLane(kind: LaneKind, read: () => Promise<void>): Promise<void> {
    await this.#lanes.take(kind)
    try {
      await read()
    } finally {
      this.#lanes.give(kind)
    }
  }

  #milliseconds = (limits: Partial<ReadLimits> | undefined): number => limits?.milliseconds ?? DEFAULT_LIMITS.milliseconds

  /** Each file is told what came of it; where the worker dies, the one that it was reading is lost and the rest go back to the desk. */
  async #readTogether(files: readonly Waiting[], ocr: OcrPolicy, limits: Partial<ReadLimits> = {}): Promise<void> {
    const at = new Int32Array(new SharedArrayBuffer(4))
    const memory = this.#memory.take()
    const given = files.map(({ source, bytes }) => ({ source, bytes }))
    const task: ExtractTask = { files: given, options: files[0]!.manner.extract ?? {}, limits, ocr, at, memory }
    const late = new AbortController()
    const milliseconds = this.#milliseconds(limits)
    const timer = abortWhenLate(late, at, milliseconds + (this.#options.grace ?? GRACE_MS))
    try {
      this.#tellAll(files, (await this.#threads.run(task, { signal: late.signal, transferList: handedOver(task) })) as TaskAnswer)
    } catch (error) {
      const lost = Math.max(1, Atomics.load(at, 0)) - 1
      files[lost]!.tell(late.signal.aborted ? { status: 'failed', code: 'timeout', args: { seconds: milliseconds / 1000 } } : deathOf(error))
      const rest = files.filter((_, index) => index !== lost)
      this.#desk.putBack(rest)
      this.#askForLane()
    } finally {
      clearInterval(timer)
    }
  }

  #tellAll(files: readonly Waiting[], { files: answers, memory }: TaskAnswer): void {
    this.#memory.lend(memory, answers.filter(({ status }) => status === 'done').length)
    for (const [index, answer] of answers.entries()) {
      files[index]!.tell(answer.status === 'done' ? { status: 'done', pages: answer.pages, line: new Uint8Array(memory, answer.start, answer.end - answer.start) } : answer)
    }
  }
}

const deathOf = (error: unknown): Outcome => ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? { status: 'failed', code: 'out-of-memory', args: {} } : failureOf(error))

const TICKS = 8

/** Each file has its own time, and that counts from when the worker has begun: one that was just started may take longer to load than a document to read. */
function abortWhenLate(late: AbortController, at: Int32Array, milliseconds: number): NodeJS.Timeout {
  let file = 0
  let ticks = 0
  return setInterval(() => {
    const now = Atomics.load(at, 0)
    ticks = now === file ? ticks + 1 : 0
    file = now
    if (file > 0 && ticks > TICKS) late.abort()
  }, Math.max(1, milliseconds / TICKS))
}

/** What goes to the worker without a copy: memory for its lines, and a large file. Small ones are copied, so that they are still here where their worker dies. */
function handedOver({ files, memory }: ExtractTask): ArrayBuffer[] {
  const large = files.filter((file) => !isSmall(file)).map(({ bytes }) => bytes.buffer as ArrayBuffer)
  return memory ? [memory, ...large] : large
}

/** Bytes in memory of their own, which alone can be handed over; a small buffer of Node's shares it with others. */
const own = (bytes: Uint8Array): Uint8Array => (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes))
