import { createHash } from 'node:crypto'
import type { Language } from '../grammar/wording.js'
import type { UnreadableDocumentError } from '../model/diagnostics.js'
import { DEFAULT_LIMITS } from '../read/reader.js'
import { Archive } from './archive.js'
import { failureOf } from './extract-task.js'
import { fileBytes } from './file-bytes.js'
import { fingerprintOf, VERSION } from './fingerprint.js'
import { groupsBefore, inOrder } from './in-order.js'
import { type BulkInput, faultOf, findInputs } from './inputs.js'
import type { LedgerEntry } from './ledger.js'
import { Pool, type PoolOptions } from './pool.js'
import { type Ready, ResultsInOrder, type UnderWay } from './results-in-order.js'
import type { Outcome } from './task.js'
import { WaitingRoom } from './waiting-room.js'

export interface BulkOptions extends PoolOptions {
  /** Language of the messages in failures.ndjson; default vi. */
  readonly language?: Language
  /** Read again what failed before. */
  readonly retry?: boolean
  /** Throw away earlier results in the folder. */
  readonly fresh?: boolean
  /** Bytes after which a new part of the documents begins; default 128 MB. */
  readonly partBytes?: number
  /** Ends the run cleanly: what was read is kept, and a later run goes on. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: BulkProgress) => void
}

/** Where a run stands; counts of this run. */
export interface BulkProgress {
  readonly done: number
  readonly failed: number
  readonly duplicates: number
  /** Inputs that an earlier run had finished. */
  readonly skipped: number
  readonly pages: number
  readonly lastFailure: { readonly source: string; readonly code: string; readonly args: Readonly<Record<string, string | number>> } | null
}

export interface BulkSummary extends BulkProgress {
  readonly interrupted: boolean
  /** Inputs that have failed, with those of earlier runs. */
  readonly failures: number
}

/** Files that are read from disk ahead of the workers. */
const READ_AHEAD = 8
/** How far the reading may run ahead of a document that takes long. */
const UNDER_WAY = 20_000

interface ReadInput {
  readonly source: string
  readonly bytes: Uint8Array | null
  readonly sha256: string | null
  readonly fault?: UnreadableDocumentError
}

/** A line of the ledger but for what the reading tells; null where the input has its line already. */
type Entry = Omit<LedgerEntry, 'status'> & { readonly status: LedgerEntry['status'] | 'read' }

/**
 * Read every input and write the results into a folder (see {@link Archive}), in the order of the inputs whatever the number of workers.
 * A folder that holds results already is gone on with: what is done is skipped, what failed is read again with `retry`, a content
 * that was read before is linked and not read again.
 * @throws OtherFingerprintError; errors of the file system that are about the folder and not about an input (a full disk)
 */
export async function runBulk(inputs: readonly string[] | AsyncIterable<BulkInput>, directory: string, options: BulkOptions = {}): Promise<BulkSummary> {
  const fingerprint = fingerprintOf(options)
  const archive = await Archive.open(directory, {
    fingerprint, version: VERSION, language: options.language ?? 'vi',
    ...(options.fresh ? { fresh: true } : {}), ...(options.partBytes ? { partBytes: options.partBytes } : {}),
  })
  const room = await WaitingRoom.open(directory, fingerprint)
  const pool = new Pool(options)
  try {
    const run = new Run(archive, room, pool, options, fingerprint)
    await run.all(Symbol.asyncIterator in inputs ? inputs : findInputs(inputs))
    return { ...run.progress, interrupted: options.signal?.aborted === true, failures: archive.failures }
  } finally {
    await pool.close()
    await room.close()
    await archive.close()
  }
}

class Run {
  progress: BulkProgress = { done: 0, failed: 0, duplicates: 0, skipped: 0, pages: 0, lastFailure: null }
  readonly #archive: Archive
  readonly #room: WaitingRoom
  readonly #pool: Pool
  readonly #options: BulkOptions
  readonly #results: ResultsInOrder<Entry>
  readonly #limit: number
  /** Contents whose reading has begun in this run, by hash, and sources that have come. */
  readonly #begun = new Map<string, string>()
  readonly #come = new Set<string>()
  readonly #stop = new AbortController()

  constructor(archive: Archive, room: WaitingRoom, pool: Pool, options: BulkOptions, fingerprint: string) {
    this.#archive = archive
    this.#room = room
    this.#pool = pool
    this.#options = options
    this.#limit = options.limits?.bytes ?? DEFAULT_LIMITS.bytes
    this.#results = new ResultsInOrder(room, UNDER_WAY, fingerprint)
  }

