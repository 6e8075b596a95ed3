import { gregorianDay } from '../../grammar/lunar-calendar.js'
import { civilValue, daysInMonth, halfValue, intervalValue, isEdtf, isKnownYear, quarterValue, setValue } from '../../model/edtf.js'
import { isRelative, type Moment, monthsOf, precisionOf, withDay, withMonth, withYear } from './moment.js'
import type { Phrase } from './phrase.js'

/** How the words before a phrase bound it, and which part of it they mean. */
export interface Bounding {
  readonly side: 'before' | 'until' | 'from' | 'point'
  readonly part: '' | 'early' | 'middle' | 'late'
}

const EVERY_YEAR = 'XXXX'

/** The EDTF value of a phrase; null where it cannot be worked out. `year` is what a year that is not said is taken to be. */
export function toValue(phrase: Phrase, { side, part }: Bounding, year: string): string | null {
  if (phrase.every === 'other') return null
  if (isLunar(phrase)) return phrase.every ? null : lunarValue(phrase, side, year)
  if (isPlain(phrase)) return boundedPoint(phrase.first, side, part)
  if (phrase.last && isRelative(phrase.first) && isRelative(phrase.last)) return null
  const { first, last } = withYears(phrase, phrase.every ? EVERY_YEAR : year)
  if (phrase.every === 'month') return phrase.members ? membersValue(phrase.members.map((member) => withMonth(withYear(member, EVERY_YEAR), 'XX'))) : monthlyValue(first, last, side)
  if (phrase.members) return membersValue(phrase.members.map((member) => complete(member, phrase.every ? EVERY_YEAR : year)))
  if (first.days) return membersValue(first.days.map((day) => withDay(first, day)))
  const runEnd = last ?? (first.lastDay ? withDay(first, first.lastDay) : null)
  if (runEnd) return boundedInterval(first, runEnd, side)
  if (phrase.untilNow) return intervalValue(edge(first, 'start', precisionOf(first)), null)
  return boundedPoint(first, side, part) ?? (phrase.every ? everyMonthsOf(first) : null)
}

/** Is it of the lunar calendar: by *âm lịch* behind it, or by its names? */
export const isLunar = ({ lunar, first, last }: Phrase): boolean => lunar || first.lunar || (last?.lunar ?? false)

/** The Gregorian days of lunar ones; the last two lunar months may lie in the next year, so that they need their own. */
function lunarValue({ first, last }: Phrase, side: Bounding['side'], year: string): string | null {
  const start = lunarDays(first, last?.year || year)
  const end = last ? lunarDays(last, first.year || year) : first.lastDay ? lunarDays(withDay(first, first.lastDay), year) : start
  if (!start || !end) return null
  if (side === 'before' || side === 'until') return intervalValue(null, end.last)
  if (end !== start) return inOrder(start.first, end.last)
  return side === 'from' ? intervalValue(start.first, null) : start.first === end.last ? start.first : intervalValue(start.first, end.last)
}

const inOrder = (start: string, end: string): string | null => (start < end ? intervalValue(start, end) : null)

function lunarDays(moment: Moment, year: string): { readonly first: string; readonly last: string } | undefined {
  const known = moment.year || (Number(moment.month) > 10 ? '' : year)
  if (!isKnownYear(known) || moment.days || !moment.month || moment.month === 'XX' || moment.day === 'XX') return undefined
  const lunar = { year: Number(known), month: Number(moment.month), leap: false }
  const first = gregorianDay({ ...lunar, day: moment.unit === 'month' ? 1 : Number(moment.day) })
  const last = moment.unit === 'month' ? (gregorianDay({ ...lunar, day: 30 }) ?? gregorianDay({ ...lunar, day: 29 })) : first
  return first && last ? { first, last } : undefined
}

/** One time with its year, as most are: nothing has to be lent to it. */
const isPlain = ({ first, last, members, every, untilNow }: Phrase): boolean =>
  first.year !== '' && !last && !members && !every && !untilNow && !first.days && !first.lastDay && !isRelative(first)

const complete = (moment: Moment, year: string): Moment => {
  if (isRelative(moment)) return withYear(moment, shift(year, Number(moment.year)))
  return moment.year ? moment : withYear(moment, year)
}

