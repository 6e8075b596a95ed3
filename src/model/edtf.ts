/**
 * Values of the Extended Date/Time Format (ISO 8601-2:2019), as far as plans need them: days, months and years with digits left
 * open (`2023-03-XX`, `20XX`), quarters (`2024-34`), halves (`2024-40`), intervals with open ends (`../2023-03-30`),
 * every year (`XXXX-11-15`) and sets of days or months that do not follow one another (`{2024-03,2024-09}`).
 */

/**
 * A civil time of day, month or year precision: each part as two (year: four) characters of digits or X.
 * An empty month or day is one that the value does not go down to.
 */
export interface Civil {
  readonly year: string
  readonly month: string
  readonly day: string
}

/** First quarter of a year in EDTF: sub-year grouping 33 (ISO 8601-2:2019, 4.8). */
const FIRST_QUARTER = 33
const FIRST_HALF = 40
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const pad = (value: number): string => String(value).padStart(2, '0')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month; of February of an unknown year 29. */
export function daysInMonth(year: number | null, month: number): number {
  if (month === 2 && year !== null && !isLeap(year)) return 28
  return LONGEST[month - 1] ?? 0
}

/** Does the calendar have it? Unspecified digits stand for any. */
export function isPossible({ year, month, day }: Civil): boolean {
  if (month && month !== 'XX' && !(Number(month) >= 1 && Number(month) <= 12)) return false
  if (!day || day === 'XX') return true
  const known = year.includes('X') ? null : Number(year)
  const longest = month === 'XX' || !month ? 31 : daysInMonth(known, Number(month))
  return Number(day) >= 1 && Number(day) <= longest
}

/** `2023-03-07`, `2023-03`, `2023`, `XXXX-11-15`; null where the calendar does not have such a day. */
export function civilValue(civil: Civil): string | null {
  if (!isPossible(civil)) return null
  if (!civil.month) return civil.year
  return civil.day ? `${civil.year}-${civil.month}-${civil.day}` : `${civil.year}-${civil.month}`
}

const isDigitAt = (value: string, at: number): boolean => value.charCodeAt(at) >= 0x30 && value.charCodeAt(at) <= 0x39

/** Four digits, none left open. */
export const isKnownYear = (year: string): boolean => year.length === 4 && isDigitAt(year, 0) && isDigitAt(year, 1) && isDigitAt(year, 2) && isDigitAt(year, 3)

/** A quarter, *quý*: `2024-34` is the second of 2024. Null without a full year, which EDTF asks for. */
export const quarterValue = (year: string, quarter: number): string | null =>
  isKnownYear(year) && quarter >= 1 && quarter <= 4 ? `${year}-${FIRST_QUARTER + quarter - 1}` : null

/** Half a year, *6 tháng đầu (cuối) năm*: `2024-40`, `2024-41`. */
export const halfValue = (year: string, half: 1 | 2): string | null => (isKnownYear(year) ? `${year}-${FIRST_HALF + half - 1}` : null)

/** `start/end`; an end that is left out is open (`..`). */
export const intervalValue = (start: string | null, end: string | null): string => `${start ?? '..'}/${end ?? '..'}`

/** A set of times that do not follow one another: `{2024-03,2024-09}`. */
export const setValue = (members: readonly string[]): string => `{${members.join(',')}}`

const SEASON = /^\d{4}-(?:3[3-6]|4[01])$/

/** Is it a value of the kinds described above, and does the calendar have it? */
export function isEdtf(value: string): boolean {
  if (value.startsWith('{') && value.endsWith('}')) return value.slice(1, -1).split(',').every(isPoint)
  const slash = value.indexOf('/')
  if (slash < 0) return isPoint(value) || SEASON.test(value)
  const start = value.slice(0, slash)
  const end = value.slice(slash + 1)
  if (start === '..') return isPoint(end)
  return isPoint(start) && (end === '..' || (isPoint(end) && inOrder(start, end)))
}

/** A day, month or year: `2023-03-07`, `2023-03-XX`, `20XX`. */
function isPoint(value: string): boolean {
  const { length } = value
  if ((length !== 4 && length !== 7 && length !== 10) || !isYear(value)) return false
  if (length > 4 && (value.charAt(4) !== '-' || !isPair(value, 5, 1))) return false
  if (length > 7 && (value.charAt(7) !== '-' || !isPair(value, 8, 3))) return false
  return isPossible({ year: value.slice(0, 4), month: value.slice(5, 7), day: value.slice(8) })
}

