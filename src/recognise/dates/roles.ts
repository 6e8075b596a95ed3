import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { boundsOf, daysBetween } from '../../model/edtf.js'
import type { DateMention, DateRole } from '../../model/plan.js'
import { overlaps, type Span } from '../../model/span.js'
import type { FoundDate, Reading } from './found-date.js'
import type { Unit } from './moment.js'
import { hasCampaignBefore, hasDoneBefore, hasToldBefore, sentenceStart } from './words-before.js'
import { unitAt } from '../../model/folded.js'

/** What is known of a mention when its role is asked. */
export interface Told {
  readonly start: number
  readonly end: number
  readonly bound: FoundDate['bound']
  readonly unit: Unit
  readonly edtf: string | null
  /** After *giai đoạn*, *nhiệm kỳ* … */
  readonly labelled: boolean
}

/** Campaigns and festivals last days or weeks; what runs longer is a period of work. */
const LONGEST_EVENT = 62
const TAB = 0x09

/**
 * What a time is for, by its own words and those right before it. *Trước*, *chậm nhất* make a deadline; *từ* a start; years and
 * *giai đoạn* are periods; a quarter or month by which work is to be done is a deadline; a day alone is an event.
 */
export function roleOf(reading: Reading, told: Told): DateRole {
  switch (told.bound) {
    case 'recurring':
      return 'recurring'
    case 'before':
      return 'deadline'
    case 'from':
      return 'start'
    case 'named':
      return 'event'
    case 'until':
      return roleOfUntil(reading, told)
    case 'interval':
      return told.unit === 'day' ? (isWholeTime(reading, told.start) ? 'period' : roleOfDays(told.edtf)) : isQuarters(told) || (told.unit !== 'year' && !told.labelled && hasDoneBefore(reading.text, reading.folded, told.start)) ? 'deadline' : 'period'
    default:
      return told.labelled ? 'period' : roleOfPoint(reading, told)
  }
}

const isQuarters = ({ unit, labelled }: Told): boolean => unit === 'quarter' && !labelled

/** "CHỈ TIÊU PHẤN ĐẤU ĐẾN THÁNG 5/2026": in capitals it belongs to a title. */
const isHeading = (text: string, { start, end }: Pick<Told, 'start' | 'end'>): boolean => {
  const words = text.slice(start, end)
  return words === words.toUpperCase() && words !== words.toLowerCase()
}

const WHOLE_TIME = PATTERNS['whole-time']

const isWholeTime = ({ folded }: Reading, start: number): boolean => {
  const last = unitAt(folded, unitAt(folded, start - 1) === 0x20 ? start - 2 : start - 1)
  return (last === 0x3a || last === 0x6e || last === 0x28) && WHOLE_TIME.test(folded.slice(Math.max(0, start - 34), start))
}

function roleOfDays(edtf: string | null): DateRole {
  const bounds = edtf === null ? undefined : boundsOf(edtf)
  if (bounds && !bounds.last) return 'period'
  return bounds?.first && bounds.last && daysBetween(bounds.first, bounds.last) > LONGEST_EVENT ? 'period' : 'event'
}

/** "đến hết ngày 30/6" is a deadline, "đến năm 2030" a period unless something is to be finished by it. */
export const roleOfUntil = ({ text, folded }: Reading, told: Pick<Told, 'start' | 'end' | 'unit' | 'labelled'>): DateRole =>
  told.labelled || isHeading(text, told) || (told.unit === 'year' && !hasDoneBefore(text, folded, told.start)) ? 'period' : 'deadline'

/** The role of a day that nothing bounds. */
export const roleOfDay = (reading: Reading, start: number): DateRole =>
  unitAt(reading.text, start - 1) === TAB || hasDoneBefore(reading.text, reading.folded, start) || goesOnDeadline(reading, start) ? 'deadline' : 'event'

function roleOfPoint(reading: Reading, told: Told): DateRole {
  const { text, folded } = reading
  const inCell = unitAt(text, told.start - 1) === TAB
  if (told.unit === 'day') return roleOfDay(reading, told.start)
  const isDone = told.unit !== 'year' && hasDoneBefore(text, folded, told.start)
  switch (told.unit) {
    case 'quarter':
      return !isDone && (opensStatement(text, told) || hasToldBefore(folded, told.start)) ? 'period' : 'deadline'
    case 'month':
      if (inCell || isDone) return 'deadline'
      return hasCampaignBefore(text, folded, told.start) ? 'event' : 'period'
    default:
      return isDone ? 'deadline' : 'period'
  }
}

/** "Quý I/2021 đã có 05 ca mắc": the sentence begins with it and goes on, so it tells what was. */
function opensStatement(text: string, { start, end }: Told): boolean {
  if (unitAt(text, start - 1) === TAB || unitAt(text, end) !== 0x20 && text.charAt(end) !== ',') return false
  const from = sentenceStart(text, start, 40)
  return from < start ? PATTERNS.earlier.test(text.slice(from, start)) : text.charAt(start - 1) !== ':'
}

/** "trước ngày 15/6 và ngày 15/11/2016": the second is a deadline like the first. */
function goesOnDeadline({ found, folded }: Reading, start: number): boolean {
  const last = found.at(-1)
  return last !== undefined && start - last.span.end < 12 && last.role === 'deadline' && PATTERNS['due-joint'].test(folded.slice(last.span.end, start))
}

/** What others know of the dates: where the document's own date stands, and the dates of its citations. */
export interface KnownSpans {
  readonly issuedSpan: Span | null
  readonly citationDateSpans: readonly Span[]
  /** Dates beside the document's own number ("kèm theo Kế hoạch số … ngày …"): its day of issue again. */
  readonly ownDateSpans?: readonly Span[]
}

/** Give the roles `issued` and `citation` to the mentions that stand where the heading and the citations have their dates. */
export function withRoles<D extends DateMention>(dates: readonly D[], { issuedSpan, citationDateSpans, ownDateSpans = [] }: KnownSpans): D[] {
  const spans = [...citationDateSpans].sort((a, b) => a.start - b.start)
  let next = 0
  return dates.map((date) => {
    if ((issuedSpan && overlaps(date.span, issuedSpan)) || ownDateSpans.some((span) => overlaps(date.span, span))) return { ...date, role: 'issued' }
    while (next < spans.length && spans[next]!.end <= date.span.start) next++
    return next < spans.length && overlaps(date.span, spans[next]!) ? { ...date, role: 'citation' } : date
  })
}

/** Does it come again: every year, month, week … ? */
export const looksRecurring = ({ role, edtf }: DateMention): boolean => role === 'recurring' || /(?:^|[/{])XXXX/.test(edtf ?? '')
