import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { daysInMonth } from '../../model/edtf.js'
import { isDigit, unitAt } from '../../model/folded.js'
import type { DateParts, DateRole } from '../../model/plan.js'
import { createPlainDate, type FoundDate, type Reading } from './found-date.js'
import { plainYear, two } from './moment.js'
import { nameOfDay } from './named-days.js'
import { NOTHING } from './parts.js'
import { roleOf, roleOfDay, roleOfUntil } from './roles.js'
import { boundBefore } from './words-before.js'

/** Every month has them: of a later day the calendar has to be asked. */
const LAST_SURE_DAY = 28

/**
 * "ngày 28/12/2020", "ngày 07 tháng 3 năm 2023", "28/12/2020", "năm 2023", with at most one bound before and nothing behind
 * that goes on: most of all mentions, read in place without a pattern. What is not so is left to the others.
 */
export function readPlain(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  const first = unitAt(folded, at)
  if (isDigit(first)) return isDigit(unitAt(folded, at + 2)) ? readPlainPeriod(reading, at) : readPlainDay(reading, at, at)
  if (first === 0x74) return folded.startsWith('tháng ', at) ? readPlainMonth(reading, at) : undefined
  if (first === 0x71) return folded.startsWith('quý ', at) ? readPlainQuarter(reading, at) : undefined
  if (first !== 0x6e) return undefined
  if (folded.startsWith('ngày ', at)) return readPlainDay(reading, at, at + 5)
  return folded.startsWith('năm ', at) ? readPlainYear(reading, at) : undefined
}

/** A bound that stands alone before a time: *trước*, *chậm nhất*, *đến hết*, *từ* with nothing before them that counts. */
interface Side {
  readonly start: number
  readonly bound: 'before' | 'until' | 'from' | 'point'
}

/** What bounds a time that begins at `start`; undefined where more stands before it than one bound. */
function sideBefore({ folded, floor }: Reading, start: number): Side | undefined {
  const before = boundBefore(folded, start, floor)
  if (!before) return { start, bound: 'point' }
  const { value } = before
  if ((value !== 'before' && value !== 'until' && value !== 'from') || boundBefore(folded, before.start, floor)) return undefined
  return { start: before.start, bound: value }
}

function onSide(edtf: string, { bound }: Side): string {
  return bound === 'point' ? edtf : bound === 'from' ? `${edtf}/..` : `../${edtf}`
}

const partsOn = (stated: DateParts['stated'], { bound }: Side): (DateParts | null)[] => {
  const parts = { stated, inferred: NOTHING }
  return bound === 'point' ? [parts] : bound === 'from' ? [parts, null] : [null, parts]
}

/** A month or quarter with its year, alone or behind *trong*: "tháng 6/2023", "trong quý II năm 2024". */
function readPlainMonth(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  const monthEnd = digitsEnd(folded, at + 6)
  if (monthEnd === at + 6) return undefined
  const yearAt = joint(folded, monthEnd, ' năm ')
  const month = two(folded.slice(at + 6, monthEnd))
  if (yearAt < 0 || month > '12' || month === '00' || unitAt(folded, monthEnd) === DOT) return undefined
  return readPlainPart(reading, at, yearAt, 'month', (year) => [`${year}-${month}`, { year, month }])
}

function readPlainQuarter(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  let end = at + 4
  while (end - at < 7 && unitAt(folded, end) === 0x69) end++
  const isFourth = unitAt(folded, end) === 0x76 && end === at + 5
  const quarter = isFourth ? 4 : end - at - 4
  if (quarter === 0) return undefined
  const yearAt = joint(folded, isFourth ? end + 1 : end, ' năm ')
  return yearAt < 0 ? undefined : readPlainPart(reading, at, yearAt, 'quarter', (year) => [`${year}-${FIRST_QUARTER + quarter - 1}`, { year, quarter: String(quarter) }])
}

const DOT = 0x2e
/** ISO 8601-2: 33 is the first quarter of a year. */
const FIRST_QUARTER = 33

