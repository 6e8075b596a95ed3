import type { Rewritten } from '../model/edits.js'
import type { Span } from '../model/span.js'

interface Placed {
  readonly at: number
  readonly from: number
  readonly length: number
}

/**
 * A text put together from pieces of the source in a new order, one a line: two columns that stood side by side come one below
 * the other. A span inside one piece leads back exactly; one over several leads back to all that lies between.
 */
export function rearrange(source: string, pieces: readonly Span[]): Rewritten {
  const placed: Placed[] = []
  const parts: string[] = []
  let at = 0
  for (const { start, end } of pieces) {
    placed.push({ at, from: start, length: end - start })
    parts.push(source.slice(start, end))
    at += end - start + 1
  }
  const text = parts.join('\n')
  const inSource = [...placed].sort((a, b) => a.from - b.from)
  return {
    text,
    toSource: ({ start, end }) => {
      if (start < 0 || end < start || end > text.length) throw new RangeError(`span ${start}–${end} is outside the text`)
      const first = pieceAt(placed, start, 'at')
      const last = pieceAt(placed, Math.max(start, end - 1), 'at')
      const from = sourceOffset(first, start)
      if (end === start) return { start: from, end: from }
      const to = Math.min(sourceOffset(last, end - 1) + 1, Math.max(last.from + last.length, 1))
      const between = placed.slice(placed.indexOf(first), placed.indexOf(last) + 1)
      return first === last ? { start: from, end: Math.max(from, to) } : hull(between, from, to)
    },
    fromSource: ({ start, end }) => {
      const first = pieceAt(inSource, start, 'from')
      const last = pieceAt(inSource, Math.max(start, end - 1), 'from')
      const begin = first.at + Math.min(Math.max(start - first.from, 0), first.length)
      const finish = last.at + Math.min(Math.max(end - last.from, 0), last.length)
      return { start: Math.min(begin, finish), end: Math.max(begin, finish) }
    },
  }
}

function hull(between: readonly Placed[], from: number, to: number): Span {
  const inner = between.slice(1, -1)
  return {
    start: Math.min(from, between.at(-1)!.from, ...inner.map((piece) => piece.from)),
    end: Math.max(to, between[0]!.from + between[0]!.length, ...inner.map((piece) => piece.from + piece.length)),
  }
}

const sourceOffset = (piece: Placed, offset: number): number => piece.from + Math.min(offset - piece.at, piece.length)

/** The last piece that begins at or before `offset`, by its place in the text (`at`) or in the source (`from`). */
function pieceAt(pieces: readonly Placed[], offset: number, key: 'at' | 'from'): Placed {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pieces[middle]![key] <= offset) low = middle
    else high = middle - 1
  }
  return pieces[low] ?? { at: 0, from: 0, length: 0 }
}
