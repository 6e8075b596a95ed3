import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Language, wordFailure } from '../grammar/wording.js'
import type { FailureCode } from '../model/diagnostics.js'
import { LEDGER, type LedgerEntry, type LedgerHead, LineFile, readLedger } from './ledger.js'

/** What is kept of an earlier entry while a run goes on. */
export interface Known {
  readonly sha256: string | null
  readonly status: LedgerEntry['status']
}

/** The line of an input in the ledger, without the place of its document, and that document. */
export interface Result {
  readonly entry: LedgerEntry
  readonly document?: Uint8Array | undefined
}

export interface ArchiveOptions {
  readonly fingerprint: string
  readonly version: string
  readonly language: Language
  /** Throw away what the folder holds. */
  readonly fresh?: boolean
  /** Bytes after which a new part begins; default 128 MB. */
  readonly partBytes?: number
}

/** Thrown where a folder holds results of another version or other options. */
export class OtherFingerprintError extends Error {
  override readonly name = 'OtherFingerprintError'
  constructor(readonly found: LedgerHead) {
    super(`the folder holds results of version ${found.version} with other options (${found.fingerprint})`)
  }
}

const DOCUMENTS = 'documents'
const FAILURES = 'failures.ndjson'
const PART_BYTES = 128 * 1024 * 1024
/** A power failure costs the documents since the last time what was written went to the disk for certain; a crash costs none. */
const SYNC_EVERY = 1000

/**
 * The results of a run in a folder:
 *
 *     documents/part-00000.ndjson …   one document a line
 *     failures.ndjson                 what could not be read, and why
 *     ledger.ndjson                   one line for each input, with the place of its document
 *
 * A document is written before its line in the ledger, so that what the ledger names is there; on opening, whatever stands behind
 * the last line that holds is cut off.
 */
export class Archive {
  /** Inputs that have their line, by source. */
  readonly known = new Map<string, Known>()
  /** Contents that were read or failed, by hash: the source that had it first. */
  readonly contents = new Map<string, string>()
  readonly #directory: string
  readonly #options: ArchiveOptions
  readonly #failed = new Map<string, LedgerEntry>()
  #ledger!: LineFile
  #failures!: LineFile
  #part!: LineFile
  #partNumber = 0
  #unsynced = 0
  #retried = false

  private constructor(directory: string, options: ArchiveOptions) {
    this.#directory = directory
    this.#options = options
  }

  /**
   * Open a folder, new or from an earlier run, and mend what a crash tore.
   * @throws OtherFingerprintError
   */
  static async open(directory: string, options: ArchiveOptions): Promise<Archive> {
    const archive = new Archive(directory, options)
    await mkdir(join(directory, DOCUMENTS), { recursive: true })
    if (options.fresh) await archive.#empty()
    await archive.#recover()
    return archive
  }

