import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { SourceText } from '../model/source-text.js'

/** How much a reader may take before it gives up with `too-large` or `timeout`. */
export interface ReadLimits {
  /** The most bytes of the input. */
  readonly bytes: number
  /** The most bytes that its packed parts (ZIP, PDF streams) may unpack to, all together. */
  readonly unpackedBytes: number
  readonly pages: number
  /** How deep elements, groups and tables may nest. */
  readonly depth: number
  /** Wall clock for the whole input. */
  readonly milliseconds: number
  /** The most bytes of memory that a reader in a thread of its own may take for its objects. */
  readonly memory: number
}

/** 64 MB packed, half a gigabyte unpacked, two minutes, two gigabytes of memory: far above any plan, far below what hurts a machine. */
export const DEFAULT_LIMITS: ReadLimits = { bytes: 64 * 1024 * 1024, unpackedBytes: 512 * 1024 * 1024, pages: 2000, depth: 200, milliseconds: 120_000, memory: 2048 * 1024 * 1024 }

/** What may be done about pages that only OCR can read; by default they are read at once, on all cores. */
export interface OcrPolicy {
  /** Read no page by OCR: a document that has such pages is refused with {@link ocrDeferred}. */
  readonly defer?: boolean
  /** The most pages of a document that are read at the same time. */
  readonly lanes?: number
  /** The longest that one page may take, 60 seconds by default; the whole input has its own limit. */
  readonly pageMilliseconds?: number
}

const DEFERRED = 'ocr-deferred'

/** The document has pages that only OCR can read, and who called wants to choose when that is done. */
export const ocrDeferred = (): UnreadableDocumentError => new UnreadableDocumentError('unsupported', { reason: DEFERRED })

export const isOcrDeferred = (error: unknown): boolean => error instanceof UnreadableDocumentError && error.args['reason'] === DEFERRED

export interface ReadContext {
  /** Path or name of the input; it never decides against the bytes. */
  readonly name: string | null
  readonly limits: ReadLimits
  readonly ocr?: OcrPolicy
  /** Aborted where the time is up or the caller has gone: a long reader looks at it between pages. `throwIfAborted` looks at the clock itself. */
  readonly signal: AbortSignal
}

/**
 * One format, one reader. `accepts` looks at the first bytes and imports nothing heavy; `read` imports its library when it is called.
 * A reader throws UnreadableDocumentError (`encrypted`, `corrupt`, `empty`, `unsupported`, `too-large`, `timeout`) and nothing else;
 * what it could read with doubts is a finding of the SourceText.
 */
export interface Reader {
  readonly id: string
  readonly accepts: (bytes: Uint8Array, name: string | null) => boolean
  /** Its library works for long without a rest: it is read in a thread of its own, where it can be stopped. */
  readonly apart?: boolean | ((bytes: Uint8Array) => boolean)
  readonly read: (bytes: Uint8Array, context: ReadContext) => Promise<SourceText>
}
