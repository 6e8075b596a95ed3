import type { Writable } from 'node:stream'
import { type Language, wordFailure } from '../grammar/wording.js'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { PlanDocument } from '../model/plan.js'
import { extractFile } from './extract-file.js'
import { write } from './write.js'

/** What a command that reads plans was given. */
export interface InputRequest {
  /** Paths in the order given; `-` is the standard input. */
  readonly sources: readonly string[]
  readonly language: Language
  /** The most bytes of one input. */
  readonly limit: number
  readonly stdin: AsyncIterable<Uint8Array>
  /** Where it is told of an input that cannot be read. */
  readonly messages: Writable
}

/** A plan, or why it could not be read. */
export type InputResult = { readonly source: string; readonly document: PlanDocument } | { readonly source: string; readonly error: { readonly code: string; readonly message: string } }

/** Each input in turn; one that cannot be read is told of in `messages` and does not stop the others. */
export async function* extractInputs(request: InputRequest): AsyncGenerator<InputResult> {
  for (const source of request.sources) {
    const result = await extractInput(source, request)
    if ('error' in result) await write(request.messages, `kehoach: ${result.error.message}\n`)
    yield result
  }
}

/** What was made of an input; undefined where it could not be read, which is told in `messages`. */
export async function readOrTell<T>(source: string, request: InputRequest, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    await write(request.messages, `kehoach: ${toFailure(error, source, request).error.message}\n`)
    return undefined
  }
}

async function extractInput(source: string, request: InputRequest): Promise<InputResult> {
  try {
    const document = await extractFile(source === '-' ? request.stdin : source, { language: request.language, limits: { bytes: request.limit } })
    return { source, document }
  } catch (error) {
    return toFailure(error, source, request)
  }
}

function toFailure(error: unknown, source: string, { language }: InputRequest): Extract<InputResult, { error: unknown }> {
  const failure = error instanceof UnreadableDocumentError ? error : new UnreadableDocumentError('unreadable', { reason: 'internal', detail: String(error) })
  return { source, error: { code: failure.code, message: wordFailure(failure, source, language) } }
}
