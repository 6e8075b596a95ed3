import { civilValue } from '../../model/edtf.js'
import { type FoldedText, isDigit, isWordUnit } from '../../model/folded.js'
import type { DatedWords } from '../../model/plan.js'
import { cut } from '../../model/span.js'

const SPACE = 0x20
const SLASH = 0x2f
const DASH = 0x2d
const DOT = 0x2e

/** How it is read: a date, that the place is none for sure, or undefined where another reader has to look. */
export type PlainDate = DatedWords | 'none' | undefined

/**
 * A single date that begins between two offsets, both included, in one of the forms that nearly all citations have: "ngày 05/3/2020",
 * "ngày 05 tháng 3 năm 2020", "năm 2020", "05/3/2020". What goes on to a period, is left blank or is in no calendar is for the full reader of dates.
 */
export function readPlainDate({ text, folded }: FoldedText, from: number, to: number): PlainDate {
  let at = from
  while (at <= to && !isWordUnit(folded.charCodeAt(at))) at++
  if (at > to) return folded.charCodeAt(at) === SLASH || folded.charCodeAt(at) === DOT || folded.charCodeAt(at) === 0x2026 ? undefined : 'none'
  const first = folded.charCodeAt(at)
  if (!isDigit(first) && first !== 0x6e && first !== 0x74 && first !== 0x6d) return to - from < 24 ? 'none' : undefined
  if (folded.startsWith('năm ', at)) return printed(text, folded, at, at + 4, yearAt(folded, at + 4), '', '')
  const day = folded.startsWith('ngày ', at) ? at + 5 : at
  if (!isDigit(folded.charCodeAt(day))) return undefined
  const dayEnd = digitsEnd(folded, day)
  if (dayEnd - day > 2) return undefined
  return separated(text, folded, at, day, dayEnd) ?? inWords(text, folded, at, day, dayEnd)
}

/** "05/3/2020", "05-3-2020", "05.3.2020". */
function separated(text: string, folded: string, at: number, day: number, dayEnd: number): DatedWords | undefined {
  const separator = folded.charCodeAt(dayEnd)
  if (separator !== SLASH && separator !== DASH && separator !== DOT) return undefined
  const monthEnd = digitsEnd(folded, dayEnd + 1)
  if (monthEnd === dayEnd + 1 || monthEnd - dayEnd > 3 || folded.charCodeAt(monthEnd) !== separator) return undefined
  return printed(text, folded, at, monthEnd + 1, yearAt(folded, monthEnd + 1), folded.slice(dayEnd + 1, monthEnd), folded.slice(day, dayEnd))
}

/** "05 tháng 3 năm 2020". */
function inWords(text: string, folded: string, at: number, day: number, dayEnd: number): DatedWords | undefined {
  if (!folded.startsWith(' tháng ', dayEnd)) return undefined
  const month = dayEnd + 7
  const monthEnd = digitsEnd(folded, month)
  if (monthEnd === month || monthEnd - month > 2 || !folded.startsWith(' năm ', monthEnd)) return undefined
  return printed(text, folded, at, monthEnd + 5, yearAt(folded, monthEnd + 5), folded.slice(month, monthEnd), folded.slice(day, dayEnd))
}

function digitsEnd(folded: string, at: number): number {
  let end = at
  while (isDigit(folded.charCodeAt(end))) end++
  return end
}

/** Where a year of four digits ends that begins at `at` and that nothing goes on; -1 where none does. */
function yearAt(folded: string, at: number): number {
  const end = digitsEnd(folded, at)
  if (end - at !== 4 || (folded.charCodeAt(at) !== 0x31 && folded.charCodeAt(at) !== 0x32)) return -1
  const next = folded.charCodeAt(end)
  if (isWordUnit(next) || next === SLASH || next === DASH) return -1
  if (next === DOT && isDigit(folded.charCodeAt(end + 1))) return -1
  if (next !== SPACE) return end
  const after = folded.charCodeAt(end + 1)
  return after === DASH || after === 0x111 || after === 0x28 || folded.startsWith('tới ', end + 1) ? -1 : end
}

function printed(text: string, folded: string, at: number, year: number, end: number, month: string, day: string): DatedWords | undefined {
  if (end < 0) return undefined
  const edtf = civilValue({ year: folded.slice(year, end), month: twoDigits(month), day: twoDigits(day) })
  return edtf === null ? undefined : { ...cut(text, at, end), edtf, role: 'citation' }
}

const twoDigits = (printed: string): string => (printed.length === 1 ? `0${printed}` : printed)
