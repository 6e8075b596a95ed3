import type { Writable } from 'node:stream'
import { toExplanation } from '../export/explanation.js'
import { type Exporter, EXPORTS } from '../export/exports.js'
import { toSummary } from '../export/summary.js'
import type { PlanDocument } from '../model/plan.js'
import { extractInputs, type InputRequest, type InputResult } from './inputs.js'
import { write } from './write.js'

/** Forms of the extract itself, and the exports. */
export const FORMATS = ['json', 'ndjson', 'table', ...EXPORTS.map(({ id }) => id)] as const
export type Format = (typeof FORMATS)[number]
type PrintFormat = 'json' | 'ndjson' | 'table'

/** What `kehoach extract` was asked for, and where it may write. */
export interface ExtractRequest extends InputRequest {
  readonly format: Format
  readonly explain: boolean
  readonly columns: number
  readonly color: boolean
  readonly out: Writable
}

/** Extract every source in turn and print it as soon as it is read; the number is that of sources which failed. */
export async function runExtract(request: ExtractRequest): Promise<number> {
  const exporter = exporterOf(request.format)
  if (exporter) return exportAll(exporter, request)
  const print = PRINTERS[request.format as PrintFormat](request)
  let failed = 0
  let index = 0
  for await (const result of extractInputs(request)) {
    if ('error' in result) failed++
    else if (request.explain && request.format !== 'table') await write(request.messages, toExplanation(result.document, request))
    if (!(await write(request.out, print.item(result, index++)))) return failed
  }
  await write(request.out, print.end)
  return failed
}

/** The export that a format names; none for the forms of the extract itself. */
export const exporterOf = (format: Format): Exporter | undefined => EXPORTS.find(({ id }) => id === format)

/** All documents into one file. */
async function exportAll(exporter: Exporter, request: ExtractRequest): Promise<number> {
  const documents: PlanDocument[] = []
  let failed = 0
  for await (const result of extractInputs(request)) {
    if ('error' in result) failed++
    else documents.push(result.document)
  }
  if (documents.length) await write(request.out, await exporter.write(documents, { language: request.language }))
  return failed
}

interface Printer {
  readonly item: (result: InputResult, index: number) => string
  readonly end: string
}

const PRINTERS: Readonly<Record<PrintFormat, (request: ExtractRequest) => Printer>> = {
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

function toTable(result: InputResult, index: number, request: ExtractRequest): string {
  if ('error' in result) return ''
  const title = request.sources.length > 1 ? `${index ? '\n' : ''}==> ${result.source} <==\n` : ''
  const explanation = request.explain ? toExplanation(result.document, request) : ''
  return title + toSummary(result.document, request) + (explanation && `\n${explanation}`)
}
