import type { ReadBody } from '../../model/body-reader.js'
import type { DatedWords } from '../../model/plan.js'
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

/** What found a citation. */
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

/** Where lines begin and end. */
export interface Lines {
  /** Offset of the first unit of the line that `at` lies on. */
  readonly startOf: (at: number) => number
  /** Offset of the line break behind `at`, or the text's end. */
  readonly endOf: (at: number) => number
}

/** Lines of a text by their breaks. Readers go through it in order, so that the line that was asked for last is looked at first. */
export function linesBetween(breaksInside: readonly number[], length: number): Lines {
  const breaks = [...breaksInside, length]
  let line = 0
  const seek = (at: number): number => {
    const start = line > 0 ? breaks[line - 1]! : -1
    if (at <= start || at > breaks[line]!) line = firstFrom(breaks, at)
    return line
  }
  return {
    startOf: (at) => (seek(at) > 0 ? breaks[line - 1]! + 1 : 0),
    endOf: (at) => breaks[seek(at)]!,
  }
}

/** The index of the first break at or behind `at`. */
function firstFrom(breaks: readonly number[], at: number): number {
  let low = 0
  let high = breaks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (breaks[middle]! < at) low = middle + 1
    else high = middle
  }
  return low
}
