import { startsVerb, taskVerbs } from '../../grammar/assignment.js'
import { bodyHeads, nameStops } from '../../grammar/bodies.js'
import { notScopes, SECOND_HALVES } from '../../grammar/body-words.js'
import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { isPlaceName } from '../../grammar/places.js'
import { type Scope, scopes } from '../../grammar/scopes.js'
import type { PhraseMatch } from '../../grammar/phrase-trie.js'
import { commonSurnames } from '../../grammar/sign-offs.js'
import { type FoldedText, isUpper, isWordUnit, wordEndsAt } from '../../model/folded.js'
import { see } from '../../model/reach.js'
import type { Level } from '../../model/plan.js'
import { createLook, createMarkLook, lookAt } from './look.js'
import { nextPiece, type Piece, skipSpaces, startsNewLine } from './words.js'

/** Longest name of a place, in syllables: "Phan Rang - Tháp Chàm" apart. */
const MOST_SYLLABLES = 5
const GENITIVE = createLook('genitive', 11)
const NUMBER = createMarkLook(/ *(?:\d{1,3}|[ivx]{1,5})/y, 6, '0123456789ivx')

/** "huyện", "cấp xã", "khu vực" at a place, where the words mean that: not "xã hội", "huyện ủy". */
export function scopeAt(folded: string, at: number, limit: number): PhraseMatch<Scope> | undefined {
  const scope = scopes.longestAt(folded, at, limit)
  if (!scope) return undefined
  if (scope.value.takes === 'numeral' && readNumber(folded, scope.end, limit) === scope.end) return undefined
  if (notScopes.longestAt(folded, at, folded.length)) return undefined
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
  const of = lookAt(GENITIVE, text.folded, at)
  const start = of ? at + of[0].length : at
  const scope = scopeAt(text.folded, start, limit)
  if (!scope) return of ? at : readPlaceName(text, at, limit, false)
  if (scope.value.takes === 'nothing') return scope.end
  if (scope.value.takes === 'number') return readArea(text, scope.end, limit)
  if (scope.value.takes === 'numeral') return readNumber(text.folded, scope.end, limit)
  const named = scope.value.level === 'commune' ? readCommuneName(text, scope.end, limit) : readPlaceName(text, scope.end, limit, true)
  if (named > scope.end) return readOuterScope(text, named, limit, scope.value)
  const under = lookAt(UNDER, text.folded, scope.end)
  return under && scope.end + under[0].length <= limit ? scope.end + under[0].length : scope.end
}

/** "thành phố | thuộc tỉnh", "các thành phố | trực thuộc Trung ương". */
const UNDER = createLook('under', 20)

const DASH = createMarkLook(/ ?- ?(?=\S)/y, 2, '-')

/** "khu vực | III", "khu vực | 1 - Hải Dương", "khu vực | Cam Ranh". */
function readArea(text: FoldedText, at: number, limit: number): number {
  const end = readNumber(text.folded, at, limit)
  if (end === at) return readPlaceName(text, at, limit, true)
  const dash = lookAt(DASH, text.folded, end)
  const place = dash ? end + dash[0].length : end
  const named = place > end ? readPlaceName(text, place, limit, false) : place
  if (named > place) return named
  const outer = scopeAt(text.folded, end, limit)
  return outer?.value.takes === 'place' ? readScope(text, end, limit) : end
}

/** An area that says which: "khu vực | 2", but not "thông tin cơ sở". */
export const isAreaNamed = (text: FoldedText, { value, end }: PhraseMatch<Scope>, limit: number): boolean => value.takes !== 'nothing' && readArea(text, end, limit) > end

/** "khu vực III", "khu vực 2": the number after it. */
function readNumber(folded: string, at: number, limit: number): number {
  const number = lookAt(NUMBER, folded, at)
  if (!number) return at
  const end = at + number[0].length
  return end <= limit && wordEndsAt(folded, end) ? end : at
}

const OUTER = createLook('outer', 12)
const RANKS: Readonly<Record<Level, number>> = { commune: 0, district: 1, province: 2, central: 3 }
/** A city may be a province or lie in one. */
const rankOf = ({ level }: Scope): number => (level ? RANKS[level] : 1.5)

/** "huyện Tứ Kỳ, tỉnh Hải Dương": the larger place after the smaller, where it has a name. */
function readOuterScope(text: FoldedText, at: number, limit: number, inner: Scope): number {
  const outer = lookAt(OUTER, text.folded, at)
  const scope = outer && scopeAt(text.folded, at + outer[0].length, limit)
  if (!scope || rankOf(scope.value) <= rankOf(inner)) return at
  const named = readPlaceName(text, scope.end, limit, true)
  return named > scope.end ? readOuterScope(text, named, limit, scope.value) : at
}

const NUMBERED = PATTERNS['numbered-kind']

/** Capitalised words that may be the name of a place: where each ends, and where the first verb in a text of capitals stands. */
interface Run {
  readonly ends: readonly number[]
  readonly beforeVerb: number
}

const KIND_BEFORE = PATTERNS['kind-spelled']

