import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import { type FoldedText, unitAt } from '../../model/folded.js'
import type { Citation, DateMention } from '../../model/plan.js'
import { contains, indexWithin, type Span } from '../../model/span.js'

export interface Due {
  /** null where the words give no time that could be worked out ("thường xuyên", "theo kế hoạch"). */
  readonly edtf: string | null
  readonly text: string
  readonly span: Span
  /** Id of the rule that found it. */
  readonly by: string
}

const STATED = PATTERNS['time-stated']
const QUOTE = 34
const NONE: readonly never[] = []
const MONTH_OR_FINER = /^(?:\.\.\/)?[\dX]{4}-[\dX]{2}/
const MEETING = PATTERNS.meeting
const INSIDE_NAME = PATTERNS['time-in-name']

/**
 * The task's own deadline or time of doing (*thời hạn*): of several the last one printed. A time that belongs to a cited instrument,
 * to a quoted title or to a name ("giai đoạn 2021-2025", "báo cáo hằng năm") is none.
 */
export function findDue(text: FoldedText, span: Span, dates: readonly DateMention[], citations: readonly Citation[], issued: string | null): Due | undefined {
  const last = datesIn(dates, span).findLast((date) => isOwn(text, date, span, citations, issued))
  return last ? { edtf: last.edtf!, text: last.text, span: last.span, by: `task.due-${last.role}` } : undefined
}

/** All of the task's own times. */
export function findTimes(text: FoldedText, span: Span, dates: readonly DateMention[], citations: readonly Citation[], issued: string | null): Due[] {
  return datesIn(dates, span).flatMap((date) => (isOwn(text, date, span, citations, issued) ? [{ edtf: date.edtf, text: date.text, span: date.span, by: `task.due-${date.role}` }] : []))
}

const isOwn = (text: FoldedText, date: DateMention, span: Span, citations: readonly Citation[], issued: string | null): boolean =>
  isOwnTime(text, date, span) && !isPast(date, issued) && !isCited(date, citations)

/** The time that an attribute line or a column states: the last date in it, else its words. */
export function findStatedDue(text: string, span: Span, dates: readonly DateMention[]): Due {
  PATTERNS.onward.lastIndex = 0
  const onward = PATTERNS.onward.exec(text.slice(span.start, Math.min(span.end, span.start + LONGEST_ONWARD)).toLowerCase())
  if (onward) {
    const words = trimSpan(text, span.start, span.end)
    return { edtf: `${onward.groups!['year']}/..`, text: text.slice(words.start, words.end), span: words, by: 'task.due-stated' }
  }
  const last = AS_PLANNED.test(text.slice(span.start, span.start + 24).trimStart().toLowerCase()) ? undefined : datesIn(dates, span).findLast((date) => date.edtf !== null)
  if (last) return { edtf: last.edtf!, text: last.text, span: last.span, by: 'task.due-stated' }
  const words = trimSpan(text, span.start, span.end)
  return { edtf: null, text: text.slice(words.start, words.end), span: words, by: 'task.due-words' }
}

const LONGEST_ONWARD = 60

const AS_PLANNED = PATTERNS['as-planned']

/** A span without the blanks and the end marks around its words. */
export function trimSpan(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /[\s:]/.test(text[start]!)) start++
  while (end > start && /[\s.;,]/.test(text[end - 1]!)) end--
  return { start, end }
}

/** No citation with its title is longer. */
const LONGEST_CITATION = 2000

/** Does a date belong to one of the citations, which are in reading order? Only those that begin not far before it are asked. */
function isCited(date: DateMention, citations: readonly Citation[]): boolean {
  let low = 0
  let high = citations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (citations[middle]!.span.start <= date.span.start) low = middle + 1
    else high = middle
  }
  for (let i = low - 1; i >= 0 && citations[i]!.span.start > date.span.start - LONGEST_CITATION; i--) if (belongsTo(date, citations[i]!)) return true
  return false
}

function belongsTo(date: DateMention, citation: Citation): boolean {
  return contains(citation.span, date.span) || (citation.title !== null && contains(citation.title.span, date.span))
}

/** The mentions inside a span; `dates` are in reading order. */
export function datesIn(dates: readonly DateMention[], span: Span): readonly DateMention[] {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.span.start < span.start) low = middle + 1
    else high = middle
  }
  let past = low
  while (past < dates.length && dates[past]!.span.end <= span.end) past++
  return past > low ? dates.slice(low, past) : NONE
}

