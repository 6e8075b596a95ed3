import type { PlanDocument, Section } from '../model/plan.js'
import type { Span } from '../model/span.js'
import type { Piece } from './plan-draft.js'
import { carriedWords, cite } from './explicit.js'
import { layout, ofParent, put, type Writer } from './writer.js'

/** The parent's part of a role, its first one that has a heading of its own which names nobody. */
export function partOf({ sections, tasks }: PlanDocument, role: Section['role']): Section | undefined {
  const named = tasks.flatMap(({ responsible }) => responsible.map(({ span }) => span))
  const namesNobody = ({ start, end }: Span): boolean => !named.some((span) => span.start >= start && span.end <= end)
  return sections.find(({ role: own, heading, kind }) => own === role && heading !== null && kind !== 'annex' && kind !== 'attachment' && namesNobody(heading.span))
}

/** A heading of a part: "II. NHIỆM VỤ". */
export function putPart(writer: Writer, number: number, heading: readonly Piece[], role: Section['role']): string {
  const marker = ROMAN[number - 1]!
  put(writer, 'part', [layout(`${marker}. `), ...heading])
  writer.sections.push({ path: marker, heading: heading.map(({ text }) => text).join(''), role })
  return marker
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const

/** A whole part of the parent, letter for letter, with its items below it; tables are left out. */
export function carryPart(writer: Writer, part: Section, number: number): void {
  const { parent } = writer.input
  const path = putPart(writer, number, carriedWords(writer, part.heading!.span), part.role)
  cite(writer, part.heading!.span)
  for (const line of ownLines(parent, part)) putText(writer, line)
  carryBelow(writer, part, part, path)
}

function carryBelow(writer: Writer, root: Section, above: Section, path: string): void {
  for (const child of above.children) {
    const { kind, marker, heading, span } = child
    const label = `${path}.${child.path.slice(child.path.lastIndexOf('.') + 1)}`
    const [first, ...more] = ownLines(writer.input.parent, child)
    const content = heading ? heading.span : first
    if (content) {
      const printed = marker !== null && writer.input.parent.text.startsWith(marker, span.start) ? { start: span.start, end: span.start + marker.length } : null
      const start = printed ? firstWord(writer.input.parent.text, printed.end) : content.start
      const whole = { start, end: heading ? Math.max(heading.span.end, lineEndOf(writer.input.parent.text, heading.span.end, child)) : content.end }
      put(writer, kindOf(kind, heading !== null), [...(printed ? markerPieces(writer.input.parent, printed, root) : []), ...carriedWords(writer, whole)])
      cite(writer, whole)
      writer.sections.push({ path: label, heading: heading ? carriedWords(writer, heading.span).map(({ text }) => text).join('') : null, role: root.role })
      for (const line of heading ? ownLines(writer.input.parent, child) : more) putText(writer, line)
    }
    carryBelow(writer, root, child, label)
  }
}

/** The rest of the line on which a heading stands: "1. Mục đích." */
function lineEndOf(text: string, at: number, { children, span }: Section): number {
  const limit = children[0]?.span.start ?? span.end
  const found = text.indexOf('\n', at)
  const end = found < 0 || found > limit ? limit : found
  return /^[\s.:;]*$/.test(text.slice(at, end)) ? at + text.slice(at, end).trimEnd().length : at
}

function kindOf(kind: Section['kind'], headed: boolean): 'heading' | 'bullet' | 'item' {
  return kind === 'bullet' || kind === 'plus' ? 'bullet' : headed ? 'heading' : 'item'
}

/** The marker as printed, without the number of a part that had an Arabic one ("2.1." under "2." becomes "1." under "II."). */
function markerPieces(parent: PlanDocument, printed: Span, root: Section): Piece[] {
  const words = parent.text.slice(printed.start, printed.end)
  const number = root.kind === 'decimal' && root.marker ? root.marker.replace(/\D+$/, '') : ''
  const skip = number && words.startsWith(`${number}.`) && words.length > number.length + 1 ? number.length + 1 : 0
  return [...ofParent(parent, { start: printed.start + skip, end: printed.end }), layout(' ')]
}

function putText(writer: Writer, line: Span): void {
  put(writer, 'text', carriedWords(writer, line))
  cite(writer, line)
}

/** Lines of a node before its first child, without its number and heading, and without tables. */
function ownLines({ text, tables }: PlanDocument, { heading, marker, span, children }: Section): Span[] {
  const head = marker !== null && text.startsWith(marker, span.start) ? span.start + marker.length : span.start
  const start = heading ? Math.max(head, heading.span.end) : head
  const end = children[0]?.span.start ?? span.end
  const lines: Span[] = []
  for (let at = start; at < end; ) {
    const found = text.indexOf('\n', at)
    const stop = found < 0 || found > end ? end : found
    const line = { start: firstWord(text, at, stop), end: at + text.slice(at, stop).trimEnd().length }
    if (/[\p{L}\p{N}]/u.test(text.slice(line.start, Math.max(line.start, line.end))) && !tables.some((table) => table.span.start <= line.start && line.start < table.span.end)) lines.push(line)
    at = stop + 1
  }
  return lines
}

function firstWord(text: string, from: number, limit = text.length): number {
  let at = from
  while (at < limit && /\s/.test(text[at]!)) at++
  return at
}
