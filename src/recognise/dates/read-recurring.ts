import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { createDate, type FoundDate, type Reading } from './found-date.js'
import { matchAt } from './moment.js'
import { everySoMany, everyUnit, weekly } from './repeats.js'
import { unitAt } from '../../model/folded.js'
import { firstUnitsOf } from './first-units.js'
import { boundBefore, hasEverydayBefore } from './words-before.js'

/** Weeks and quarters of any year have no value in EDTF. */
const VALUES: Readonly<Record<string, string>> = { năm: 'XXXX', tháng: 'XXXX-XX', ngày: 'XXXX-XX-XX' }

const createRecurring = (reading: Reading, start: number, end: number, edtf: string | null, by: string, repeats: string | null): FoundDate =>
  createDate(reading, start, end, { edtf, role: 'recurring', bound: 'recurring', by, repeats })

/** "hằng năm", "hàng tháng", "mỗi quý"; "đời sống hằng ngày" is no time. */
export function readRecurring(reading: Reading, at: number): FoundDate | undefined {
  const match = mayHaveUnitBehind(reading.folded, at) ? matchAt(PATTERNS.recurring, reading.folded, at) : null
  if (!match) return undefined
  const every = match.groups!['every']!
  if (isMotto(reading, at)) return undefined
  if (every === 'ngày' && hasEverydayBefore(reading.folded, at)) return undefined
  if (every === 'năm' && opensSentence(reading, at)) reading.everyYearFrom = at + match[0].length
  return createRecurring(reading, at, at + match[0].length, VALUES[every] ?? null, 'date.recurring', everyUnit(every))
}

const UNITS = firstUnitsOf('every-unit')

/** A unit behind *hằng* or *mỗi*, by its first letter; no *hàng hóa*. */
function mayHaveUnitBehind(folded: string, at: number): boolean {
  let next = at + (unitAt(folded, at) === 0x6d ? MOI : HANG)
  while (unitAt(folded, next) === 0x20) next++
  return UNITS.has(unitAt(folded, next))
}

const MOI = 'mỗi'.length
const HANG = 'hằng'.length

/** “Mỗi tuần một cuốn sách”: in quotes it begins a name. */
const isMotto = ({ folded }: Reading, at: number): boolean => folded.charAt(at) === 'm' && folded.charAt(at - 1) === '"'

/** Does "Hằng năm" or "Định kỳ hằng năm" stand at the begin of a sentence, so that what follows is of every year? */
function opensSentence({ folded }: Reading, at: number): boolean {
  let start = at
  if (folded.startsWith('định kỳ ', start - 8)) start -= 8
  while (start > 0 && ' -+*•("'.includes(folded.charAt(start - 1))) start--
  return start === 0 || '\n.;:)'.includes(folded.charAt(start - 1))
}

/** "6 tháng" in "định kỳ 6 tháng", "06 tháng một lần", "6 tháng, hằng năm"; not the "6 tháng" that something lasts. */
export function readEveryN(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  const afterPeriodic = folded.startsWith('định kỳ ', at - 8)
  const match = matchAt(afterPeriodic ? PATTERNS['every-n-bare'] : PATTERNS['every-n'], folded, at)
  if (!match) return undefined
  const words = match.groups!['text']!
  const [count, unit] = words.split(/ +/) as [string, string]
  return createRecurring(reading, at, at + words.length, null, 'date.every-n', everySoMany(Number(count), unit))
}

/** "thứ Sáu hằng tuần", "sáng chủ nhật hằng tuần", "16 giờ thứ Sáu"; a day of the week alone is none. */
export function readWeekday(reading: Reading, start: number, at: number): FoundDate | undefined {
  const { folded } = reading
  const match = matchAt(PATTERNS.weekday, folded, at)
  if (!match) return undefined
  const end = at + match[0].length
  const suffix = matchAt(PATTERNS['week-suffix'], folded, end)
  if (!suffix && !(start < at && isAfterWeekly(reading, start))) return undefined
  return createRecurring(reading, includeWordsBefore(reading, start), end + (suffix?.[0].length ?? 0), null, 'date.weekday', weekly(match[0], suffix?.[0] ?? ''))
}

/** "hằng tuần, trước 16 giờ 00 ngày thứ Sáu": the words before say that it comes again. */
function isAfterWeekly({ found, folded }: Reading, start: number): boolean {
  const last = found.at(-1)
  return last?.by === 'date.recurring' && start - last.span.end < 16 && !/[.;\n]/.test(folded.slice(last.span.end, start))
}

/** "trước" and "sáng" before a recurring time belong to it. */
function includeWordsBefore({ folded, floor }: Reading, start: number): number {
  let from = start
  for (let count = 0; count < 2; count++) {
    const before = boundBefore(folded, from, floor)
    if (!before || !['before', 'until', 'hour'].includes(before.value)) break
    from = before.start
  }
  return from
}

/** "thường niên". */
export const readAnnual = (reading: Reading, at: number): FoundDate | undefined =>
  reading.folded.startsWith('thường niên', at) ? createRecurring(reading, at, at + 'thường niên'.length, 'XXXX', 'date.recurring', everyUnit('năm')) : undefined

const TIGHT = PATTERNS.tight

/**
 * "hằng tuần, trước 16 giờ 00 ngày thứ Sáu", "hàng năm (từ 15/11 -15/12)": a recurring time and what tells it more closely,
 * right after it, are one mention.
 */
export function recurringBefore({ found, folded, text }: Reading, start: number): FoundDate | undefined {
  const last = found.at(-1)
  if (last?.by !== 'date.recurring' || start - last.span.end > 12) return undefined
  return TIGHT.test(folded.slice(last.span.end, start)) && !text.slice(last.span.end, start).includes('\t') ? last : undefined
}
