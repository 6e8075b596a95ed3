import type { Source } from './plan.js'
import type { Span } from './span.js'

/** A cell that a structured reader (HTML, Word) saw, its span into the reader's text. */
export interface CellMark {
  readonly span: Span
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
}

/** A table that a structured reader saw. */
export interface TableMark {
  readonly span: Span
  readonly rows: readonly (readonly CellMark[])[]
}

/**
 * What every reader gives: the text as it stood in the file and what was known of its layout.
 * Structured readers print one block a line, table rows one a line with a tab between cells.
 */
export interface SourceText {
  readonly text: string
  readonly reader: Source['reader']
  readonly mediaType: string
  /** true where a line break ends a paragraph for certain (HTML, Word); false where lines may be hard-wrapped. */
  readonly paragraphsAreLines: boolean
  readonly tables: readonly TableMark[]
  readonly pages: readonly { readonly number: number; readonly span: Span }[] | null
}

/** The canonical text of a document, one paragraph a line, and the way back to what was read. */
export interface NormalisedText {
  readonly text: string
  /** Same length as `text`; see FoldedText. */
  readonly folded: string
  readonly toSource: (span: Span) => Span
  /** Tables of the reader, their spans now into `text`. */
  readonly tables: readonly TableMark[]
  readonly pages: readonly { readonly number: number; readonly span: Span }[] | null
  readonly metadata: Readonly<Record<string, string>>
  readonly encoding: string
  /** What surrounds the document on a web page, set apart: spans into the source. */
  readonly setApart: readonly Span[]
  /** The page itself is a press article (a headline with a publication clock or a byline), as far as its furniture tells. */
  readonly looksLikeArticle: boolean
  /** The text breaks off ("[...]", "Xem thêm" in mid-document): offset in `text` of the cut, or null. */
  readonly cutAt: number | null
}
