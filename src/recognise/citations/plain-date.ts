import { daysInMonth } from '../../model/edtf.js'
import { type FoldedText, isDigit, isWordUnit, unitAt } from '../../model/folded.js'
import { skipSpaces } from '../../model/span.js'
import type { DatedWords } from '../../model/plan.js'

const SPACE = 0x20
const SLASH = 0x2f
const DASH = 0x2d
const DOT = 0x2e
const ELLIPSIS = 0x2026

/** How it is read: a date, that the place is none for sure, or undefined where another reader has to look. */
export type PlainDate = DatedWords | 'none' | undefined

/**
 * A single date that begins between two offsets, both included, in one of the forms that nearly all citations have: "ngày 05/3/2020",
 * "ngày 05 tháng 3 năm 2020", "năm 2020", "05/3/2020". What goes on to a period, is left blank or is in no calendar is for the full reader of dates.
 */
export function readPlainDate({ text, folded }: FoldedText, from: number, to: number): PlainDate {
  let at = from
  while (at <= to && !isWordUnit(folded.charCodeAt(at))) at++
  if (at > to) return opensBlank(folded, at) ? undefined : 'none'
  const first = folded.charCodeAt(at)
  if (!isDigit(first) && !mayOpenTime(folded, at)) return to - from < 24 ? 'none' : undefined
  if (folded.startsWith('năm ', at)) return ofYear(text, folded, at, at + 4)
  const day = folded.startsWith('ngày ', at) ? skipSpaces(folded, at + 5) : at
  if (!isDigit(folded.charCodeAt(day))) return undefined
  const dayEnd = digitsEnd(folded, day)
  if (dayEnd - day > 2) return undefined
  const month = monthAt(folded, dayEnd)
  return month < 0 ? undefined : ofDay(text, folded, at, { day, dayEnd, month, monthEnd: digitsEnd(folded, month) })
}

/** Is a day or month left blank before digits: "…/…/2020", "./3/2020"? The "./." that ends a text is none. */
function opensBlank(folded: string, from: number): boolean {
  let at = from
  for (let code = unitAt(folded, at); code === SLASH || code === DOT || code === ELLIPSIS || code === SPACE; code = unitAt(folded, at)) at++
  return at > from && isDigit(unitAt(folded, at))
}

/** By its first letters: *ngày, năm, nửa, những, nhiệm kỳ, tháng, thứ, thời kỳ, trong, trước, trễ, tuần, từ, tới, tính, tết, mùng, mồng, muộn, mùa, mỗi, hồi, lúc*. */
function mayOpenTime(folded: string, at: number): boolean {
  const second = folded.charCodeAt(at + 1)
  const third = folded.charCodeAt(at + 2)
  switch (folded.charCodeAt(at)) {
    case 0x6e: // n
      return (second === 0x67 && third === 0xe0) || second === 0x103 || second === 0x1eed || (second === 0x68 && third !== 0xe0) || second === 0x69
    case 0x74: // t
      if (second === 0x68) return third === 0xe1 || third === 0x1ee9 || third === 0x1b0 || third === 0x1edd
      if (second === 0x72) return third === 0x6f || third === 0x1b0 || third === 0x1ec5
      return second !== 0xe0 && second !== 0x1ea1 && second !== 0x1ec9 && second !== 0x1ed5
    case 0x6d: // m
      return second !== 0x1ef9 && second !== 0x1ee5
    case 0x68: // h
      return second === 0x1ed3
    case 0x6c: // l
      return second === 0xfa
    default:
      return false
  }
}

/** Where the month begins behind a day: "/3", "-3", ".3", " tháng 3"; -1 where none does. */
function monthAt(folded: string, dayEnd: number): number {
  const separator = folded.charCodeAt(dayEnd)
  if (separator === SLASH || separator === DASH || separator === DOT) return isDigit(folded.charCodeAt(dayEnd + 1)) ? dayEnd + 1 : -1
  return folded.startsWith(' tháng ', dayEnd) && isDigit(folded.charCodeAt(dayEnd + 7)) ? dayEnd + 7 : -1
}

interface Digits {
  readonly day: number
  readonly dayEnd: number
  readonly month: number
  readonly monthEnd: number
}

function ofDay(text: string, folded: string, at: number, { day, dayEnd, month, monthEnd }: Digits): DatedWords | undefined {
  if (monthEnd - month > 2) return undefined
  const inWords = month - dayEnd > 1
  if (inWords ? !folded.startsWith(' năm ', monthEnd) : folded.charCodeAt(monthEnd) !== folded.charCodeAt(dayEnd)) return undefined
  const year = inWords ? monthEnd + 5 : monthEnd + 1
  const end = yearEnd(folded, year)
  const monthOf = numberAt(folded, month, monthEnd)
  const dayOf = numberAt(folded, day, dayEnd)
  if (end < 0 || monthOf < 1 || monthOf > 12 || dayOf < 1 || dayOf > daysInMonth(numberAt(folded, year, end), monthOf)) return undefined
  return { text: text.slice(at, end), span: { start: at, end }, edtf: `${folded.slice(year, end)}-${TWO_DIGITS[monthOf]}-${TWO_DIGITS[dayOf]}`, role: 'citation' }
}

function ofYear(text: string, folded: string, at: number, year: number): DatedWords | undefined {
  const end = yearEnd(folded, year)
  return end < 0 ? undefined : { text: text.slice(at, end), span: { start: at, end }, edtf: folded.slice(year, end), role: 'citation' }
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

function numberAt(folded: string, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) number = number * 10 + folded.charCodeAt(at) - 0x30
  return number
}

function digitsEnd(folded: string, at: number): number {
  let end = at
  while (isDigit(folded.charCodeAt(end))) end++
  return end
}

/** Where a year of four digits ends that begins at `at` and that nothing goes on; -1 where none does. */
function yearEnd(folded: string, at: number): number {
  const end = digitsEnd(folded, at)
  if (end - at !== 4 || (folded.charCodeAt(at) !== 0x31 && folded.charCodeAt(at) !== 0x32)) return -1
  const next = folded.charCodeAt(end)
  if (isWordUnit(next) || next === SLASH || next === DASH) return -1
  if (next === DOT && isDigit(folded.charCodeAt(end + 1))) return -1
  return next === SPACE && (folded.charCodeAt(end + 1) === DASH || folded.startsWith('đến ', end + 1) || folded.startsWith('tới ', end + 1)) ? -1 : end
}
