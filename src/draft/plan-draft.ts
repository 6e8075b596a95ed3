import type { Role } from '../model/plan.js'
import type { DraftStyle } from '../model/profile.js'
import type { Span } from '../model/span.js'

/** Where words of a draft come from. */
export type Origin =
  /** The plan received: `parent.text` at the span, letter for letter, or in capitals. */
  | { readonly source: 'parent'; readonly span: Span }
  /** A time of the plan received, moved by `daysBefore` of the profile, or with the year that the plan gives it. */
  | { readonly source: 'due'; readonly span: Span }
  /** A field of the profile: "units.0.name". */
  | { readonly source: 'profile'; readonly field: string }
  /** A row of grammars/draft-forms.tsv, or the name of a type of documents. */
  | { readonly source: 'form'; readonly id: string }
  /** Numbers, markers and punctuation that the draft sets itself. */
  | { readonly source: 'layout' }
  /** What only a person can know: an entry of `draft.blanks`. */
  | { readonly source: 'blank'; readonly blank: BlankId }

export interface Piece {
  readonly text: string
  readonly from: Origin
}

export type BlankId = 'number' | 'code' | 'place' | 'day' | 'month' | 'year' | 'title' | 'parent-document' | 'parent-number' | 'parent-day' | 'parent-month' | 'parent-year' | 'tasks' | 'units' | 'unit-tasks' | 'reporting' | 'funding' | 'signer' | 'position'

export type ParagraphKind =
  | 'parent' | 'issuer' | 'star' | 'notation' | 'national' | 'motto' | 'dateline' | 'type' | 'title'
  | 'basis' | 'enacting' | 'part' | 'heading' | 'item' | 'bullet' | 'text' | 'recipients' | 'recipient' | 'authority' | 'position' | 'name'

export interface Paragraph {
  readonly kind: ParagraphKind
  readonly pieces: readonly Piece[]
}

export interface Blank {
  readonly id: BlankId
  /** Index into `paragraphs`. */
  readonly paragraph: number
}

/** What the draft says, as its reader would find it: the facts that must come back from the file. */
export interface DraftFacts {
  readonly issuer: string
  readonly parent: string | null
  readonly notation: string | null
  readonly place: string | null
  readonly title: string | null
  /** Numbered sections and bullets, in reading order. */
  readonly sections: readonly { readonly path: string; readonly heading: string | null; readonly role: Role | null }[]
  readonly tasks: readonly DraftTask[]
  /** Mentions of instruments, in reading order. */
  readonly citations: readonly DraftCitation[]
}

export interface DraftTask {
  readonly section: string
  readonly text: string
  /** As written. */
  readonly responsible: readonly string[]
  readonly coordinating: readonly string[]
  readonly due: string | null
  readonly output: string | null
  /** Index into the tasks of the plan received; null for a task of the profile. */
  readonly of: number | null
}

export interface DraftCitation {
  readonly type: string | null
  readonly notation: string | null
  readonly name: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string | null
}

/** A draft of the plan by which a body carries out a plan that it received. */
export interface PlanDraft {
  readonly style: DraftStyle
  readonly paragraphs: readonly Paragraph[]
  readonly blanks: readonly Blank[]
  readonly facts: DraftFacts
  /** Tasks of the plan received (indexes) that the draft took though the text does not say whether this body is meant: "UBND các xã có rừng". */
  readonly doubtful: readonly number[]
  /** How many tasks of the plan received were left out: given to others, given to nobody. */
  readonly left: { readonly others: number; readonly unassigned: number }
}

export const textOf = ({ pieces }: Paragraph): string => pieces.map(({ text }) => text).join('')
