/** Dates alone, of any Vietnamese text: `kehoach/dates`. Like the core it needs no Node built-ins. */
export type { Language } from './grammar/wording.js'
export type { DateMention, DateParts, DateRole, Diagnostic, Inference, Severity } from './model/plan.js'
export type { Span } from './model/span.js'
export { type DateOptions, type ExtractedDates, extractDates } from './run/extract-dates.js'
