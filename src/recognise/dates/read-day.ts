import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isDigit, isLetter, isWordUnit, unitAt } from '../../model/folded.js'
import { readSpokenDay } from './read-spoken.js'
import { createMoment, fourDigits, matchAt, type Moment, plainYear, two } from './moment.js'

const NGAY = 'ngày'
const SPACE = 0x20
const COLON = 0x3a
const COMMA = 0x2c
const DASH = 0x2d

const orBlank = (digits: string | undefined): string => (digits?.trim() ? two(digits) : 'XX')

/** A day that begins with the word *ngày* at `at`: "ngày 07 tháng 3 năm 2023", "ngày 15/11", "ngày    tháng 3 năm 2023". */
export function readNamedDay(folded: string, at: number): Moment | undefined {
  let from = at + NGAY.length
  while (from - at < 10 && (unitAt(folded, from) === SPACE || unitAt(folded, from) === COLON)) from++
  const day = isDigitLike(folded, from) ? readDayNumber(folded, from, at) : mayBeSpoken(folded, from) ? readDayInWords(folded, from, at) : undefined
  return day ?? (mayBeBlank(folded, from) ? readBlankDay(folded, at) : undefined) ?? readDayOnly(folded, from, at)
}

const isDigitLike = (folded: string, at: number): boolean =>
  isDigit(unitAt(folded, at)) || (isMisread(unitAt(folded, at)) && (isDigit(unitAt(folded, at + 1)) || folded.charAt(at + 1) === '/'))

/** l, i, o: what a scanner makes of 1 and 0. */
const isMisread = (code: number): boolean => code === 0x6c || code === 0x69 || code === 0x6f

/** The number of the day that the word *ngày* at `start` names: a day without its year, a list of days, misread digits are believed too. */
function readDayNumber(folded: string, at: number, start: number): Moment | undefined {
  const plain = readPlainDay(folded, at, start, false)
  if (plain) return plain
  const separators = separatorsAt(folded, at)
  const full = separators === 2 ? matchAt(PATTERNS['day-numeric'], folded, at) : null
  if (full && isAlone(folded, at + full[0].length)) return fromGroups(full, start, at, false)
  return readDayList(folded, at, start, false) ?? readWords(folded, at, start, false) ?? readDayMonth(folded, at, start, false) ?? readSpokenDay(folded, at, start)
}

/** By its first letter: a number in words, *mùng*, *rằm*; not the *tháng* of a blank day. */
const mayBeSpoken = (folded: string, at: number): boolean => 'mhbnstcr'.includes(folded.charAt(at)) && !folded.startsWith('tháng', at)

/** "mùng 2/9", "mùng 8 tháng 3", "mười lăm tháng ba": a day whose number is not in digits alone. */
export function readDayInWords(folded: string, at: number, start: number): Moment | undefined {
  const digits = PATTERNS['early-day-digit'].exec(folded.slice(at, at + 6))
  return readSpokenDay(folded, at, start) ?? (digits ? (readDayNumber(folded, at + 5, start) ?? readDayOnly(folded, at + 5, start)) : undefined)
}

/** A day in digits without *ngày*, with its year: "28/12/2020", "13 tháng 5 năm 2021". */
export function readFullDay(folded: string, at: number): Moment | undefined {
  const plain = readPlainDay(folded, at, at, true)
  if (plain) return plain
  if (separatorsAt(folded, at) < 2) return readBareWords(folded, at)
  const full = matchAt(PATTERNS['day-numeric'], folded, at)
  if (!full || !isAlone(folded, at + full[0].length) || /[lio]/.test(full[0]) || !/\d{4}$|[…._]$/.test(full[0])) return undefined
  return fromGroups(full, at, at, true)
}

/** "28/12/2020", as nearly all days are written: digits and two separators, nothing left blank or misread; what is not so goes to the patterns. */
function readPlainDay(folded: string, at: number, start: number, bare: boolean): Moment | undefined {
  const first = digitsEnd(folded, at)
  const code = unitAt(folded, first)
  if (first === at || !isSeparator(code)) return undefined
  const second = digitsEnd(folded, first + 1)
  if (second === first + 1 || unitAt(folded, second) !== code) return undefined
  const year = plainYear(folded, second + 1)
  if (year === '' || !isAlone(folded, second + 5)) return undefined
  return createMoment('day', start, second + 5, year, two(folded.slice(first + 1, second)), two(folded.slice(at, first)), bare)
}

