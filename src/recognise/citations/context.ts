import type { ReadBody } from '../../model/body-reader.js'
import type { Citation, DatedWords } from '../../model/plan.js'
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
  /** No document stands around the text: what is said of an instrument is told by the words before it alone, finer than a document's relations. */
  readonly finer?: boolean
  /** ISO day of the text; null or left out where it is not known. */
  readonly issued?: string | null
}

/** A citation with what the output does not carry. */
export interface FoundCitation extends Citation {
  /** Id of the rule that found it. */
  readonly by: CitationRule
}

export type CitationRule =
  | 'citation.normative' | 'citation.individual' | 'citation.letter' | 'citation.party' | 'citation.old' | 'citation.blank'
  | 'citation.law' | 'citation.standard' | 'citation.self' | 'citation.short-form'

/** Where dates stand. */
export interface DateFinder {
  /** The first date that begins between two offsets, both included. */
  readonly startingIn: (from: number, to: number) => DatedWords | undefined
}

/** The text and everything that readers of one document share. */
export interface Source extends FoldedText {
  readonly dates: DateFinder
  readonly context: CitationContext
  readonly lines: Lines
}

/** Where lines begin and end: looked up, not searched for, so that a text of one long line costs no more. */
export interface Lines {
  /** Offset of the first unit of the line that `at` lies on. */
  readonly startOf: (at: number) => number
  /** Offset of the line break behind `at`, or the text's end. */
  readonly endOf: (at: number) => number
}

/** Find the line breaks of a text once. */
export function findLines(text: string): Lines {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  const firstFrom = (at: number): number => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (breaks[middle]! < at) low = middle + 1
      else high = middle
    }
    return low
  }
  return { startOf: (at) => (breaks[firstFrom(at) - 1] ?? -1) + 1, endOf: (at) => breaks[firstFrom(at)] ?? text.length }
}
