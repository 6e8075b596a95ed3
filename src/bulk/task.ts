import type { ExtractOptions } from '../run/extract-plan.js'
import type { OcrPolicy, ReadLimits } from '../read/reader.js'

/** What a worker is given: the bytes of one file and how to read them. */
export interface ExtractTask {
  readonly source: string
  readonly bytes: Uint8Array
  readonly options: ExtractOptions
  readonly limits: Partial<ReadLimits>
  readonly ocr: OcrPolicy
  /** Shared with who waits: set to 1 when a worker begins. */
  readonly begun?: Int32Array
}

/** A worker's answer: what comes of the file, or the file back, since it has pages that only OCR can read and was to be read without. */
export type Answer = Outcome | { readonly status: 'deferred'; readonly bytes: Uint8Array }

/** What comes of one file: the document as a line of JSON in UTF-8, without the line break, or why there is none. */
export type Outcome =
  | { readonly status: 'done'; readonly line: Uint8Array; readonly pages: number }
  | { readonly status: 'failed'; readonly code: string; readonly args: Readonly<Record<string, string | number>> }
