import type { Citation, Task } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'
import type { Assignment } from './assignment.js'
import type { Due } from './due.js'
import type { TaskInput } from './input.js'

/** What was found for one task before it is printed as one. */
export interface TaskParts {
  readonly span: Span
  readonly section: string | null
  readonly group: readonly string[]
  readonly assignment: Assignment
  readonly due: Due | undefined
  readonly output: Span | undefined
  readonly origin: Task['origin']
  readonly rule: string
}

export function buildTask(input: TaskInput, parts: TaskParts): Task {
  const { text } = input.text
  const { span, assignment, due, output } = parts
  return {
    text: text.slice(span.start, span.end),
    span: { start: span.start, end: span.end },
    section: parts.section,
    group: parts.group.slice(),
    responsible: assignment.responsible.slice(),
    coordinating: assignment.coordinating.slice(),
    due: due?.edtf ?? null,
    dueText: due?.text ?? null,
    output: output && output.end > output.start ? cut(text, output.start, output.end) : null,
    citations: indexesIn(input.citations, span),
    targets: [],
    origin: parts.origin,
    evidence: evidenceOf(parts),
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

function evidenceOf({ span, assignment, due, output, rule }: TaskParts): Task['evidence'] {
  const evidence: Task['evidence'] = [{ field: 'task', rule, span }]
  for (const body of assignment.responsible) evidence.push({ field: 'responsible', rule: assignment.by || rule, span: body.span })
  for (const body of assignment.coordinating) evidence.push({ field: 'coordinating', rule: assignment.by || rule, span: body.span })
  if (due) evidence.push({ field: 'due', rule: 'task.due', span: due.span })
  if (output) evidence.push({ field: 'output', rule: 'task.output', span: output })
  return evidence
}