function readPlainPart(reading: Reading, at: number, yearAt: number, unit: 'month' | 'quarter', make: (year: string) => [edtf: string, stated: DateParts['stated']]): FoundDate | undefined {
  const { folded, floor } = reading
  const year = plainYear(folded, yearAt)
  const end = yearAt + 4
  if (year === '' || mayGoOn(folded, end, false)) return undefined
  const before = boundBefore(folded, at, floor)
  if (before && (before.value !== 'within' || boundBefore(folded, before.start, floor))) return undefined
  const start = before?.start ?? at
  const [edtf, stated] = make(year)
  const role = roleOf(reading, { start, end, bound: 'point', unit, edtf, labelled: false })
  return createPlainDate(reading.text, start, end, edtf, role, 'point', unit === 'month' ? 'date.month' : 'date.quarter', [{ stated, inferred: NOTHING }], null)
}

function readPlainYear(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  const year = plainYear(folded, at + 4)
  if (year === '' || mayGoOn(folded, at + 8, true) || folded.startsWith('những ', at - 6)) return undefined
  const side = sideBefore(reading, at)
  if (!side) return undefined
  const role = side.bound === 'point' ? 'period' : roleOnSide(reading, side, at + 8, 'year')
  return createPlainDate(reading.text, side.start, at + 8, onSide(year, side), role, side.bound, 'date.year', partsOn({ year }, side), null)
}

function roleOnSide(reading: Reading, { start, bound }: Side, end: number, unit: 'day' | 'year'): DateRole {
  return bound === 'before' ? 'deadline' : bound === 'from' ? 'start' : roleOfUntil(reading, { start, end, unit, labelled: false })
}

function readPlainDay(reading: Reading, start: number, at: number): FoundDate | undefined {
  const { folded } = reading
  const dayEnd = digitsEnd(folded, at)
  if (dayEnd === at) return undefined
  const monthAt = joint(folded, dayEnd, ' tháng ')
  const monthEnd = monthAt < 0 ? monthAt : digitsEnd(folded, monthAt)
  if (monthAt < 0 || monthEnd === monthAt) return undefined
  const yearAt = joint(folded, monthEnd, ' năm ')
  if (yearAt < 0 || unitAt(folded, monthEnd) !== unitAt(folded, dayEnd)) return undefined
  const year = plainYear(folded, yearAt)
  const end = yearAt + 4
  if (year === '' || mayGoOn(folded, end, false)) return undefined
  const dayNumber = numberAt(folded, at, dayEnd)
  const monthNumber = numberAt(folded, monthAt, monthEnd)
  if (dayNumber === 0 || monthNumber > 12 || monthNumber === 0 || (dayNumber > LAST_SURE_DAY && dayNumber > daysInMonth(Number(year), monthNumber))) return undefined
  const side = sideBefore(reading, start)
  if (!side) return undefined
  const role = side.bound === 'point' ? roleOfDay(reading, start) : roleOnSide(reading, side, end, 'day')
  const month = NUMBERS[monthNumber]!
  const day = NUMBERS[dayNumber]!
  return createPlainDate(reading.text, side.start, end, onSide(year + DAYS_OF_YEAR[monthNumber * 32 + dayNumber]!, side), role, side.bound, 'date.day', partsOn({ year, month, day }, side), nameOfDay(folded, side.start, month, day))
}

/** "giai đoạn 2021 - 2025", "nhiệm kỳ 2020-2025": two years behind the name of a period. */
function readPlainPeriod(reading: Reading, at: number): FoundDate | undefined {
  const { folded, floor } = reading
  const first = plainYear(folded, at)
  if (first === '') return undefined
  const dash = unitAt(folded, at + 4) === 0x20 ? at + 5 : at + 4
  const lastAt = unitAt(folded, dash + 1) === 0x20 ? dash + 2 : dash + 1
  const last = unitAt(folded, dash) === 0x2d ? plainYear(folded, lastAt) : ''
  if (last <= first || first < EARLIEST || last > LATEST || mayGoOn(folded, lastAt + 4, true)) return undefined
  const label = boundBefore(folded, at, floor)
  if (label?.value !== 'label' || boundBefore(folded, label.start, floor)) return undefined
  const parts = [{ stated: { year: first }, inferred: NOTHING }, { stated: { year: last }, inferred: NOTHING }]
  return createPlainDate(reading.text, label.start, lastAt + 4, `${first}/${last}`, 'period', 'interval', 'date.year-interval', parts, null)
}

