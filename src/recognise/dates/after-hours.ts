import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { cut } from '../../model/span.js'
import { timeOf } from './clock.js'
import type { FoundDate, Reading } from './found-date.js'
import { matchAt } from './moment.js'
import { readMention } from './read-mention.js'
import { skipHours } from './read-moment.js'
import { readRecurring, readWeekday } from './read-recurring.js'
import { boundBefore } from './words-before.js'

/** What hours stand before: "16 giờ 00 ngày 20/3", "16 giờ hàng ngày", "08 giờ 00 sáng thứ Hai hằng tuần". */
export function readAfterHours(reading: Reading, start: number, at: number): FoundDate | undefined {
  const { folded } = reading
  let from = at
  const hour = PATTERNS['part-of-day'].exec(folded.slice(from, from + 8))
  if (hour) from += hour[0].length
  const every = matchAt(PATTERNS.recurring, folded, from)
  if (every) return readEveryHours(reading, start, from)
  const weekdayAt = folded.startsWith('ngày ', from) ? from + 5 : from
  const weekday = readWeekday(reading, start, weekdayAt)
  if (weekday) return joinWeekly(reading, { ...weekday, time: timeOf(folded.slice(start, from)) })
  return readMention(reading, start, skipHours(folded, from))
}

function readEveryHours(reading: Reading, start: number, at: number): FoundDate | undefined {
  const mention = readRecurring(reading, at)
  if (!mention) return undefined
  const before = boundBefore(reading.folded, start, reading.floor)
  return { ...mention, ...cut(reading.text, before?.value === 'before' ? before.start : start, mention.span.end), time: timeOf(reading.folded.slice(start, at)) }
}

/** "hằng tuần, trước 16 giờ 00 ngày thứ Sáu" is one mention. */
export function joinWeekly(reading: Reading, mention: FoundDate): FoundDate {
  const last = reading.found.at(-1)
  if (last?.by !== 'date.recurring' || !PATTERNS['on-joint'].test(reading.folded.slice(last.span.end, mention.span.start))) return mention
  reading.found.pop()
  return { ...mention, ...cut(reading.text, last.span.start, mention.span.end) }
}
