import { PURPOSES } from '../../grammar/sign-offs.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
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

const HEAD = /^[*_ ]{0,3}[nam][ơơớoờ]i nh[ậạâa]n[*_ ]{0,3}[:.]?[*_ ]{0,3}/
const COPIES = /(?:^|[ (.\-d])(\d{1,4}) ?b(?:ản|ộ)?\)?\.?$/
const IN_BRACKETS = / ?\(([^()]{1,40})\)$/

/** Length of "Nơi nhận:" at the begin of a line, 0 where the line does not begin so. */
export function recipientsHead(text: FoldedText, line: Span): number {
  if (line.end - line.start < 8) return 0
  const first = text.folded.charCodeAt(line.start)
  if (first !== 0x6e && first !== 0x61 && first !== 0x6d && first !== 0x2a && first !== 0x5f) return 0
  return HEAD.exec(text.folded.slice(line.start, Math.min(line.end, line.start + 24)))?.[0].length ?? 0
}

/** One recipient for each item of a line: "- Như trên; - UBND tỉnh; - Lưu VT." holds three. */
export function readRecipients(text: FoldedText, { start, end }: Span): RecipientLine[] {
  const printed = text.text.slice(start, end)
  const found: RecipientLine[] = []
  let from = start
  for (const separator of printed.matchAll(/[;,.]\s*[-–+•*]\s*(?=\p{Lu})|\s[-–+•]\s+(?=Lưu)/gu)) {
    found.push(...recipient(text, from, start + separator.index))
    from = start + separator.index + separator[0].length
  }
  return [...found, ...recipient(text, from, end)]
}

function recipient(text: FoldedText, from: number, to: number): RecipientLine[] {
  let start = from
  while (start < to && /[\s\-–+•*_.…:]/.test(text.text[start]!)) start++
  const words = text.text.slice(start, to).replace(/[\s;,.*_…/]+$/, '')
  if (!words) return []
  const item = cut(text.text, start, start + words.length)
  const folded = text.folded.slice(start, item.span.end)
  const brackets = IN_BRACKETS.exec(folded)
  const purpose = brackets && isPurpose(brackets[1]!) ? text.text.slice(start + brackets.index, item.span.end).trim().slice(1, -1) : null
  const copies = COPIES.exec(folded)
  const nameEnd = brackets && (purpose !== null || isUpper(text.text.charCodeAt(start))) ? start + brackets.index : item.span.end
  return [{ ...item, purpose, copies: copies ? Number(copies[1]) : null, name: cut(text.text, start, nameEnd) }]
}

const isPurpose = (folded: string): boolean => PURPOSES.has(folded.trim()) || /^(?:để|thay) /.test(folded)