const EARLIEST = '1900'
const LATEST = '2100'

/** `00` to `31`, and `-03-07` by month × 32 + day: put together once. */
const NUMBERS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))
const DAYS_OF_YEAR = Array.from({ length: 13 * 32 }, (_, index) => `-${NUMBERS[index >> 5]}-${NUMBERS[index & 31]}`)

/** The value of one or two digits. */
const numberAt = (folded: string, at: number, end: number): number =>
  end - at === 1 ? unitAt(folded, at) - 0x30 : (unitAt(folded, at) - 0x30) * 10 + unitAt(folded, at + 1) - 0x30

/** Behind one or two digits. */
function digitsEnd(folded: string, at: number): number {
  if (!isDigit(unitAt(folded, at))) return at
  if (!isDigit(unitAt(folded, at + 1))) return at + 1
  return isDigit(unitAt(folded, at + 2)) ? at : at + 2
}

/** Where the next number begins behind a slash, dash or dot, or behind the word in its place; -1 where neither is. */
function joint(folded: string, at: number, word: string): number {
  const code = unitAt(folded, at)
  if (code === 0x2f || code === 0x2d || code === 0x2e) return at + 1
  return code === 0x20 && folded.startsWith(word, at) ? at + word.length : -1
}

/** May what stands behind a full day, or a year, belong to it: the end of an interval, a list of years, âm lịch, a day of the week? */
function mayGoOn(folded: string, end: number, isYear: boolean): boolean {
  let at = end
  if (unitAt(folded, at) === 0x20) at++
  const code = unitAt(folded, at)
  switch (code) {
    case 0x0a: case 0x3a: case 0x29: case 0x22: // line, : ) "
      return false
    case 0x2c: case 0x3b: // , ;
      return isYear ? isNextYear(folded, at + 1) : !isPlainLetter(folded, unitAt(folded, at + 1) === 0x20 ? at + 2 : at + 1)
    case 0x2e: // .
      return isDigit(unitAt(folded, at + 1)) || unitAt(folded, at + 1) === 0x2e
    default:
      if (code === 0) return false
      if (at === end || !isPlainLetter(folded, at)) return true
      return isYear && folded.startsWith('và ', at) && isNextYear(folded, at + 2)
  }
}

/** A number, or *năm*, *cả*, *và* before one: a list of years. */
const isNextYear = (folded: string, at: number): boolean => PATTERNS['next-year'].test(folded.slice(at, at + 4))

/** A letter that begins no word which goes on: *đến*, *tới*, *cho đến*, *âm lịch* (AL), *theo âm lịch*, *(của) năm báo cáo*. */
function isPlainLetter(folded: string, at: number): boolean {
  const second = unitAt(folded, at + 1)
  switch (unitAt(folded, at)) {
    case 0x111: // đến
      return second !== 0x1ebf
    case 0x74: // tới, theo âm
      return second !== 0x1edb && (second !== 0x68 || unitAt(folded, at + 5) !== 0xe2)
    case 0x63: // cho, của năm báo, của kỳ báo
      return second !== 0x68 && (second !== 0x1ee7 || !isOfReport(folded, at + 4))
    case 0x6e: case 0x6b:
      return !isOfReport(folded, at)
    case 0xe2: // âm, ÂL
      return false
    case 0x61: // AL
      return second !== 0x6c
    default:
      return unitAt(folded, at) >= 0x62
  }
}

/** "năm báo cáo", "kỳ báo cáo". */
function isOfReport(folded: string, at: number): boolean {
  const code = unitAt(folded, at)
  return code === 0x6b ? folded.startsWith('kỳ báo', at) || folded.startsWith('kì báo', at) : code === 0x6e && unitAt(folded, at + 1) === 0x103 && folded.startsWith('năm báo', at)
}
