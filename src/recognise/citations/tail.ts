import { titleOpenerEnd } from '../../grammar/citation-titles.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { isUpper } from '../../model/folded.js'
import type { Body, DateMention } from '../../model/plan.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'

const DATE_LEAD = PATTERNS['date-lead']
const ISSUER_LEAD = PATTERNS['issuer-lead']
const SINGLE_DATE = /^[\dX]{4}(?:-[\dX]{2}){0,2}$/
/** Longest name of a body that is looked for. */
const BODY_REACH = 200

/** Read date and issuer behind a notation or a name, in either order, and move the mention's end behind them. */
export function readTail(source: Source, mention: Mention, limit: number): void {
  readDate(source, mention, limit)
  readIssuer(source, mention, limit)
  if (mention.date === null && mention.issuer) readDate(source, mention, limit)
}

function readDate(source: Source, mention: Mention, limit: number): void {
  DATE_LEAD.lastIndex = mention.end
  const lead = DATE_LEAD.exec(source.folded)
  if (!lead || mention.date !== null || (mention.issuer && lead[0].includes(','))) return
  const found = dateStartingIn(source.dates, mention.end, mention.end + lead[0].length)
  if (!found || found.span.end > limit) return
  if (found.edtf === null) {
    if (/\d/.test(found.text)) mention.impossible = found
    return
  }
  if (!isSingleDate(found.edtf)) return
  mention.date = found.edtf
  mention.dateSpan = found.span
  mention.end = found.span.end
  if (lead[0].includes('(') && source.folded[mention.end] === ')') mention.end++
}

/** One day, month or year, known or left blank; no period, no deadline. */
export const isSingleDate = (edtf: string): boolean => SINGLE_DATE.test(edtf)

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
  const body = lead ? issuerAt(source, mention.end + lead[0].length, limit) : bareIssuer(source, mention, limit)
  if (!body) return
  mention.issuer = body
  mention.end = body.span.end
}

/** An issuer without "của", between the date and the title: "ngày 21/02/2012 Sở Y tế về việc …". */
function bareIssuer(source: Source, { end, date, notation }: Mention, limit: number): Body | undefined {
  if (date === null || notation === null || source.folded[end] !== ' ' || !isUpper(source.text.charCodeAt(end + 1))) return undefined
  const body = issuerAt(source, end + 1, limit)
  return body && titleOpenerEnd(source.folded, body.span.end + 1, false) !== undefined ? body : undefined
}

/** The body at `at`, cut short where the title's first word was taken for a part of its name ("của Chính phủ Quy định …"). */
function issuerAt(source: Source, at: number, limit: number): Body | undefined {
  const body = bodyAt(source, at, limit)
  if (!body) return undefined
  const { folded } = source
  const word = folded.lastIndexOf(' ', body.span.end - 1) + 1
  if (word <= at) return body
  const opened = titleOpenerEnd(folded, word, true) ?? 0
  return opened > body.span.end || folded.startsWith('về', word) ? bodyAt(source, at, word - 1) : body
}

/** The body that begins at `at` on the same line. */
export function bodyAt(source: Source, at: number, limit: number): Body | undefined {
  return source.context.readBody(source, at, Math.min(limit, at + BODY_REACH, source.lines.endOf(at)))
}
