import { join } from 'node:path'
import { LineFile } from './ledger.js'
import { linesOfFile } from './lines-of-file.js'
import type { Outcome } from './task.js'

const FILE = 'waiting.ndjson'

interface Stored {
  readonly offset: number
  readonly length: number
}

type Done = Extract<Outcome, { status: 'done' }>

/** A failure, or where a document stands in the file. */
type Kept = Exclude<Outcome, Done> | { readonly status: 'kept'; readonly pages: number; readonly stored: Stored }

/**
 * Where results wait on disk until those before them are there: results are written in the order of the inputs, and one long scan
 * must neither hold up the other workers nor fill the memory. What waits survives a crash and is not read again.
 */
export class WaitingRoom {
  readonly #file: LineFile
  readonly #kept: Map<string, Kept>
  /** Results that are being put aside. */
  #coming = 0

  private constructor(file: LineFile, kept: Map<string, Kept>) {
    this.#file = file
    this.#kept = kept
  }

  static async open(directory: string, fingerprint: string): Promise<WaitingRoom> {
    const path = join(directory, FILE)
    const kept = new Map<string, Kept>()
    let end = 0
    for await (const { text, start, next } of linesOfFile(path)) {
      const found = parse(text, start, fingerprint)
      if (!found) break
      kept.set(found.sha256, found.outcome)
      end = next
    }
    return new WaitingRoom(await LineFile.open(path, end), kept)
  }

  /** The result of a content that an earlier run, or this one, left here. */
  async take(sha256: string): Promise<Outcome | undefined> {
    const kept = this.#kept.get(sha256)
    if (!kept || kept.status === 'failed') return kept
    const line = await this.#file.read(kept.stored.offset, kept.stored.length)
    return { status: 'done', pages: kept.pages, line }
  }

  has(sha256: string): boolean {
    return this.#kept.has(sha256)
  }

  /** Put a result aside. */
  async keep(sha256: string, fingerprint: string, outcome: Outcome): Promise<void> {
    const head = JSON.stringify({ fingerprint, sha256, ...(outcome.status === 'failed' ? outcome : { status: 'done', pages: outcome.pages }) })
    const line = outcome.status === 'failed' ? ENCODER.encode(head) : joined(head, outcome.line)
    this.#coming++
    const offset = await this.#file.add(line).finally(() => this.#coming--)
    const start = offset + ENCODER.encode(head).length - 1 + DOCUMENT.length
    this.#kept.set(sha256, outcome.status === 'failed' ? outcome : { status: 'kept', pages: outcome.pages, stored: { offset: start, length: outcome.line.length } })
  }

  /** A result that was taken has been written: when nothing waits any more the file begins anew. */
  async release(sha256: string): Promise<void> {
    if (!this.#kept.delete(sha256)) return
    if (this.#kept.size === 0 && this.#coming === 0) await this.#file.cut(0)
  }

  close = (): Promise<void> => this.#file.close()
}

const ENCODER = new TextEncoder()
const DOCUMENT = ',"document":'

/** `{"sha256":…,"pages":…,"document":{…}}`, the document's bytes as they are. */
function joined(head: string, document: Uint8Array): Uint8Array {
  return Buffer.concat([ENCODER.encode(head.slice(0, -1) + DOCUMENT), document, ENCODER.encode('}')])
}

function parse(text: string, start: number, fingerprint: string): { sha256: string; outcome: Kept } | undefined {
  let value: { fingerprint: string; sha256: string; status: 'done' | 'failed'; pages: number; code: string; args: Record<string, string | number> }
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (value.fingerprint !== fingerprint) return undefined
  if (value.status === 'failed') return { sha256: value.sha256, outcome: { status: 'failed', code: value.code, args: value.args } }
  const at = text.indexOf(DOCUMENT)
  const offset = start + Buffer.byteLength(text.slice(0, at)) + DOCUMENT.length
  return { sha256: value.sha256, outcome: { status: 'kept', pages: value.pages, stored: { offset, length: Buffer.byteLength(text) - (offset - start) - 1 } } }
}
