import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isDigit, isLetter, unitAt } from '../../model/folded.js'
import { createMoment, type Moment, plainYear, two } from './moment.js'
import { NUMBER_WORDS, readSmallNumber, readSpokenYear, type SpokenNumber } from './number-words.js'

/** A month behind the word *tháng*, with its year where one follows. */
interface SpokenMonth {
  readonly month: string
  readonly year: string
  readonly end: number
  /** Named by the lunar calendar alone: *tháng Giêng*, *tháng Chạp*. */
  readonly lunar: boolean
}

const THANG = 'tháng '
const LUNAR_MONTHS: Readonly<Record<string, string>> = { giêng: '01', chạp: '12' }

const EARLY_DAY = PATTERNS['early-day']

/**
 * A day that is written out: "mùng 8 tháng 3", "mười lăm tháng ba năm hai nghìn không trăm hai mươi tư", "15 tháng Giêng", "rằm tháng Bảy", "mùng 1 Tết".
 * @param at where its number begins, *mùng* included
 * @param start where the mention begins
 */
export function readSpokenDay(folded: string, at: number, start: number): Moment | undefined {
  const early = EARLY_DAY.test(folded.slice(at, at + 5))
  const from = early ? at + 5 : at
  const day = readDay(folded, from)
  if (!day || day.value < 1 || day.value > 31 || (early && day.value > 10)) return undefined
  if (early && folded.startsWith(' tết', day.end) && !isLetter(unitAt(folded, day.end + 4))) return { ...createMoment('day', start, day.end + 4, '', '01', two(String(day.value))), lunar: true }
  const monthAt = unitAt(folded, day.end) === 0x2c ? day.end + 2 : day.end + 1
  const month = folded.startsWith(THANG, monthAt) ? readSpokenMonth(folded, monthAt) : undefined
  return month && { ...createMoment('day', start, month.end, month.year, month.month, two(String(day.value))), lunar: month.lunar || folded.startsWith('rằm', from) }
}

function readDay(folded: string, at: number): SpokenNumber | undefined {
  if (folded.startsWith('rằm ', at)) return { value: 15, end: at + 3 }
  if (!isDigit(unitAt(folded, at))) return readSmallNumber(folded, at)
  const end = isDigit(unitAt(folded, at + 1)) ? at + 2 : at + 1
  return { value: Number(folded.slice(at, end)), end }
}

/** The month that stands behind *tháng* at `at`: in digits, in words, or by its lunar name. */
function readSpokenMonth(folded: string, at: number): SpokenMonth | undefined {
  const from = at + THANG.length
  const lunar = LUNAR_MONTHS[PATTERNS['lunar-month'].exec(folded.slice(from, from + 6))?.[0] ?? '']
  const number = lunar ? { value: Number(lunar), end: from + (lunar === '01' ? 5 : 4) } : readMonthNumber(folded, from)
  if (!number || number.value < 1 || number.value > 12) return undefined
  const year = readYearBehind(folded, number.end)
  return { month: two(String(number.value)), year: year ? String(year.value) : '', end: year?.end ?? number.end, lunar: lunar !== undefined }
}

function readMonthNumber(folded: string, at: number): SpokenNumber | undefined {
  if (isDigit(unitAt(folded, at))) return readDay(folded, at)
  const blank = folded.startsWith('năm ', at) && isDigit(unitAt(folded, at + 4))
  return blank ? undefined : readSmallNumber(folded, at)
}

/** " năm 2024", "/2024", " năm hai nghìn không trăm hai mươi tư". */
function readYearBehind(folded: string, at: number): SpokenNumber | undefined {
  const match = PATTERNS['year-lead'].exec(folded.slice(at, at + 6))
  if (!match) return undefined
  const from = at + match[0].length
  const plain = plainYear(folded, from)
  return plain ? { value: Number(plain), end: from + 4 } : readSpokenYear(folded, from)
}

/** How the numbers of months in words begin. */
const NUMBER_BEGINS: ReadonlySet<string> = new Set([...NUMBER_WORDS, ...Object.keys(LUNAR_MONTHS)].map((word) => word.slice(0, 2)))

/** "tháng Ba năm 2024", "tháng Giêng": a month in words, which only its year, its lunar name or a bound before it tells from a number of months. */
export function readSpokenMonthAlone(folded: string, at: number): Moment | undefined {
  if (!NUMBER_BEGINS.has(folded.slice(at + THANG.length, at + THANG.length + 2))) return undefined
  const month = readSpokenMonth(folded, at)
  return month && { ...createMoment('month', at, month.end, month.year, month.month), lunar: month.lunar, spoken: !month.year && !month.lunar }
}

/** "năm hai nghìn không trăm hai mươi tư". */
export function readSpokenYearAlone(folded: string, at: number): Moment | undefined {
  const year = readSpokenYear(folded, at + 'năm '.length)
  return year && year.value > 1000 && year.value < 2200 && year.value % 1000 !== 0 ? createMoment('year', at, year.end, String(year.value)) : undefined
}
