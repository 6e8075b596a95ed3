import { boundsOf } from '../model/edtf.js'
import { fold } from '../model/folded.js'
import type { PlanDocument } from '../model/plan.js'
import { storedDocuments } from './stored-documents.js'

/** Which documents are wanted; all that is named must hold. */
export interface CorpusFilter {
  /** Code of the document type: "KH", "QĐ" … */
  readonly type?: string
  /** Words of the issuer's name, in any case. */
  readonly issuer?: string
  /** Issued on or after, on or before: `YYYY-MM-DD`. A document without a date is left out. */
  readonly from?: string
  readonly to?: string
  /** Words of the name of a body that has a task, leading or joining. */
  readonly body?: string
  /** Anything else. */
  readonly where?: (document: PlanDocument) => boolean
}

const DECODER = new TextDecoder()

/**
 * The documents of a folder of results, in the order of the inputs, one at a time: memory does not grow with their number.
 * @throws NoResultsError
 */
export async function* corpus(directory: string, filter: CorpusFilter = {}): AsyncGenerator<PlanDocument> {
  for await (const { line } of storedDocuments(directory)) {
    if (!line) continue
    const document = JSON.parse(DECODER.decode(line)) as PlanDocument
    if (isWanted(document, filter)) yield document
  }
}

function isWanted(document: PlanDocument, { type, issuer, from, to, body, where }: CorpusFilter): boolean {
  const { header } = document
  if (type !== undefined && header.type?.code !== type) return false
  if (issuer !== undefined && !has(header.issuer?.name, issuer)) return false
  if ((from !== undefined || to !== undefined) && !isBetween(header.issued, from, to)) return false
  if (body !== undefined && !document.tasks.some((task) => [...task.responsible, ...task.coordinating].some(({ name, text }) => has(name, body) || has(text, body)))) return false
  return where?.(document) ?? true
}

const has = (name: string | undefined, words: string): boolean => name !== undefined && fold(name.normalize('NFC')).includes(fold(words.normalize('NFC')))

function isBetween(issued: string | null, from: string | undefined, to: string | undefined): boolean {
  const bounds = issued === null ? undefined : boundsOf(issued)
  if (!bounds?.first || !bounds.last) return false
  return (from === undefined || bounds.last >= from) && (to === undefined || bounds.first <= to)
}
