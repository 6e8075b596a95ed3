import { startsVerb } from '../../grammar/assignment.js'
import { TARGETS_PATTERNS as PATTERNS } from '../../grammar/generated/targets-patterns.js'
import { isWordUnit, unitAt } from '../../model/folded.js'
import { cut, skipSpaces, type Span, type Spanned } from '../../model/span.js'
import type { Quantity } from './quantity.js'

const STOPS = PATTERNS['scope-stop']
const LONGEST = 80

/**
 * Of whom a share is taken (*phạm vi*): the words behind it, up to a verb, a time or a mark.
 *
 *     trên 80% số xã, phường có nhà văn hóa vào năm 2030
 *              ^^^^^^^^^^^^^
 */
export function readScope(text: string, folded: string, quantity: Quantity, limit: number): Spanned | null {
  if (quantity.unit?.kind !== 'percent') return null
  let at = skipSpaces(folded, quantity.end)
  const start = at
  const end = Math.min(limit, start + LONGEST)
  while (at < end) {
    const code = folded.charCodeAt(at)
    if (isWordUnit(code)) {
      STOPS.lastIndex = at
      if (STOPS.test(folded) || (at > start && startsVerb(folded, at, limit))) break
      while (at < end && isWordUnit(folded.charCodeAt(at))) at++
    } else if (code === 32 || code === 45 || (code === 44 && unitAt(folded, at + 1) === 32 && isWordUnit(unitAt(folded, at + 2)))) at++
    else break
  }
  if (at === start || startsVerb(folded, start, limit)) return null
  const span = trimmed(folded, start, at)
  return span.end - span.start > 1 ? cut(text, span.start, span.end) : null
}

function trimmed(folded: string, start: number, to: number): Span {
  let end = to
  while (end > start && !isWordUnit(unitAt(folded, end - 1))) end--
  const joint = PATTERNS['scope-joint'].exec(folded.slice(Math.max(start, end - 8), end))
  return { start, end: joint ? end - joint[0].length : end }
}
