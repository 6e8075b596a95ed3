import { addDays, daysBetween } from '../model/edtf.js'
import { LUNAR_YEARS } from './generated/lunar-years.js'

/** A day of the Vietnamese lunar calendar, *âm lịch*. */
export interface LunarDay {
  readonly year: number
  /** 1 *Giêng* – 12 *Chạp*. */
  readonly month: number
  /** Of the second month of that number, *tháng nhuận*. */
  readonly leap: boolean
  readonly day: number
}

interface LunarYear {
  readonly begins: string
  readonly leap: number
  /** Days of each month in order, the leap one behind its own. */
  readonly lengths: readonly number[]
}

const YEARS = new Map<number, LunarYear>(LUNAR_YEARS.map(({ year, begins, leap, months }) => [Number(year), { begins, leap: Number(leap), lengths: [...months].map((long) => 29 + Number(long)) }]))

/** The Gregorian day of a lunar one, `YYYY-MM-DD`; undefined outside the years 1950–2050 and where the calendar has no such day. */
export function gregorianDay({ year, month, leap, day }: LunarDay): string | undefined {
  const known = YEARS.get(year)
  if (!known || month < 1 || month > 12 || (leap && known.leap !== month)) return undefined
  const index = month - 1 + (leap || (known.leap > 0 && month > known.leap) ? 1 : 0)
  if (day < 1 || day > known.lengths[index]!) return undefined
  return addDays(known.begins, known.lengths.slice(0, index).reduce((sum, length) => sum + length, 0) + day - 1)
}

/** The lunar day of a Gregorian one; undefined outside the years that are known. */
export function lunarDay(gregorian: string): LunarDay | undefined {
  const year = Number(gregorian.slice(0, 4))
  const known = YEARS.get(year)
  if (!known) return undefined
  const of = gregorian < known.begins ? YEARS.get(year - 1) : known
  if (!of) return undefined
  let left = daysBetween(of.begins, gregorian)
  let index = 0
  while (left >= of.lengths[index]!) left -= of.lengths[index++]!
  const isLeap = of.leap > 0 && index === of.leap
  return { year: of === known ? year : year - 1, month: of.leap > 0 && index >= of.leap ? index : index + 1, leap: isLeap, day: left + 1 }
}

/** The last month of a lunar year, *tháng Chạp*, has 29 or 30 days. */
export const daysOfLastMonth = (year: number): number | undefined => YEARS.get(year)?.lengths.at(-1)
