import type { Finding } from '../../model/diagnostics.js'
import type { FoldedText } from '../../model/folded.js'
import type { DateMention, DateParts } from '../../model/plan.js'
import { unitAt } from '../../model/folded.js'

/** What the document says of its own time. */
export interface DateContext {
  /** EDTF of the day of issue; 2023-03-XX where the day was left blank; null where there is none. */
  readonly issued: string | null
  /** The year of a plan that is for one year ("năm 2023" in its title), else null. */
  readonly planYear: number | null
  /** Holidays, festive days and action months by name alone count too ("Tết Nguyên đán"). Default: only with their numbers. */
  readonly names?: boolean
  /** Part of the text to look at. */
  readonly from?: number
  readonly to?: number
}

/** A mention as the stage hands it on: the extra fields serve the assembly of tasks and are no part of the output. */
export type FoundDate = DateMention & {
  /** before: to be done by then; until: up to it; from: a start; interval; point; recurring; named: a festive day. */
  readonly bound: 'before' | 'until' | 'from' | 'interval' | 'point' | 'recurring' | 'named'
  /** The rule that found it. */
  readonly by: string
}

/** What a rule says of the words that it found. */
export interface Meaning extends Pick<FoundDate, 'edtf' | 'role' | 'bound' | 'by'>, Partial<Pick<FoundDate, 'parts' | 'time' | 'repeats' | 'calendar' | 'name'>> {}

const NO_PARTS: (DateParts | null)[] = []

/** A mention from its span and what it means; every one has the same fields in the same order. */
export function createDate({ text }: Pick<Reading, 'text'>, start: number, end: number, { edtf, role, bound, by, parts = NO_PARTS, time = null, repeats = null, calendar = 'gregorian', name = null }: Meaning): FoundDate {
  return { text: text.slice(start, end), span: { start, end }, edtf, role, parts, time, repeats, calendar, name, bound, by }
}

/** A mention that nothing but its value, role and parts is told of: most are such, and putting each into words of its own would cost more than reading it. */
export function createPlainDate(text: string, start: number, end: number, edtf: string, role: FoundDate['role'], bound: FoundDate['bound'], by: string, parts: (DateParts | null)[], name: string | null): FoundDate {
  return { text: text.slice(start, end), span: { start, end }, edtf, role, parts, time: null, repeats: null, calendar: 'gregorian', name, bound, by }
}

/** The same mention in another role; written out, so that it is of the same shape as all others. */
export const withRole = ({ text, span, edtf, parts, time, repeats, calendar, name, bound, by }: FoundDate, role: FoundDate['role']): FoundDate =>
  ({ text, span, edtf, role, parts, time, repeats, calendar, name, bound, by })

/** What every rule sees: the text, what is known of its time, what was found before. */
export interface Reading {
  readonly text: string
  readonly folded: string
  readonly context: DateContext
  readonly found: FoundDate[]
  readonly findings: Finding[]
  /** End of the last mention: nothing before it may be taken into another. */
  floor: number
  /** End of a "Hằng năm" that opened the sentence being read, or -1. */
  everyYearFrom: number
}

export const startReading = ({ text, folded }: FoldedText, context: DateContext, findings: Finding[]): Reading => ({
  text, folded, context: { issued: context.issued, planYear: context.planYear, names: context.names ?? false }, found: [], findings, floor: context.from ?? 0, everyYearFrom: -1,
})

/** The year that a time without one is taken to be in: the plan's, else none that is known. */
export const planYear = ({ context }: Reading): string => (context.planYear === null ? 'XXXX' : String(context.planYear))

/** Does a "Hằng năm" open the sentence that `at` stands in? */
export const isAfterEveryYear = ({ text, everyYearFrom }: Reading, at: number): boolean => everyYearFrom >= 0 && isSameSentence(text, everyYearFrom, at)

const LONGEST_SENTENCE = 600

function isSameSentence(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_SENTENCE) return false
  for (let at = from; at < to; at++) {
    const code = unitAt(text, at)
    if (code === 0x0a || code === 0x3b) return false
    if (code === 0x2e && (unitAt(text, at + 1) === 0x20 || unitAt(text, at + 1) === 0x0a)) return false
  }
  return true
}
