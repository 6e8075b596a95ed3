import { isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'

const NEWLINE = 10

/** The lines of a text without the blanks at their ends; a blank line is empty (start = end). */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  while (from <= text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    lines.push(trimSpan(text, from, to))
    from = to + 1
  }
  return lines
}

/** The lines that hold something, without the spaces at their ends. Tabs stay: once the spaces are cleaned they part cells. */
export function filledLinesOf(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  while (from < text.length) {
    let to = text.indexOf('\n', from)
    if (to < 0) to = text.length
    if (to > from) {
      const line = trimSpaces(text, from, to)
      if (line.end > line.start) lines.push(line)
    }
    from = to + 1
  }
  return lines
}

function trimSpaces(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && text.charCodeAt(start) === 32) start++
  while (end > start && text.charCodeAt(end - 1) === 32) end--
  return { start, end }
}

/** A span without the spaces and tabs at its ends. */
export function trimSpan(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end }
}

export const isBlank = (code: number): boolean => code === 32 || code === 9

/** How far a line is moved in from the left edge, in characters. */
export const indentOf = (text: string, line: Span): number => line.start - (text.lastIndexOf('\n', line.start - 1) + 1)

/** Is every letter of the span a capital, and is there one at all? */
export function isCapitals(text: string, line: Span): boolean {
  let letters = 0
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i)
    if (code === NEWLINE || !isLetter(code)) continue
    if (!isUpper(code)) return false
    letters++
  }
  return letters > 1
}