/** Behind one or two digits. */
function digitsEnd(folded: string, at: number): number {
  if (!isDigit(unitAt(folded, at))) return at
  return isDigit(unitAt(folded, at + 1)) ? at + 2 : at + 1
}

/** A slash, a dash or a dot. */
const isSeparator = (code: number): boolean => code === 0x2f || code === DASH || code === 0x2e

/** How many separators a day in digits has: two in "28/12/2020", one in "15/11", none in "15". A look before its patterns are tried. */
export function separatorsAt(folded: string, at: number): 0 | 1 | 2 {
  const first = behindSpace(folded, numberEnd(folded, at))
  const code = unitAt(folded, first)
  if (first === at || !isSeparator(code)) return 0
  const month = behindSpace(folded, first + 1)
  const end = numberEnd(folded, month)
  if (end === month) return 0
  return unitAt(folded, behindSpace(folded, end)) === code ? 2 : 1
}

/** Behind one or two digits, misread ones among them; `at` itself where none stand there. */
function numberEnd(folded: string, at: number): number {
  let end = at
  while (end - at < 2 && (isDigit(unitAt(folded, end)) || isMisread(unitAt(folded, end)))) end++
  return end
}

const behindSpace = (folded: string, at: number): number => (unitAt(folded, at) === SPACE ? at + 1 : at)

function behindSpaces(folded: string, at: number, most: number): number {
  let end = at
  while (end - at < most && unitAt(folded, end) === SPACE) end++
  return end
}

function fromGroups(match: RegExpExecArray, start: number, at: number, bare: boolean): Moment {
  const { d, m, y } = match.groups as { d: string; m: string; y?: string }
  return createMoment('day', start, at + match[0].length, fourDigits(y), two(m), two(d), bare)
}

function readWords(folded: string, at: number, start: number, bare: boolean): Moment | undefined {
  if (!folded.startsWith('tháng', behindSpaces(folded, numberEnd(folded, at), 3))) return undefined
  const match = matchAt(PATTERNS['day-words'], folded, at)
  return match ? fromGroups(match, start, at, bare) : undefined
}

/** "13 tháng 5 năm 2021" without *ngày*: the year must be there, or it may be "6 tháng 1 lần". */
function readBareWords(folded: string, at: number): Moment | undefined {
  if (!isDigit(unitAt(folded, at)) || folded.startsWith('thứ ', at - 4)) return undefined
  const words = readWords(folded, at, at, true)
  if (words) return words.year ? words : undefined
  const spoken = readSpokenDay(folded, at, at)
  return spoken?.lunar ? spoken : undefined
}

/** "15/11", "24-10": a day and month without a year. */
export function readDayMonth(folded: string, at: number, start = at, bare = true): Moment | undefined {
  const end = plainDayMonthEnd(folded, at)
  if (end > at) {
    const joint = digitsEnd(folded, at)
    return isAlone(folded, end) ? createMoment('day', start, end, '', two(folded.slice(joint + 1, end)), two(folded.slice(at, joint)), bare) : undefined
  }
  const match = separatorsAt(folded, at) > 0 ? matchAt(PATTERNS['day-month'], folded, at) : null
  if (!match || !isAlone(folded, at + match[0].length) || !(isDigit(unitAt(folded, at)) || /\d/.test(match[0]))) return undefined
  return fromGroups(match, start, at, bare)
}

/** The end of "15/11", as nearly all are written: digits about one separator, nothing misread; `at` where it is not so. */
function plainDayMonthEnd(folded: string, at: number): number {
  const joint = digitsEnd(folded, at)
  if (joint === at || !isSeparator(unitAt(folded, joint))) return at
  const end = digitsEnd(folded, joint + 1)
  const next = unitAt(folded, end)
  return end === joint + 1 || isDigit(next) || isMisread(next) || next === 0x2026 ? at : end
}

