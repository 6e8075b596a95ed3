import { parentPort } from 'node:worker_threads'
import { type FailureCode, UnreadableDocumentError } from '../model/diagnostics.js'
import type { SourceText } from '../model/source-text.js'
import type { OcrPolicy, ReadLimits } from '../read/reader.js'
import { READERS } from '../read/readers.js'

/** One document for a thread that reads; "abort" ends the one at hand. */
export interface ApartTask {
  /** Id of a built-in reader. */
  readonly reader: string
  readonly bytes: Uint8Array
  readonly name: string | null
  readonly limits: ReadLimits
  readonly ocr: OcrPolicy
}

export type ApartAnswer = { readonly source: SourceText } | { readonly code: FailureCode; readonly args: Readonly<Record<string, string | number>>; readonly cause: string }

let reading: AbortController | undefined

async function answer({ reader: id, bytes, name, limits, ocr }: ApartTask): Promise<ApartAnswer> {
  reading = new AbortController()
  try {
    const reader = READERS.find((candidate) => candidate.id === id)
    if (!reader) throw new UnreadableDocumentError('unsupported')
    return { source: await reader.read(bytes, { name, limits, ocr, signal: reading.signal }) }
  } catch (error) {
    return error instanceof UnreadableDocumentError ? { code: error.code, args: error.args, cause: String(error.cause) } : { code: 'corrupt', args: { reason: 'reader', detail: String(error) }, cause: String(error) }
  } finally {
    reading = undefined
  }
}

parentPort?.on('message', async (message: ApartTask | 'abort') => {
  if (message === 'abort') reading?.abort(new UnreadableDocumentError('timeout'))
  else parentPort?.postMessage(await answer(message))
})
