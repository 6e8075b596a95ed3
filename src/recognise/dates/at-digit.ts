import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isDigit, isLetter, isWordUnit, unitAt } from '../../model/folded.js'
import type { FoundDate, Reading } from './found-date.js'
import { matchAt, plainYear } from './moment.js'
import { readAfterHours } from './after-hours.js'
import { readMention } from './read-mention.js'
import { readPlain } from './read-plain.js'
import { readEveryN } from './read-recurring.js'
import { readTerm } from './read-term.js'

const unitsOf = (units: string): ReadonlySet<number> => new Set([...units].map((unit) => unit.charCodeAt(0)))

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

/** A time that begins with the digits at `at`. */
export function readAtDigit(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  if (continuesNumber(folded, at)) return undefined
  const end = afterDigits(folded, at)
  if (end - at > 4) return undefined
  const behind = unitAt(folded, end) === 0x20 ? end + 1 : end
  const next = unitAt(folded, behind)
  const may = next < BEHIND_DIGITS.length ? BEHIND_DIGITS[next]! : 0
  if (end - at === 4) return readAtFourDigits(reading, at, end, may)
  if (may === 0 || !goesOn(folded, behind)) return undefined
  const plain = (may & DATE) !== 0 && end - at !== 3 ? readPlain(reading, at) : undefined
  if (plain) return plain
  const counted = (may & COUNT) !== 0 ? readCounted(reading, at, behind) : undefined
  if (counted) return counted
  if (end - at <= 2 && (may & HOUR) !== 0) {
    const hours = matchAt(PATTERNS.clock, folded, at)
    return hours ? readAfterHours(reading, at, at + hours[0].length) : undefined
  }
  return isOtherNumber(folded, at, end, may) ? undefined : readMention(reading, at, at)
}

/** Four digits may be a year. */
function readAtFourDigits(reading: Reading, at: number, end: number, may: number): FoundDate | undefined {
  const { folded } = reading
  if (plainYear(folded, at) === '') return undefined
  const plain = (may & DATE) !== 0 ? readPlain(reading, at) : undefined
  return plain ?? (isOtherNumber(folded, at, end, may) ? undefined : readMention(reading, at, at))
}

/** Behind digits and the mark or word at `at`: does what stands there let them go on to a time? "1. Quy tắc", "05 tiêu chí", "1,5 tỷ" do not. */
function goesOn(folded: string, at: number): boolean {
  const second = unitAt(folded, at + 1)
  switch (unitAt(folded, at)) {
    case 0x2f: case 0x2d: case 0x2e: case 0x2c: { // / - . ,
      let next = at + 1
      while (next - at < 3 && unitAt(folded, next) === 0x20) next++
      return JOINED.has(unitAt(folded, next))
    }
    case 0x74: // tháng, tuần
      return (second === 0x68 && unitAt(folded, at + 2) === 0xe1) || second === 0x75
    case 0x111: // đến
      return second === 0x1ebf
    case 0x76: // và
      return second === 0xe0
    default:
      return true
  }
}

/** Digits and what a scan makes of them, *ngày*, *và*; a blank in place of a number. */
const JOINED = unitsOf('0123456789lionv…._')

function readCounted(reading: Reading, at: number, behind: number): FoundDate | undefined {
  return mayBeUnit(reading.folded, behind) && mayBeCounted(reading.folded, at, behind) ? (readTerm(reading, at) ?? readEveryN(reading, at)) : undefined
}

/** Behind a unit: *làm việc*, *lần*, what a term is counted from, *hằng*; not that of "6 tháng đầu năm", "05 năm trở lên". */
function mayBeCounted(folded: string, at: number, unit: number): boolean {
  if (!isLetter(unitAt(folded, unit)) || unitAt(folded, unit) === 0x111 || folded.startsWith('định kỳ ', at - 8)) return true
  let next = unit
  while (isLetter(unitAt(folded, next))) next++
  for (let left = 4; left > 0 && SPACED.has(unitAt(folded, next)); left--) next++
  return COUNTS_FROM.has(unitAt(folded, next))
}

const SPACED = unitsOf(' ,/')
/** *làm*, *lần*, *kể*, *khi*, *kết*, *từ*, *tính*, *trước*, *sau*, *một*, *và*, *hoặc*, *hằng*, 01. */
const COUNTS_FROM = unitsOf('lktsmvh01')

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
