import type { ExtractOptions } from '../run/extract-plan.js'
import type { OcrPolicy, ReadLimits } from '../read/reader.js'

/** A file that is to be read; `source` is its name, in messages and for readers that ask for it. */
export interface GivenFile {
  readonly source: string
  readonly bytes: Uint8Array
}

/** What a worker is given: files to read one after the other, and how. */
export interface ExtractTask {
  readonly files: readonly GivenFile[]
  readonly options: ExtractOptions
  readonly limits: Partial<ReadLimits>
  readonly ocr: OcrPolicy
  /** Shared with who waits: which of the files is being read, from 1 on; 0 before the worker has begun. */
  readonly at: Int32Array
  /** Where the lines are written; a larger one takes its place where it is too small. */
  readonly memory: ArrayBuffer | null
}

/** A worker's answer: what came of each file, and the memory that the lines stand in. */
export interface TaskAnswer {
  readonly files: readonly FileAnswer[]
  readonly memory: ArrayBuffer
}

/** The document as bytes `[start, end)` of the memory; or the file back, since it has pages that only OCR can read and was to be read without. */
export type FileAnswer =
  | { readonly status: 'done'; readonly start: number; readonly end: number; readonly pages: number }
  | { readonly status: 'deferred'; readonly bytes: Uint8Array }
  | Failure

export interface Failure {
  readonly status: 'failed'
  readonly code: string
  readonly args: Readonly<Record<string, string | number>>
}

/** What comes of one file: the document as a line of JSON in UTF-8, without the line break, or why there is none. */
export type Outcome = { readonly status: 'done'; readonly line: Uint8Array; readonly pages: number } | Failure

/** What a worker said of a file: an outcome, or the file back where it has pages that only OCR can read. */
export type Answer = Outcome | Extract<FileAnswer, { status: 'deferred' }>
