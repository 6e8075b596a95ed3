import { CalendarVietnamese } from 'date-chinese'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * `npm run calendar`: the months of the Vietnamese lunar calendar (*âm lịch*, reckoned at UTC+7), worked out by date-chinese and written
 * to grammars/lunar-years.tsv: the library is needed here alone, the table is what is shipped.
 */
const FILE = new URL('../lunar-years.tsv', import.meta.url)
const FIRST = 1950
/** Behind it a new moon falls within a minute of midnight (May 2054): there the day is not sure. */
const LAST = 2050

const HEAD = `year	begins	leap	months	source
# The Vietnamese lunar calendar, written by \`npm run calendar\`. begins: first day of the first month (mùng 1 Tết); leap: the month that is
# followed by a second one of its number (tháng nhuận); months: the days of each month in order, the leap one behind its own, 0 is 29 and 1 is 30.`

export interface LunarYear {
  readonly begins: string
  readonly leap: number
  readonly months: string
}

const DAY = 86_400_000

/** One lunar year, day by day, as the library tells each. */
export function workOut(year: number): LunarYear {
  const calendar = new CalendarVietnamese()
  let begins = ''
  const months: { readonly month: number; readonly leap: boolean; days: number }[] = []
  for (let time = Date.UTC(year, 0, 20); ; time += DAY) {
    const [gregorianYear, month, day] = new Date(time).toISOString().slice(0, 10).split('-').map(Number) as [number, number, number]
    calendar.fromGregorian(gregorianYear, month, day)
    const isFirst = calendar.month === 1 && !calendar.leap && calendar.day === 1
    if (isFirst && begins) break
    if (isFirst) begins = new Date(time).toISOString().slice(0, 10)
    if (!begins) continue
    if (calendar.day === 1) months.push({ month: calendar.month, leap: calendar.leap, days: 0 })
    months.at(-1)!.days++
  }
  return { begins, leap: year === 2033 ? LEAP_OF_2033 : (months.find(({ leap }) => leap)?.month ?? 0), months: months.map(({ days }) => String(days - SHORT)).join('') }
}

/** The month of the winter solstice is the eleventh (Hồ Ngọc Đức's rules); the library, which counts from New Year, has 8 in 2033. */
const LEAP_OF_2033 = 11

/** Days of a short month, *tháng thiếu*. */
const SHORT = 29

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const rows: string[] = []
  for (let year = FIRST; year <= LAST; year++) {
    const { begins, leap, months } = workOut(year)
    rows.push(`${year}\t${begins}\t${leap || ''}\t${months}\tdate-chinese 2.1.4`)
  }
  const content = `${HEAD}\n${rows.join('\n')}\n`
  if (readFileSync(FILE, { encoding: 'utf8', flag: 'a+' }) !== content) writeFileSync(FILE, content)
}
