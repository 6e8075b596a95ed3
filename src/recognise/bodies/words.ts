import { isConnector } from '../../grammar/bodies.js'
import { pieceEnd } from '../../grammar/phrase-trie.js'
import { createLook, lookAt } from './look.js'
import { see } from '../../model/reach.js'
import { type FoldedText, isLetter, isUpper, isWordUnit } from '../../model/folded.js'

/** A word, or one of the connectors "và", ",", "-", "&". */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly folded: string
  readonly capital: boolean
}

const SPACE = 32

export function skipSpaces(folded: string, at: number, limit: number): number {
  let start = at
  while (start < limit && folded.charCodeAt(start) === SPACE) start++
  see(start + 1)
  return start
}

/** The next word or connector; undefined at other marks and at the limit. */
export function nextPiece(text: FoldedText, at: number, limit: number): Piece | undefined {
  const start = skipSpaces(text.folded, at, limit)
  if (start >= limit) return undefined
  const end = pieceEnd(text.folded, start, limit)
  const folded = text.folded.slice(start, end)
  if (!isWordUnit(text.folded.charCodeAt(start)) && !isConnector(folded)) return undefined
  return { start, end, folded, capital: isUpper(text.text.charCodeAt(start)) }
}

/** The shape of a Vietnamese syllable, tones and all; "ubnd", "pctt", "ttyt" are none. */
const SYLLABLE = /^(?:ngh?|ch|gh?|kh|nh|ph|qu|th|tr|gi|[bcdđhklmnprstvx])?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}(?:ch|ng|nh|[cmnpt])?$/

/**
 * Is the name at `at` printed in capitals, as headings are, so that they say nothing? Told by the first two words that are no abbreviation:
 * "SỞ Y TẾ", "UBND HUYỆN", but not "UBND huyện", "BHXH tỉnh".
 */
export function isPrintedInCapitals(text: FoldedText, at: number, limit: number): boolean {
  see(at + 2)
  if (!isUpper(text.text.charCodeAt(at)) || !isUpper(text.text.charCodeAt(at + 1))) return false
  let capitals = 0
  let piece = nextPiece(text, at, limit)
  for (let count = 0; piece && capitals < 2 && count < 5; count++) {
    if (SYLLABLE.test(piece.folded)) {
      if (hasSmallLetter(text.text, piece)) return false
      capitals++
    }
    piece = nextPiece(text, piece.end, limit)
  }
  return capitals > 0
}

function hasSmallLetter(text: string, { start, end }: Piece): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isLetter(code) && !isUpper(code)) return true
  }
  return false
}

const NEW_LINE = createLook('new-line', 12)

export const startsNewLine = (folded: string, at: number): boolean => lookAt(NEW_LINE, folded, at) !== null