function isOwnTime(text: FoldedText, date: DateMention, span: Span): boolean {
  if (date.edtf === null || date.role === 'citation' || date.role === 'issued' || date.role === 'other') return false
  if (insideQuotes(text.folded, date.span, span)) return false
  if (isToldOf(text.folded, date, span)) return false
  if (date.role === 'deadline' || date.role === 'start') return true
  if (date.role === 'event' && PATTERNS.anniversary.test(text.folded.slice(Math.max(span.start, date.span.start - 18), Math.min(span.end, date.span.end + 18)))) return false
  const before = text.folded.slice(Math.max(span.start, date.span.start - 40), date.span.start)
  if (INSIDE_NAME.test(before)) return false
  const stated = STATED.test(before) || PATTERNS['due-opener'].test(date.text.toLowerCase())
  if (date.role === 'event' && PATTERNS['said-at'].test(text.folded.slice(Math.max(span.start, date.span.start - 160), date.span.start))) return false
  if (isNamedDay(text.folded, date, before)) return PATTERNS.occasion.test(text.folded.slice(Math.max(span.start, date.span.start - 90), date.span.start))
  if (date.role === 'period' && endsWorkBy(text.folded, date, span)) return true
  if (date.role === 'recurring' && PATTERNS.each.test(date.text.toLowerCase()) && MEETING.test(before)) return false
  if (date.role === 'recurring') return date.edtf !== 'XXXX' || date.span.start - span.start < 12 || RHYTHMS.test(text.folded.slice(span.start, date.span.start))
  return date.role === 'event' || stated || MONTH_OR_FINER.test(date.edtf)
}

/** "Xóa nhà tạm | đến năm 2027.": the year up to which work goes on ends its clause, in which no plan is named that has it in its name. */
function endsWorkBy(folded: string, { edtf, span }: DateMention, block: Span): boolean {
  if (!/^\.\.\/\d{4}$/.test(edtf ?? '') || !folded.startsWith('đến ', span.start) || !(span.end >= block.end || /[.;]/.test(folded[span.end]!))) return false
  const clause = folded.slice(Math.max(block.start, span.start - LONGEST_CLAUSE), span.start)
  return !PATTERNS['has-horizon'].test(clause.slice(Math.max(clause.lastIndexOf('; '), clause.lastIndexOf('. ')) + 1))
}

const LONGEST_CLAUSE = 300

/** "số liệu kinh tế | quý I/2024": the quarter, half or month that something is told of. */
const isToldOf = (folded: string, { edtf, span }: DateMention, block: Span): boolean =>
  /^[\dX]{4}-[\dX]{2}$/.test(edtf ?? '') && !WITHIN.test(folded.slice(span.start, span.start + 6)) && PATTERNS['told-of'].test(folded.slice(Math.max(block.start, span.start - 60), span.start))

const WITHIN = PATTERNS.within

const RHYTHMS = PATTERNS.rhythms

/** "Ngày thành lập Đoàn (26/3)": a bare day in brackets dates a name. */
const isNamedDay = (folded: string, { span }: DateMention, before: string): boolean =>
  /^\d{1,2}\/\d{1,2}$/.test(folded.slice(span.start, span.end)) && (unitAt(folded, span.start - 1) === 40 || NAMED_DAY.test(before))

const NAMED_DAY = PATTERNS['named-day']

/** A day or month before the document's own date is looked back at, not set. */
function isPast({ edtf }: DateMention, issued: string | null): boolean {
  const end = edtf?.split('/').at(-1) ?? ''
  if (!issued || !/^\d{4}-\d{2}/.test(end) || Number(end.slice(5, 7)) > 12 || !/^\d{4}-\d{2}/.test(issued)) return false
  return end.slice(0, Math.min(end.length, issued.length)) < issued.slice(0, Math.min(end.length, issued.length)) && !issued.includes('X')
}

function insideQuotes(folded: string, span: Span, block: Span): boolean {
  let open = false
  for (let at = indexWithin(folded, QUOTE, block.start, span.start); at >= 0; at = indexWithin(folded, QUOTE, at + 1, span.start)) open = !open
  return open
}
