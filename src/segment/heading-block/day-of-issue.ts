import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { daysInMonth } from '../../model/edtf.js'
import type { Span } from '../../model/span.js'

/** The day of a dateline: where it stands in the piece, and its value. */
export interface DayOfIssue extends Span {
  /** EDTF, `2023-03-XX` for a day left blank; null where nothing at all was filled in. */
  readonly edtf: string | null
}

const LONGEST_PLACE = 60
const NUMERIC_END = /[/.-]\d{4}[. ]*$/
/** What such a line ends in. */
const CLOSES_NUMBER: ReadonlySet<string> = new Set('0123456789. ')

/**
 * The day that a dateline (*địa danh, ngày tháng năm*) ends in; undefined where the piece is none.
 *
 *     Tứ Kỳ, ngày      tháng 3 năm 2023
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^ 2023-03-XX
 */
export function findDayOfIssue(folded: string): DayOfIssue | undefined {
  if (folded.includes('ngày')) return wordedDay(folded) ?? numericDay(folded)
  return CLOSES_NUMBER.has(folded[folded.length - 1] ?? '') && NUMERIC_END.test(folded) ? numericDay(folded) : undefined
}

function wordedDay(folded: string): DayOfIssue | undefined {
  const pattern = PATTERNS.dateline
  pattern.lastIndex = 0
  const match = pattern.exec(folded)
  if (!match || match.index > LONGEST_PLACE || !closes(folded, match.index + match[0].length)) return undefined
  const [words] = match
  const { day = '', month = '', year = '' } = match.groups ?? {}
  const end = match.index + words.replace(/ +$/, '').length
  return { start: match.index, end, edtf: edtfOf(openYear(year.trim()), twoDigits(month, 12), twoDigits(day, 31)) }
}

function numericDay(folded: string): DayOfIssue | undefined {
  const pattern = PATTERNS['dateline-numeric']
  pattern.lastIndex = 0
  const match = pattern.exec(folded)
  if (!match || match.index > LONGEST_PLACE || !closes(folded, match.index + match[0].length)) return undefined
  if (!/^[^\d:/]+[,.] ?$|^$/.test(folded.slice(0, match.index)) || (match.index === 0 && !match[0].startsWith('ngày'))) return undefined
  const [words] = match
  const { day = '', month = '', year = '' } = match.groups ?? {}
  return { start: match.index, end: match.index + words.length, edtf: edtfOf(year, twoDigits(month, 12), twoDigits(day, 31)) }
}

/** Nothing but signs may follow: a sentence that begins with a day is no dateline. */
const closes = (folded: string, end: number): boolean => !/[\p{L}\d]/u.test(folded.slice(end))

/** Digits in what stands between two words of the date; l, I and O are misread 1 and 0. `XX` where blank, dotted or illegible. */
function twoDigits(gap: string, most: number): string {
  const printed = gap.replace(/^[ .…_]+|[ .…_,]+$/g, '')
  if (!/^[\dilo]{1,2}$/.test(printed) || !/\d/.test(printed)) return 'XX'
  const value = Number(printed.replace(/[il]/g, '1').replace(/o/g, '0'))
  return value >= 1 && value <= most ? String(value).padStart(2, '0') : 'XX'
}

/** "2023" → 2023, "20…" → 20XX, "" → XXXX. */
const openYear = (year: string): string => `${year.match(/^\d*/)![0]}XXXX`.slice(0, 4)

function edtfOf(year: string, month: string, day: string): string | null {
  if (year === 'XXXX' && month === 'XX' && day === 'XX') return null
  if (!/^(?:1[89]|2[01]|X)/.test(year)) return null
  const known = /^\d{4}$/.test(year) ? Number(year) : null
  return `${year}-${month}-${month !== 'XX' && day !== 'XX' && Number(day) > daysInMonth(known, Number(month)) ? 'XX' : day}`
}
