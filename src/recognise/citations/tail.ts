import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import type { Body, DateMention } from '../../model/plan.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'

const DATE_LEAD = PATTERNS['date-lead']
const ISSUER_LEAD = PATTERNS['issuer-lead']
const SINGLE_DATE = /^[\dX]{4}(?:-[\dX]{2}){0,2}$/
/** Longest name of a body that is looked for. */
export const BODY_REACH = 200

/** Read date and issuer behind a notation or a name, in either order, and move the mention's end behind them. */
export function readTail(source: Source, mention: Mention, limit: number): void {
  readDate(source, mention, limit)
  readIssuer(source, mention, limit)
  if (mention.date === null && mention.issuer) readDate(source, mention, limit)
}

function readDate(source: Source, mention: Mention, limit: number): void {
  DATE_LEAD.lastIndex = mention.end
  const lead = DATE_LEAD.exec(source.folded)
  if (!lead || (mention.issuer && lead[0].includes(','))) return
  const found = dateStartingIn(source.dates, mention.end, mention.end + lead[0].length)
  if (!found || found.span.end > limit || found.edtf === null || !SINGLE_DATE.test(found.edtf)) return
  mention.date = found.edtf
  mention.dateSpan = found.span
  mention.end = found.span.end
  if (lead[0].includes('(') && source.folded[mention.end] === ')') mention.end++
}

/** The first date that begins between two offsets, both included. */
export function dateStartingIn(dates: readonly DateMention[], from: number, to: number): DateMention | undefined {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.span.start < from) low = middle + 1
    else high = middle
  }
  const found = dates[low]
  return found && found.span.start <= to ? found : undefined
}

function readIssuer(source: Source, mention: Mention, limit: number): void {
  ISSUER_LEAD.lastIndex = mention.end
  const lead = ISSUER_LEAD.exec(source.folded)
  if (!lead) return
  const body = bodyAt(source, ISSUER_LEAD.lastIndex, limit)
  if (!body) return
  mention.issuer = body
  mention.end = body.span.end
}

/** The body that begins at `at` on the same line. */
export function bodyAt(source: Source, at: number, limit: number): Body | undefined {
  const line = source.folded.indexOf('\n', at)
  return source.context.readBody(source, at, Math.min(limit, at + BODY_REACH, line < 0 ? source.folded.length : line))
}
