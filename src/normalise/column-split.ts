import type { Span } from '../model/span.js'
import { trimSpan } from './lines.js'

/** A line of two columns; either side may be empty. */
export interface Split {
  readonly left: Span
  readonly right: Span
}

/** Lines of two columns, one below the other. */
export interface Block {
  /** Index of the first line. */
  readonly from: number
  readonly splits: readonly Split[]
}

export const isFilled = (span: Span): boolean => span.end > span.start

/** Without blanks, bars and dots that only draw the table. */
export function trimPiece(text: string, from: number, to: number): Span {
  let { start, end } = trimSpan(text, from, to)
  while (start < end && text[start] === '|') ({ start, end } = trimSpan(text, start + 1, end))
  while (end > start && text[end - 1] === '|') ({ start, end } = trimSpan(text, start, end - 1))
  return { start, end }
}
