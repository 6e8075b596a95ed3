import type { ReadBody } from '../../model/body-reader.js'
import type { Citation, DateMention } from '../../model/plan.js'
import type { FoldedText } from '../../model/folded.js'
import type { Span } from '../../model/span.js'

/** What the recogniser of citations is told about the document. */
export interface CitationContext {
  readonly readBody: ReadBody
  /** Where the *căn cứ* stand: what is cited inside is the basis of the document. */
  readonly preamble: Span | null
  /** Lines of the heading block (the document's own number among them): nothing is cited there. */
  readonly skip: readonly Span[]
  /** Code of the document's type: "Kế hoạch này" is the document itself where it is KH. */
  readonly ownType: string | null
}

/** A citation with what other stages need of it and the output does not carry. */
export interface FoundCitation extends Citation {
  /** Where its date stands; null where none is stated with it. */
  readonly dateSpan: Span | null
  /** Id of the rule that found it. */
  readonly by: CitationRule
}

export type CitationRule =
  | 'citation.normative' | 'citation.individual' | 'citation.letter' | 'citation.party' | 'citation.old' | 'citation.blank'
  | 'citation.law' | 'citation.standard' | 'citation.self' | 'citation.short-form'

/** The text and everything that readers of one document share. */
export interface Source extends FoldedText {
  readonly dates: readonly DateMention[]
  readonly context: CitationContext
}
