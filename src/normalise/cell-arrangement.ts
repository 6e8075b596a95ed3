import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import type { TABLE_COLUMNS } from '../grammar/generated/table-columns.js'
import type { Span } from '../model/span.js'
import { markerOf } from './line-marker.js'
import { beginsLower } from './wrapping.js'

export type Column = (typeof TABLE_COLUMNS)[number]['column'] | 'other'

const TIME = PATTERNS['cell-time']
const MOST_SURPLUS = 14
const LONG = 70

/**
 * The cells of a row as they were printed, put into its columns (without the number's): in order where the counts agree; surplus
 * ones go to the cell they go on with, lacking ones are left open. `undefined` where they are no row of this table.
 */
export function arrangeCells(text: string, printed: readonly (readonly Span[])[], columns: readonly Column[]): readonly (readonly Span[])[] | undefined {
  let cells: readonly (readonly Span[])[] = printed
  const blankNote = columns.at(-1) === 'note' && cells.length > 0 && isEmpty(cells.at(-1)!)
  while (cells.length > columns.length && isEmpty(cells.at(-1)!)) cells = cells.slice(0, -1)
  if (blankNote && !isEmpty(cells.at(-1)!)) cells = [...cells, []]
  if (!blankNote && cells.length > columns.length && cells.some(isEmpty) && cells.filter((cell) => !isEmpty(cell)).length <= columns.length) cells = withoutSurplusBlanks(cells, columns.length)
  if (cells.length - columns.length > MOST_SURPLUS) return undefined
  while (cells.length > columns.length) cells = mergeBest(text, cells)
  const filled = cells.map((cell) => cell.filter((line) => line.end > line.start))
  return filled.length === columns.length ? filled : spread(text, filled, columns)
}

const isEmpty = (cell: readonly Span[]): boolean => cell.every((line) => line.end === line.start)

function withoutSurplusBlanks(cells: readonly (readonly Span[])[], wanted: number): (readonly Span[])[] {
  let surplus = cells.length - wanted
  return cells.toReversed().filter((cell) => !(isEmpty(cell) && surplus-- > 0)).toReversed()
}

/** Joins the two neighbours that most likely are one cell. */
function mergeBest(text: string, cells: readonly (readonly Span[])[]): (readonly Span[])[] {
  let best = 0
  let score = -1
  for (let i = 0; i + 1 < cells.length; i++) {
    const likely = likelihood(text, cells, i)
    if (likely > score) {
      score = likely
      best = i
    }
  }
  return [...cells.slice(0, best), [...cells[best]!, ...cells[best + 1]!], ...cells.slice(best + 2)]
}

function likelihood(text: string, cells: readonly (readonly Span[])[], i: number): number {
  const before = cells[i]!.at(-1)
  const behind = cells[i + 1]![0]
  if (!before || !behind || isEmpty(cells[i]!) || isEmpty(cells[i + 1]!)) return 0
  if (markerOf(text, behind) || beginsLower(text, behind) || /[:;,]$/.test(text.slice(before.start, before.end))) return 4
  if (i === 0 && behind.end - behind.start >= LONG) return 3
  return i > 0 && behind.end - behind.start < LONG && !TIME.test(text.slice(behind.start, behind.end)) ? 2 : 1
}

/** Fewer cells than columns: in order, but a time stands in the column of times. */
function spread(text: string, cells: readonly (readonly Span[])[], columns: readonly Column[]): readonly (readonly Span[])[] {
  const due = columns.indexOf('due')
  const last = cells.at(-1)
  const timed = last?.[0] && cells.length > 1 && due >= cells.length && TIME.test(text.slice(last[0].start, last[0].end))
  if (!timed) return cells
  return [...cells.slice(0, -1), ...Array.from({ length: due - cells.length + 1 }, () => []), last]
}
