import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import { decodeBytes } from '../read/bytes.js'

/** An input, read and decoded, with what tells it from any other. */
export interface Input {
  /** Path or name as it was given; null where only bytes were. */
  readonly name: string | null
  readonly text: string
  readonly mediaType: 'text/plain' | 'text/html'
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
  readonly byteLength: number
}

export interface ReadOptions {
  /** The most bytes that are read; default 64 MB. */
  readonly limit?: number
  /** Name of an input given as bytes or as a stream. */
  readonly name?: string
}

/** 64 MB: a thousand times the longest plan. */
export const DEFAULT_LIMIT = 64 * 1024 * 1024

/**
 * Read a file (by path), a stream, or bytes already at hand.
 * @throws UnreadableDocumentError with a code where it cannot be read as text
 */
export async function readInput(from: string | Uint8Array | AsyncIterable<Uint8Array>, options: ReadOptions = {}): Promise<Input> {
  const name = options.name ?? (typeof from === 'string' ? from : null)
  const limit = options.limit ?? DEFAULT_LIMIT
  const bytes = from instanceof Uint8Array ? checkLength(from, limit) : await readAll(typeof from === 'string' ? createReadStream(from) : from, limit)
  return { name, ...decodeBytes(bytes, name), sha256: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length }
}

function checkLength(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length > limit) throw new UnreadableDocumentError('too-large', { limit: megabytes(limit) })
  return bytes
}

async function readAll(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit) throw new UnreadableDocumentError('too-large', { limit: megabytes(limit) })
    }
  } catch (cause) {
    throw cause instanceof UnreadableDocumentError ? cause : toUnreadable(cause)
  }
  return Buffer.concat(chunks)
}

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 1000) / 1000

const REASONS: Readonly<Record<string, string>> = { EISDIR: 'directory', EACCES: 'permission', EPERM: 'permission' }

function toUnreadable(cause: unknown): UnreadableDocumentError {
  const detail = String((cause as NodeJS.ErrnoException).code ?? cause)
  if (detail === 'ENOENT' || detail === 'ENOTDIR') return new UnreadableDocumentError('not-found', {}, { cause })
  return new UnreadableDocumentError('unreadable', { reason: REASONS[detail] ?? 'input-output', detail }, { cause })
}
