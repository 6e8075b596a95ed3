import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import type { Finding } from '../../model/diagnostics.js'
import { type FoldedText, isDigit, isLetter, isWordUnit, unitAt } from '../../model/folded.js'
import { cut } from '../../model/span.js'
import { nextIn, nextOf, type ScannedText } from './begins.js'
import { timeOf } from './clock.js'
import { createDate, type DateContext, type FoundDate, type Reading, startReading } from './found-date.js'
import { matchAt } from './moment.js'
import { readNamedDay } from './named-days.js'
import { takeUp } from './passes.js'
import { readCentury, readDecade, readSchoolTerm, readThisYear } from './read-era.js'
import { readFromNow, readMention } from './read-mention.js'
import { readPlain } from './read-plain.js'
import { skipHours } from './read-moment.js'
import { readAnnual, readEveryN, readRecurring, readWeekday } from './read-recurring.js'
import { readSigning, readTerm } from './read-term.js'
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

function afterDigits(folded: string, at: number): number {
  let end = at + 1
  while (isDigit(unitAt(folded, end))) end++
  return end
}

/** No number goes on a notation or another number: "48/2009", "1.500", "QĐ-20". */
function continuesNumber(folded: string, at: number): boolean {
  const code = unitAt(folded, at - 1)
  return (code === 0x2f || code === 0x2e || code === 0x2d || code === 0x2c) && isWordUnit(unitAt(folded, at - 2))
}

function readAtDigit(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  if (continuesNumber(folded, at)) return undefined
  const end = afterDigits(folded, at)
  if (end - at > 4) return undefined
  const next = unitAt(folded, unitAt(folded, end) === 0x20 ? end + 1 : end)
  const may = next < BEHIND_DIGITS.length ? BEHIND_DIGITS[next]! : 0
  if (may === 0) return end - at === 4 && !isOtherNumber(folded, at, end, may) ? readMention(reading, at, at) : undefined
  const plain = (may & DATE) !== 0 && end - at !== 3 ? readPlain(reading, at) : undefined
  if (plain) return plain
  if ((may & COUNT) !== 0 && mayBeUnit(folded, unitAt(folded, end) === 0x20 ? end + 1 : end)) {
    const counted = readTerm(reading, at) ?? readEveryN(reading, at)
    if (counted) return counted
  }
  if (end - at <= 2 && (may & HOUR) !== 0) {
    const hours = matchAt(PATTERNS.clock, folded, at)
    return hours ? readAfterHours(reading, at, at + hours[0].length) : undefined
  }
  return isOtherNumber(folded, at, end, may) ? undefined : readMention(reading, at, at)
}

const COUNT = 1
const HOUR = 2
const DATE = 4

/** What digits may be, by the letter or mark behind them and a space: most are followed by nothing of the kind. */
const BEHIND_DIGITS = new Uint8Array(512)
for (const [begins, what] of [['tng(đ-', COUNT], ['hg:', HOUR], ['/.-,tvđ', DATE]] as const) {
  for (const letter of begins) BEHIND_DIGITS[letter.charCodeAt(0)]! |= what
}

/** "ngày", "tháng", "tuần", "năm", "giờ", by the third letter; a bracket, "đến" and a dash may lead to one. */
function mayBeUnit(folded: string, at: number): boolean {
  const third = unitAt(folded, at + 2)
  switch (unitAt(folded, at)) {
    case 0x6e: // ngày, năm
      return third === 0xe0 || third === 0x6d
    case 0x74: // tháng, tuần
      return third === 0xe1 || third === 0x1ea7
    case 0x67: // giờ
      return third === 0x1edd
    default:
      return true
  }
}

/** By what stands beside it: the number of a document, of a section, of anything that is counted. */
function isOtherNumber(folded: string, at: number, end: number, may: number): boolean {
  const code = unitAt(folded, end)
  if (end - at === 3) return true
  if (end - at === 4) return folded.startsWith('số ', at - 3) || folded.startsWith('số: ', at - 4) || (code === 0x2f && isLetter(unitAt(folded, end + 1)))
  if ((may & DATE) === 0 || (code === 0x2f && isSymbol(folded, end + 1))) return true
  return code === 0x2e && (at === 0 || unitAt(folded, at - 1) === LINE) && isSectionNumber(folded, end)
}

