import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import type { Finding } from '../../model/diagnostics.js'
import { type FoldedText, isDigit, isWordUnit, unitAt } from '../../model/folded.js'
import { joinWeekly } from './after-hours.js'
import { readAtDigit } from './at-digit.js'
import { nextIn, nextOf, type ScannedText } from './begins.js'
import { createDate, type DateContext, type FoundDate, type Reading, startReading } from './found-date.js'
import { matchAt } from './moment.js'
import { readNamedDay } from './named-days.js'
import { takeUp } from './passes.js'
import { readCentury, readDecade, readSchoolTerm, readThisYear } from './read-era.js'
import { readFromNow, readMention } from './read-mention.js'
import { readPlain } from './read-plain.js'
import { skipHours } from './read-moment.js'
import { readAnnual, readRecurring, readWeekday } from './read-recurring.js'
import { readSigning } from './read-term.js'
import { boundBefore } from './words-before.js'

export { foldForDates } from './begins.js'
export type { DateContext, FoundDate } from './found-date.js'
export { findDateline, withOwnRoles } from './own-roles.js'
export { looksRecurring, withRoles } from './roles.js'

/**
 * Every mention of a calendar time in a text, in reading order and without overlaps: days, months, quarters, years, periods,
 * recurring times and terms. One scan for digits and for the few words that begin a time; the patterns of grammars/patterns/dates.yaml
 * are tried at those places alone. Impossible days ("31/02/2023") have no value and are told to `findings`.
 */
export function recogniseDates(source: FoldedText | ScannedText, context: DateContext, findings: Finding[] = []): FoundDate[] {
  const reading = startReading(source, context, findings)
  const { folded } = reading
  const to = Math.min(context.to ?? folded.length, folded.length)
  const next = 'begins' in source ? nextOf(source.begins, to) : nextIn(folded, to, context.names ?? false)
  for (let at = next(context.from ?? 0); at < to; ) {
    const mention = isDigit(unitAt(folded, at)) ? readAtDigit(reading, at) : ((context.names ? readNamedDay(reading, at) : undefined) ?? readAtLetter(reading, at))
    if (mention) takeUp(reading, mention)
    at = next(mention ? mention.span.end : at + 1)
  }
  return reading.found
}

function readAtLetter(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  const plain = readPlain(reading, at)
  if (plain) return plain
  switch (unitAt(folded, at)) {
    case 0x6e: // ngày, năm, nửa, những năm
      if (unitAt(folded, at + 1) === 0x67) return readAtDay(reading, at)
      if (unitAt(folded, at + 1) === 0x68) return readDecade(reading, at)
      return readMention(reading, at, at) ?? (unitAt(folded, at + 1) === 0x103 ? (readPartOfYear(reading, at) ?? readThisYear(reading, at)) : undefined)
    case 0x74: // tháng, thứ, thường, thập, thế, từ
      return unitAt(folded, at + 1) === 0x68 ? readAtTh(reading, at) : readAtFrom(reading, at)
    case 0x71: // quý
      return readMention(reading, at, at)
    case 0x63: // chủ
      return readFromWeekday(reading, at)
    case 0x72: // rằm
      return readMention(reading, at, at)
    case 0x6d: // mùng, mồng, mỗi
      return unitAt(folded, at + 2) === 0x6e ? readMention(reading, at, at) : readRecurring(reading, at)
    case 0x68: // hằng, hàng, học kỳ
      return unitAt(folded, at + 1) === 0x1ecd ? readSchoolTerm(reading, at) : readRecurring(reading, at)
    default:
      return readRecurring(reading, at)
  }
}

const readAtFrom = (reading: Reading, at: number): FoundDate | undefined => (reading.folded.startsWith('từ nay', at) ? readFromNow(reading, at) : undefined)

function readAtDay(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  const after = unitAt(folded, at + 5)
  const weekday = after === 0x74 || after === 0x63 ? readWeekday(reading, at, at + 5) : undefined
  if (weekday) return joinWeekly(reading, weekday)
  return readMention(reading, at, at) ?? readSigning(reading, at)
}

