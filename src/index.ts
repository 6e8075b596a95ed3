/** The core: text in, typed objects out. It needs no Node built-ins and runs in browsers as well; `kehoach/node` adds files. */
export { toSummary, type SummaryOptions } from './export/summary.js'
export type { Language } from './grammar/wording.js'
export { type DiagnosticArgs, type DiagnosticCode, type FailureCode, UnreadableDocumentError } from './model/diagnostics.js'
export type * from './model/plan.js'
export type { CellMark, RunMark, SourceText, TableMark } from './model/source-text.js'
export type { Span, Spanned } from './model/span.js'
export { type DecodedBytes, decodeBytes } from './read/bytes.js'
export { createExtractor, type ExtractOptions, extractPlan } from './run/extract-plan.js'
