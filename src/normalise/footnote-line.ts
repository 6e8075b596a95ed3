import { codeAt, isDigit, isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'

/** A page holds fewer characters: the mark of a note at its foot stands no further above. */
const PAGE = 6000
const SLASH = 47
const BRACKET = 41
const QUOTE = 0x201d

/**
 * Does the line open a footnote (*chú thích*): a number that a raised mark in the text above was turned into?
 *
 *     … 03 vị trí tiềm ẩn tai nạn giao thông1 trên các
 *     1 Theo Thông tư số 26/2012/TT-BGTVT …
 */
export function opensFootnote(text: string, line: Span): boolean {
  if (!isDigit(codeAt(text, line.start)) || line.end - line.start < 8) return false
  const digits = isDigit(codeAt(text, line.start + 1)) ? 2 : 1
  if (codeAt(text, line.start + digits) !== 32 || !isUpper(codeAt(text, line.start + digits + 1))) return false
  return hasMarkAbove(text, text.slice(line.start, line.start + digits), line.start)
}

/** The number stuck to a word: "thông1", "trình2;", but not "H5N1", "Km12". */
function hasMarkAbove(text: string, number: string, from: number): boolean {
  const above = text.slice(Math.max(0, from - PAGE), from)
  for (let at = above.lastIndexOf(number); at > 0; at = above.lastIndexOf(number, at - 1)) {
    const before = above.charCodeAt(at - 1)
    const after = above.charCodeAt(at + number.length)
    if (isDigit(after) || isLetter(after) || after === SLASH || !isLetter(above.charCodeAt(at - 2))) continue
    if ((isLetter(before) && !isUpper(before)) || before === QUOTE || before === BRACKET) return true
  }
  return false
}