  async all(inputs: AsyncIterable<BulkInput>): Promise<void> {
    const stop = (): void => {
      this.#stop.abort()
      this.#results.end()
    }
    if (this.#options.signal?.aborted) stop()
    this.#options.signal?.addEventListener('abort', stop, { once: true })
    const reading = this.#readAll(inputs).finally(() => this.#results.end())
    try {
      await this.#writeAll()
    } catch (error) {
      stop()
      throw error
    } finally {
      this.#options.signal?.removeEventListener('abort', stop)
      await reading.catch(() => {})
    }
    await reading
  }

  async #readAll(inputs: AsyncIterable<BulkInput>): Promise<void> {
    for await (const input of inOrder(this.#onceEach(inputs), READ_AHEAD, (each) => this.#read(each))) {
      if (this.#stop.signal.aborted) return
      const underWay = this.#begin(input)
      if (underWay) await this.#results.push(underWay)
      await this.#pool.calm()
    }
  }

  async *#onceEach(inputs: AsyncIterable<BulkInput>): AsyncGenerator<BulkInput> {
    for await (const input of inputs) {
      if (this.#stop.signal.aborted) return
      if (this.#come.has(input.source)) continue
      this.#come.add(input.source)
      yield input
    }
  }

  async #read(input: BulkInput): Promise<ReadInput> {
    const { source } = input
    try {
      if (input.fault) throw input.fault
      const bytes = await fileBytes(source, this.#limit)
      return { source, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
    } catch (error) {
      return { source, bytes: null, sha256: null, fault: faultOf(error) }
    }
  }

  /** What is to be done with an input that was read from disk: nothing, a link, a failure, or the extraction. */
  #begin({ source, bytes, sha256, fault }: ReadInput): UnderWay<Entry> | undefined {
    const before = this.#archive.known.get(source)
    if (before && before.sha256 === sha256 && !(before.status === 'failed' && this.#options.retry)) {
      this.#tell({ skipped: this.progress.skipped + 1 })
      return undefined
    }
    if (!bytes || sha256 === null) return { entry: { source, sha256: null, byteLength: null, status: 'failed', ...reasonOf(fault) }, sha256: null, outcome: null }
    const entry = { source, sha256, byteLength: bytes.length }
    const first = this.#begun.get(sha256) ?? this.#archive.contents.get(sha256)
    if (first !== undefined && first !== source) return { entry: { ...entry, status: 'duplicate', of: first }, sha256: null, outcome: null }
    this.#begun.set(sha256, source)
    return { entry: { ...entry, status: 'read' }, sha256, outcome: this.#extract(source, sha256, bytes) }
  }

  async #extract(source: string, sha256: string, bytes: Uint8Array): Promise<Outcome> {
    return (await this.#room.take(sha256)) ?? this.#pool.run(source, bytes)
  }

  async #writeAll(): Promise<void> {
    for (let ready = await this.#results.next(this.#stop.signal); ready; ready = await this.#results.next(this.#stop.signal)) {
      // A copy is told what became of the one before it, which must be written by then.
      for (const group of groupsBefore(ready, ({ entry }) => entry.of !== undefined)) await this.#write(group)
    }
  }

  async #write(results: readonly Ready<Entry>[]): Promise<void> {
    const lines = results.map(({ entry, outcome }) => ({ entry: this.#lineOf(entry, outcome), document: outcome?.status === 'done' ? outcome.line : undefined }))
    await this.#archive.add(lines)
    for (const { entry, outcome } of results) {
      if (!outcome || entry.sha256 === null) continue
      this.#pool.giveBack(outcome)
      await this.#room.release(entry.sha256)
      this.#begun.delete(entry.sha256)
    }
    for (const { entry } of lines) this.#tellOf(entry)
  }

  #tellOf({ status, pages, source, code, args = {} }: LedgerEntry): void {
    if (status === 'done') this.#tell({ done: this.progress.done + 1, pages: this.progress.pages + pages! })
    else if (status === 'duplicate') this.#tell({ duplicates: this.progress.duplicates + 1 })
    else this.#tell({ failed: this.progress.failed + 1, lastFailure: { source, code: code!, args } })
  }

  #lineOf(entry: Entry, outcome: Outcome | null): LedgerEntry {
    if (outcome?.status === 'done') return { ...entry, status: 'done', pages: outcome.pages }
    if (outcome?.status === 'failed') return { ...entry, status: 'failed', code: outcome.code, args: outcome.args }
    if (entry.status === 'read') throw new Error(`the result of ${entry.source} is lost`)
    // A copy of what could not be read could not be read either, and is named among the failures.
    const failure = entry.of === undefined ? undefined : this.#archive.failureOf(entry.of)
    return failure ? { ...entry, status: 'failed', code: failure.code!, args: failure.args ?? {} } : { ...entry, status: entry.status }
  }

  #tell(change: Partial<BulkProgress>): void {
    this.progress = { ...this.progress, ...change }
    this.#options.onProgress?.(this.progress)
  }
}

function reasonOf(fault: UnreadableDocumentError | undefined): { code: string; args: Readonly<Record<string, string | number>> } {
  const { code, args } = failureOf(fault)
  return { code, args }
}