/** Digits and behind them those left open. */
function isYear(value: string): boolean {
  let known = 0
  while (known < 4 && isDigitAt(value, known)) known++
  for (let at = known; at < 4; at++) if (value.charAt(at) !== 'X') return false
  return true
}

/** Two digits, the first of them no higher than `highest`, or `XX`. */
const isPair = (value: string, at: number, highest: number): boolean =>
  isDigitAt(value, at) ? Number(value.charAt(at)) <= highest && isDigitAt(value, at + 1) : value.charAt(at) === 'X' && value.charAt(at + 1) === 'X'

/** Intervals run forwards: the first day of the end is after that of the start. */
const inOrder = (start: string, end: string): boolean => start === '..' || end === '..' || firstDay(start) < firstDay(end)

/** The earliest day a point may mean, digits left open as 0. */
function firstDay(point: string): string {
  if (point.length === 10 && !point.includes('X')) return point
  const [year = '', month = 'XX', day = 'XX'] = point.split('-')
  return `${year.replaceAll('X', '0')}-${month.replace('XX', '01')}-${day.replace('XX', '01')}`
}

/** First and last day of a value, `YYYY-MM-DD`; null for an open end. */
export interface DayBounds {
  readonly first: string | null
  readonly last: string | null
}

/** The days a value reaches over; undefined where its year is not known at all (`XXXX-11-15`) or it is no such value. */
export function boundsOf(value: string): DayBounds | undefined {
  if (!isEdtf(value)) return undefined
  if (value.startsWith('{')) return boundsOfSet(value.slice(1, -1).split(','))
  const [start, end] = value.split('/') as [string, string | undefined]
  if (end === undefined) return pointBounds(start)
  const from = start === '..' ? { first: null, last: null } : pointBounds(start)
  const to = end === '..' ? { first: null, last: null } : pointBounds(end)
  return from && to ? { first: from.first, last: to.last } : undefined
}

function boundsOfSet(members: readonly string[]): DayBounds | undefined {
  const all = members.map(pointBounds)
  if (all.some((bounds) => bounds === undefined)) return undefined
  const known = all as DayBounds[]
  return { first: known.map((b) => b.first!).sort()[0]!, last: known.map((b) => b.last!).sort().at(-1)! }
}

function pointBounds(point: string): DayBounds | undefined {
  if (point.length === 10 && !point.includes('X')) return { first: point, last: point }
  const [year = '', part = '', day = ''] = point.split('-')
  if (year === 'XXXX') return undefined
  const [from, to] = monthsOf(part)
  const firstYear = year.replaceAll('X', '0')
  const lastYear = year.replaceAll('X', '9')
  const stated = day && day !== 'XX' && part !== 'XX' ? Number(day) : null
  return { first: `${firstYear}-${pad(from)}-${pad(stated ?? 1)}`, last: `${lastYear}-${pad(to)}-${pad(stated ?? daysInMonth(Number(lastYear), to))}` }
}

/** First and last month of what stands after the year: a month, a quarter, a half, or nothing. */
function monthsOf(part: string): readonly [number, number] {
  if (!part || part === 'XX') return [1, 12]
  const code = Number(part)
  if (code >= FIRST_HALF) return code === FIRST_HALF ? [1, 6] : [7, 12]
  if (code >= FIRST_QUARTER) return [(code - FIRST_QUARTER) * 3 + 1, (code - FIRST_QUARTER) * 3 + 3]
  return [code, code]
}

/** Is it one day of a known year, `2024-03-15`? */
export const isFullDay = (value: string): boolean => value.length === 10 && !value.includes('X') && isPoint(value)

/** The day `days` after a full day. */
export const addDays = (day: string, days: number): string => dayOfNumber(numberOfDay(day) + days)

/** Days from `first` to `last`, both full days; 0 where they are the same. */
export const daysBetween = (first: string, last: string): number => numberOfDay(last) - numberOfDay(first)

/** The same day `months` later, or the last one of a shorter month (Bộ luật Dân sự 2015, Điều 148). */
export function addMonths(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  const month = (count % 12) + 1
  return printDay(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)))
}

const printDay = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`

/** Days since 1 March of the year 0 of the Gregorian calendar, counted in years that begin with March. */
function numberOfDay(day: string): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8)) - 1
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear
}

function dayOfNumber(number: number): string {
  let year = Math.floor((number * 400) / 146_097)
  while (numberOfDay(printDay(year, 3, 1)) > number) year--
  while (numberOfDay(printDay(year + 1, 3, 1)) <= number) year++
  const dayOfYear = number - numberOfDay(printDay(year, 3, 1))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = ((fromMarch + 2) % 12) + 1
  return printDay(month <= 2 ? year + 1 : year, month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1)
}