/** "12/QĐ-UBND", "5/BC": letters behind the slash, and none that a scan may have for 0 or 1. */
function isSymbol(folded: string, at: number): boolean {
  const code = unitAt(folded, at)
  return isLetter(code) && code !== 0x6c && code !== 0x69 && code !== 0x6f
}

/** "1. ", "1.1. " at the begin of a line; "20.5.2020" is a day. */
function isSectionNumber(folded: string, dot: number): boolean {
  if (!isDigit(unitAt(folded, dot + 1))) return !isDigit(unitAt(folded, dot + 2))
  const end = afterDigits(folded, dot + 1)
  return unitAt(folded, end) !== 0x2e || !isDigit(unitAt(folded, end + 1))
}

const LINE = 0x0a

/** What hours stand before: "16 giờ 00 ngày 20/3", "16 giờ hàng ngày", "08 giờ 00 sáng thứ Hai hằng tuần". */
function readAfterHours(reading: Reading, start: number, at: number): FoundDate | undefined {
  const { folded } = reading
  let from = at
  const hour = /^(?:sáng|chiều|tối|trưa)[ ,]{1,3}/.exec(folded.slice(from, from + 8))
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
function joinWeekly(reading: Reading, mention: FoundDate): FoundDate {
  const last = reading.found.at(-1)
  if (last?.by !== 'date.recurring' || !/^ ?,? ?(?:vào )?$/.test(reading.folded.slice(last.span.end, mention.span.start))) return mention
  reading.found.pop()
  return { ...mention, ...cut(reading.text, last.span.start, mention.span.end) }
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
  if ((part !== 0x111 && part !== 0x63) || !/^tháng (?:đầu|cuối)/.test(reading.folded.slice(at, at + 10))) return undefined
  const word = /(?:^|[^\p{L}])(ba|sáu|chín) $/u.exec(reading.folded.slice(Math.max(reading.floor, at - 6), at))
  return word ? readMention(reading, at - word[1]!.length - 1, at - word[1]!.length - 1) : undefined
}

/** "thứ Sáu hằng tuần", or "Chủ nhật, ngày 23/5/2021". */
function readFromWeekday(reading: Reading, at: number): FoundDate | undefined {
  if (!mayBeWeekday(reading.folded, at)) return undefined
  const weekly = readWeekday(reading, at, at)
  if (weekly) return joinWeekly(reading, weekly)
  const day = skipHours(reading.folded, at)
  return day === at ? undefined : readMention(reading, at, day)
}

/** "thứ …" or "chủ nhật": no *thức*, no *chủ trì*, no *chủ nhiệm*. */
function mayBeWeekday(folded: string, at: number): boolean {
  const next = unitAt(folded, at + 3)
  if (unitAt(folded, at) === 0x74) return next !== 0x63
  return next === 0x6e || (next === 0x20 && (unitAt(folded, at + 4) === 0x6e ? unitAt(folded, at + 6) !== 0x69 : unitAt(folded, at + 4) === 0x20))
}

/** "cuối năm", "đầu năm", "từ đầu năm đến nay" without its number: a time that EDTF has no value for. */
function readPartOfYear(reading: Reading, at: number): FoundDate | undefined {
  const { folded, floor } = reading
  if (isWordUnit(unitAt(folded, at + 3)) || /^ (?:học|nay|sau|trước|tới|qua|\d)/.test(folded.slice(at + 3, at + 8))) return undefined
  const part = boundBefore(folded, at, floor)
  if (!part || !['early', 'middle', 'late'].includes(part.value)) return undefined
  const now = matchAt(PATTERNS['until-now'], folded, at + 3)
  const from = now && boundBefore(folded, part.start, floor)
  const span = now && from?.value === 'from' ? { start: from.start, end: at + 3 + now[0].length } : { start: part.start, end: at + 3 }
  const role = now ? 'period' : reading.context.planYear === null ? 'recurring' : 'other'
  return createDate(reading, span.start, span.end, { edtf: null, role, bound: now ? 'interval' : 'point', by: 'date.part-of-year' })
}
