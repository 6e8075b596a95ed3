import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { TIME_NAMES } from '../../grammar/generated/time-names.js'
import { gregorianDay } from '../../grammar/lunar-calendar.js'
import { intervalValue } from '../../model/edtf.js'
import { fold, isDigit, isLetter, unitAt } from '../../model/folded.js'
import type { DateParts } from '../../model/plan.js'
import { createDate, type FoundDate, planYear, type Reading } from './found-date.js'
import { plainYear } from './moment.js'
import { boundBefore } from './words-before.js'

interface NamedTime {
  readonly name: string
  readonly id: string
  readonly when: string
  /** `MM` or `MM-DD`: one, or the two ends of a span. */
  readonly ends: readonly string[]
  readonly lunar: boolean
}

/** By the first letter and the two behind the first space, the longest name first. */
const BY_LETTERS = new Map<number, NamedTime[]>()
/** Days by `MM-DD`. */
const BY_DAY = new Map<string, NamedTime[]>()
for (const { name, id, when } of TIME_NAMES) {
  const lunar = when.startsWith('L')
  const row = { name: fold(name), id, when, ends: when.slice(lunar ? 1 : 0).split('/'), lunar }
  const key = keyAt(row.name, 0)
  BY_LETTERS.set(key, [...(BY_LETTERS.get(key) ?? []), row].sort((a, b) => b.name.length - a.name.length))
  BY_DAY.set(when, [...(BY_DAY.get(when) ?? []), row])
}

/** Days of the Gregorian year that have a name, by month × 32 + day. */
const NAMED = new Uint8Array(16 * 32)
for (const { when } of TIME_NAMES) if (when.length === 5) NAMED[Number(when.slice(0, 2)) * 32 + Number(when.slice(3))] = 1

/** Has any festive day these numbers? Most days are no such day. */
const hasName = (month: number, day: number): boolean => NAMED[month * 32 + day] === 1

/** The letter at a place and the two behind the next space, as one number; 0 where no space is near. */
function keyAt(folded: string, at: number): number {
  let space = at + 2
  while (space - at < 7 && unitAt(folded, space) !== 0x20) space++
  return space - at < 7 ? (Math.imul(unitAt(folded, at), 961) + Math.imul(unitAt(folded, space + 1), 31) + unitAt(folded, space + 2)) & 0xffffff : 0
}

/** "ngày 15", "năm 2024", "tháng 6": most words that begin a time have its number behind them. */
const isBeforeNumber = (folded: string, at: number): boolean => isDigit(unitAt(folded, at + 5)) || isDigit(unitAt(folded, at + 4)) || isDigit(unitAt(folded, at + 6))

function nameAt(folded: string, at: number): NamedTime | undefined {
  const rows = isBeforeNumber(folded, at) ? undefined : BY_LETTERS.get(keyAt(folded, at))
  if (rows) for (const row of rows) if (folded.startsWith(row.name, at) && !isLetter(unitAt(folded, at + row.name.length))) return row
  return undefined
}

const FARTHEST = 70

/** The name of a festive day, where the words before its numbers name it: "Ngày Quốc tế Phụ nữ 8/3". */
export function nameOfDay(folded: string, start: number, month: string, day: string): string | null {
  if (month.length === 2 && !hasName(Number(month), Number(day))) return null
  const rows = BY_DAY.get(`${month}-${day}`)
  if (!rows) return null
  const before = folded.slice(Math.max(0, start - FARTHEST), start)
  return rows.find(({ name }) => before.includes(name.startsWith('ngày ') ? name.slice(5) : name))?.id ?? null
}

const STEM_AND_BRANCH = PATTERNS['stem-and-branch']

/**
 * A holiday, festive day, action month or week by its name alone, with the year where one follows.
 *
 *     trước Tết Nguyên đán Ất Tỵ năm 2025       ../2025-01-29
 *     Tháng Thanh niên năm 2024                 2024-03
 *     Tháng hành động vì bình đẳng giới         2024-11-15/2024-12-15 in a plan for 2024
 */
