import { TARGETS_PATTERNS as PATTERNS } from '../../grammar/generated/targets-patterns.js'
import { unitAt } from '../../model/folded.js'
import type { DateMention } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import type { Aim } from './aim.js'

/** A mention of a time, as far as it matters here. */
export type TimeMention = Pick<DateMention, 'span' | 'edtf'> & Partial<Pick<DateMention, 'role'>>

/** The mentions inside a line; `dates` are in reading order. */
export function datesIn(dates: readonly TimeMention[], { start, end }: Span): readonly TimeMention[] {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.span.end <= start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < dates.length && dates[to]!.span.start < end) to++
  return dates.slice(low, to)
}

/** The time by which: "đến năm 2030" (../2030) is 2030, a period stays one; none of recurring times, sets and open ends. */
export function horizonOf(edtf: string | null): string | null {
  if (!edtf) return null
  const value = edtf.startsWith('../') ? edtf.slice(3) : edtf
  return /[{}]|\.\.|^XXXX/.test(value) ? null : value
}

const COMPARED = PATTERNS.compared
/** "so với cùng kỳ năm 2023": how far before a time the words may stand that make it one of comparison. */
const COMPARED_WITHIN = 40
/** "(đến năm 2025)": a bracket about a time alone. */
const BRACKET_WITHIN = 8

/** A time that may be an aim's: not an instrument's date, not what is compared with, not one that a bracket tells about. */
function horizon(folded: string, { span, edtf, role }: TimeMention): string | null {
  if (role === 'citation' || role === 'issued' || role === 'recurring') return null
  const before = folded.slice(Math.max(0, span.start - COMPARED_WITHIN), span.start)
  if (COMPARED.test(before)) return null
  const open = before.lastIndexOf('(')
  if (open > before.lastIndexOf(')') && before.length - open > BRACKET_WITHIN) return null
  if (open > before.lastIndexOf(')') && unitAt(folded, span.end) !== 41) return null
  return horizonOf(edtf)
}

/** The first time after an aim's number in its own words, else the last one before it. */
export function dateOfAim(folded: string, { span, quantity }: Aim, dates: readonly TimeMention[]): string | null {
  let before: string | null = null
  for (const date of dates) {
    if (date.span.start < span.start || date.span.end > span.end) continue
    const value = horizon(folded, date)
    if (value && date.span.start >= quantity.end) return value
    before = value ?? before
  }
  return before
}

/** The last time before an offset: at the head of a line it holds for all aims of the line. */
export const dateBefore = (folded: string, dates: readonly TimeMention[], offset: number): string | null =>
  dates.filter(({ span }) => span.end <= offset).map((date) => horizon(folded, date)).findLast((value) => value !== null) ?? null

/** The longest line that only says for which time the lines below it hold ("b) Đến năm 2030:", "Chỉ tiêu năm 2024"). */
const LEAD_IN = 90
const COLON = 58
const POINT = 46
const SEMICOLON = 59

/** The time of a line without an aim of its own, which holds for those below it; null where the line is a sentence. */
export function dateOfLine(folded: string, { start, end }: Span, dates: readonly TimeMention[]): string | null {
  const last = unitAt(folded, end - 1)
  if (last !== COLON && (last === POINT || last === SEMICOLON || end - start > LEAD_IN)) return null
  return dates.map((date) => horizon(folded, date)).findLast((value) => value !== null) ?? null
}
