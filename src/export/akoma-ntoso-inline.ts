import type { PlanDocument } from '../model/plan.js'
import type { Span } from '../model/span.js'
import { escapeMarkup } from './markup.js'

/** An inline element over a stretch of text. */
export interface Mark extends Span {
  readonly element: string
  readonly attributes: string
}

/** What is marked inside paragraphs, outer before inner; of two that cross the one that begins first stands. */
export function inlineMarks({ header, citations, dates }: PlanDocument): Mark[] {
  const marks: Mark[] = [
    ...(header.notation ? [{ ...header.notation.span, element: 'docNumber', attributes: '' }] : []),
    ...(header.titleSpan ? [{ ...header.titleSpan, element: 'docTitle', attributes: '' }] : []),
    ...citations.flatMap(({ span, urn }) => (urn === null ? [] : [{ ...span, element: 'ref', attributes: ` href="${escapeMarkup(urn)}"` }])),
    ...dates.flatMap(({ span, edtf }) => (edtf !== null && /^\d{4}-\d\d-\d\d$/.test(edtf) ? [{ ...span, element: 'date', attributes: ` date="${edtf}"` }] : [])),
  ]
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A stretch of text with its marks, each clipped to it; line ends inside become spaces. */
export function printInline(text: string, span: Span, marks: readonly Mark[]): string {
  let printed = ''
  let at = span.start
  const open: { readonly mark: Mark; readonly end: number }[] = []
  const copyTo = (end: number): void => {
    while (open.length && open.at(-1)!.end <= end) {
      const { mark, end: close } = open.pop()!
      printed += `${escapeMarkup(flat(text, at, close))}</${mark.element}>`
      at = close
    }
    printed += escapeMarkup(flat(text, at, end))
    at = end
  }
  for (let index = firstFrom(marks, span.start); index < marks.length && marks[index]!.start < span.end; index++) {
    const mark = marks[index]!
    const start = Math.max(mark.start, span.start)
    const end = Math.min(mark.end, span.end)
    if (start < at || end <= start) continue
    copyTo(start)
    if (open.length && end > open.at(-1)!.end) continue
    printed += `<${mark.element}${mark.attributes}>`
    open.push({ mark, end })
  }
  copyTo(span.end)
  return printed
}

const flat = (text: string, start: number, end: number): string => text.slice(start, end).replace(/\s+/g, ' ')

/** Marks are sorted by where they begin; one that began far above may reach down to here, a title over several lines. */
function firstFrom(marks: readonly Mark[], start: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.start < start) low = middle + 1
    else high = middle
  }
  while (low > 0 && marks[low - 1]!.end > start) low--
  return low
}
