import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { wordLabel } from '../../grammar/wording.js'
import { boundsOf } from '../../model/edtf.js'
import { fold } from '../../model/folded.js'
import type { Citation, PlanDocument, Task } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import { instrumentOf } from '../sheets.js'
import { type LintRule, missing, rule } from './rule.js'

const clip = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

const isDay = (value: string | null): value is string => value !== null && /^\d{4}-\d\d-\d\d$/.test(value)

/** Laws are cited by name and year. */
const LAWS: ReadonlySet<string> = new Set(['L', 'BL', 'PL', 'HP'])

/** Instruments of the preamble with a number, each where it is first named, those in another's title aside. */
const basisOf = ({ citations }: PlanDocument): Citation[] => {
  let end = 0
  return citations.filter(({ relation, notation, refersTo, span, title, type }) => {
    const nested = span.start < end
    end = Math.max(end, title?.span.end ?? span.end)
    return !nested && relation === 'basis' && refersTo === null && notation?.number != null && !LAWS.has(type?.code ?? '')
  })
}

/** Items and rows of the outline; closing paragraphs order nothing in particular. */
const itemsOf = ({ tasks }: PlanDocument): Task[] => tasks.filter(({ section, origin }) => section !== null || origin === 'table')

/** Where the words of a due stand. */
const dueSpan = ({ evidence, span }: Task): Span => evidence.findLast((each) => each.field === 'due' && each.span !== null)?.span ?? span

const lastDay = ({ due }: Task): string | null => (due === null ? null : (boundsOf(due)?.last ?? null))

const SHORT = PATTERNS.pointing

/** "Nghị định nêu trên" where no earlier mention, nor the document itself or what it promulgates, was found to be meant; "chương trình nêu trên" is none. */
function shortForms({ text, citations, header, kind }: PlanDocument): Span[] {
  const own = `${fold(header.type?.name ?? '')} ${fold(header.title ?? '')}`
  return kind === 'article' ? [] : [...fold(text).matchAll(SHORT)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    const isNamed = /^\p{Lu}/u.test(text.slice(span.start)) && !own.includes(match[0].replace(PATTERNS['pointing-word'], ''))
    return !isNamed || citations.some((citation) => citation.span.start < span.end && span.start < citation.span.end) ? [] : [span]
  })
}

/** What the document says: citations, tasks, dues. */
export const SUBSTANCE_RULES: readonly LintRule[] = [
  rule('citation/incomplete', 'info', ({ plan, language }) => basisOf(plan).flatMap((citation) => {
    const lacking = [...(citation.issuer ? [] : [wordLabel('lint-issuer', language)]), ...(citation.title ? [] : [wordLabel('lint-title', language)])]
    return lacking.length ? [{ span: citation.span, args: { citation: instrumentOf(citation), missing: lacking.join(', ') } }] : []
  })),
  rule('citation/unresolved', 'warning', ({ plan }) => {
    const own = plan.citations.flatMap(({ notation, name, refersTo, relation, text, span }) => (notation === null && name === null && refersTo === null && relation !== 'self' ? [{ span, args: { citation: clip(text) } }] : []))
    return [...own, ...shortForms(plan).map((span) => ({ span, args: { citation: plan.text.slice(span.start, span.end) } }))]
  }),
  rule('citation/after-issue', 'warning', ({ plan }) => plan.citations.flatMap((citation) => {
    const { issued } = plan.header
    const { date, span, relation } = citation
    return isDay(issued) && isDay(date) && date > issued && relation !== 'self' ? [{ span, args: { citation: instrumentOf(citation), date, issued } }] : []
  })),
  rule('task/none', 'warning', ({ plan }) => missing(plan.tasks.length === 0)),
  rule('task/no-body', 'info', ({ plan }) => itemsOf(plan).flatMap(({ responsible, text, span }) => (responsible.length ? [] : [{ span, args: { task: clip(text) } }]))),
  rule('task/no-due', 'info', ({ plan }) => itemsOf(plan).flatMap(({ due, dueText, schedule, text, span }) => (due === null && dueText === null && !schedule.length ? [{ span, args: { task: clip(text) } }] : []))),
  rule('due/before-issue', 'warning', ({ plan }) => {
    const { issued } = plan.header
    if (!isDay(issued)) return []
    const said = plan.tasks.map((task) => ({ span: dueSpan(task), last: lastDay(task), due: clip(task.dueText ?? '') }))
    const mentioned = plan.dates.filter(({ role }) => role === 'deadline').map(({ edtf, span, text }) => ({ span, last: edtf === null ? null : (boundsOf(edtf)?.last ?? null), due: clip(text) }))
    const early = [...said, ...mentioned].filter(({ last }) => last !== null && last < issued)
    return early.filter(({ span }, index) => early.findIndex((other) => other.span.start < span.end && span.start < other.span.end) === index).map(({ span, due }) => ({ span, args: { due, issued } }))
  }),
  rule('due/past', 'info', ({ plan, today }) => plan.tasks.flatMap((task) => {
    const last = lastDay(task)
    return today !== null && last !== null && last < today ? [{ span: dueSpan(task), args: { due: clip(task.dueText ?? task.due!), today } }] : []
  })),
]
