import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isPossible } from '../../model/edtf.js'
import { isDigit, isLetter, isUpper, unitAt } from '../../model/folded.js'
import type { Reading } from './found-date.js'
import type { Phrase } from './phrase.js'
import { recurringBefore } from './read-recurring.js'
import { hasLookAlikeBefore, hasNamedDayBefore, isCounted, type Surrounding } from './words-before.js'

const MONTHLY_REPORT = PATTERNS['monthly-report']

/** "Báo cáo tháng: trước ngày 17": the day of every month by which it is due. */
export const isOfMonthlyReport = (folded: string, { start, bound }: Surrounding): boolean => (bound === 'before' || bound === 'until') && MONTHLY_REPORT.test(folded.slice(Math.max(0, start - 30), start))

const BOUNDING: readonly string[] = ['before', 'until', 'from', 'after', 'within']

/**
 * Is a phrase a time? What is written with *ngày*, *tháng*, *quý*, *năm* is one. Of bare numbers a full day ("28/12/2020") is, a
 * pair of years ("2021 - 2025"), the only content of a table cell ("6/2025"), a horizon ("tầm nhìn 2030"), and a day and month that
 * name a festive day or bound something ("(28/6)", "từ 15/11 - 15/12"). Fractions, notations, classes, house numbers are none.
 */
export function isTime(reading: Reading, phrase: Phrase, around: Surrounding): boolean {
  const { first } = phrase
  if (first.unit === 'day' && !first.month) return phrase.every !== '' || (phrase.last?.month ?? '') !== '' || recurringBefore(reading, around.start) !== undefined || isOfMonthlyReport(reading.folded, around)
  if (first.spoken && !first.year) return (around.bound !== '' || around.part !== '') && isUpper(unitAt(reading.text, first.start + 6))
  if (!first.bare || phrase.lunar) return true
  if (first.unit === 'year') return isBareYear(reading, phrase, around)
  if (first.unit === 'month') return isBareMonth(reading, phrase, around)
  if (first.unit !== 'day' || first.year) return true
  return isBareDay(reading, phrase, around)
}

const PIPE = 0x7c

/** Is it all that stands between two brackets, or in a line or table cell? */
function standsAlone(text: string, start: number, end: number): 'cell' | 'bracket' | '' {
  let from = start
  let to = end
  while (unitAt(text, from - 1) === 0x20) from--
  while (unitAt(text, to) === 0x20) to++
  const isEdge = (code: number): boolean => code === 0 || code === 0x09 || code === 0x0a || code === 0x0d || code === PIPE
  if (isEdge(unitAt(text, from - 1)) && isEdge(unitAt(text, to))) return 'cell'
  return text.charAt(from - 1) === '(' && text.charAt(to) === ')' ? 'bracket' : ''
}

const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100

/** "đến 2030": a year that a plan may look to. */
const isNear = (year: string): boolean => Number(year) >= 2000 && Number(year) <= 2070

const isPlausible = (year: string): boolean => year.includes('X') || (Number(year) >= EARLIEST_YEAR && Number(year) <= LATEST_YEAR)

function isBareYear({ text, folded }: Reading, phrase: Phrase, around: Surrounding): boolean {
  const { first, last } = phrase
  if (!isPlausible(first.year) || isPartOfNotation(folded, phrase.end)) return false
  if (around.labelled) return true
  if (last) return isPlausible(last.year) && (around.bound === 'from' || !folded.slice(first.end, last.start).includes('/')) && !isCounted(folded, phrase.end)
  if (phrase.untilNow) return around.bound === 'from'
  if (around.vision) return true
  if (around.bound === 'until' && isNear(first.year) && !isCounted(folded, phrase.end)) return true
  return !first.year.includes('X') && standsAlone(text, phrase.start, phrase.end) === 'cell'
}

function isPartOfNotation(folded: string, end: number): boolean {
  const code = unitAt(folded, end)
  return isLetter(code) || ((code === 0x2f || code === 0x2d) && (isLetter(unitAt(folded, end + 1)) || isDigit(unitAt(folded, end + 1))))
}

function isBareMonth({ text, folded }: Reading, phrase: Phrase, around: Surrounding): boolean {
  if (isPartOfNotation(folded, phrase.end) || !isPlausible(phrase.first.year)) return false
  if (phrase.last || BOUNDING.includes(around.bound)) return true
  return standsAlone(text, phrase.start, phrase.end) !== ''
}

const ROUND = PATTERNS.round

const isRound = (folded: string, start: number): boolean => ROUND.test(folded.slice(Math.max(0, start - 24), start))

const OF_HOURS = PATTERNS['of-hours']

/** Day and month alone: "(28/6)" after a festive day, "từ 15/11 -15/12", "trước 30/6"; "2/3 số hộ", "lớp 5/1", "24/7" are none. */
function isBareDay(reading: Reading, phrase: Phrase, around: Surrounding): boolean {
  const { text, folded } = reading
  const { first, last } = phrase
  if (first.lastDay || first.days) return isPossible(first) && isPossible({ ...first, day: first.lastDay || first.days!.at(-1)! }) && !isCounted(folded, phrase.end) && (around.bound === 'from' || isRound(folded, around.start))
  if (!isPossible(first) || (last && !isPossible(last)) || (first.day === '24' && first.month === '07' && !last)) return false
  if (hasLookAlikeBefore(folded, phrase.start) || isCounted(folded, phrase.end)) return false
  if (!isSlashed(folded, phrase)) return Number(first.day) > 12 && endsClause(folded, phrase.end) && hasNamedDayBefore(text, folded, phrase.start)
  if (phrase.every) return true
  const alone = standsAlone(text, around.start, phrase.end)
  if (last) return around.bound === 'from' || alone !== '' || last.year !== '' || isRound(folded, around.start) || hasNamedDayBefore(text, folded, phrase.start)
  if (around.start < phrase.start && OF_HOURS.test(folded.slice(around.start, phrase.start))) return Number(first.day) > 12 || endsClause(folded, phrase.end)
  if (around.bound === 'before' || around.bound === 'from' || around.bound === 'until') return Number(first.day) > 12 || endsClause(folded, phrase.end)
  if (goesOnDays(reading, phrase.start)) return true
  if (!hasNamedDayBefore(text, folded, phrase.start)) return false
  return alone === 'bracket' || Number(first.day) > Number(first.month) || endsClause(folded, phrase.end) || first.day === first.month
}

/** "các ngày 15/3, 20/4, 25/5": the days before it bear it out. */
function goesOnDays({ found, folded }: Reading, start: number): boolean {
  const last = found.at(-1)
  return last !== undefined && last.by === 'date.day' && PATTERNS['day-joint'].test(folded.slice(last.span.end, start))
}

/** "1.5" is a number and "5-10" a range unless a name of a day is before it. */
const isSlashed = (folded: string, { first, last }: Phrase): boolean =>
  folded.slice(first.start, first.end).includes('/') || last !== null || /\d{1,2}[.]\d{1,2}$/.test(folded.slice(first.start, first.end))

const endsClause = (folded: string, end: number): boolean => end >= folded.length || PATTERNS['ends-clause'].test(folded.slice(end, end + 8))
