/** Citations alone: what any Vietnamese text cites, in any form. It needs no Node built-ins and runs in browsers as well. */
export type { Language } from './grammar/wording.js'
export type { Body, Citation, CitationParts, Diagnostic, DocumentType, Instrument, Notation, Pinpoint, PinpointUnit, Relation, ResolvedLaw } from './model/plan.js'
export type { Span, Spanned } from './model/span.js'
export { type LexUrn, parseUrn } from './model/urn.js'
export { type CitationExtract, type CitationOptions, createCitationExtractor, extractCitations } from './run/extract-citations.js'
