import type { BodyReader } from '../../model/body-reader.js'
import type { FoldedText } from '../../model/folded.js'
import type { Outline } from '../../model/outline.js'
import type { Body, Cell, Citation, DateMention } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import type { ReadAssignment } from './assignment.js'
import type { PlanYears } from './table-periods.js'

/** A table with its place in the outline. */
export interface PlacedTable {
  readonly span: Span
  readonly header: readonly Cell[]
  /** All rows of the head. */
  readonly head: readonly (readonly Cell[])[]
  /** Where the further paragraphs of cells begin. */
  readonly breaks: ReadonlySet<number>
  readonly rows: readonly (readonly Cell[])[]
  readonly section: string | null
  readonly group: readonly string[]
  /** Does it stand in a part that says what to do? */
  readonly inWork: boolean
}

/** Everything tasks are assembled from. */
export interface TaskInput {
  readonly text: FoldedText
  readonly kind: 'document' | 'article'
  readonly outline: Outline
  readonly tables: readonly PlacedTable[]
  readonly dates: readonly DateMention[]
  readonly citations: readonly Citation[]
  readonly bodies: BodyReader
  readonly readAssignment: ReadAssignment
  /** The document's own date, EDTF. */
  readonly issued: string | null
  /** The years that a month or quarter without one belongs to. */
  readonly years: PlanYears
  /** Kính gửi: who an official letter asks. */
  readonly addressees: readonly Body[]
  /** The paragraphs before the outline, from the last căn cứ on: "… yêu cầu các sở … như sau:". */
  readonly preamble: readonly Span[]
  /** Closing paragraphs before Nơi nhận. */
  readonly closing: readonly Span[]
  /** Paragraphs of an article. */
  readonly prose: readonly Span[]
}
