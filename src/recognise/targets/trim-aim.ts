import { asideWords } from '../../grammar/targets.js'
import { isWordUnit, unitAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'
import type { Quantity } from './quantity.js'

const OPEN = 40
const CLOSE = 41
const PERCENT = 37

/** The words of an aim without the marks around them and without a bracket at the end that only explains ("(trừ …)", "(gồm …)"). */
export function trimAim(text: string, folded: string, { start, end }: Span, quantity: Quantity): Span {
  const to = trimEnd(folded, dropAside(folded, start, trimEnd(folded, end, quantity.end), quantity.end), quantity.end)
  let from = start
  while (from < quantity.start && !isWordUnit(folded.charCodeAt(from)) && !isOpening(text.charCodeAt(from))) from++
  if (folded.startsWith('và ', from) && from + 3 <= quantity.lead) from += 3
  return { start: from, end: trimEnd(folded, folded.endsWith('trong đó', to) ? to - 8 : to, quantity.end) }
}

const isOpening = (code: number): boolean => code === OPEN || code === 0x201c || code === 34 || code === 0x2265 || code === 0x2264 || code === 60 || code === 62

function trimEnd(folded: string, end: number, least: number): number {
  let to = end
  while (to > least && !isClosing(unitAt(folded, to - 1))) to--
  return to
}

const isClosing = (code: number): boolean => isWordUnit(code) || code === CLOSE || code === PERCENT || code === 34

function dropAside(folded: string, start: number, end: number, least: number): number {
  if (unitAt(folded, end - 1) !== CLOSE) return end
  const open = Math.max(start, least) + folded.slice(Math.max(start, least), end).lastIndexOf('(')
  if (open < Math.max(start, least)) return end
  return asideWords.longestAt(folded, open + 1, end) ? open : end
}
