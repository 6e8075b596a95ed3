import type { Severity } from './plan.js'
import type { Span } from './span.js'

/** Arguments of each diagnostic code; a language whose wording lacks a code does not compile. */
export interface DiagnosticArgs {
  'header/number-missing': { readonly symbol: string }
  'header/date-incomplete': { readonly found: string }
  'header/type-symbol-mismatch': { readonly type: string; readonly notation: string }
  'citation/type-symbol-mismatch': { readonly type: string; readonly notation: string }
  'citation/date-conflict': { readonly notation: string; readonly first: string; readonly second: string }
  'citation/impossible-date': { readonly found: string }
  'citation/issuer-conflict': { readonly notation: string; readonly first: string; readonly second: string }
  'citation/issuer-not-there': { readonly issuer: string; readonly notation: string; readonly date: string }
  'citation/superseded-number': { readonly name: string; readonly notation: string; readonly replacement: string; readonly since: string }
  'citation/number-missing': { readonly symbol: string }
  'citation/date-missing': { readonly notation: string }
  'citation/unresolved': { readonly type: string; readonly number: string }
  'date/impossible': { readonly found: string }
  'section/numbering-gap': { readonly expected: string; readonly found: string }
  'section/numbering-duplicate': { readonly found: string }
  'source/numbers-lost': { readonly count: number }
  'document/truncated': { readonly because: string }
  'page/read-by-ocr': { readonly page: number; readonly because: string }
  'page/not-read': { readonly page: number; readonly because: string }
  'page/hardly-read': { readonly page: number; readonly confidence: number }
  'ocr/mended': { readonly found: string; readonly mended: string }
  'ocr/unsure': { readonly found: string }
  'ocr/handwritten': { readonly found: string }
  'document/no-plan': { readonly because: string }
}

export type DiagnosticCode = keyof DiagnosticArgs

/** A finding before it is worded: code, typed arguments, place. */
export type Finding = {
  [C in DiagnosticCode]: { readonly code: C; readonly severity: Severity; readonly span: Span | null; readonly args: DiagnosticArgs[C] }
}[DiagnosticCode]

/** Why an input could not be read at all. */
export type FailureCode = 'empty' | 'too-large' | 'not-found' | 'unreadable' | 'unsupported' | 'corrupt' | 'encrypted' | 'timeout' | 'out-of-memory'

/** Thrown for unreadable input only; everything else is a {@link Finding} beside a result. */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError'
  readonly code: FailureCode
  readonly args: Readonly<Record<string, string | number>>

  constructor(code: FailureCode, args: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.args = args
  }
}
