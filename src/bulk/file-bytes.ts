import { open } from 'node:fs/promises'
import { UnreadableDocumentError } from '../model/diagnostics.js'

const MEBIBYTE = 1024 * 1024

/**
 * The bytes of a file as long as it was when it was opened, in memory of their own.
 * @throws UnreadableDocumentError `too-large` where there are more than `limit`, before any is read; errors of the file system
 */
export async function fileBytes(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > limit) throw tooLarge(limit)
    const bytes = new Uint8Array(size)
    let end = 0
    for (let read = -1; read !== 0 && end < size; end += read) read = (await file.read(bytes, end, size - end)).bytesRead
    return end === size ? bytes : bytes.slice(0, end)
  } finally {
    await file.close()
  }
}

/** The limit is told in MB, with at most three decimals. */
export const tooLarge = (limit: number): UnreadableDocumentError => new UnreadableDocumentError('too-large', { limit: Math.round((limit / MEBIBYTE) * 1000) / 1000 })
