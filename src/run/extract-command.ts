import type { Writable } from 'node:stream'
import { toExplanation } from '../export/explanation.js'
import { toSummary } from '../export/summary.js'
import { type Language, wordFailure } from '../grammar/wording.js'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { PlanDocument } from '../model/plan.js'
import { extractFile } from './extract-file.js'

export const FORMATS = ['json', 'ndjson', 'table'] as const
export type Format = (typeof FORMATS)[number]

/** What `kehoach extract` was asked for, and where it may write. */
export interface ExtractRequest {
  /** Paths in the order given; `-` is the standard input. */
  readonly sources: readonly string[]
  readonly format: Format
  readonly language: Language
  readonly explain: boolean
  /** The most bytes of one input. */
  readonly limit: number
  readonly columns: number
  readonly color: boolean
  readonly stdin: AsyncIterable<Uint8Array>
  readonly out: Writable
  readonly messages: Writable
}

type Result = { readonly source: string; readonly document: PlanDocument } | { readonly source: string; readonly error: { readonly code: string; readonly message: string } }

/** Extract every source in turn and print it as soon as it is read; the number is that of sources which failed. */
export async function runExtract(request: ExtractRequest): Promise<number> {
  const print = PRINTERS[request.format](request)
  let failed = 0
  let index = 0
  for (const source of request.sources) {
    const result = await extractInput(source, request)
    if ('error' in result) {
      failed++
      await write(request.messages, `kehoach: ${result.error.message}\n`)
    } else if (request.explain && request.format !== 'table') await write(request.messages, toExplanation(result.document, request))
    if (!(await write(request.out, print.item(result, index++)))) return failed
  }
  await write(request.out, print.end)
  return failed
}

async function extractInput(source: string, request: ExtractRequest): Promise<Result> {
  try {
    const document = await extractFile(source === '-' ? request.stdin : source, { language: request.language, limits: { bytes: request.limit } })
    return { source, document }
  } catch (error) {
    const failure = error instanceof UnreadableDocumentError ? error : new UnreadableDocumentError('unreadable', { reason: 'internal', detail: String(error) })
    return { source, error: { code: failure.code, message: wordFailure(failure, source, request.language) } }
  }
}

interface Printer {
  readonly item: (result: Result, index: number) => string
  readonly end: string
}

const PRINTERS: Readonly<Record<Format, (request: ExtractRequest) => Printer>> = {
  ndjson: () => ({ item: (result) => `${JSON.stringify('error' in result ? result : result.document)}\n`, end: '' }),
  json: ({ sources }) => (sources.length > 1 ? JSON_ARRAY : JSON_SINGLE),
  table: (request) => ({ item: (result, index) => toTable(result, index, request), end: '' }),
}

const JSON_SINGLE: Printer = { item: (result) => ('error' in result ? '' : `${JSON.stringify(result.document, null, 2)}\n`), end: '' }

/** A failed input keeps its place in the array. */
const JSON_ARRAY: Printer = {
  item: (result, index) => `${index ? ',\n' : '[\n'}${JSON.stringify('error' in result ? result : result.document, null, 2)}`,
  end: '\n]\n',
}

function toTable(result: Result, index: number, request: ExtractRequest): string {
  if ('error' in result) return ''
  const title = request.sources.length > 1 ? `${index ? '\n' : ''}==> ${result.source} <==\n` : ''
  const explanation = request.explain ? toExplanation(result.document, request) : ''
  return title + toSummary(result.document, request) + (explanation && `\n${explanation}`)
}

/** Write and wait until it is taken; false where the reader has gone (`| head`). */
export function write(stream: Writable, text: string): Promise<boolean> {
  if (!text) return Promise.resolve(true)
  if (stream.destroyed) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve(true)
      else if (isGone(error)) resolve(false)
      else reject(error)
    })
  })
}

/** The other end of a pipe was closed: no mistake of anybody. */
export const isGone = (error: unknown): boolean => ['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')