function readRun(text: FoldedText, at: number, limit: number): Run {
  const ends: number[] = []
  const shouted = isUpper(text.text.charCodeAt(at - 1)) && KIND_BEFORE.test(text.folded.slice(Math.max(0, at - 8), at))
  let beforeVerb = at
  let last = at
  for (let piece = nextPiece(text, at, limit); piece && ends.length < MOST_SYLLABLES; piece = nextPiece(text, piece.end, limit)) {
    if (!piece.capital || (ends.length > 0 && !isJoined(text.folded, last)) || startsNewLine(text.folded, piece.start)) break
    if (shouted && piece.end - piece.start > 1 && !isUpper(text.text.charCodeAt(piece.start + 1))) break
    if (ends.length > 0 && (startsSentence(text, piece, limit) || bodyHeads.longestAt(text.folded, piece.start, limit)?.value.strong)) break
    ends.push(piece.end)
    if (beforeVerb === last && !startsShoutedVerb(text, piece, limit)) beforeVerb = piece.end
    last = piece.end
  }
  return { ends, beforeVerb }
}

/** Is there a space or a hyphen, no comma, between two words of a name? */
const isJoined = (folded: string, at: number): boolean => folded.charCodeAt(at) === 32 || folded.charCodeAt(at) === 45

/** The end of the longest run that is a known place; `at` where none is. */
function knownPlace(text: FoldedText, at: number, limit: number, { ends }: Run): number {
  const start = skipSpaces(text.folded, at, limit)
  for (let i = ends.length - 1; i >= 0; i--) if (isPlaceName(text.folded.slice(start, ends[i]))) return joinHyphenated(text, ends[i]!, limit)
  return at
}

/**
 * The end of a place's own name: the longest run of capitalised words that is a known place; after "huyện" and its like ("named")
 * else the whole run, up to four words, which names neither a person nor a body.
 */
export function readPlaceName(text: FoldedText, at: number, limit: number, named: boolean): number {
  const run = readRun(text, at, limit)
  if (!run.ends.length) return named && NUMBERED.test(text.folded.slice(Math.max(0, at - 7), at)) ? readNumber(text.folded, at, limit) : at
  const known = knownPlace(text, at, limit, run)
  if (known > at || !named || run.ends.length === MOST_SYLLABLES) return known
  const start = skipSpaces(text.folded, at, limit)
  return isFamily(text.folded, start, limit) || startsBody(text, start, limit, run) ? at : run.beforeVerb
}

/** Two syllables with capitals at the end of a clause are a place's name though the first begins names of bodies: "phường | Hội Hợp", but not "xã | Hội CCB", "xã | Hội Nông dân". */
function startsBody(text: FoldedText, start: number, limit: number, { ends }: Run): boolean {
  const head = bodyHeads.longestAt(text.folded, start, limit)
  if (!head) return false
  if (ends.length !== 2 || head.end !== ends[0] || !isLongWord(text, head.end + 1, ends[1]!)) return true
  const next = nextPiece(text, ends[1]!, limit)
  return next !== undefined && isWordUnit(next.folded.charCodeAt(0)) && !startsVerb(text.folded, next.start, limit) && nameStops.longestAt(text.folded, next.start, limit) === undefined
}

/** No letters that stand for words: a small letter in it, or a vowel's tone. */
const isLongWord = ({ text, folded }: FoldedText, from: number, to: number): boolean => text.slice(from, to) !== text.slice(from, to).toUpperCase() || /[^a-zđ]/.test(folded.slice(from, to))

const isFamily = (folded: string, at: number, limit: number): boolean => {
  const name = commonSurnames.longestAt(folded, at, limit)
  return name !== undefined && folded.charCodeAt(name.end) === 32
}

/** Communes came and went before July 2025: the whole run names one ("xã Sơn Thành Đông"), up to four words. */
function readCommuneName(text: FoldedText, at: number, limit: number): number {
  const run = readRun(text, at, limit)
  if (!run.ends.length || run.ends.length > 4 || run.beforeVerb < run.ends.at(-1)!) return readPlaceName(text, at, limit, true)
  const start = skipSpaces(text.folded, at, limit)
  return knownPlace(text, at, limit, run) === at && startsBody(text, start, limit, run) ? at : run.beforeVerb
}

/** "UBND HUYỆN TỨ KỲ CHỦ TRÌ": between capitals alone a verb ends the place. */
const startsShoutedVerb = (text: FoldedText, { start }: Piece, limit: number): boolean =>
  isUpper(text.text.charCodeAt(start + 1)) && (startsVerb(text.folded, start, limit) || nameStops.longestAt(text.folded, start, limit) !== undefined)

/** A verb of two words with a capital, where a line break was lost: "UBND huyện Tứ Kỳ | Tăng cường". */
const startsSentence = (text: FoldedText, { start, end }: Piece, limit: number): boolean => (taskVerbs.longestAt(text.folded, start, limit)?.end ?? 0) > end

const HYPHEN = 45

const HALF_JOINTS = SECOND_HALVES.flatMap((half) => [` - ${half}`, `-${half}`])

/** "Phan Rang - Tháp Chàm", "Bà Rịa - Vũng Tàu". */
function joinHyphenated(text: FoldedText, at: number, limit: number): number {
  see(at + 2)
  if (text.folded.charCodeAt(at) !== HYPHEN && text.folded.charCodeAt(at + 1) !== HYPHEN) return at
  see(at + 13)
  for (const joint of HALF_JOINTS) {
    if (text.folded.startsWith(joint, at) && at + joint.length <= limit && !isWordUnit(text.folded.charCodeAt(at + joint.length))) return at + joint.length
  }
  return at
}
