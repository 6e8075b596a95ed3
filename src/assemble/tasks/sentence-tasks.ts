import { leadVerbs, orderVerbs } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { Task } from '../../model/plan.js'
import { skipSpaces, type Span } from '../../model/span.js'
import type { Assignment } from './assignment.js'
import { buildTask } from './build-task.js'
import { type Due, findDue } from './due.js'
import type { TaskInput } from './input.js'

/** Closing paragraphs that order something: "… yêu cầu các ban, ngành … trước ngày 30/3/2023". */
export function readClosingTasks(input: TaskInput): Task[] {
  return input.closing.flatMap((span) => {
    const assignment = input.readAssignment(span)
    const first = assignment.responsible[0]
    if (!first || (!assignment.by.includes('task.order') && announces(input, assignment))) return []
    const ordered = { start: first.span.start, end: span.end }
    return [toTask(input, span, assignment, 'task.closing', ordered)]
  })
}

/** "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện": who issues speaks of himself. */
function announces({ text }: TaskInput, { responsible }: Assignment): boolean {
  const last = responsible.at(-1)
  return last !== undefined && PATTERNS['letter-verb'].test(text.folded.slice(last.span.end, last.span.end + 60))
}

/** Sentences of an article that name who does what: "Sở X chủ trì, phối hợp với …", "UBND tỉnh giao Sở Y …". */
export function readArticleTasks(input: TaskInput): Task[] {
  return input.prose.flatMap((paragraph) => chargesIn(input, paragraph).map((span) => toTask(input, span, input.readAssignment(span), 'task.sentence')))
}

/** The sentences that charge somebody; in a document without outline each with those behind it that charge nobody: "Kết quả báo cáo trước ngày 15/4." */
function chargesIn(input: TaskInput, paragraph: Span): Span[] {
  const spans: Span[] = []
  for (const sentence of sentencesOf(input, paragraph)) {
    const last = spans.at(-1)
    if (charges(input, sentence)) spans.push(sentence)
    else if (last && input.kind !== 'article') spans[spans.length - 1] = { start: last.start, end: sentence.end }
  }
  return spans
}

/** Does a sentence say who is to do something? */
function charges(input: TaskInput, span: Span): boolean {
  const assignment = input.readAssignment(span)
  const joint = assignment.by.includes('task.subject') && assignment.coordinating.length > 0
  const stated = assignment.responsible.length > 0 && /task\.(?:lead|order|agent)/.test(assignment.by)
  return stated || joint || isLeadSentence(input, assignment) || isDueSentence(input, span, assignment)
}

/** A subject alone is news ("Sở X đã ban hành …"); with a verb of duty right after it, it is a task. */
function isLeadSentence(input: TaskInput, assignment: Assignment): boolean {
  const last = assignment.responsible.at(-1)
  if (!last) return false
  const at = skipSpaces(input.text.folded, last.span.end)
  return leadVerbs.longestAt(input.text.folded, at, input.text.folded.length) !== undefined && orderVerbs.longestAt(input.text.folded, at, at + 12) === undefined
}

/** "Công an xã lập 02 chốt trước ngày 12/7/2025": whoever acts has a day by which it is to be done. */
function isDueSentence(input: TaskInput, span: Span, { responsible, by }: Assignment): boolean {
  const due = responsible.length && by.includes('task.subject') ? findDue(input.text, span, input.dates, input.citations, input.issued) : undefined
  return due?.by.endsWith('deadline') === true && PATTERNS['by-when'].test(input.text.folded.slice(due.span.start, due.span.end))
}

/** Sentences by their full stop before a capital; abbreviations of one letter do not end one. */
function sentencesOf(input: TaskInput, paragraph: Span): Span[] {
  const sentences: Span[] = []
  const words = input.text.text.slice(paragraph.start, paragraph.end)
  let start = paragraph.start
  for (const match of words.matchAll(/[.!?…]+["”)]* +(?=["“(]?[A-ZÀ-ỸĐ])/g)) {
    const at = paragraph.start + match.index
    if (/(?:^|[\s.])[A-ZĐ]$/.test(input.text.text.slice(Math.max(start, at - 2), at))) continue
    sentences.push({ start, end: at + match[0].trimEnd().length })
    start = at + match[0].length
  }
  sentences.push({ start, end: paragraph.end })
  return sentences
}

function toTask(input: TaskInput, span: Span, assignment: Assignment, rule: string, timed?: Span): Task {
  const due = timed ? dueIn(input, timed) : dueIn(input, span, leadEnd(input, span, assignment))
  return buildTask(input, { span, section: null, group: [], assignment, due, output: undefined, origin: 'sentence', rule })
}

/** The deadline in a span; what stands before `from` tells when something was said ("Tại phiên họp tháng 8, Chính phủ yêu cầu các bộ …") unless it is a deadline. */
function dueIn(input: TaskInput, span: Span, from = span.start): Due | undefined {
  const due = findDue(input.text, span, input.dates, input.citations, input.issued)
  return due && due.span.start < from && !due.by.endsWith('deadline') ? undefined : due
}

/** Where an order's own words begin: at the first of those who are to carry it out. */
const leadEnd = ({ text }: TaskInput, span: Span, { responsible, by }: Assignment): number =>
  by.includes('task.order') && PATTERNS.circumstance.test(text.folded.slice(span.start, span.start + 12)) ? Math.min(...responsible.map((body) => body.span.start)) : span.start