/** Nothing goes on after a numeric date as it would in a notation or a chain of numbers: "12/3/2020/NĐ", "1.2.3.4". */
function isAlone(folded: string, end: number): boolean {
  const code = unitAt(folded, end)
  if (isLetter(code)) return false
  if (code === 0x2f) return false
  if (code !== 0x2d && code !== 0x2e) return true
  const next = unitAt(folded, end + 1)
  return code === 0x2d ? !isLetter(next) : !isDigit(next)
}

/** "26, 27, 28, 29/6/2024", "16 - 17/3/2024", "28 đến ngày 31/8/2018". */
function readDayList(folded: string, at: number, start: number, bare: boolean): Moment | undefined {
  if (!mayGoOnList(folded, at)) return undefined
  const match = matchAt(PATTERNS['day-list'], folded, at)
  if (!match || !isAlone(folded, at + match[0].length)) return undefined
  const { days, m, y } = match.groups as { days: string; m: string; y?: string }
  const members = days.match(/\d+/g)!.map(two)
  if (members.some((day, index) => index > 0 && day <= members[index - 1]!)) return undefined
  const runs = PATTERNS['runs-through'].test(days) ? members.length === 2 : members.every((day, index) => index === 0 || Number(day) === Number(members[index - 1]) + 1)
  const first = createMoment('day', start, at + match[0].length, fourDigits(y), two(m), members[0], bare)
  if (runs) first.lastDay = members.at(-1)!
  else first.days = members
  return first
}

/** Does a mark or word that joins days stand behind the number at `at`, before another one? */
function mayGoOnList(folded: string, at: number): boolean {
  const joint = behindSpaces(folded, numberEnd(folded, at), 2)
  const code = unitAt(folded, joint)
  if (code === 0x76 || code === 0x111) return true
  if (code !== COMMA && code !== DASH && code !== 0x3b) return false
  const next = unitAt(folded, behindSpaces(folded, joint + 1, 2))
  return isDigit(next) || next === 0x6e || (next === 0x76 && code === COMMA)
}

/** "từ 15 đến 20/6/2024", "15-20/6": days without *ngày*; the words around must bear them out. */
export const readBareDays = (folded: string, at: number): Moment | undefined => readDayList(folded, at, at, true)

function readDayOnly(folded: string, at: number, start: number): Moment | undefined {
  const end = digitsEnd(folded, at)
  if (end === at || isWordUnit(unitAt(folded, end))) return undefined
  const day = two(folded.slice(at, end))
  return day >= '01' && day <= '31' ? createMoment('day', start, end, '', '', day) : undefined
}

/** Behind *ngày* and its spaces: dots, a slash or *tháng*, or digits that were no day. */
function mayBeBlank(folded: string, at: number): boolean {
  const code = unitAt(folded, at)
  if (isDigit(code)) {
    const end = numberEnd(folded, at)
    return unitAt(folded, end) === 0x2f || folded.startsWith('tháng', behindSpaces(folded, end, 3))
  }
  return code === 0x2e || code === 0x2026 || code === 0x5f || code === 0x2f || folded.startsWith('tháng', at) || code === SPACE
}

/** A day on a form, numbers left blank: "ngày … tháng … năm 2012" is 2012-XX-XX, "ngày /02/2024" 2024-02-XX. */
function readBlankDay(folded: string, at: number): Moment | undefined {
  const match = matchAt(PATTERNS['day-blank'], folded, at) ?? matchAt(PATTERNS['day-blank-numeric'], folded, at) ?? matchAt(PATTERNS['day-blank-month'], folded, at)
  if (!match) return undefined
  const { d, m, y } = match.groups as { d?: string; m?: string; y?: string }
  return createMoment('day', at, at + match[0].trimEnd().length, y?.trim() ? fourDigits(y) : 'XXXX', orBlank(m), orBlank(d?.match(/\d+/)?.[0]))
}

/** A day at the end of an interval that `first` begins: it may be shorter than elsewhere ("… đến 15/12"). */
export function readLastDay(folded: string, at: number, first: Moment): Moment | undefined {
  if (folded.startsWith(NGAY, at)) return readNamedDay(folded, at)
  if (!isDigit(unitAt(folded, at))) return undefined
  const day = readFullDay(folded, at) ?? readDayMonth(folded, at)
  if (day || first.month) return day
  return readDayOnly(folded, at, at)
}
