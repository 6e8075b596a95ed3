import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import { addDays, boundsOf } from '../model/edtf.js'
import { fold } from '../model/folded.js'
import type { DateMention, PlanDocument, Task } from '../model/plan.js'
import type { Span } from '../model/span.js'

/** A time of a task as the draft states it: other words at a place of the parent's text. */
export interface MovedDue {
  /** Where the words stand in the parent's text. */
  readonly span: Span
  /** Words before the digits that the draft sets itself: "chậm nhất ngày". */
  readonly atLatest: boolean
  readonly text: string
  /** What the parent's words say, and what those of the draft say. */
  readonly was: string
  readonly due: string
}

const DAY = PATTERNS['due-day']
const YEARLY_DAY = PATTERNS['yearly-day']

/**
 * The times of a task that the draft states otherwise than the plan received, in reading order: each due of a report is moved by some days, and a day whose
 * year the plan leaves to its own date gets it. What would fall before the plan's own date stays.
 */
export function moveDues(task: Task, parent: PlanDocument, daysBefore: number): MovedDue[] {
  const report = daysBefore > 0 && isReport(task)
  const mentions = mentionsOf(task, parent)
  return mentions.flatMap((mention) => (mention.edtf === task.due || (report && mention.role === 'deadline') ? (moveOne(mention, parent, report ? daysBefore : 0) ?? []) : []))
}

/** The due of the draft's task, where one of its times was moved. */
export const dueAfter = ({ due }: Task, moved: readonly MovedDue[]): string | null => moved.findLast(({ was }) => was === due)?.due ?? due

/** Mentions in the task's words, and in those of its due. */
function mentionsOf({ span, evidence }: Task, { dates }: PlanDocument): DateMention[] {
  const spans = [span, ...evidence.flatMap((said) => (said.field === 'due' && said.span ? [said.span] : []))]
  return dates.filter((date) => date.edtf !== null && spans.some((within) => within.start <= date.span.start && date.span.end <= within.end))
}

function moveOne(mention: DateMention, parent: PlanDocument, days: number): MovedDue | undefined {
  const value = mention.edtf!
  if (/^(?:\.\.\/)?\d{4}-\d{2}-\d{2}$/.test(value)) return moveDay(mention, parent, days)
  if (days === 0) return undefined
  if (/^(?:\.\.\/)?XXXX-\d{2}-\d{2}$/.test(value)) return moveYearlyDay(mention, days)
  return /^(?:\.\.\/)?\d{4}-(?:\d{2})$/.test(value) ? moveEnd(mention, parent, days) : undefined
}

function moveDay(mention: DateMention, parent: PlanDocument, days: number): MovedDue | undefined {
  const day = mention.edtf!.slice(-10)
  const match = DAY.exec(mention.text)
  if (!match) return undefined
  const { monthLead, yearLead, year: printedYear } = match.groups as { monthLead: string; yearLead?: string; year?: string }
  const kept = notBeforeIssue(addDays(day, -days), parent) ?? day
  if (kept === day && printedYear !== undefined) return undefined
  const [year, month, date] = kept.split('-') as [string, string, string]
  const text = `${date}${monthLead}${monthAs(month, zeroed(match))}${yearLead ?? (PATTERNS['month-word'].test(monthLead) ? ' năm ' : monthLead)}${year}`
  return { span: { start: mention.span.end - match[0].length, end: mention.span.end }, atLatest: false, text, was: mention.edtf!, due: mention.edtf!.replace(day, kept) }
}

/** By the decree the months 1 and 2 alone have a zero before them; where the plan received writes one before others too ("30/06"), the draft does. */
const monthAs = (month: string, printed: string): string => (Number(month) > 2 && !printed.startsWith('0') ? String(Number(month)) : month)

/** The month as printed, where its zero is a habit and not the decree's. */
const zeroed = ({ groups }: RegExpExecArray): string => (Number(groups!['month']) > 2 ? groups!['month']! : '')

/** "trước ngày 20/12 hằng năm". */
function moveYearlyDay(mention: DateMention, days: number): MovedDue | undefined {
  const match = YEARLY_DAY.exec(mention.text)
  if (!match) return undefined
  const day = mention.edtf!.slice(-5)
  const moved = addDays(`2023-${day}`, -days)
  if (!moved.startsWith('2023')) return undefined
  const [, month, date] = moved.split('-') as [string, string, string]
  const start = mention.span.start + match.index
  return { span: { start, end: start + match[0].length }, atLatest: false, text: `${date}${match.groups!['monthLead']}${monthAs(month, zeroed(match))}`, was: mention.edtf!, due: mention.edtf!.replace(day, moved.slice(5)) }
}

const BEFORE_PERIOD = PATTERNS['before-period']

/** A month, a quarter or half a year is due on its last day, and so many days before that in the draft: "chậm nhất ngày 25/6/2024". */
function moveEnd(mention: DateMention, parent: PlanDocument, days: number): MovedDue | undefined {
  const last = boundsOf(mention.edtf!)?.last
  const day = last && notBeforeIssue(addDays(last, -days), parent)
  if (!day) return undefined
  const [year, month, date] = day.split('-') as [string, string, string]
  const before = BEFORE_PERIOD.exec(fold(parent.text.slice(Math.max(0, mention.span.start - 20), mention.span.start)))?.[0].length ?? 0
  return { span: { start: mention.span.start - before, end: mention.span.end }, atLatest: true, text: `${date}/${monthAs(month, '')}/${year}`, was: mention.edtf!, due: `../${day}` }
}

const notBeforeIssue = (day: string, { header }: PlanDocument): string | undefined => (header.issued !== null && header.issued.length === 10 && day <= header.issued ? undefined : day)

/** Does somebody report by it? */
export const isReport = ({ text }: Task): boolean => PATTERNS.reports.test(fold(text))