function readAtTh(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  switch (unitAt(folded, at + 2)) {
    case 0xe1: // tháng
      return readMention(reading, at, at) ?? readMonthsInWords(reading, at)
    case 0x1ee9: // thứ
      return readFromWeekday(reading, at)
    case 0x1ead: // thập niên
      return readDecade(reading, at)
    case 0x1ebf: // thế kỷ
      return readCentury(reading, at)
    default: // thường
      return readAnnual(reading, at)
  }
}

/** "sáu tháng đầu năm". */
function readMonthsInWords(reading: Reading, at: number): FoundDate | undefined {
  const part = unitAt(reading.folded, at + 6)
  if ((part !== 0x111 && part !== 0x63) || !PATTERNS['months-of-year'].test(reading.folded.slice(at, at + 10))) return undefined
  const word = PATTERNS['counted-months'].exec(reading.folded.slice(Math.max(reading.floor, at - 6), at))
  const start = word ? at - word.groups!['number']!.length - 1 : undefined
  return start === undefined ? undefined : readMention(reading, start, start)
}

/** "thứ Sáu hằng tuần", or "Chủ nhật, ngày 23/5/2021". */
function readFromWeekday(reading: Reading, at: number): FoundDate | undefined {
  if (!mayBeWeekday(reading.folded, at)) return undefined
  const weekly = readWeekday(reading, at, at)
  if (weekly) return joinWeekly(reading, weekly)
  const day = skipHours(reading.folded, at)
  return day === at ? undefined : readMention(reading, at, day)
}

/** "thứ hai", "thứ 2" or "chủ nhật": no *thức*, no *thứ trưởng*, no *chủ trì*, no *chủ nhiệm*. */
function mayBeWeekday(folded: string, at: number): boolean {
  const next = unitAt(folded, at + 3)
  if (unitAt(folded, at) === 0x74) return mayBeNumberOfDay(folded, at + 3)
  return next === 0x6e || (next === 0x20 && (unitAt(folded, at + 4) === 0x6e ? unitAt(folded, at + 6) !== 0x69 : unitAt(folded, at + 4) === 0x20))
}

/** Behind *thứ*: *hai*, *ba*, *tư*, *năm*, *sáu*, *bảy* or a digit. */
function mayBeNumberOfDay(folded: string, at: number): boolean {
  let next = at
  while (next - at < 2 && unitAt(folded, next) === 0x20) next++
  const second = unitAt(folded, next + 1)
  switch (unitAt(folded, next)) {
    case 0x68: // hai
      return second === 0x61
    case 0x74: // tư
      return second === 0x1b0
    case 0x6e: // năm
      return second === 0x103
    case 0x62: case 0x73: // ba, bảy, sáu
      return true
    default:
      return isDigit(unitAt(folded, next))
  }
}

/** "cuối năm", "đầu năm", "từ đầu năm đến nay" without its number: a time that EDTF has no value for. */
function readPartOfYear(reading: Reading, at: number): FoundDate | undefined {
  const { folded, floor } = reading
  if (isWordUnit(unitAt(folded, at + 3)) || PATTERNS['no-plain-year'].test(folded.slice(at + 3, at + 8))) return undefined
  const part = boundBefore(folded, at, floor)
  if (!part || !['early', 'middle', 'late'].includes(part.value)) return undefined
  const now = matchAt(PATTERNS['until-now'], folded, at + 3)
  const from = now && boundBefore(folded, part.start, floor)
  const span = now && from?.value === 'from' ? { start: from.start, end: at + 3 + now[0].length } : { start: part.start, end: at + 3 }
  const role = now ? 'period' : reading.context.planYear === null ? 'recurring' : 'other'
  return createDate(reading, span.start, span.end, { edtf: null, role, bound: now ? 'interval' : 'point', by: 'date.part-of-year' })
}
