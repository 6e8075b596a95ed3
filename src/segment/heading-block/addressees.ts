import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import type { FoldedText } from '../../model/folded.js'
import { cut, type Spanned } from '../../model/span.js'
import type { Piece } from './pieces.js'

const OPENING = PATTERNS['addressees-opening']
const DASH = /^[-+•*] */
const SEPARATOR = /;\s*(?:[-+•*]\s*)?|[,.]\s*[-+•*]\s+(?=\p{Lu})/gu

/**
 * Whom a letter goes to, *kính gửi*, one each: what stands behind the colon, and the dashed lines below it.
 *
 *     Kính gửi:
 *     - Sở Xây dựng;
 *     - Ủy ban nhân dân các xã, phường.
 */
export function readAddressees(text: FoldedText, pieces: readonly Piece[]): Spanned[] {
  return pieces.flatMap((piece) => {
    const opening = OPENING.exec(piece.folded)?.[0].length ?? 0
    return splitAddressees(text, piece.start + opening, piece.end)
  })
}

/** Does a piece below "Kính gửi" still name an addressee: a dashed line, or a short line that ends like an item? */
export const isAddressee = (piece: Piece, before: Piece): boolean =>
  DASH.test(piece.folded) ? piece.folded.length < 300 : piece.folded.length < 110 && (before.folded.endsWith(';') || (before.kind === 'addressees' && /[:;.]$/.test(before.folded + piece.folded.at(-1)))) && !PATTERNS['no-addressee'].test(piece.folded)

function splitAddressees(text: FoldedText, start: number, end: number): Spanned[] {
  const found: Spanned[] = []
  let from = start
  for (const separator of text.text.slice(start, end).matchAll(SEPARATOR)) {
    found.push(...addressee(text, from, start + separator.index))
    from = start + separator.index + separator[0].length
  }
  return [...found, ...addressee(text, from, end)]
}

/** Without dash, end punctuation and a remark in brackets; nothing where only dots stand. */
function addressee(text: FoldedText, from: number, to: number): Spanned[] {
  let start = from
  let end = to
  while (start < end && /[\s\-–+•*.…:]/.test(text.text[start]!)) start++
  const trimmed = text.text.slice(start, end).replace(/[\s.…;:,/]+$/, '').replace(/\s*\([^()]*\)$/, '').replace(/[\s.…;:,]+$/, '')
  end = start + trimmed.length
  return trimmed ? [cut(text.text, start, end)] : []
}
