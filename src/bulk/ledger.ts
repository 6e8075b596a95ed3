import { type FileHandle, open } from 'node:fs/promises'
import { linesOfFile } from './lines-of-file.js'

/** What became of one input, one line of `ledger.ndjson`. The last line of a source holds. */
export interface LedgerEntry {
  readonly source: string
  /** Of the bytes, lower-case hex; null where there were none to read. */
  readonly sha256: string | null
  readonly byteLength: number | null
  readonly status: 'done' | 'failed' | 'duplicate'
  /** Where its document stands, below the folder: bytes `[offset, offset + length)` of `part`, a line without its break. */
  readonly part?: string
  readonly offset?: number
  readonly length?: number
  readonly pages?: number
  /** Why it failed, and the arguments that its message is worded from. */
  readonly code?: string
  readonly args?: Readonly<Record<string, string | number>>
  /** The source that was read with the same content before it. */
  readonly of?: string
}

export const LEDGER = 'ledger.ndjson'

/** The first line of a ledger: which version and options its results are of. */
export interface LedgerHead {
  readonly ledger: 1
  readonly fingerprint: string
  readonly version: string
}

/** What a ledger says, up to the first line that is torn or that `holds` does not confirm. */
export interface ReadLedger {
  readonly head: LedgerHead | null
  /** Bytes up to there. */
  readonly end: number
}

/** Read a ledger line by line; a file that is missing is an empty one. */
export async function readLedger(path: string, take: (entry: LedgerEntry) => boolean): Promise<ReadLedger> {
  let head: LedgerHead | null = null
  let end = 0
  for await (const { text, next } of linesOfFile(path)) {
    const value = parseLine(text)
    if (!value) break
    if ('ledger' in value) head ??= value
    else if (!take(value)) break
    end = next
  }
  return { head, end }
}

function parseLine(text: string): LedgerEntry | LedgerHead | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && ('source' in value || 'ledger' in value)) return value as LedgerEntry | LedgerHead
  } catch {}
  return undefined
}

/** A file that lines are added to; what was torn off by a crash is cut before. */
export class LineFile {
  readonly #file: FileHandle
  #length: number
  /** The line that is being written: the next one waits for it. */
  #last: Promise<unknown> = Promise.resolve()

  private constructor(file: FileHandle, length: number) {
    this.#file = file
    this.#length = length
  }

  /** @param length bytes to keep; what stands behind them is cut off */
  static async open(path: string, length: number): Promise<LineFile> {
    const file = await open(path, 'a+')
    const { size } = await file.stat()
    if (size > length) await file.truncate(length)
    return new LineFile(file, Math.min(size, length))
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length
  }

  /**
   * Add lines and give the offset the first begins at; what is added at once comes one after the other. A later reading has a line
   * whole or not at all: a torn one has no break at its end.
   */
  add(...lines: readonly Uint8Array[]): Promise<number> {
    const added = this.#last.then(() => this.#write(lines))
    this.#last = added
    added.catch(() => {})
    return added
  }

  async #write(lines: readonly Uint8Array[]): Promise<number> {
    const offset = this.#length
    if (!lines.length) return offset
    const { bytesWritten } = await this.#file.writev(lines.flatMap((line) => [line, BREAK]))
    this.#length += bytesWritten
    if (bytesWritten !== lines.reduce((sum, line) => sum + line.length + 1, 0)) throw Object.assign(new Error('a write was cut short'), { code: 'ENOSPC' })
    return offset
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length)
    const { bytesRead } = await this.#file.read(bytes, 0, length, offset)
    if (bytesRead !== length) throw new RangeError(`bytes ${offset}–${offset + length} are not in the file`)
    return bytes
  }

  /** Keep so many bytes; what could not be written behind them is forgotten. */
  async cut(length: number): Promise<void> {
    await this.#last.catch(() => {})
    this.#last = Promise.resolve()
    await this.#file.truncate(length)
    this.#length = length
  }

  sync = (): Promise<void> => this.#file.datasync()
  close = (): Promise<void> => this.#file.close()
}

const BREAK = new Uint8Array([10])
