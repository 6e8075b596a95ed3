import type { PlanDocument } from '../model/plan.js'
import { type ExtractOptions, extractPlan } from './extract-plan.js'
import { type Input, type ReadOptions, readInput } from './read-input.js'

/**
 * Read one file and extract its plan; `source` says name, sha256 and length of what was read.
 * @throws UnreadableDocumentError with a code where the file cannot be read as text
 */
export async function extractFile(path: string, options: ExtractOptions & ReadOptions = {}): Promise<PlanDocument> {
  return extractInput(await readInput(path, options), options)
}

/** Extract the plan of an input that was read with {@link readInput}. */
export function extractInput(input: Input, options: ExtractOptions = {}): PlanDocument {
  const document = extractPlan(input.text, { mediaType: input.mediaType, ...options })
  return { ...document, source: { ...document.source, name: input.name, sha256: input.sha256, byteLength: input.byteLength } }
}
