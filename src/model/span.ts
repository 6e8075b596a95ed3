import { codeAt } from './folded.js'

/** A half-open range of UTF-16 code units, `[start, end)`, into a document's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Something found in a text: the words are always cut from the span, so that they cannot disagree with it. */
export interface Spanned {
  readonly text: string
  readonly span: Span
}

/**
 * The words of `text` at `[start, end)` with their span.
 * @throws RangeError where the range does not lie inside the text
 */
export function cut(text: string, start: number, end: number): Spanned {
  if (start < 0 || end < start || end > text.length) throw new RangeError(`span ${start}–${end} is outside the text`)
  return { text: text.slice(start, end), span: { start, end } }
}

/** The first place of a code unit in `[from, to)`, or -1: unlike `indexOf` it never looks past the end. */
export function indexWithin(text: string, unit: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === unit) return at
  return -1
}

/** Where the spaces end that begin at `at`. */
export function skipSpaces(text: string, at: number, limit = text.length): number {
  let end = at
  while (end < limit && codeAt(text, end) === SPACE) end++
  return end
}

const SPACE = 32

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