  async #empty(): Promise<void> {
    for (const name of [LEDGER, FAILURES, DOCUMENTS]) await rm(join(this.#directory, name), { recursive: true, force: true })
    await mkdir(join(this.#directory, DOCUMENTS), { recursive: true })
  }

  async #recover(): Promise<void> {
    const sizes = await this.#partSizes()
    let last = { part: partName(0), end: 0 }
    const { head, end } = await readLedger(join(this.#directory, LEDGER), (entry) => {
      if (entry.status === 'done') {
        const at = entry.offset! + entry.length! + 1
        if ((sizes.get(entry.part!) ?? 0) < at) return false
        last = { part: entry.part!, end: at }
      }
      this.#remember(entry)
      return true
    })
    if (head && head.fingerprint !== this.#options.fingerprint) throw new OtherFingerprintError(head)
    for (const part of sizes.keys()) if (part > last.part) await rm(join(this.#directory, part))
    this.#partNumber = Number(/\d+/.exec(last.part)![0])
    this.#part = await LineFile.open(join(this.#directory, last.part), last.end)
    this.#ledger = await LineFile.open(join(this.#directory, LEDGER), end)
    await this.#writeFailures()
    if (!head) await this.#ledger.add(encode({ ledger: 1, fingerprint: this.#options.fingerprint, version: this.#options.version } satisfies LedgerHead))
  }

  async #partSizes(): Promise<Map<string, number>> {
    const names = (await readdir(join(this.#directory, DOCUMENTS))).filter((name) => /^part-\d+\.ndjson$/.test(name)).sort()
    return new Map(await Promise.all(names.map(async (name): Promise<[string, number]> => [`${DOCUMENTS}/${name}`, (await stat(join(this.#directory, DOCUMENTS, name))).size])))
  }

  #remember(entry: LedgerEntry): void {
    const before = this.known.get(entry.source)
    if (before) this.#failed.delete(entry.source)
    this.known.set(entry.source, { sha256: entry.sha256, status: entry.status })
    if (entry.status === 'failed') this.#failed.set(entry.source, entry)
    if (entry.sha256 !== null && entry.status !== 'duplicate' && !this.contents.has(entry.sha256)) this.contents.set(entry.sha256, entry.source)
  }

  /** failures.ndjson as the ledger has it now, put in place at once. */
  async #writeFailures(): Promise<void> {
    const path = join(this.#directory, FAILURES)
    await writeFile(`${path}.new`, [...this.#failed.values()].map((entry) => `${JSON.stringify(this.#failureLine(entry))}\n`).join(''))
    await rename(`${path}.new`, path)
    this.#failures = await LineFile.open(path, Number.POSITIVE_INFINITY)
  }

  #failureLine({ source, sha256, code, args }: LedgerEntry): object {
    const message = wordFailure({ code: code as FailureCode, args: args ?? {} }, source, this.#options.language)
    return { source, sha256, error: { code, message } }
  }

  /** Add the lines of inputs, their documents first. Where there is no room for all (a full disk), those that there is room for are added. */
  async add(results: readonly Result[]): Promise<void> {
    const part = this.#part
    const lengths = [part, this.#failures, this.#ledger].map((file) => ({ file, length: file.length }))
    try {
      await this.#addTogether(results)
    } catch (error) {
      if (results.length < 2 || this.#part !== part) throw error
      for (const { file, length } of lengths) await file.cut(length)
      for (const result of results) await this.#addTogether([result])
    }
  }

  async #addTogether(results: readonly Result[]): Promise<void> {
    const retried = results.some(({ entry }) => this.known.get(entry.source)?.status === 'failed')
    const placed = await this.#addDocuments(results)
    await this.#failures.add(...placed.filter(({ status }) => status === 'failed').map((entry) => encode(this.#failureLine(entry))))
    await this.#ledger.add(...placed.map(encode))
    for (const entry of placed) this.#remember(entry)
    this.#retried ||= retried
    this.#unsynced += placed.length
    if (this.#unsynced >= SYNC_EVERY) await this.#sync()
  }

  /** Write the documents into the part, as far as it takes them, and the next ones; gives the entries with their places. */
  async #addDocuments(results: readonly Result[]): Promise<LedgerEntry[]> {
    const placed: LedgerEntry[] = []
    let waiting: Uint8Array[] = []
    let offset = this.#part.length
    for (const { entry, document } of results) {
      if (document && offset >= (this.#options.partBytes ?? PART_BYTES)) {
        await this.#part.add(...waiting)
        waiting = []
        await this.#nextPart()
        offset = 0
      }
      placed.push(document ? { ...entry, part: partName(this.#partNumber), offset, length: document.length } : entry)
      if (!document) continue
      waiting.push(document)
      offset += document.length + 1
    }
    await this.#part.add(...waiting)
    return placed
  }

  async #nextPart(): Promise<void> {
    await this.#part.sync()
    await this.#part.close()
    this.#part = await LineFile.open(join(this.#directory, partName(++this.#partNumber)), 0)
  }

  async #sync(): Promise<void> {
    this.#unsynced = 0
    await this.#part.sync()
    await this.#failures.sync()
    await this.#ledger.sync()
  }

  /** The line of an input that has failed. */
  failureOf(source: string): LedgerEntry | undefined {
    return this.#failed.get(source)
  }

  /** How many inputs have failed for good, in this run and earlier ones. */
  get failures(): number {
    return this.#failed.size
  }

  async close(): Promise<void> {
    await this.#sync()
    await Promise.all([this.#part.close(), this.#failures.close(), this.#ledger.close()])
    if (this.#retried) {
      await this.#writeFailures()
      await this.#failures.close()
    }
  }
}

const partName = (number: number): string => `${DOCUMENTS}/part-${String(number).padStart(5, '0')}.ndjson`

const ENCODER = new TextEncoder()
const encode = (value: object): Uint8Array => ENCODER.encode(JSON.stringify(value))
