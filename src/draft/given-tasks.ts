import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import { fold } from '../model/folded.js'
import type { Body, PlanDocument, Task } from '../model/plan.js'
import type { Span } from '../model/span.js'
import { carriedWords, cite } from './explicit.js'
import { dueAfter, type MovedDue, moveDues } from './moved-due.js'
import type { Piece } from './plan-draft.js'
import { form, layout, ofParent, put, type Writer } from './writer.js'

/**
 * A task of the plan received, letter for letter, under a marker; what its words do not say themselves but a column, a heading or a line below them did
 * (with whom, by when, what comes out) stands in lines of its own. `heir`: the heading above names who does it in the draft.
 */
export function putTask(writer: Writer, index: number, marker: string, path: string, kind: 'item' | 'bullet', heir: string | null = null): void {
  const { parent, profile } = writer.input
  const task = parent.tasks[index]!
  const within = ({ span }: Pick<Body, 'span'>): boolean => span.start >= task.span.start && span.end <= task.span.end
  const said = { responsible: task.responsible.filter(within), coordinating: task.coordinating.filter(within) }
  const moved = moveDues(task, parent, profile.daysBefore)
  const span = task.section === null ? orderOf(parent, task) : task.span
  put(writer, kind, [layout(`${marker} `), ...wordsOf(writer, span, moved)])
  writer.sections.push({ path, heading: null, role: null })
  cite(writer, span)
  const lines = attributesOf(writer, task, said)
  for (const [place, [label, words]] of lines.entries()) {
    writer.sections.push({ path: `${path}.${kind === 'bullet' ? '+' : '-'}${place + 1}`, heading: null, role: null })
    put(writer, 'bullet', [layout(kind === 'bullet' ? '+ ' : '- '), form(label, writer.style), layout(' '), ...words])
  }
  const others = lines.some(([label]) => label === 'attribute.responsible')
  writer.tasks.push({
    section: path,
    text: wordsOf(writer, span, moved).map(({ text }) => text).join(''),
    responsible: said.responsible.length ? said.responsible.map(({ text }) => text) : others ? task.responsible.map(({ text }) => text) : heir === null ? [] : [heir],
    coordinating: task.coordinating.map(({ text }) => text),
    due: dueAfter(task, moved),
    output: task.output && carriedWords(writer, task.output.span).map(({ text }) => text).join(''),
    of: index,
  })
}

const CLOSING = PATTERNS['closing-lead']

/** Of a closing paragraph what it orders: "Trên đây là Kế hoạch …" closes the plan received, not the draft. */
function orderOf({ text }: PlanDocument, { span }: Task): Span {
  const words = text.slice(span.start, span.end)
  const before = CLOSING.exec(fold(words))?.[0].length ?? 0
  return { start: span.start + before, end: span.start + words.replace(/\.\/\.?\s*$/, '.').length }
}

type Attribute = readonly [label: 'attribute.responsible' | 'attribute.coordinating' | 'attribute.due' | 'attribute.output', words: readonly Piece[]]

function attributesOf(writer: Writer, task: Task, said: { readonly responsible: readonly Body[]; readonly coordinating: readonly Body[] }): Attribute[] {
  const { parent } = writer.input
  const lines: Attribute[] = []
  if (!said.responsible.length && task.responsible.length > 1) lines.push(['attribute.responsible', names(writer, task.responsible)])
  if (said.coordinating.length < task.coordinating.length) lines.push(['attribute.coordinating', names(writer, task.coordinating)])
  const due = task.evidence.findLast(({ field, span }) => field === 'due' && span !== null)?.span ?? null
  if (task.due !== null && due !== null && !(due.start >= task.span.start && due.end <= task.span.end)) lines.push(['attribute.due', wordsOf(writer, due, moveDues(task, parent, writer.input.profile.daysBefore))])
  if (task.output !== null && !(task.output.span.start >= task.span.start && task.output.span.end <= task.span.end)) lines.push(['attribute.output', carriedWords(writer, task.output.span)])
  return lines
}

const names = ({ input }: Writer, bodies: readonly Body[]): Piece[] => bodies.flatMap(({ span }, index) => [...(index ? [layout('; ')] : []), ...ofParent(input.parent, span)])

/** Words of the plan received, moved times in their places. */
function wordsOf(writer: Writer, span: Span, moved: readonly MovedDue[]): Piece[] {
  const pieces: Piece[] = []
  let at = span.start
  for (const each of moved) {
    if (each.span.start < at || each.span.end > span.end) continue
    const before = each.atLatest ? [form('due.at-latest', writer.style), layout(' '), form('day', writer.style), layout(' ')] : []
    pieces.push(...carriedWords(writer, { start: at, end: each.span.start }), ...before, { text: each.text, from: { source: 'due', span: each.span } })
    at = each.span.end
  }
  return [...pieces, ...carriedWords(writer, { start: at, end: span.end })]
}
