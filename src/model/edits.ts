import type { Span } from './span.js'

/** Replace `[start, end)` of a source by `insert`. A cleaner returns edits, never a new string, so that offsets stay exact. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** A rewritten text and the exact way back to its source. */
export interface Rewritten {
  readonly text: string
  /** The source range a span of `text` came from. A replaced piece maps to the whole of what it replaced. */
  readonly toSource: (span: Span) => Span
  /** Where a source range stands in `text`: empty where all of it was removed. */
  readonly fromSource: (span: Span) => Span
}

interface Piece {
  readonly at: number
  readonly from: number
  readonly copied: boolean
  readonly sourceLength: number
}

/**
 * Apply sorted, non-overlapping edits and keep the way back. Memory grows with the edits, not with the characters.
 * @throws RangeError where two edits overlap
 */
export function rewrite(source: string, edits: readonly Edit[]): Rewritten {
  const pieces: Piece[] = []
  const parts: string[] = []
  let length = 0
  let from = 0
  const copyUpTo = (to: number): void => {
    if (to <= from) return
    pieces.push({ at: length, from, copied: true, sourceLength: to - from })
    parts.push(source.slice(from, to))
    length += to - from
    from = to
  }
  for (const { start, end, insert } of edits) {
    if (start < from) throw new RangeError(`edits overlap at ${start}`)
    copyUpTo(start)
    if (insert) {
      pieces.push({ at: length, from: start, copied: false, sourceLength: end - start })
      parts.push(insert)
      length += insert.length
    }
    from = end
  }
  copyUpTo(source.length)
  const text = parts.join('')
  return {
    text,
    toSource: (span) => spanInSource(span, pieces, text.length, source.length),
    fromSource: (span) => spanInText(span, pieces, text.length),
  }
}

function spanInSource({ start, end }: Span, pieces: readonly Piece[], textLength: number, sourceLength: number): Span {
  if (start < 0 || end < start || end > textLength) throw new RangeError(`span ${start}–${end} is outside the text`)
  if (start === textLength) return { start: sourceLength, end: sourceLength }
  const first = pieceAt(pieces, start)
  const sourceStart = first.copied ? first.from + (start - first.at) : first.from
  if (end === start) return { start: sourceStart, end: sourceStart }
  const last = pieceAt(pieces, end - 1)
  return { start: sourceStart, end: last.copied ? last.from + (end - last.at) : last.from + last.sourceLength }
}

function spanInText(span: Span, pieces: readonly Piece[], textLength: number): Span {
  const start = offsetInText(span.start, pieces, textLength, 0)
  return { start, end: Math.max(start, offsetInText(span.end, pieces, textLength, 1)) }
}

/** Where a source offset stands in the text: inside a replaced piece its begin, or its end where `side` is 1. */
function offsetInText(offset: number, pieces: readonly Piece[], textLength: number, side: 0 | 1): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.from + pieces[middle]!.sourceLength < offset + (1 - side)) low = middle + 1
    else high = middle
  }
  const piece = pieces[low]
  if (!piece) return textLength
  const next = pieces[low + 1]
  const pieceEnd = next ? next.at : textLength
  if (offset <= piece.from) return piece.at
  if (piece.copied) return Math.min(piece.at + (offset - piece.from), pieceEnd)
  return side ? pieceEnd : piece.at
}

/** The last piece that begins at or before `offset`. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pieces[middle]!.at <= offset) low = middle
    else high = middle - 1
  }
  return pieces[low]!
}

/** Chain two rewritings: the way back of the whole is the way back of each step in reverse. */
export function chain(first: Rewritten, second: Rewritten): Rewritten {
  return {
    text: second.text,
    toSource: (span) => first.toSource(second.toSource(span)),
    fromSource: (span) => second.fromSource(first.fromSource(span)),
  }
}
