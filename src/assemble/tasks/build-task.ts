import type { Body, Citation, Task } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'
import type { Assignment } from './assignment.js'
import { type Budget, readOwnBudget } from './budget.js'
import { type Due, findTimes } from './due.js'
import type { TaskInput } from './input.js'
import { readReportsTo } from './reports-to.js'

/** What was found for one task before it is printed as one. */
export interface TaskParts {
  readonly span: Span
  readonly section: string | null
  readonly group: readonly string[]
  readonly assignment: Assignment
  readonly due: Due | undefined
  /** Times that stand outside its own words: in attribute lines, in columns. */
  readonly times?: readonly Due[]
  readonly output: Span | undefined
  /** What a line or a column states; its own words are read where none does. */
  readonly budget?: Budget | null
  readonly origin: Task['origin']
  readonly rule: string
}

export function buildTask(input: TaskInput, parts: TaskParts): Task {
  const { text } = input.text
  const { span, assignment, due, output } = parts
  const reportsTo = readReportsTo(input.text, span, input.bodies, assignment.responsible)
  const budget = parts.budget ?? readOwnBudget(input.text, span)
  return {
    id: '',
    text: text.slice(span.start, span.end),
    span: { start: span.start, end: span.end },
    section: parts.section,
    group: parts.group.slice(),
    responsible: assignment.responsible.slice(),
    coordinating: assignment.coordinating.slice(),
    due: due?.edtf ?? null,
    dueText: due?.text ?? null,
    schedule: scheduleOf(input, parts),
    output: output && output.end > output.start ? cut(text, output.start, output.end) : null,
    reportsTo: reportsTo.slice(),
    budget,
    citations: indexesIn(input.citations, span),
    targets: [],
    origin: parts.origin,
    evidence: evidenceOf(parts, reportsTo, budget),
    confidence: 0,
  }
}

/** Citations are in reading order: from the first that ends in the span on, until one begins behind it. */
function indexesIn(citations: readonly Citation[], span: Span): number[] {
  let low = 0
  let high = citations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (citations[middle]!.span.start < span.start) low = middle + 1
    else high = middle
  }
  const indexes: number[] = []
  for (let i = low; i < citations.length && citations[i]!.span.start < span.end; i++) indexes.push(i)
  return indexes
}

function evidenceOf({ span, assignment, due, output, rule }: TaskParts, reportsTo: readonly Body[], budget: Budget | null): Task['evidence'] {
  const evidence: Task['evidence'] = [{ field: 'task', rule, span }]
  for (const body of assignment.responsible) evidence.push({ field: 'responsible', rule: assignment.by || rule, span: body.span })
  for (const body of assignment.coordinating) evidence.push({ field: 'coordinating', rule: assignment.by || rule, span: body.span })
  if (due) evidence.push({ field: 'due', rule: due.by, span: due.span })
  if (output) evidence.push({ field: 'output', rule: 'task.output', span: output })
  for (const body of reportsTo) evidence.push({ field: 'reportsTo', rule: 'task.reports-to', span: body.span })
  if (budget) evidence.push({ field: 'budget', rule: 'task.budget', span: budget.span })
  return evidence
}

/** The times in its own words and those stated for it, each once, in reading order. */
function scheduleOf(input: TaskInput, { span, due, times = [] }: TaskParts): Task['schedule'] {
  const all = [...findTimes(input.text, span, input.dates, input.citations, input.issued), ...times, ...(due ? [due] : [])]
  if (!all.length) return []
  const seen = new Set<number>()
  return all
    .filter(({ span: { start } }) => !seen.has(start) && seen.add(start))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ text, span: { start, end }, edtf }) => ({ text, span: { start, end }, edtf }))
}
