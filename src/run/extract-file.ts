import type { PlanDocument } from '../model/plan.js'
import { type ExtractOptions, extractPlan } from './extract-plan.js'
import { type ReadFrom, type ReadOptions, type ReadSource, readDocument } from './read-document.js'

/**
 * Read one file, bytes, a Blob or a stream and extract its plan; `source` says name, sha256 and length of what was read.
 * @throws UnreadableDocumentError with a code where it cannot be read
 */
export async function extractFile(from: ReadFrom, options: ExtractOptions & ReadOptions = {}): Promise<PlanDocument> {
  return extractSource(await readDocument(from, options), options)
}

/** Extract the plan of a document that was read with {@link readDocument}. */
export function extractSource(source: ReadSource, options: ExtractOptions = {}): PlanDocument {
  const document = extractPlan(source, options)
  return { ...document, source: { ...document.source, name: source.name, sha256: source.sha256, byteLength: source.byteLength } }
}
