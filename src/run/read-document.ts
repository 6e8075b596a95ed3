import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import { locate, type PlaceOnPage } from '../model/places-on-paper.js'
import type { SourceText } from '../model/source-text.js'
import type { Span } from '../model/span.js'
import { DEFAULT_LIMITS, type OcrPolicy, type ReadContext, type ReadLimits, type Reader } from '../read/reader.js'
import { READERS } from '../read/readers.js'
import { canReadApart, readApart } from './read-apart.js'

/** What was read, with what tells it from any other input. */
export interface ReadSource extends SourceText {
  /** Path or name as it was given; null where only bytes were. */
  readonly name: string | null
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
  readonly byteLength: number
  /** Where a span of `text` stands on paper, page by page; [] where the format knows no pages. */
  readonly locate: (span: Span) => readonly PlaceOnPage[]
}

export interface ReadOptions {
  /** Name of an input given as bytes or as a stream. */
  readonly name?: string
  readonly limits?: Partial<ReadLimits>
  /** When, and how many at a time, pages that only OCR can read are read; by default at once, on all cores. */
  readonly ocr?: OcrPolicy
  /** Readers of your own, asked before the built-in ones. */
  readonly readers?: readonly Reader[]
  readonly signal?: AbortSignal
  /**
   * Read formats whose libraries cannot be interrupted in a thread of their own. Default: yes on the main thread; a worker thread is
   * stopped by who started it.
   */
  readonly apart?: boolean
}

/** A path, bytes, a Blob or File, a stream of bytes. */
export type ReadFrom = string | Uint8Array | Blob | AsyncIterable<Uint8Array>

/**
 * Read a document of any known format, told by its bytes.
 * @throws UnreadableDocumentError with a code where it cannot be read
 */
export async function readDocument(from: ReadFrom, options: ReadOptions = {}): Promise<ReadSource> {
  const name = options.name ?? (typeof from === 'string' ? from : null)
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const ocr = options.ocr ?? {}
  const bytes = await bytesOf(from, limits.bytes)
  if (bytes.length === 0) throw new UnreadableDocumentError('empty')
  const own = options.readers?.find((candidate) => candidate.accepts(bytes, name))
  const reader = own ?? READERS.find((candidate) => candidate.accepts(bytes, name))
  if (!reader) throw new UnreadableDocumentError('unsupported')
  const hogs = typeof reader.apart === 'function' ? reader.apart(bytes) : reader.apart === true
  const apart = !own && hogs && (options.apart ?? isMainThread) && canReadApart()
  const source = await withinTime(limits.milliseconds, options.signal, (signal) => (apart ? readApart({ reader: reader.id, bytes, name, limits, ocr }, signal) : readHere(reader, bytes, { name, limits, ocr, signal })))
  return { ...source, name, sha256: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length, locate: (span) => locate(source, span) }
}

/** A library's own error means that the file is not what its format asks for. */
async function readHere(reader: Reader, bytes: Uint8Array, context: ReadContext): Promise<SourceText> {
  try {
    return await reader.read(bytes, context)
  } catch (cause) {
    context.signal.throwIfAborted()
    throw cause instanceof UnreadableDocumentError ? cause : new UnreadableDocumentError('corrupt', { reason: 'reader', detail: String(cause) }, { cause })
  }
}

/** The signal that a reader is given says so too when it is asked in a loop that never rests: `throwIfAborted` looks at the clock. */
async function withinTime<T>(milliseconds: number, outer: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const time = new AbortController()
  const late = (): void => time.abort(new UnreadableDocumentError('timeout', { seconds: milliseconds / 1000 }))
  const timer = setTimeout(late, milliseconds)
  const signal = outer ? AbortSignal.any([outer, time.signal]) : time.signal
  const deadline = process.hrtime.bigint() + BigInt(Math.ceil(milliseconds * 1e6))
  const look = AbortSignal.prototype.throwIfAborted.bind(signal)
  signal.throwIfAborted = () => {
    if (!signal.aborted && process.hrtime.bigint() > deadline) late()
    look()
  }
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => {})
  try {
    return await Promise.race([run(signal), aborted])
  } finally {
    clearTimeout(timer)
  }
}

async function bytesOf(from: ReadFrom, limit: number): Promise<Uint8Array> {
  if (from instanceof Uint8Array) return checkLength(from, limit)
  if (from instanceof Blob) {
    if (from.size > limit) throw tooLarge(limit)
    return new Uint8Array(await from.arrayBuffer())
  }
  return readAll(typeof from === 'string' ? createReadStream(from) : from, limit)
}

function checkLength(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length > limit) throw tooLarge(limit)
  return bytes
}

async function readAll(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit) throw tooLarge(limit)
    }
  } catch (cause) {
    throw cause instanceof UnreadableDocumentError ? cause : toUnreadable(cause)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (limit: number): UnreadableDocumentError => new UnreadableDocumentError('too-large', { limit: megabytes(limit) })

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 1000) / 1000

const REASONS: Readonly<Record<string, string>> = { EISDIR: 'directory', EACCES: 'permission', EPERM: 'permission' }

function toUnreadable(cause: unknown): UnreadableDocumentError {
  const detail = String((cause as NodeJS.ErrnoException).code ?? cause)
  if (detail === 'ENOENT' || detail === 'ENOTDIR') return new UnreadableDocumentError('not-found', {}, { cause })
  return new UnreadableDocumentError('unreadable', { reason: REASONS[detail] ?? 'input-output', detail }, { cause })
}
