import type { ExtractOptions } from '../run/extract-plan.js'
import type { ReadLimits } from '../read/reader.js'

/** What a worker is given: the bytes of one file and how to read them. */
export interface ExtractTask {
  readonly source: string
  readonly bytes: Uint8Array
  readonly options: ExtractOptions
  readonly limits: Partial<ReadLimits>
  /** Shared with who waits: set to 1 when a worker begins. */
  readonly begun?: Int32Array
}

/** What comes of one file: the document as a line of JSON in UTF-8, without the line break, or why there is none. */
export type Outcome =
  | { readonly status: 'done'; readonly line: Uint8Array; readonly pages: number }
  | { readonly status: 'failed'; readonly code: string; readonly args: Readonly<Record<string, string | number>> }
