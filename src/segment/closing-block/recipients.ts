import { CLOSING_PATTERNS } from '../../grammar/generated/closing-patterns.js'
import { PURPOSES } from '../../grammar/sign-offs.js'
import type { FoldedText } from '../../model/folded.js'
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

const COPIES = /(?:^|[ (.\-d])(\d{1,4}) ?b(?:ản|ộ)?\)?\.?$/
const IN_BRACKETS = / ?\(([^()]{1,60})\)$/
/** Items on one line: "- Như trên; - UBND tỉnh; - Lưu VT." */
const BETWEEN = /[;,.]\s*[-–+•*]\s*(?=\p{Lu})|\s[-–+•]\s+(?=Lưu|Như trên)/gu

/** Length of "Nơi nhận:" at the begin of a line, 0 where the line does not begin so. */
export function recipientsHead(text: FoldedText, line: Span): number {
  if (line.end - line.start < 8) return 0
  const first = text.folded.charCodeAt(line.start)
  if (first !== 0x6e && first !== 0x61 && first !== 0x6d && first !== 0x2a && first !== 0x5f) return 0
  const head = text.folded.slice(line.start, Math.min(line.end, line.start + 90))
  const pattern = CLOSING_PATTERNS['recipients-head']
  pattern.lastIndex = 0
  return pattern.exec(head)?.[0].length ?? 0
}

/** One recipient for each item of a line. */
export function readRecipients(text: FoldedText, { start, end }: Span): RecipientLine[] {
  const printed = text.text.slice(start, end)
  const found: RecipientLine[] = []
  let from = start
  for (const between of printed.matchAll(BETWEEN)) {
    found.push(...recipient(text, from, start + between.index))
    from = start + between.index + between[0].length
  }
  return [...found, ...recipient(text, from, end)]
}

function recipient(text: FoldedText, from: number, to: number): RecipientLine[] {
  const lead = /^(?:[\s\-–—+•*_.…:|]+|\d{1,2}[.)] ?)+/.exec(text.text.slice(from, to))?.[0].length ?? 0
  const start = from + lead
  const words = text.text.slice(start, to).replace(/[\s;,.*_…/|]+$/, '')
  if (!/\p{L}/u.test(words)) return []
  const item = cut(text.text, start, start + words.length)
  const folded = text.folded.slice(start, item.span.end)
  const brackets = IN_BRACKETS.exec(folded)
  const inside = brackets ? text.text.slice(start + brackets.index, item.span.end).trim().slice(1, -1).trim() : ''
  const copies = COPIES.exec(folded)
  return [{
    ...item,
    purpose: brackets && isPurpose(brackets[1]!) ? inside : null,
    copies: copies ? Number(copies[1]) : null,
    name: cut(text.text, start, brackets ? start + brackets.index : item.span.end),
  }]
}

const isPurpose = (folded: string): boolean => PURPOSES.has(folded.trim()) || /^(?:để|thay) ?/.test(folded)