export function readNamedDay(reading: Reading, at: number): FoundDate | undefined {
  const { folded, floor } = reading
  const named = nameAt(folded, at)
  if (!named) return undefined
  let end = at + named.name.length
  if (isNumbered(folded, end)) return undefined
  const branch = STEM_AND_BRANCH.exec(folded.slice(end, end + 12))
  if (branch) end += branch[0].length
  const every = PATTERNS['every-year'].exec(folded.slice(end, end + 10))
  if (every) end += every[0].length
  const year = every ? { value: 'XXXX', end } : yearBehind(folded, end)
  const words = boundBefore(folded, at, floor)
  const side = words && ['before', 'until', 'from'].includes(words.value) ? words : undefined
  const points = resolve(named, year?.value ?? yearOfName(reading, named))
  const edtf = points.length ? withSide(points, side?.value) : null
  const ends = points.map((each) => partsOf(each, named.lunar, year?.value))
  const parts = !side || edtf === null ? ends : side.value === 'from' ? [ends[0]!, null] : [null, ends.at(-1)!]
  const role = every ? 'recurring' : side?.value === 'before' || side?.value === 'until' ? 'deadline' : side?.value === 'from' ? 'start' : 'event'
  return createDate(reading, side?.start ?? at, year?.end ?? end, { edtf, role, bound: every ? 'recurring' : role === 'deadline' ? 'before' : 'named', by: 'date.named', parts, repeats: every ? yearly(named.when) : null, name: named.id, calendar: named.lunar ? 'lunar' : 'gregorian' })
}

/** The rule of a day of every year; a lunar day and a span have none. */
function yearly(when: string): string | null {
  const [month, day] = when.split('-')
  return when.startsWith('L') || when.includes('/') ? null : `FREQ=YEARLY;BYMONTH=${Number(month)}${day ? `;BYMONTHDAY=${Number(day)}` : ''}`
}

const LATE_IN_YEAR = 10

/** A New Year whose year is not said is the one to come; where that is not sure, none. */
function yearOfName(reading: Reading, named: NamedTime): string {
  const year = planYear(reading)
  const { issued } = reading.context
  if (named.id !== 'lunar-new-year' || !issued || year === 'XXXX') return year
  const [day] = resolve(named, year)
  if (day !== undefined && day >= issued) return year
  return Number(issued.slice(5, 7)) >= LATE_IN_YEAR ? String(Number(issued.slice(0, 4)) + 1) : 'XXXX'
}

/** Its numbers follow: they are read as the date, and the name goes with them. */
const isNumbered = (folded: string, end: number): boolean => PATTERNS['numbered-day'].test(folded.slice(end, end + 26))

function yearBehind(folded: string, end: number): { readonly value: string; readonly end: number } | undefined {
  const at = folded.startsWith(' năm ', end) ? end + 5 : unitAt(folded, end) === 0x20 ? end + 1 : -1
  const value = at < 0 ? '' : plainYear(folded, at)
  return value && !isLetter(unitAt(folded, at + 4)) && folded.charAt(at + 4) !== '/' ? { value, end: at + 4 } : undefined
}

/** The value of a name in a year, or those of both its ends; XXXX for any year, none for a lunar day of no known year. */
function resolve({ ends, lunar }: NamedTime, year: string): string[] {
  if (!lunar) return ends.map((each) => `${year}-${each}`)
  if (year === 'XXXX') return []
  const [month, day] = ends[0]!.split('-').map(Number) as [number, number]
  const point = gregorianDay({ year: Number(year), month, leap: false, day })
  return point ? [point] : []
}

function withSide(points: readonly string[], side: string | undefined): string {
  if (side === 'before' || side === 'until') return intervalValue(null, points.at(-1)!)
  if (side === 'from') return intervalValue(points[0]!, null)
  return points.length === 1 ? points[0]! : intervalValue(points[0]!, points[1]!)
}

function partsOf(point: string, lunar: boolean, year: string | undefined): DateParts {
  const because = lunar ? 'lunar-calendar' : 'named-day'
  const [value = '', month = '', day = ''] = point.split('-')
  return {
    stated: year === value && value !== 'XXXX' ? { year: value } : {},
    inferred: {
      ...(year === value || value === 'XXXX' ? {} : { year: { value, because: 'plan-year' as const } }),
      month: { value: month, because },
      ...(day ? { day: { value: day, because } } : {}),
    },
  }
}
