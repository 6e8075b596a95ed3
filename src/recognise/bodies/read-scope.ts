import { startsVerb, taskVerbs } from '../../grammar/assignment.js'
import { bodyHeads, nameStops } from '../../grammar/bodies.js'
import { isPlaceName } from '../../grammar/places.js'
import { type Scope, scopes } from '../../grammar/scopes.js'
import type { PhraseMatch } from '../../grammar/phrase-trie.js'
import { type FoldedText, isUpper, isWordUnit, wordEndsAt } from '../../model/folded.js'
import { nextPiece, type Piece, skipSpaces, startsNewLine } from './words.js'

/** Longest name of a place, in syllables: "Phan Rang - Tháp Chàm" apart. */
const MOST_SYLLABLES = 5
const GENITIVE = / *(?:của|thuộc|trực thuộc) +/y
const NUMBER = / *(?:số )?(?:\d{1,3}|[ivx]{1,5})/y
/** The same letters that mean no level: "xã hội", "cơ sở dữ liệu". */
const NOT_SCOPES = /(?:xã hội|cơ sở dữ liệu|cơ sở vật chất|cơ sở hạ tầng|cơ sở pháp lý|địa phương hóa)(?![a-zà-ỹđ])/y
/** Family names: "huyện Nguyễn Văn A" names the person, not the place. */
const FAMILY = /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|vũ|võ|phan|đặng|bùi|đỗ|hồ|ngô|dương|lý) /

/** "huyện", "cấp xã", "khu vực" at a place, where the words mean that: not "xã hội", "huyện ủy". */
export function scopeAt(folded: string, at: number, limit: number): PhraseMatch<Scope> | undefined {
  const scope = scopes.longestAt(folded, at, limit)
  if (!scope) return undefined
  NOT_SCOPES.lastIndex = skipSpaces(folded, at, limit)
  if (NOT_SCOPES.test(folded)) return undefined
  const head = bodyHeads.longestAt(folded, at, limit)
  return head && head.end > scope.end ? undefined : scope
}

/**
 * The end of the level and place after a name: "huyện", "của huyện", "tỉnh Hải Dương", "cấp xã", "Hà Nội", "khu vực III"; `at` where none stands.
 *
 *     Ban Chỉ huy Quân sự huyện Tứ Kỳ, tỉnh Hải Dương chủ trì
 *                        ^at                         ^end
 */
export function readScope(text: FoldedText, at: number, limit: number): number {
  GENITIVE.lastIndex = at
  const of = GENITIVE.exec(text.folded)
  const start = of ? at + of[0].length : at
  const scope = scopeAt(text.folded, start, limit)
  if (!scope) return of ? at : readPlaceName(text, at, limit, false)
  if (scope.value.takes === 'nothing') return scope.end
  if (scope.value.takes === 'number') return readArea(text, scope.end, limit)
  const named = readPlaceName(text, scope.end, limit, true)
  if (named > scope.end) return readOuterScope(text, named, limit)
  UNDER.lastIndex = scope.end
  return UNDER.test(text.folded) && UNDER.lastIndex <= limit ? UNDER.lastIndex : scope.end
}

/** "thành phố | thuộc tỉnh", "các thành phố | trực thuộc Trung ương". */
const UNDER = / (?:thuộc tỉnh|thuộc thành phố|trực thuộc trung ương)(?![a-zà-ỹđ])/y

const DASH = / ?- ?(?=\S)/y

/** "khu vực | III", "khu vực | 1 - Hải Dương", "khu vực | Cam Ranh". */
function readArea(text: FoldedText, at: number, limit: number): number {
  const end = readNumber(text.folded, at, limit)
  if (end === at) return readPlaceName(text, at, limit, true)
  DASH.lastIndex = end
  const place = DASH.test(text.folded) ? DASH.lastIndex : end
  const named = place > end ? readPlaceName(text, place, limit, false) : place
  return named > place ? named : end
}

/** "khu vực III", "khu vực 2": the number after it. */
export function readNumber(folded: string, at: number, limit: number): number {
  NUMBER.lastIndex = at
  const number = NUMBER.exec(folded)
  if (!number) return at
  const end = at + number[0].length
  return end <= limit && wordEndsAt(folded, end) ? end : at
}

const OUTER = /,? +(?=(?:huyện|quận|thị xã|tx\.?|tỉnh|thành phố|tp\.?) )/y

/** "huyện Tứ Kỳ, tỉnh Hải Dương": the larger place after the smaller, where it has a name. */
function readOuterScope(text: FoldedText, at: number, limit: number): number {
  OUTER.lastIndex = at
  const outer = OUTER.exec(text.folded)
  const scope = outer && scopeAt(text.folded, at + outer[0].length, limit)
  if (!scope) return at
  const named = readPlaceName(text, scope.end, limit, true)
  return named > scope.end ? readOuterScope(text, named, limit) : at
}

/**
 * The end of a place's own name: the longest run of capitalised words that is a known place; after "huyện", "xã" … the whole run,
 * up to four words, since communes come and go.
 */
export function readPlaceName(text: FoldedText, at: number, limit: number, afterScope: boolean): number {
  const ends: number[] = []
  let run = at
  let last: Piece | undefined
  for (let piece = nextPiece(text, at, limit); piece && ends.length < MOST_SYLLABLES; piece = nextPiece(text, piece.end, limit)) {
    if (!piece.capital || (last && text.folded.charCodeAt(last.end) !== 32 && text.folded.charCodeAt(last.end) !== 45)) break
    if (startsNewLine(text.folded, piece.start)) break
    if (ends.length > 0 && (startsSentence(text, piece, limit) || bodyHeads.longestAt(text.folded, piece.start, limit)?.value.strong)) break
    ends.push(piece.end)
    if (run === (last?.end ?? at) && !startsShoutedVerb(text, piece, limit)) run = piece.end
    last = piece
  }
  if (!ends.length) return afterScope ? readNumber(text.folded, at, limit) : at
  const start = skipSpaces(text.folded, at, limit)
  for (let i = ends.length - 1; i >= 0; i--) if (isPlaceName(text.folded.slice(start, ends[i]))) return joinHyphenated(text, ends[i]!, limit)
  return afterScope && ends.length < MOST_SYLLABLES && !FAMILY.test(text.folded.slice(start, limit)) ? run : at
}

/** "UBND HUYỆN TỨ KỲ CHỦ TRÌ": between capitals alone a verb ends the place. */
const startsShoutedVerb = (text: FoldedText, { start }: Piece, limit: number): boolean =>
  isUpper(text.text.charCodeAt(start + 1)) && (startsVerb(text.folded, start, limit) || nameStops.longestAt(text.folded, start, limit) !== undefined)

/** A verb of two words with a capital, where a line break was lost: "UBND huyện Tứ Kỳ | Tăng cường". */
const startsSentence = (text: FoldedText, { start, end }: Piece, limit: number): boolean => (taskVerbs.longestAt(text.folded, start, limit)?.end ?? 0) > end

/** "Phan Rang - Tháp Chàm", "Bà Rịa - Vũng Tàu". */
function joinHyphenated(text: FoldedText, at: number, limit: number): number {
  for (const joint of [' - tháp chàm', '-tháp chàm', ' - vũng tàu', '-vũng tàu']) {
    if (text.folded.startsWith(joint, at) && at + joint.length <= limit && !isWordUnit(text.folded.charCodeAt(at + joint.length))) return at + joint.length
  }
  return at
}
