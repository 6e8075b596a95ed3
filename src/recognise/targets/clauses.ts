import { isDigit, isUpper, isWordUnit, unitAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'

const SPACE = 32
const SEMICOLON = 59
const POINT = 46
const OPEN = 40
const CLOSE = 41
const HYPHEN = 45

/** A list marker at the head of a line: "- ", "+ ", "1. ", "2.1) ", "a) ", "3- ", "4/ ". */
const MARKER = /[ \t]*(?:[-+*•●–·]|\d{1,2}(?:\.\d{1,2}){0,3}[.)/-]|\d{1,2}\.|[a-zđ][.)/]|\([0-9a-zđ]\))(?: +|$)/y

/** The lines of a range, without their list markers; empty ones are left out. */
export function linesOf(folded: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  for (let from = start; from < end; ) {
    const found = folded.indexOf('\n', from)
    const to = found < 0 || found > end ? end : found
    MARKER.lastIndex = from
    const content = MARKER.test(folded) ? Math.min(MARKER.lastIndex, to) : from
    if (content < to) lines.push({ start: content, end: to })
    from = to + 1
  }
  return lines
}

/** No clause that states an aim has more characters: a longer one is cut, so that the work grows with the text alone. */
const LONGEST = 1200

/** Cut a line at semicolons and at full stops before a capital; brackets are not cut. */
export function clausesOf(text: string, folded: string, line: Span): Span[] {
  const clauses: Span[] = []
  let start = line.start
  let depth = 0
  const cutAt = (at: number, next: number): void => {
    if (at > start) clauses.push({ start, end: at })
    start = next
    depth = 0
  }
  for (let at = line.start; at < line.end; at++) {
    const code = folded.charCodeAt(at)
    if (at - start >= LONGEST && (code === SPACE || at - start >= 2 * LONGEST)) cutAt(at, at)
    else if (code === OPEN) depth++
    else if (code === CLOSE) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (code === SEMICOLON || (code === POINT && endsSentence(text, folded, at, line.end)))) cutAt(at, at + 1)
  }
  cutAt(line.end, line.end)
  return clauses
}

/** A full stop before a capital, a number or a dash, unless it shortens a word of two capitals ("TP. Hồ Chí Minh"). */
function endsSentence(text: string, folded: string, at: number, limit: number): boolean {
  let next = at + 1
  while (next < limit && folded.charCodeAt(next) === SPACE) next++
  if (next >= limit) return true
  const code = unitAt(folded, next)
  if (next === at + 1 || !(isUpper(text.charCodeAt(next)) || isDigit(code) || code === HYPHEN)) return false
  const short = at < 3 || !isWordUnit(unitAt(folded, at - 3)) || !isWordUnit(unitAt(folded, at - 2))
  return !(short && isUpper(unitAt(text, at - 1)))
}
