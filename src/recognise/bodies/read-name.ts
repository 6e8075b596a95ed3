import { startsVerb } from '../../grammar/assignment.js'
import { bodyHeads, isConnector, isNamePair, nameStops } from '../../grammar/bodies.js'
import { pieceEnd } from '../../grammar/phrase-trie.js'
import { isPlaceName } from '../../grammar/places.js'
import { type FoldedText, isUpper, isWordUnit } from '../../model/folded.js'

const SCOPES = new Set(['tỉnh', 'huyện', 'xã', 'phường', 'quận', 'tp', 'thành', 'thị', 'cấp', 'trung', 'khu', 'nhà', 'đặc', 'tx'])
/** Scope words of two syllables: the second must be this. */
const SECOND: Readonly<Record<string, readonly string[]>> = {
  thành: ['phố'],
  thị: ['xã', 'trấn'],
  cấp: ['tỉnh', 'huyện', 'xã', 'trên', 'cơ'],
  trung: ['ương'],
  khu: ['vực'],
  nhà: ['trường', 'nước'],
  đặc: ['khu'],
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly folded: string
  readonly capital: boolean
}

/**
 * The end of a name that began before `at` with a head such as "Sở" or "Phòng": words that stand together in names we know, capitals,
 * and at last the level with its place ("huyện", "tỉnh Hải Dương", "của huyện"). Stops at the first word that can only begin a verb.
 *
 *     Sở Lao động - Thương binh và Xã hội Hà Nội chủ trì …
 *       ^at                                     ^end
 */
export function readNameTail(text: FoldedText, at: number, limit: number, head: string): number {
  let end = at
  let before = head.slice(head.lastIndexOf(' ') + 1)
  let beforeConnector = ''
  let place = at
  for (let piece = nextPiece(text, place, limit); piece; piece = nextPiece(text, place, limit)) {
    if (isConnector(piece.folded)) {
      if (beforeConnector || !continuesAfter(text, piece, limit, before)) break
      beforeConnector = before
      before = piece.folded
      place = piece.end
      continue
    }
    if (!belongs(text, piece, before, beforeConnector, end === at)) break
    end = piece.end
    place = piece.end
    before = piece.folded
    beforeConnector = ''
  }
  return readScope(text, end, limit)
}

/** A word belongs to the name where a known name has the pair, or where a capital (or a single word after one) speaks for it. */
function belongs(text: FoldedText, piece: Piece, before: string, beforeConnector: string, first: boolean): boolean {
  if (beforeConnector) return isNamePair(beforeConnector, before, piece.folded) || piece.capital
  if (SCOPES.has(piece.folded) && !piece.capital) return false
  if (piece.folded === 'ngành') return nextPiece(text, piece.end, text.folded.length)?.capital === true
  if (isNamePair(before, piece.folded)) return true
  if (piece.capital) return !first || isUpper(text.text.charCodeAt(piece.start))
  return !first && !nameStops.has(piece.folded) && startsCapital(text, piece.start, before) && !startsVerb(text.folded, piece.start, text.folded.length)
}

/** Was the word right before `at` capitalised and of several letters: then one small word may complete it ("Điều hành")? */
function startsCapital(text: FoldedText, at: number, before: string): boolean {
  const start = at - 1 - before.length
  const code = text.text.charCodeAt(start)
  const second = text.text.charCodeAt(start + 1)
  return start >= 0 && before.length > 1 && isUpper(code) && !isUpper(second) && text.folded.startsWith(before, start)
}

/** A connector continues a name only where a known name has the three, or "-"/"&" stands between capitals. */
function continuesAfter(text: FoldedText, connector: Piece, limit: number, before: string): boolean {
  const next = nextPiece(text, connector.end, limit)
  if (!next || isConnector(next.folded)) return false
  if (isNamePair(before, connector.folded, next.folded)) return connector.folded !== ',' || next.capital
  if (connector.folded === '&') return next.capital
  return connector.folded === '-' && next.capital && !bodyHeads.longestAt(text.folded, next.start, limit) && !SCOPES.has(next.folded)
}

/** The level and place after a name: "huyện", "của huyện", "tỉnh Hải Dương", "cấp xã", "thành phố Hà Nội", "Hà Nội". */
export function readScope(text: FoldedText, at: number, limit: number): number {
  let end = at
  let place = at
  const lead = nextPiece(text, place, limit)
  if (!lead) return end
  if (lead.folded === 'của' || lead.folded === 'thuộc') place = lead.end
  const scope = nextPiece(text, place, limit)
  if (!scope) return end
  if (!SCOPES.has(scope.folded)) return place === at ? readPlaceName(text, at, limit) : end
  const second = SECOND[scope.folded]
  place = scope.end
  if (second) {
    const word = nextPiece(text, place, limit)
    if (!word || !second.includes(word.folded)) return end
    place = word.end
    if (scope.folded === 'thị' || scope.folded === 'thành') place = word.end
  }
  if (text.folded.charCodeAt(place) === 46 && (scope.folded === 'tp' || scope.folded === 'tx')) place++
  if (text.folded.startsWith(' chức', place)) return end
  end = place
  const named = readPlaceName(text, end, limit)
  return named > end ? readOuterScope(text, named, limit) : end
}

/** "huyện Tứ Kỳ, tỉnh Hải Dương": the larger place after the smaller. */
function readOuterScope(text: FoldedText, at: number, limit: number): number {
  const comma = text.folded.startsWith(', tỉnh ', at) ? 6 : text.folded.startsWith(', thành phố ', at) ? 11 : text.folded.startsWith(' tỉnh ', at) ? 5 : 0
  if (!comma) return at
  const named = readPlaceName(text, at + comma, limit)
  return named > at + comma ? named : at
}

/** A place's own name: the longest run of capitalised words (at most five) that is a known place, else the run itself up to four. */
export function readPlaceName(text: FoldedText, at: number, limit: number): number {
  const ends: number[] = []
  let place = at
  while (ends.length < 5) {
    const piece = nextPiece(text, place, limit)
    if (!piece || !piece.capital || isConnector(piece.folded)) break
    ends.push(piece.end)
    place = piece.end
  }
  const start = skipSpaces(text.folded, at, limit)
  for (let i = ends.length - 1; i >= 0; i--) if (isPlaceName(text.folded.slice(start, ends[i]))) return ends[i]!
  const afterScope = /(?:tỉnh|huyện|xã|phường|quận|phố|trấn|khu|tp\.?|tx\.?) *$/.test(text.folded.slice(Math.max(0, at - 8), start))
  return afterScope && ends.length > 0 && ends.length < 5 ? ends.at(-1)! : at
}

function skipSpaces(folded: string, at: number, limit: number): number {
  let start = at
  while (start < limit && folded.charCodeAt(start) === 32) start++
  return start
}

/** The next word or connector after at most two spaces; undefined at other punctuation and at the limit. */
export function nextPiece(text: FoldedText, at: number, limit: number): Piece | undefined {
  const start = skipSpaces(text.folded, at, limit)
  if (start >= limit) return undefined
  const end = pieceEnd(text.folded, start, limit)
  const folded = text.folded.slice(start, end)
  if (!isWordUnit(text.folded.charCodeAt(start)) && !isConnector(folded)) return undefined
  return { start, end, folded, capital: isUpper(text.text.charCodeAt(start)) }
}
