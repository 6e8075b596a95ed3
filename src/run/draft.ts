import type { PlacedTable } from '../assemble/tasks/index.js'
import type { BodyReader } from '../model/body-reader.js'
import type { Finding } from '../model/diagnostics.js'
import type { FoldedText } from '../model/folded.js'
import type { Outline } from '../model/outline.js'
import type { PlaceContext } from '../model/place-context.js'
import type { Body, Citation, DateMention, Footnote, Instrument, Recipient, Role, Signature, Table, Target, Task } from '../model/plan.js'
import type { NormalisedText } from '../model/source-text.js'
import type { Span } from '../model/span.js'
import type { ClosingBlock } from '../segment/closing-block/index.js'
import type { HeadingBlock } from '../segment/heading-block/index.js'
import type { Line } from '../segment/lines.js'

/** What is known of a document so far: each pass adds its part and changes nobody else's. */
export interface Draft {
  readonly normalised: NormalisedText
  readonly text: FoldedText
  readonly lines: readonly Line[]
  readonly heading: HeadingBlock
  readonly places: PlaceContext
  readonly bodies: BodyReader
  readonly issuer: { readonly issuer: Body | null; readonly jointIssuers: readonly Body[]; readonly parent: Body | null; readonly addressees: readonly Body[] }
  readonly closings: readonly ClosingBlock[]
  readonly recipients: readonly Recipient[]
  readonly signatures: readonly Signature[]
  readonly footnotes: readonly Footnote[]
  /** Lines that are no body: tables, closing blocks, footnotes, closing paragraphs. */
  readonly taken: ReadonlySet<number>
  readonly closingParagraphs: readonly Span[]
  readonly outline: Outline
  readonly tables: readonly Table[]
  /** Where the further paragraphs of table cells begin. */
  readonly cellBreaks: ReadonlySet<number>
  readonly placedTables: readonly PlacedTable[]
  readonly dates: readonly DateMention[]
  readonly citations: readonly Citation[]
  readonly instruments: readonly Instrument[]
  readonly tasks: readonly Task[]
  readonly targets: readonly Target[]
  readonly findings: readonly Finding[]
}

/** What a user adds to the grammars for one extractor. */
export interface OwnGrammar {
  /** Names of bodies the grammars do not know, as written. */
  readonly bodies: readonly string[]
  /** Titles of sections, folded, with their roles. */
  readonly sectionTitles: ReadonlyMap<string, Role>
}

/** A step of the extraction. A new rule is a new pass or a grammar row, never an `if` in the engine. */
export interface Pass {
  readonly id: string
  readonly run: (draft: Draft, own: OwnGrammar) => Partial<Draft>
}
