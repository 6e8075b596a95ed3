import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isDigit, unitAt } from '../../model/folded.js'
import { matchAt, type Moment } from './moment.js'
import { readBareDays, readDayInWords, readDayMonth, readFullDay, readLastDay, readNamedDay, separatorsAt } from './read-day.js'
import { readHalfYear, readMonth, readMonthNumber, readMonths, readMonthYear, readQuarter, readQuarterNumber, readNextYear, readYear, readYearNumber } from './read-span.js'

/** The moment that begins at `at`, whatever it goes down to. */
export function readMoment(folded: string, at: number): Moment | undefined {
  const first = unitAt(folded, at)
  if (isDigit(first)) return readNumber(folded, at)
  switch (folded.charAt(at)) {
    case 'n':
      if (folded.startsWith('ngày', at)) return readNamedDay(folded, at)
      return folded.startsWith('năm', at) ? readYear(folded, at) : readHalfYear(folded, at)
    case 't':
      return readMonth(folded, at)
    case 'm': case 'r':
      return readDayInWords(folded, at, at)
    case 'q':
      return readQuarter(folded, at)
    default:
      return readMonths(folded, at)
  }
}

/** A moment that begins with a digit: what follows the first number decides what may be tried. */
function readNumber(folded: string, at: number): Moment | undefined {
  let end = at
  while (isDigit(unitAt(folded, end))) end++
  if (end - at > 2) return end - at === 4 ? readYearNumber(folded, at) : undefined
  switch (unitAt(folded, unitAt(folded, end) === 0x20 ? end + 1 : end)) {
    case 0x111: case 0x2c: case 0x76: // đ , v
      return readBareDays(folded, at)
    case 0x74: // t
      return readMonths(folded, at) ?? readFullDay(folded, at)
    case 0x2f: case 0x2e: // / .
      return readChain(folded, at)
    case 0x2d: // -
      return readChain(folded, at) ?? readBareDays(folded, at)
    default:
      return undefined
  }
}

/** Numbers joined by slashes, dots or dashes: a day, a month of a year, a day of a month. */
function readChain(folded: string, at: number): Moment | undefined {
  const separators = separatorsAt(folded, at)
  if (separators === 0) return undefined
  return (separators === 2 ? readFullDay(folded, at) : undefined) ?? readMonthYear(folded, at) ?? readDayMonth(folded, at)
}

/** Where the day begins after "17h00 " and "thứ Năm, " that stand before it. */
export function skipHours(folded: string, at: number): number {
  const hours = isDigit(unitAt(folded, at)) ? matchAt(PATTERNS.clock, folded, at) : null
  const from = at + (hours?.[0].length ?? 0)
  const first = unitAt(folded, from)
  const third = unitAt(folded, from + 2)
  const weekday = (first === 0x74 && third === 0x1ee9) || (first === 0x63 && third === 0x1ee7) ? matchAt(PATTERNS['weekday-before'], folded, from) : null
  return from + (weekday?.[0].length ?? 0)
}

/**
 * The moment that ends an interval or goes on a list begun by `first`: beside what may stand anywhere, numbers that only
 * the first member explains ("Quý III, IV/2022", "tháng 3 - 11/2024", "15/11 -15/12", "năm 2021 - 2025").
 */
export function readNext(folded: string, at: number, first: Moment): Moment | undefined {
  if (!isDigit(unitAt(folded, at)) && folded.charAt(at) !== 'i') return folded.startsWith('ngày', at) ? readNamedDay(folded, at) : readMoment(folded, at)
  switch (first.unit) {
    case 'day':
      return readLastDay(folded, at, first)
    case 'month':
      return readMonthYear(folded, at) ?? readMonthNumber(folded, at)
    case 'quarter':
      return readQuarterNumber(folded, at)
    case 'year':
      return readYearNumber(folded, at) ?? readNextYear(folded, at, first.year)
    default:
      return undefined
  }
}
