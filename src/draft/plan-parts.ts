import { fold } from '../model/folded.js'
import type { PlanDocument, Section } from '../model/plan.js'

/** A part of a plan's first level, line by line. */
export interface PlanPart {
  readonly marker: string | null
  readonly heading: string | null
  readonly lines: readonly string[]
}

/** The parts of a plan up to its closing block, each up to the next, and those of the documents that it promulgates; annexes are none. */
export function partsOf(plan: PlanDocument): PlanPart[] {
  const end = endOfBody(plan)
  const own = plan.sections.filter(({ kind, span }) => kind !== 'annex' && kind !== 'attachment' && span.start < end)
  const attached = plan.sections.filter(({ kind }) => kind === 'attachment')
  return [...partsIn(plan, own, end), ...attached.flatMap((section) => [...partsIn(plan, [section], section.children[0]?.span.start ?? section.span.end), ...partsIn(plan, section.children, section.span.end)])]
}

const partsIn = (plan: PlanDocument, sections: readonly Section[], end: number): PlanPart[] =>
  sections.map(({ marker, heading, span }, index) => {
    const printed = marker !== null && plan.text.startsWith(marker, span.start) ? span.start + marker.length : span.start
    const from = heading ? Math.max(printed, heading.span.end) : span.start
    return { marker: heading ? marker : null, heading: heading?.text.replace(/\s+/g, ' ').trim() ?? null, lines: linesOf(plan, from, sections[index + 1]?.span.start ?? end) }
  })

/** Paragraphs between the title and the first part. */
export function preambleOf(plan: PlanDocument): string[] {
  const { titleSpan, notation } = plan.header
  const from = titleSpan?.end ?? notation?.span.end ?? 0
  const first = plan.sections.find(({ span }) => span.start >= from)
  return linesOf(plan, from, Math.min(endOfBody(plan), first?.span.start ?? plan.text.length))
}

/** Where recipients and signatures begin, else the first annex, else the end. */
function endOfBody({ text, recipients, signatures, sections }: PlanDocument): number {
  const annex = sections.find(({ kind }) => kind === 'annex' || kind === 'attachment')
  return Math.min(text.length, ...[...recipients, ...signatures, ...(annex ? [annex] : [])].map(({ span }) => text.lastIndexOf('\n', span.start - 1) + 1))
}

function linesOf({ text, tables }: PlanDocument, from: number, to: number): string[] {
  const lines: string[] = []
  for (let at = from; at < to; ) {
    const found = text.indexOf('\n', at)
    const end = found < 0 || found > to ? to : found
    const line = text.slice(at, end).replace(/\s+/g, ' ').trim()
    if (/[\p{L}\p{N}…]/u.test(line) && !fold(line).startsWith('nơi nhận') && !tables.some(({ span }) => span.start <= at && at < span.end)) lines.push(line)
    at = end + 1
  }
  return lines
}