/** Both ends with their years: the one lends to the other, and an interval runs forwards. */
function withYears({ first, last }: Phrase, year: string): { first: Moment; last: Moment | null } {
  if (!last) return { first: complete(first, year), last }
  if (isRelative(first) || isRelative(last)) return { first: complete(first, last.year && !isRelative(last) ? last.year : year), last: complete(last, first.year && !isRelative(first) ? first.year : year) }
  if (first.year && last.year) return { first, last }
  const backwards = orderOfStart(first) > orderOfEnd(last)
  if (last.year) return { first: withYear(first, backwards ? shift(last.year, -1) : last.year), last }
  const start = first.year || year
  return { first: withYear(first, start), last: withYear(last, backwards && start !== EVERY_YEAR ? shift(start, 1) : start) }
}

const shift = (year: string, by: number): string => (isKnownYear(year) ? String(Number(year) + by) : year)

const orderOfStart = (moment: Moment): number => monthsOf(moment)[0] * 100 + Number(moment.day || 0)
const orderOfEnd = (moment: Moment): number => monthsOf(moment)[1] * 100 + Number(moment.day || 31)

/** "ngày 20 hằng tháng", "từ ngày 03 đến ngày 05 hằng tháng". */
function monthlyValue(first: Moment, last: Moment | null, side: Bounding['side']): string | null {
  if (first.month && first.month !== 'XX') return null
  const every = (moment: Moment): string | null => civilValue({ year: EVERY_YEAR, month: 'XX', day: moment.day })
  const start = every(first)
  const end = last ? every(last) : null
  if (start === null || (last && end === null)) return null
  if (end) return start < end ? intervalValue(start, end) : null
  return onSide(start, start, side)
}

function onSide(start: string, end: string, side: Bounding['side']): string {
  if (side === 'before' || side === 'until') return intervalValue(null, end)
  return side === 'from' ? intervalValue(start, null) : start
}

/** A set; of quarters EDTF knows none. */
function membersValue(members: readonly Moment[]): string | null {
  const values = members.map((member) => (member.unit === 'quarter' ? null : civilValue(partsOf(member))))
  return values.some((value) => value === null) ? null : setValue(values as string[])
}

const partsOf = ({ unit, year, month, day }: Moment) => ({ year, month: unit === 'year' ? '' : month, day: unit === 'day' ? day : '' })

/** A deadline before an interval ("trước ngày 15 - 20/6") is one before its end. */
function boundedInterval(first: Moment, last: Moment, side: Bounding['side']): string | null {
  const precision = Math.max(precisionOf(first), precisionOf(last))
  const start = edge(first, 'start', precision)
  const end = edge(last, 'end', precision)
  if (start === null || end === null) return null
  const value = side === 'before' ? intervalValue(null, end) : intervalValue(start, end)
  return isEdtf(value) ? value : null
}

/** First or last day or month of a moment, as precise as asked. */
function edge(moment: Moment, side: 'start' | 'end', precision: number): string | null {
  const own = precisionOf(moment)
  if (own === 2 || precision === 0) return civilValue(partsOf(moment))
  if (moment.month === 'XX') return civilValue({ year: moment.year, month: 'XX', day: '' })
  const [from, to] = monthsOf(moment)
  const month = side === 'start' ? from : to
  const known = isKnownYear(moment.year) ? Number(moment.year) : null
  const day = precision < 2 ? '' : side === 'start' ? '01' : String(daysInMonth(known, month))
  return civilValue({ year: moment.year, month: String(month).padStart(2, '0'), day })
}

function boundedPoint(moment: Moment, side: Bounding['side'], part: Bounding['part']): string | null {
  const own = precisionOf(moment)
  if (side !== 'point') {
    const start = edge(moment, 'start', own)
    const end = edge(moment, 'end', own)
    return start === null || end === null ? null : onSide(start, end, side)
  }
  if (moment.unit === 'quarter') return part ? partOfQuarter(moment, part) : quarterValue(moment.year, moment.index)
  if (moment.unit === 'half') return halfValue(moment.year, moment.index === 1 ? 1 : 2)
  if (moment.unit === 'months') return isKnownYear(moment.year) ? intervalValue(edge(moment, 'start', 1), edge(moment, 'end', 1)) : null
  return moment.unit === 'year' && part ? null : civilValue(partsOf(moment))
}

/** EDTF has quarters and halves of known years alone; those of every year are written by their months: `XXXX-10/XXXX-12`. */
const everyMonthsOf = (moment: Moment): string | null =>
  moment.unit === 'quarter' || moment.unit === 'half' ? intervalValue(edge(moment, 'start', 1), edge(moment, 'end', 1)) : null

const MONTH_OF_PART = { early: 0, middle: 1, late: 2 } as const

const partOfQuarter = ({ year, index }: Moment, part: 'early' | 'middle' | 'late'): string | null =>
  civilValue({ year, month: String(index * 3 - 2 + MONTH_OF_PART[part]).padStart(2, '0'), day: '' })
