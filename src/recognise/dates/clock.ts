import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'

const CLOCK = PATTERNS['time-of-day']

/**
 * Hours that stand with a day, as `HH:MM`, or `HH:MM/HH:MM` for a span of them; null where there are none or the clock does not have them.
 *
 *     8h00-10h00 ngày 28/12/2011     08:00/10:00
 *     14 giờ ngày 5/3                14:00
 *     2 giờ chiều ngày 5/3           14:00
 */
export function timeOf(words: string): string | null {
  const times: string[] = []
  for (const match of words.matchAll(CLOCK)) {
    const stated = Number(match.groups!['hour'])
    const hour = stated + (isAfternoon(match.groups!['part']) && stated < 12 ? 12 : 0)
    const minute = Number(match.groups!['minute'] ?? 0)
    if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
    times.push(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  }
  return times.length === 1 || times.length === 2 ? times.join('/') : null
}

const isAfternoon = (half: string | undefined): boolean => half === 'chiều' || half === 'tối' || half === 'đêm'
