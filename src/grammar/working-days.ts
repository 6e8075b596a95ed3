import { addDays } from '../model/edtf.js'
import { PUBLIC_HOLIDAYS } from './generated/public-holidays.js'

const DAYS = new Map(PUBLIC_HOLIDAYS.map(({ day, does }) => [day as string, does]))
const YEARS = new Set(PUBLIC_HOLIDAYS.map(({ day }) => day.slice(0, 4)))
const LONGEST = 400

/** 0 Sunday – 6 Saturday (Zeller's congruence). */
export function weekdayOf(day: string): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month < 3 ? 1 : 0)
  const shifted = month < 3 ? month + 12 : month
  return (Number(day.slice(8)) + Math.floor((13 * (shifted + 1)) / 5) + year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + 6) % 7
}

/** Is a day worked: neither a weekend nor a public holiday, or worked in exchange? Undefined in a year whose holidays are not known. */
export function isWorkingDay(day: string): boolean | undefined {
  if (!YEARS.has(day.slice(0, 4))) return undefined
  const does = DAYS.get(day)
  if (does) return does === 'work'
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/**
 * The last of `count` working days, *ngày làm việc*, after a day, which itself is not counted (Bộ luật Dân sự 2015, Điều 147).
 * Undefined where the holidays of a year on the way are not known.
 */
export function addWorkingDays(day: string, count: number): string | undefined {
  if (count < 1 || count > LONGEST) return undefined
  let current = day
  for (let left = count; left > 0; ) {
    current = addDays(current, 1)
    const works = isWorkingDay(current)
    if (works === undefined) return undefined
    if (works) left--
  }
  return current
}
