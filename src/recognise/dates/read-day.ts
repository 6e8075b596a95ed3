import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isDigit, isLetter } from '../../model/folded.js'
import { createMoment, fourDigits, matchAt, type Moment, two } from './moment.js'

const NGAY = 'ngày'
const SPACE = 0x20
const COLON = 0x3a

const orBlank = (digits: string | undefined): string => (digits?.trim() ? two(digits) : 'XX')

/** A day that begins with the word *ngày* at `at`: "ngày 07 tháng 3 năm 2023", "ngày 15/11", "ngày    tháng 3 năm 2023". */
export function readNamedDay(folded: string, at: number): Moment | undefined {
  let from = at + NGAY.length
  while (from - at < 10 && (folded.charCodeAt(from) === SPACE || folded.charCodeAt(from) === COLON)) from++
  if (isDigitLike(folded, from)) {
    const day = readDigits(folded, from, true)
    if (day) return { ...day, start: at, bare: false }
  }
  return readBlankDay(folded, at)
}

const isDigitLike = (folded: string, at: number): boolean =>
  isDigit(folded.charCodeAt(at)) || ('lio'.includes(folded.charAt(at)) && (isDigit(folded.charCodeAt(at + 1)) || folded.charAt(at + 1) === '/'))

/** A day in digits at `at`. After *ngày* more is believed: a day without its year, a list of days, misread digits. */
export function readDigits(folded: string, at: number, named: boolean): Moment | undefined {
  const full = matchAt(PATTERNS['day-numeric'], folded, at)
  if (full && isAlone(folded, at + full[0].length)) {
    const day = fromGroups(full, at)
    if (named || (!/[lio]/.test(full[0]) && /\d{4}$|[…._]$/.test(full[0]))) return { ...day, bare: true }
  }
  if (!named) return readBareWords(folded, at)
  return readDayList(folded, at) ?? readWords(folded, at) ?? readDayMonth(folded, at) ?? readDayOnly(folded, at)
}

function fromGroups(match: RegExpExecArray, at: number): Moment {
  const { d, m, y } = match.groups as { d: string; m: string; y?: string }
  return createMoment('day', at, at + match[0].length, { year: fourDigits(y), month: two(m), day: two(d) })
}

function readWords(folded: string, at: number): Moment | undefined {
  const match = matchAt(PATTERNS['day-words'], folded, at)
  return match ? fromGroups(match, at) : undefined
}

/** "13 tháng 5 năm 2021" without *ngày*: the year must be there, or it may be "6 tháng 1 lần". */
function readBareWords(folded: string, at: number): Moment | undefined {
  const words = readWords(folded, at)
  return words?.year && isDigit(folded.charCodeAt(at)) ? { ...words, bare: true } : undefined
}

/** "15/11", "24-10": a day and month without a year. */
export function readDayMonth(folded: string, at: number): Moment | undefined {
  const match = matchAt(PATTERNS['day-month'], folded, at)
  if (!match || !isAlone(folded, at + match[0].length) || !/\d/.test(match[0])) return undefined
  return { ...fromGroups(match, at), bare: true }
}

/** Nothing goes on after a numeric date as it would in a notation or a chain of numbers: "12/3/2020/NĐ", "1.2.3.4". */
function isAlone(folded: string, end: number): boolean {
  const code = folded.charCodeAt(end)
  if (isLetter(code)) return false
  if (code === 0x2f) return false
  if (code !== 0x2d && code !== 0x2e) return true
  const next = folded.charCodeAt(end + 1)
  return code === 0x2d ? !isLetter(next) : !isDigit(next)
}

/** "26, 27, 28, 29/6/2024", "16 - 17/3/2024", "28 đến ngày 31/8/2018". */
function readDayList(folded: string, at: number): Moment | undefined {
  const match = matchAt(PATTERNS['day-list'], folded, at)
  if (!match || !isAlone(folded, at + match[0].length)) return undefined
  const { days, m, y } = match.groups as { days: string; m: string; y?: string }
  const members = days.match(/\d+/g)!.map(two)
  if (members.some((day, index) => index > 0 && day <= members[index - 1]!)) return undefined
  const runs = /-|đến/.test(days) ? members.length === 2 : members.every((day, index) => index === 0 || Number(day) === Number(members[index - 1]) + 1)
  const parts = { year: fourDigits(y), month: two(m), day: members[0]! }
  return createMoment('day', at, at + match[0].length, runs ? { ...parts, lastDay: members.at(-1)! } : { ...parts, days: members })
}

/** "từ 15 đến 20/6/2024", "15-20/6": days without *ngày*; the words around must bear them out. */
export function readBareDays(folded: string, at: number): Moment | undefined {
  const days = readDayList(folded, at)
  return days ? { ...days, bare: true } : undefined
}

function readDayOnly(folded: string, at: number): Moment | undefined {
  const match = matchAt(PATTERNS['day-only'], folded, at)
  return match && Number(match[0]) >= 1 && Number(match[0]) <= 31 ? createMoment('day', at, at + match[0].length, { day: two(match[0]) }) : undefined
}

/** A day on a form, numbers left blank: "ngày … tháng … năm 2012" is 2012-XX-XX, "ngày /02/2024" 2024-02-XX. */
function readBlankDay(folded: string, at: number): Moment | undefined {
  const match = matchAt(PATTERNS['day-blank'], folded, at) ?? matchAt(PATTERNS['day-blank-numeric'], folded, at) ?? matchAt(PATTERNS['day-blank-month'], folded, at)
  if (!match) return undefined
  const { d, m, y } = match.groups as { d?: string; m?: string; y?: string }
  return createMoment('day', at, at + match[0].trimEnd().length, {
    year: y?.trim() ? fourDigits(y) : 'XXXX', month: orBlank(m), day: orBlank(d?.match(/\d+/)?.[0]),
  })
}

/** A day at the end of an interval that `first` begins: it may be shorter than elsewhere ("… đến 15/12"). */
export function readLastDay(folded: string, at: number, first: Moment): Moment | undefined {
  if (folded.startsWith(NGAY, at)) return readNamedDay(folded, at)
  if (!isDigit(folded.charCodeAt(at))) return undefined
  const day = readDigits(folded, at, false) ?? readDayMonth(folded, at)
  if (day || first.month) return day
  return readDayOnly(folded, at)
}
