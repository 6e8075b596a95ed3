import { toGrid } from '../assemble/tasks/table-grid.js'
import { PLAN_PATTERNS as PATTERNS } from '../grammar/generated/plan-patterns.js'
import { fold } from '../model/folded.js'
import type { DateMention, Table } from '../model/plan.js'
import { contains, type Span } from '../model/span.js'
import type { Draft } from './draft.js'

const FARTHEST = 140

/**
 * Days of issue said again where the document names itself as what something is attached to:
 * "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/4/2023 của …)".
 */
export function ownDateSpans({ text: { folded }, heading }: Draft, dates: readonly DateMention[]): Span[] {
  const issued = heading.issued?.edtf
  if (!issued) return []
  return dates.filter(({ edtf, span }) => edtf === issued && isAttachedTo(folded, span)).map(({ span }) => span)
}

function isAttachedTo(folded: string, { start }: Span): boolean {
  const before = folded.slice(Math.max(0, start - FARTHEST), start)
  return before.slice(before.lastIndexOf('\n') + 1).includes('kèm theo')
}

const OF_EVENTS = PATTERNS['column-of-events']

/** A quarter, a half or a month without words of its own, which work alone makes a deadline. */
const isBare = ({ edtf }: DateMention): boolean => /^[\dX]{4}-[\dX]{2}$/.test(edtf ?? '')

/** The title of the document and those of what it cites. */
function titlesOf({ heading, citations }: Pick<Draft, 'heading' | 'citations'>): Span[] {
  const own = heading.title ? [heading.title.span] : []
  return [...own, ...citations.flatMap(({ title }) => (title ? [title.span] : []))].sort((a, b) => a.start - b.start)
}

/** Quarters and months in titles, and in the preamble, tell what a plan is for and are no deadlines. */
function withoutTitled(draft: Pick<Draft, 'heading' | 'citations'>, dates: readonly DateMention[], preamble: Span | null): readonly DateMention[] {
  const titles = titlesOf(draft)
  let next = 0
  return dates.map((date) => {
    if (date.role !== 'deadline' || !isBare(date)) return date
    while (next < titles.length && titles[next]!.end < date.span.end) next++
    const titled = (next < titles.length && contains(titles[next]!, date.span)) || (preamble !== null && contains(preamble, date.span))
    return titled ? { ...date, role: 'period' } : date
  })
}

/** What the places of dates say of their roles: intervals in the title are periods, times in a column of events are events. */
export function placeRoles(draft: Draft, found: readonly DateMention[], preamble: Span | null): readonly DateMention[] {
  const dates = withoutTitled(draft, found, preamble)
  const title = draft.heading.title?.span
  const cells = draft.tables.flatMap(eventCells).sort((a, b) => a.start - b.start)
  if (!title && !cells.length) return dates
  let next = 0
  return dates.map((date) => {
    if (title && date.role === 'event' && date.edtf?.includes('/') && contains(title, date.span)) return { ...date, role: 'period' }
    while (next < cells.length && cells[next]!.end < date.span.end) next++
    return date.role === 'deadline' && !date.edtf?.startsWith('..') && next < cells.length && contains(cells[next]!, date.span) ? { ...date, role: 'event' } : date
  })
}

function eventCells({ header, rows }: Table): Span[] {
  const head = toGrid([header])[0] ?? []
  const places = head.flatMap((cell, column) => (cell && OF_EVENTS.test(fold(cell.text.trim())) ? [column] : []))
  return places.length ? [...new Set(toGrid(rows).flatMap((row) => places.flatMap((column) => row[column] ?? [])))].map(({ span }) => span) : []
}
