import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isDigit, isLetter, unitAt } from '../../model/folded.js'
import { firstUnitsOf } from './first-units.js'
import { readSpokenMonthAlone, readSpokenYearAlone } from './read-spoken.js'
import { createMoment, fourDigits, matchAt, type Moment, plainYear, two } from './moment.js'

const SPACE = 0x20

type Groups = Readonly<Record<string, string | undefined>>

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const NUMBER_WORDS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 }

const read = (pattern: RegExp, folded: string, at: number, make: (groups: Groups, end: number) => Moment | undefined): Moment | undefined => {
  const match = matchAt(pattern, folded, at)
  return match ? make(match.groups ?? {}, at + match[0].length) : undefined
}

/** A quarter or half by its number. */
function withIndex(moment: ReturnType<typeof createMoment>, index: number): Moment {
  moment.index = index
  return moment
}

/** A month, *tháng*: "tháng 6/2023", "tháng 5 năm 2024", "tháng …/2026". */
export function readMonth(folded: string, at: number): Moment | undefined {
  const blank = isBlank(folded, at + 'tháng'.length) && read(PATTERNS['month-blank'], folded, at, ({ y }, end) => createMoment('month', at, end, fourDigits(y), 'XX'))
  if (blank) return blank
  const digits = read(PATTERNS.month, folded, at, ({ m, y }, end) => {
    const month = two(m!)
    const isTimes = folded.startsWith(' lần', end)
    return isTimes || Number(month) < 1 || Number(month) > 12 ? undefined : createMoment('month', at, end, fourDigits(y), month)
  })
  return digits ?? (unitAt(folded, at + 5) === SPACE && isLetter(unitAt(folded, at + 6)) ? readSpokenMonthAlone(folded, at) : undefined)
}

/** A dot or a line of them stands where the number should. */
function isBlank(folded: string, at: number): boolean {
  let from = at
  while (from - at < 3 && unitAt(folded, from) === SPACE) from++
  const code = unitAt(folded, from)
  return code === 0x2e || code === 0x2026 || code === 0x5f
}

/** The number of a month that follows another month: "tháng 3 - 11/2024", "tháng 6, 7, 8/2020". */
export const readMonthNumber = (folded: string, at: number): Moment | undefined =>
  read(PATTERNS['month-number'], folded, at, ({ m, y }, end) => {
    const isOther = Number(m) < 1 || Number(m) > 12 || '/-.%'.includes(folded.charAt(end) || ' ') && isDigit(unitAt(folded, end + 1))
    return isOther ? undefined : createMoment('month', at, end, fourDigits(y), two(m!), '', true)
  })

/** "6/2025" alone. */
export const readMonthYear = (folded: string, at: number): Moment | undefined =>
  !isYearBehindSlash(folded, at) ? undefined : read(PATTERNS['month-year'], folded, at, ({ m, y }, end) =>
    Number(m) < 1 || Number(m) > 12 || folded.charAt(end) === '/' ? undefined : createMoment('month', at, end, fourDigits(y), two(m!), '', true))

/** Do four digits stand behind the slash that follows the number at `at`? */
function isYearBehindSlash(folded: string, at: number): boolean {
  let from = at
  while (from - at < 4 && unitAt(folded, from) !== 0x2f) from++
  const year = unitAt(folded, from + 1) === SPACE ? from + 2 : from + 1
  return isDigit(unitAt(folded, year + 2)) && isDigit(unitAt(folded, year + 3))
}

/** A quarter, *quý*: "quý II/2026", "quý 1 năm 2024", "QIV/2024". */
export const readQuarter = (folded: string, at: number): Moment | undefined =>
  read(PATTERNS.quarter, folded, at, ({ q, y }, end) => ('uú'.includes(folded.charAt(at + 1)) || y ? withIndex(createMoment('quarter', at, end, fourDigits(y)), QUARTERS[q!]!) : undefined))

export const readQuarterNumber = (folded: string, at: number): Moment | undefined =>
  read(PATTERNS['quarter-number'], folded, at, ({ q, y }, end) => withIndex(createMoment('quarter', at, end, fourDigits(y), '', '', true), QUARTERS[q!]!))

/** The first or last months of a year: "6 tháng đầu năm" is a half, "9 tháng đầu năm" its first nine months. */
export const readMonths = (folded: string, at: number): Moment | undefined =>
  !mayBeMonthsOfYear(folded, at) ? undefined : read(PATTERNS.half, folded, at, ({ n, part, y }, end) => {
    const count = NUMBER_WORDS[n!] ?? Number(n)
    if (count < 2 || count > 11) return undefined
    const last = part!.startsWith('cuối')
    const year = fourDigits(y)
    if (count === 6) return withIndex(createMoment('half', at, end, year), last ? 2 : 1)
    const months = createMoment('months', at, end, year)
    months.months = last ? [13 - count, 12] : [1, count]
    return months
  })

const END_OF_YEAR = firstUnitsOf('end-of-year')

/** The end of a year behind a number of months in digits, by its first letter. */
function mayBeMonthsOfYear(folded: string, at: number): boolean {
  if (!isDigit(unitAt(folded, at))) return true
  let next = at
  while (isDigit(unitAt(folded, next)) || unitAt(folded, next) === SPACE) next++
  if (!folded.startsWith('tháng ', next)) return false
  next += 6
  if (unitAt(folded, next) === SPACE) next++
  return END_OF_YEAR.has(unitAt(folded, next))
}

/** "nửa đầu năm 2024". */
export const readHalfYear = (folded: string, at: number): Moment | undefined =>
  read(PATTERNS['half-year'], folded, at, ({ part, y }, end) => withIndex(createMoment('half', at, end, fourDigits(y)), part === 'đầu' ? 1 : 2))

/** "năm 2023", "năm 20…". */
export function readYear(folded: string, at: number): Moment | undefined {
  const plain = unitAt(folded, at + 3) === SPACE ? plainYear(folded, at + 4) : ''
  if (plain) return createMoment('year', at, at + 8, plain)
  if (isLetter(unitAt(folded, at + 4))) return folded.startsWith('ng', at + 8) ? readSpokenYearAlone(folded, at) : undefined
  return read(PATTERNS.year, folded, at, ({ y }, end) => createMoment('year', at, end, fourDigits(y)))
}

export function readYearNumber(folded: string, at: number): Moment | undefined {
  const plain = plainYear(folded, at)
  return plain ? createMoment('year', at, at + 4, plain, '', '', true) : readBlankYear(folded, at)
}

/** "năm học 2023-24": the last two digits of the year after. */
export function readNextYear(folded: string, at: number, year: string): Moment | undefined {
  const next = String(Number(year) + 1)
  const isNext = folded.startsWith(next.slice(2), at) && !isDigit(unitAt(folded, at + 2)) && !/^[/.-]\d/.test(folded.slice(at + 2, at + 4))
  return isNext ? createMoment('year', at, at + 2, next, '', '', true) : undefined
}

const readBlankYear = (folded: string, at: number): Moment | undefined =>
  !folded.startsWith('20', at) ? undefined : read(PATTERNS['year-number'], folded, at, ({ y }, end) => createMoment('year', at, end, fourDigits(y), '', '', true))
