import type { Edit, Rewritten } from '../model/edits.js'
import type { Span } from '../model/span.js'
import type { LinedText } from './lined-text.js'

/** What a cleaner may know beside the text. */
export interface Surroundings {
  /** A line break ends a paragraph for certain (HTML, Word). */
  readonly paragraphsAreLines: boolean
  /** Rows of the reader's tables, in order, as spans of the text at hand: their tabs are cell borders. */
  readonly rows: readonly Span[]
}

/** What a cleaner found; spans and offsets are of the text it was given. */
export interface Cleaning {
  readonly edits: readonly Edit[]
  /** Set instead of edits where lines change places. */
  readonly rearranged?: Rewritten
  readonly setApart?: readonly Span[]
  readonly metadata?: Readonly<Record<string, string>>
  readonly article?: boolean
  readonly cutAt?: number
}

/** One kind of dirt; cleaners run in the order of their list, each on the text the one before it left. */
export interface Cleaner {
  readonly id: string
  readonly clean: (given: LinedText, surroundings: Surroundings) => Cleaning
}

export const NOTHING: Cleaning = { edits: [] }
