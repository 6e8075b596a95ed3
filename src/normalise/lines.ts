import { codeAt, isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'

const NEWLINE = 10

/** A span without the spaces and tabs at its ends. */
export function trimSpan(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && isBlank(codeAt(text, start))) start++
  while (end > start && isBlank(codeAt(text, end - 1))) end--
  return { start, end }
}

export const isBlank = (code: number): boolean => code === 32 || code === 9

/** Is every letter of the span a capital, and is there one at all? */
export function isCapitals(text: string, line: Span): boolean {
  let letters = 0
  for (let i = line.start; i < line.end; i++) {
    const code = codeAt(text, i)
    if (code === NEWLINE || !isLetter(code)) continue
    if (!isUpper(code)) return false
    letters++
  }
  return letters > 1
}
