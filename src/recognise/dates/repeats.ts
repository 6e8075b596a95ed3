import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import type { Phrase } from './phrase.js'

/** Recurrence rules, RFC 5545, section 3.3.10: how a time comes again, where EDTF has no word for it. */
const FREQUENCIES: Readonly<Record<string, string>> = {
  năm: 'FREQ=YEARLY', quý: 'FREQ=MONTHLY;INTERVAL=3', qúy: 'FREQ=MONTHLY;INTERVAL=3', tháng: 'FREQ=MONTHLY', tuần: 'FREQ=WEEKLY', ngày: 'FREQ=DAILY',
}

/** "hằng quý": FREQ=MONTHLY;INTERVAL=3. */
export const everyUnit = (unit: string): string | null => FREQUENCIES[unit] ?? null

/** "6 tháng một lần": FREQ=MONTHLY;INTERVAL=6; a number of quarters is so many months. */
export function everySoMany(count: number, unit: string): string | null {
  const rule = FREQUENCIES[unit]
  if (!rule || count < 1) return null
  const frequency = rule.split(';')[0]!
  const interval = rule === frequency ? count : count * 3
  return interval === 1 ? frequency : `${frequency};INTERVAL=${interval}`
}

/** Days of the week as they are named and numbered: *thứ hai*, *thứ 2*, *chủ nhật*. */
const WEEKDAYS: Readonly<Record<string, string>> = {
  hai: 'MO', '2': 'MO', ba: 'TU', '3': 'TU', tư: 'WE', '4': 'WE', năm: 'TH', '5': 'TH', sáu: 'FR', '6': 'FR', bảy: 'SA', bẩy: 'SA', '7': 'SA',
}

/** "thứ hai và thứ tư" hằng tuần: FREQ=WEEKLY;BYDAY=MO,WE; of a month only "thứ bảy tuần cuối" would tell more, so that one has none. */
export function weekly(words: string, suffix: string): string | null {
  if (PATTERNS.coarser.test(suffix)) return null
  const days = [...words.matchAll(PATTERNS['day-of-week'])].map(({ groups }) => (groups!['name'] ? WEEKDAYS[groups!['name']] : 'SU'))
  return days.includes(undefined) || !days.length ? null : `FREQ=WEEKLY;BYDAY=${days.join(',')}`
}

const LAST_MONTHS = '3,6,9,12'
const FIRST_MONTHS = '1,4,7,10'

/** The rule of a phrase that comes again; null for intervals and where its rhythm has no rule. */
export function repeatsOf(folded: string, { first, last, members, every, end }: Phrase): string | null {
  if (last || first.lastDay || first.unit === 'quarter' || first.unit === 'half' || first.unit === 'months') return null
  const days = first.days ?? (members && first.unit === 'day' ? members.map(({ day }) => day) : first.day ? [first.day] : [])
  if (days.includes('XX') || first.month === 'XX') return null
  const monthDays = days.length ? `;BYMONTHDAY=${days.map(Number).join(',')}` : ''
  switch (every) {
    case 'year':
      return members && first.unit !== 'day' ? `FREQ=YEARLY;BYMONTH=${members.map(({ month }) => Number(month)).join(',')}` : `FREQ=YEARLY${first.month ? `;BYMONTH=${Number(first.month)}` : ''}${monthDays}`
    case 'month':
      return `FREQ=MONTHLY${monthDays}`
    default:
      return every && first.unit === 'day' && !first.month ? everyQuarter(folded.slice(first.end, end), monthDays) : null
  }
}

/** "ngày 20 của tháng cuối quý": on that day of March, June, September, December. */
function everyQuarter(suffix: string, monthDays: string): string | null {
  const place = PATTERNS['month-of-quarter'].exec(suffix)
  return place ? `FREQ=YEARLY;BYMONTH=${place.groups!['end'] === 'cuối' ? LAST_MONTHS : FIRST_MONTHS}${monthDays}` : null
}
