import edtf from 'edtf'
import type { PlanDocument, Section } from '../../src/model/plan.js'

/** What must hold of every output, whatever the input; the empty list where it does. */
export function brokenInvariants(document: PlanDocument): string[] {
  return [...falseSpans(document), ...strayChildren(document.sections, { start: 0, end: document.text.length }), ...falseIndexes(document), ...falseDates(document)]
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Every span lies in the text, and what stands beside it as `text` is what it cuts. */
function falseSpans(document: PlanDocument): string[] {
  const broken: string[] = []
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return
    if (isSpan(value)) {
      if (value.start < 0 || value.end < value.start || value.end > document.text.length) broken.push(`${at} is ${value.start}–${value.end} of ${document.text.length}`)
      return
    }
    const { span, text } = value as { span?: Span | null; text?: unknown }
    if (span && typeof text === 'string' && document.text.slice(span.start, span.end) !== text) broken.push(`${at}.text is not what its span cuts: ${text.slice(0, 60)}`)
    for (const [key, child] of Object.entries(value)) walk(child, `${at}.${key}`)
  }
  walk({ ...document, text: null }, 'document')
  return broken
}

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value && Object.keys(value).length === 2

/** Sections lie inside their parents, one after the other. */
function strayChildren(sections: readonly Section[], parent: Span): string[] {
  let from = parent.start
  return sections.flatMap((section) => {
    const stray = section.span.start < from || section.span.end > parent.end ? [`section ${section.path} (${section.span.start}–${section.span.end}) is not after ${from} and before ${parent.end}`] : []
    from = section.span.end
    return [...stray, ...strayChildren(section.children, section.span)]
  })
}

function falseIndexes({ citations, targets, tasks }: PlanDocument): string[] {
  const backward = citations.flatMap(({ refersTo }, index) => (refersTo !== null && refersTo >= index ? [`citation ${index} refers forward`] : []))
  const outside = tasks.flatMap((task, index) => {
    const wrong = [...task.citations.filter((each) => each >= citations.length), ...task.targets.filter((each) => each >= targets.length)]
    return wrong.length ? [`task ${index} points to nothing`] : []
  })
  return [...backward, ...outside]
}

/** Every value is Extended Date/Time Format, as a parser of its own reads it. */
function falseDates({ header, dates, citations, tasks, targets }: PlanDocument): string[] {
  const values = [header.issued, ...dates.map((date) => date.edtf), ...citations.map(({ date }) => date), ...tasks.map(({ due }) => due), ...targets.map(({ by }) => by)]
  return [...new Set(values)].filter((value) => value !== null).flatMap((value) => (isEdtf(value) ? [] : [`${value} is not EDTF`]))
}

function isEdtf(value: string): boolean {
  try {
    edtf(value)
    return true
  } catch {
    return false
  }
}
