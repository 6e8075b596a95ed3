import { CLOSING_PATTERNS } from '../../grammar/generated/closing-patterns.js'
import { CLOSING_PATTERNS as PATTERNS } from '../../grammar/generated/closing-patterns.js'
import { PURPOSES } from '../../grammar/sign-offs.js'
import { type FoldedText, isLetter } from '../../model/folded.js'
import { cut, type Span, type Spanned } from '../../model/span.js'

/** A line of *Nơi nhận*. */
export interface RecipientLine extends Spanned {
  /** "để báo cáo"; null where none is printed. */
  readonly purpose: string | null
  /** Number of copies ("50b"); null where none is printed. */
  readonly copies: number | null
  /** The words that name the body. */
  readonly name: Spanned
}

const LEAD = /^(?:[\s\-–—+•*_.…:|]+|\d{1,2}[.)] ?)+/
const LONGEST_LEAD = 80
const TAIL = ' \t\n;,.*_…/|'
const HAS_COPIES = /\d ?b/
const COPIES = PATTERNS.copies
const IN_BRACKETS = / ?\(([^()]{1,60})\)$/
const BETWEEN = PATTERNS['between-recipients']

/** Length of "Nơi nhận:" at the begin of a line, 0 where the line does not begin so. */
export function recipientsHead(text: FoldedText, line: Span): number {
  if (line.end - line.start < 8) return 0
  const first = text.folded.charCodeAt(line.start)
  if (first !== 0x6e && first !== 0x61 && first !== 0x6d && first !== 0x2a && first !== 0x5f) return 0
  const pattern = CLOSING_PATTERNS['recipients-head']
  pattern.lastIndex = line.start
  return pattern.test(text.folded) ? Math.min(pattern.lastIndex, line.end) - line.start : 0
}

/** One recipient for each item of a line. */
export function readRecipients(text: FoldedText, { start, end }: Span): RecipientLine[] {
  const printed = text.text.slice(start, end)
  if (!mayHoldSeveral(printed)) return recipient(text, start, end)
  const found: RecipientLine[] = []
  let from = start
  for (const between of printed.matchAll(BETWEEN)) {
    found.push(...recipient(text, from, start + between.index))
    from = start + between.index + between[0].length
  }
  return [...found, ...recipient(text, from, end)]
}

/** Most lines hold one item: no separator but at the end, no dash but at the begin. */
function mayHoldSeveral(printed: string): boolean {
  if (printed.length < 14) return false
  const separator = printed.indexOf(';')
  return (separator >= 0 && separator < printed.length - 1) || printed.includes(', -') || printed.includes('. -') || printed.includes('- Lưu', 2) || printed.includes('- Như', 2)
}

function recipient(text: FoldedText, from: number, to: number): RecipientLine[] {
  const start = from + leadOf(text.text, from, to)
  let end = to
  while (end > start && TAIL.includes(text.text[end - 1]!)) end--
  if (!hasLetter(text.text, start, end)) return []
  const item = cut(text.text, start, end)
  const folded = text.folded.slice(start, item.span.end)
  const brackets = folded.endsWith(')') ? IN_BRACKETS.exec(folded) : null
  const inside = brackets ? text.text.slice(start + brackets.index, item.span.end).trim().slice(1, -1).trim() : ''
  const copies = HAS_COPIES.test(folded) ? COPIES.exec(folded) : null
  return [{
    ...item,
    purpose: brackets && isPurpose(brackets[1]!) ? inside : null,
    copies: copies ? Number(copies.groups!['count']) : null,
    name: cut(text.text, start, brackets ? start + brackets.index : item.span.end),
  }]
}

/** Length of the marker and blanks before an item; most begin with a letter or "- ". */
function leadOf(text: string, from: number, to: number): number {
  if (isLetter(text.charCodeAt(from))) return 0
  if (text.startsWith('- ', from) && isLetter(text.charCodeAt(from + 2))) return 2
  return LEAD.exec(text.slice(from, Math.min(to, from + LONGEST_LEAD)))?.[0].length ?? 0
}

function hasLetter(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLetter(text.charCodeAt(i))) return true
  return false
}

const isPurpose = (folded: string): boolean => PURPOSES.has(folded.trim()) || PATTERNS['purpose-opener'].test(folded)
