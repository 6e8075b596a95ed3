import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { SourceText } from '../model/source-text.js'
import { DEFAULT_LIMITS, type ReadLimits, type Reader } from '../read/reader.js'
import { READERS } from '../read/readers.js'

/** What was read, with what tells it from any other input. */
export interface ReadSource extends SourceText {
  /** Path or name as it was given; null where only bytes were. */
  readonly name: string | null
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
  readonly byteLength: number
}

export interface ReadOptions {
  /** Name of an input given as bytes or as a stream. */
  readonly name?: string
  readonly limits?: Partial<ReadLimits>
  /** Readers of your own, asked before the built-in ones. */
  readonly readers?: readonly Reader[]
  readonly signal?: AbortSignal
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
  const bytes = await bytesOf(from, limits.bytes)
  const reader = [...(options.readers ?? []), ...READERS].find((candidate) => candidate.accepts(bytes, name))
  if (!reader) throw new UnreadableDocumentError('unsupported')
  const source = await withinTime(limits.milliseconds, options.signal, (signal) => reader.read(bytes, { name, limits, signal }))
  return { ...source, name, sha256: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length }
}

async function withinTime<T>(milliseconds: number, outer: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const time = new AbortController()
  const timer = setTimeout(() => time.abort(new UnreadableDocumentError('timeout', { seconds: milliseconds / 1000 })), milliseconds)
  const signal = outer ? AbortSignal.any([outer, time.signal]) : time.signal
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
