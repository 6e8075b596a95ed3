import type { Severity } from './plan.js'
import type { Span } from './span.js'

/** Arguments of each finding of form (*thể thức*) and substance beside the diagnostics. */
export interface LintArgs {
  'form/national-missing': { readonly words: string }
  'form/motto-missing': { readonly words: string }
  'form/motto-wording': { readonly found: string; readonly words: string }
  'form/issuer-missing': { readonly [key: string]: never }
  'form/notation-missing': { readonly [key: string]: never }
  'form/number-zero': { readonly found: string; readonly expected: string }
  'form/dateline-missing': { readonly [key: string]: never }
  'form/place-missing': { readonly [key: string]: never }
  'form/date-wording': { readonly found: string; readonly expected: string }
  'form/type-missing': { readonly [key: string]: never }
  'form/title-missing': { readonly [key: string]: never }
  'form/out-of-place': { readonly part: string; readonly before: string }
  'form/basis-missing': { readonly [key: string]: never }
  'form/basis-ending': { readonly found: string }
  'form/recipients-missing': { readonly [key: string]: never }
  'form/archive-missing': { readonly last: string }
  'form/signature-missing': { readonly [key: string]: never }
  'form/signer-missing': { readonly position: string }
  'citation/incomplete': { readonly citation: string; readonly missing: string }
  'citation/unresolved': { readonly citation: string }
  'citation/after-issue': { readonly citation: string; readonly date: string; readonly issued: string }
  'task/none': { readonly [key: string]: never }
  'task/no-body': { readonly task: string }
  'task/no-due': { readonly task: string }
  'due/before-issue': { readonly due: string; readonly issued: string }
  'due/past': { readonly due: string; readonly today: string }
}

export type LintCode = keyof LintArgs

/** What a rule found, before it is worded. */
export interface Hit<C extends LintCode> {
  readonly span: Span | null
  readonly args: LintArgs[C]
}

/** A finding of form or substance, or a diagnostic of the document, worded. */
export interface LintFinding {
  /** Code of a rule ("form/recipients-missing"), or of a diagnostic ("section/numbering-gap"). */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Into `document.text`; null where something is missing. */
  readonly span: Span | null
}
