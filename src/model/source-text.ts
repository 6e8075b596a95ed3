import type { Finding } from './diagnostics.js'
import type { Source } from './plan.js'
import type { Span } from './span.js'

/** A cell that a structured reader (HTML, Word) saw, its span into the reader's text. */
export interface CellMark {
  readonly span: Span
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
  /** Where the further paragraphs of the cell begin, into the reader's text; left out where it has one. */
  readonly breaks?: readonly number[]
}

/** A table that a structured reader saw. */
export interface TableMark {
  readonly span: Span
  readonly rows: readonly (readonly CellMark[])[]
}

/** Words that stand together on a page in one font: where they are on paper. */
export interface RunMark {
  /** Into the reader's text. */
  readonly span: Span
  /** Counted from 1. */
  readonly page: number
  /** Left, top, width, height in points (1/72 inch) from the page's upper left corner. */
  readonly box: readonly [left: number, top: number, width: number, height: number]
  /** In points. */
  readonly fontSize: number
  /** Mean confidence of OCR in these words, 0 to 1; null where nothing was guessed. */
  readonly confidence: number | null
  /** Digits that a hand wrote into the form. */
  readonly hand?: true
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
  /** What the letters were before the reader repaired them: "unicode", "tcvn3", "vni", "viqr", "windows-1258" … */
  readonly encoding: string
  /** Engine and mean confidence where pages were read by OCR; null where none was. */
  readonly ocr: Source['ocr']
  /** Runs with their places on paper, in the order of the text; [] where the format knows no pages. */
  readonly runs: readonly RunMark[]
  /** What the reader noticed, with spans into its text. */
  readonly findings: readonly Finding[]
}

/** What a reader that knows no layout leaves open. */
export const WITHOUT_LAYOUT = { tables: [], pages: null, encoding: 'unicode', ocr: null, runs: [], findings: [] } as const satisfies Partial<SourceText>

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
  /** Of the reader, their spans now into `text`. */
  readonly findings: readonly Finding[]
  /** What surrounds the document on a web page, set apart: spans into the source. */
  readonly setApart: readonly Span[]
  /** The page itself is a press article (a headline with a publication clock or a byline), as far as its furniture tells. */
  readonly looksLikeArticle: boolean
  /** The text breaks off ("[...]", "Xem thêm" in mid-document): offset in `text` of the cut, or null. */
  readonly cutAt: number | null
}
