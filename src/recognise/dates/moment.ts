import type { Civil } from '../../model/edtf.js'
import { isDigit, unitAt } from '../../model/folded.js'

/** What a moment goes down to: quarters and halves are of a year, `months` is a run of them ("9 tháng đầu năm"). */
export type Unit = 'day' | 'month' | 'quarter' | 'half' | 'months' | 'year'

/** One time as it stands in the text; parts that are not said are empty, parts left blank on a form are X. */
export interface Moment extends Civil {
  readonly unit: Unit
  readonly start: number
  readonly end: number
  /** Quarter 1–4, half 1–2, else 0. */
  readonly index: number
  /** First and last month of a run of months. */
  readonly months: readonly [number, number] | null
  /** Written in digits alone: without *ngày*, *tháng*, *năm*. */
  readonly bare: boolean
  /** Last day of a run of days: "26, 27, 28/6", "16 - 17/3"; else empty. */
  readonly lastDay: string
  /** Days of one month that do not follow one another: "5, 12 và 19/6". */
  readonly days: readonly string[] | null
  /** By its name of the lunar calendar: *tháng Giêng*, *rằm*, *mùng 1 Tết*. */
  readonly lunar: boolean
  /** A month in words without its year: "tháng Ba" may be a number of months. */
  readonly spoken: boolean
}

/** In place of a year: the one after or before the year that is meant. */
export const AFTER = '+1'
export const BEFORE = '-1'

export const isRelative = ({ year }: Moment): boolean => year === AFTER || year === BEFORE

/** Every moment has the same fields in the same order: the scan makes many of them. */
export function createMoment(unit: Unit, start: number, end: number, year: string, month = '', day = '', bare = false): Change<Moment> {
  return { year, month, day, unit, start, end, index: 0, months: null, bare, lastDay: '', days: null, lunar: false, spoken: false }
}

type Change<T> = { -readonly [Key in keyof T]: T[Key] }

/** A copy to be changed: by a spread it would be of another shape, and objects of many shapes are read slowly. */
export const copyMoment = ({ year, month, day, unit, start, end, index, months, bare, lastDay, days, lunar, spoken }: Moment): Change<Moment> =>
  ({ year, month, day, unit, start, end, index, months, bare, lastDay, days, lunar, spoken })

export function withYear(moment: Moment, year: string): Moment {
  const other = copyMoment(moment)
  other.year = year
  return other
}

export function withMonth(moment: Moment, month: string): Moment {
  const other = copyMoment(moment)
  other.month = month
  return other
}

export function withDay(moment: Moment, day: string): Moment {
  const other = copyMoment(moment)
  other.day = day
  return other
}

/** Try a sticky pattern at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const ONE_DIGIT = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09'] as const

/** Digits as two characters; l, I and O of a scanned page are 1 and 0. */
export function two(digits: string): string {
  if (digits.length === 1 && isDigit(digits.charCodeAt(0))) return ONE_DIGIT[digits.charCodeAt(0) - 48]!
  if (digits.length === 2 && isDigit(digits.charCodeAt(0)) && isDigit(digits.charCodeAt(1))) return digits
  return digits.trim().replace(/[li]/g, '1').replaceAll('o', '0').padStart(2, '0')
}

/** The year from 1000 to 2199 whose four digits stand at `at`, no more and none left blank; else empty. */
export function plainYear(folded: string, at: number): string {
  const first = unitAt(folded, at)
  const second = unitAt(folded, at + 1)
  if (!(first === 0x31 ? isDigit(second) : first === 0x32 && (second === 0x30 || second === 0x31))) return ''
  return isDigit(unitAt(folded, at + 2)) && isDigit(unitAt(folded, at + 3)) && !isDigit(unitAt(folded, at + 4)) ? folded.slice(at, at + 4) : ''
}

/** A year of four characters: "20…" is 20XX, "24" after a full date 2024. */
export function fourDigits(year: string | undefined): string {
  if (year === undefined) return ''
  if (year.length === 4 && isDigit(year.charCodeAt(2)) && isDigit(year.charCodeAt(3))) return year
  const digits = /^\d*/.exec(year.trim())![0]
  if (digits.length === 2 && year.trim().length === 2) return `${Number(digits) < 50 ? '20' : '19'}${digits}`
  return digits.padEnd(4, 'X')
}

const PRECISION: Readonly<Record<Unit, number>> = { year: 0, half: 1, quarter: 1, months: 1, month: 1, day: 2 }

export const precisionOf = (moment: Moment): number => PRECISION[moment.unit]

/** First and last month that a moment reaches over. */
export function monthsOf({ unit, month, index, months }: Moment): readonly [number, number] {
  if (unit === 'quarter') return [index * 3 - 2, index * 3]
  if (unit === 'half') return [index * 6 - 5, index * 6]
  if (unit === 'months') return months!
  return month && month !== 'XX' ? [Number(month), Number(month)] : [1, 12]
}
