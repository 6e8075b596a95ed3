import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { LEDGER, type LedgerEntry, readLedger } from './ledger.js'

/** A line of the ledger with its document's bytes, null where it has none. */
export interface StoredDocument {
  readonly entry: LedgerEntry
  readonly line: Uint8Array | null
}

/** What a folder of results holds: for each input its last line in the ledger, in order, with its document. */
export async function* storedDocuments(directory: string): AsyncGenerator<StoredDocument> {
  const parts = new Map<string, FileHandle>()
  try {
    for (const entry of await lastEntries(directory)) {
      if (entry.status !== 'done') yield { entry, line: null }
      else yield { entry, line: await readAt(await partOf(parts, join(directory, entry.part!)), entry.offset!, entry.length!) }
    }
  } finally {
    for (const part of parts.values()) await part.close()
  }
}

/** The lines that hold; one whose input was read again later does not. */
async function lastEntries(directory: string): Promise<readonly LedgerEntry[]> {
  const last = new Map<string, LedgerEntry>()
  const { head } = await readLedger(join(directory, LEDGER), (entry) => {
    last.set(entry.source, entry)
    return true
  })
  if (!head) throw new NoResultsError(directory)
  return [...last.values()]
}

/** Thrown where a folder holds no results. */
export class NoResultsError extends Error {
  override readonly name = 'NoResultsError'
  constructor(readonly directory: string) {
    super(`${directory} holds no results of kehoach bulk`)
  }
}

/** Parts are few and read one after the other; two stay open. */
async function partOf(parts: Map<string, FileHandle>, path: string): Promise<FileHandle> {
  const known = parts.get(path)
  if (known) return known
  for (const [other, file] of parts) {
    if (parts.size < 2) break
    parts.delete(other)
    await file.close()
  }
  const file = await open(path, 'r')
  parts.set(path, file)
  return file
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, offset)
  if (bytesRead !== length) throw new RangeError(`the document at ${offset} is cut off`)
  return bytes
}
