import { type FormKey, formOf } from '../grammar/draft-forms.js'
import type { Citation, PlanDocument } from '../model/plan.js'
import type { DraftStyle, FullProfile } from '../model/profile.js'
import type { Span } from '../model/span.js'
import type { Blank, BlankId, DraftCitation, DraftFacts, DraftTask, Paragraph, ParagraphKind, Piece } from './plan-draft.js'

/** What a draft is made from. */
export interface DraftInput {
  readonly parent: PlanDocument
  readonly profile: FullProfile
  /** Name of the body written out: "Ủy ban nhân dân xã Tân Kỳ". */
  readonly name: string
  /** The same completed with its place, as a reader of the heading would: "Sở Y tế tỉnh Hải Dương". */
  readonly fullName: string
  /** Name of the body above it, written out; null where the profile has none. */
  readonly parentName: string | null
  /** Instruments that the title in the profile names. */
  readonly titleCitations: readonly Citation[]
  /** Name of the body's own place, for the dateline; null where its name does not tell. */
  readonly ownPlace: string | null
  /** Which tasks of the plan received are this body's: `true`, or `null` where the text does not say which of a group are meant. */
  readonly given: ReadonlyMap<number, true | null>
  /** Which of its units a task names, by index. */
  readonly units: ReadonlyMap<number, number>
}

/** A draft while it is written: paragraphs from the top, and beside them the facts that they state. */
export interface Writer {
  readonly input: DraftInput
  readonly style: DraftStyle
  readonly paragraphs: Paragraph[]
  readonly blanks: Blank[]
  readonly sections: DraftFacts['sections'][number][]
  readonly tasks: DraftTask[]
  readonly citations: DraftCitation[]
}

export const createWriter = (input: DraftInput): Writer => ({ input, style: input.profile.style, paragraphs: [], blanks: [], sections: [], tasks: [], citations: [] })

/** Add a paragraph; its blanks go to the list. */
export function put(writer: Writer, kind: ParagraphKind, pieces: readonly (Piece | null)[]): void {
  const kept = pieces.filter((piece) => piece !== null)
  for (const { from } of kept) if (from.source === 'blank') writer.blanks.push({ id: from.blank, paragraph: writer.paragraphs.length })
  writer.paragraphs.push({ kind, pieces: kept })
}

/** Six dots: two ellipses, which no program takes for the end of a sentence. */
const BLANK = '……'

export const blank = (id: BlankId): Piece => ({ text: BLANK, from: { source: 'blank', blank: id } })

export const layout = (text: string): Piece => ({ text, from: { source: 'layout' } })

export function form(id: FormKey, style: DraftStyle): Piece {
  const { text } = formOf(id, style)
  return { text, from: { source: 'form', id } }
}

export const ofProfile = (field: string, text: string): Piece => ({ text, from: { source: 'profile', field } })

/** Words of the plan received; a line end inside becomes a space of the layout. */
export function ofParent({ text }: PlanDocument, span: Span): Piece[] {
  const pieces: Piece[] = []
  for (let at = span.start; at < span.end; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 || found > span.end ? span.end : found
    if (end > at) pieces.push({ text: text.slice(at, end), from: { source: 'parent', span: { start: at, end } } })
    if (end < span.end) pieces.push(layout(' '))
    at = end + 1
  }
  return pieces
}
