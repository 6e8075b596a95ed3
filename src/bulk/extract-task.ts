import { UnreadableDocumentError } from '../model/diagnostics.js'
import { isOcrDeferred } from '../read/reader.js'
import { extractFile } from '../run/extract-file.js'
import type { Answer, ExtractTask, Outcome } from './task.js'

const ENCODER = new TextEncoder()

/** Read one file's bytes; whatever goes wrong is an outcome, never an exception. */
export async function extractTask({ source, bytes, options, limits, ocr }: ExtractTask): Promise<Answer> {
  try {
    const document = await extractFile(bytes, { ...options, name: source, limits, ocr })
    return { status: 'done', line: ENCODER.encode(JSON.stringify(document)), pages: document.source.pages?.length ?? 1 }
  } catch (error) {
    if (isOcrDeferred(error)) return { status: 'deferred', bytes }
    return failureOf(error)
  }
}

/** The outcome that an error stands for; one that is none of ours is told as `unreadable`. */
export function failureOf(error: unknown): Extract<Outcome, { status: 'failed' }> {
  if (error instanceof UnreadableDocumentError) return { status: 'failed', code: error.code, args: error.args }
  return { status: 'failed', code: 'unreadable', args: { reason: 'internal', detail: String(error) } }
}
