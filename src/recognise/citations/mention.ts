import type { Body, DatedWords, DocumentType, Notation } from '../../model/plan.js'
import type { Span, Spanned } from '../../model/span.js'
import type { CitationRule } from './context.js'
import type { PlacedPoint } from './pinpoints.js'
import type { ResolvedLaw } from './resolve-law.js'

/** A citation in the making: read outward from its anchor, completed pass by pass. */
export interface Mention {
  /** From the type's words (or the number) to the end of the last part. */
  readonly start: number
  end: number
  readonly by: CitationRule
  type: DocumentType | null
  /** Where the type's words stand; those of a list's later members stand with the first. */
  typeSpan: Span | null
  /** The type is said in words before the number. */
  readonly typed: boolean
  /** The type was said once for a list, and this is one of its later members. */
  carried: boolean
  /** The type's words announce several ("các Nghị định số …"). */
  readonly plural: boolean
  notation: Notation | null
  /** Parts of the notation's symbol; [] without one. */
  parts: readonly string[]
  /** Where number and symbol, or a short form's number, stand. */
  readonly numberSpan: Span | null
  readonly name: string | null
  readonly nameSpan: Span | null
  date: string | null
  dateSpan: Span | null
  issuer: Body | null
  /** Where number or name end, before date and issuer. */
  readonly coreEnd: number
  title: Spanned | null
  /** Places named before it (điểm, khoản, điều …). */
  pinpoints: readonly PlacedPoint[]
  /** A date stands behind it that no calendar has. */
  impossible: DatedWords | null
  /** What a short form stands for. */
  refersTo: Mention | null
  /** It is the document's own number. */
  own: boolean
  /** Words behind a law that say it was amended. */
  amended: Span | null
  /** The law of the table that it means; undefined until it was looked up. */
  law: ResolvedLaw | null | undefined
  /** The instrument that it is a mention of, and its place in the list; set when all are known. */
  group: Group | null
  index: number
  /** A short form's number ("Kế hoạch số 151"), else null. */
  readonly shortNumber: string | null
}

/** The mentions of one instrument, in reading order. */
export interface Group {
  readonly mentions: Mention[]
  /** What its mentions state: years of their dates, keys of their issuers, each once. */
  readonly years: string[]
  readonly issuers: string[]
  /** Number and symbol; null where no mention has one. */
  number: string | null
  /** No mention says by itself which instrument it is. */
  bare: boolean
}

/** Where a mention begins with the places named before it. */
export const placedStart = ({ start, pinpoints }: Mention): number => pinpoints[0]?.span.start ?? start

/** A mention with nothing known but where it stands and what makes it one. */
export function mentionOf(known: Pick<Mention, 'start' | 'end' | 'by'> & Partial<Mention>): Mention {
  const { start, end, by, type = null, typed = false, carried = false, plural = false, notation = null, parts = [], name = null, date = null, dateSpan = null } = known
  const { coreEnd = end, issuer = null, refersTo = null, shortNumber = null, typeSpan = null, numberSpan = null, nameSpan = null } = known
  return { start, end, by, type, typeSpan, typed, carried, plural, notation, parts, numberSpan, name, nameSpan, date, dateSpan, issuer, coreEnd, title: null, pinpoints: [], impossible: null, refersTo, own: false, amended: null, law: undefined, group: null, index: -1, shortNumber }
}
