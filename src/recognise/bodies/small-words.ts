import { leadVerbs, startsVerb, taskVerbs } from '../../grammar/assignment.js'
import { endsName, endsNameTerm, isConnector, isInName, isNamePair, nameStops } from '../../grammar/bodies.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import { createMarkLook, lookAt } from './look.js'
import { isAreaNamed, scopeAt } from './read-scope.js'
import { nextPiece, type Piece } from './words.js'

/** What is known of a name while its words are read. */
export interface Tail {
  readonly text: FoldedText
  /** Where the head begins, or the name itself where it shares its head. */
  readonly start: number
  readonly limit: number
  /** The head's words, folded: "trung tâm". */
  readonly head: string
  /** Printed in capitals: they say nothing. */
  readonly shouted: boolean
  /** One name of several that share a head: "và" parts them. */
  readonly shared: boolean
  /** A school, a hospital, a company: its name is of its own, in no table. */
  readonly isProper: boolean
  /** An office: only words of known names and capitals follow it. */
  readonly strict: boolean
}

/** How far small words that no known name has are taken, where a verb or a mark follows them. */
const MOST_UNKNOWN = 4
/** Longest run of small words in a name. */
const MOST_KNOWN = 12
/** Words of a run that may begin verbs. */
const MOST_VERBS = 4
/** How many words before a verb must stand before it in a known name too. */
const WORDS_BEFORE = 3

export const lastWord = (head: string): string => head.slice(head.lastIndexOf(' ') + 1)

/** Heads of names that a list may give once: "Sở Nội vụ và Tài chính". */
export const isListed = (head: string): boolean => head === 'sở' || head === 'bộ' || head === 'phòng' || head === 'ban' || head === 'vụ' || head === 'cục'

/** Names of ministries and departments are all known: nothing is added to them. */
const isAllKnown = (head: string): boolean => isListed(head) && head !== 'phòng'

/** The end of a level that begins at a word; 0 where none does, or where it is half of a term: "trung học | cơ sở", "hợp tác | xã". */
export function levelAt({ text, limit }: Tail, { start, end, folded }: Piece, last: string): number {
  const scope = scopeAt(text.folded, start, limit)
  if (!scope || (folded === 'xã' && (last === 'tác' || last === 'tấn'))) return 0
  const isLevel = scope.value.takes === 'place' || scope.end === end || isAreaNamed(text, scope, limit)
  const next = isLevel ? undefined : nextPiece(text, end, limit)
  return next && isNamePair(last, folded, next.folded) ? 0 : scope.end
}

/** The last of the small words at `piece` that belong to the name, or undefined where none does. */
export function readSmallWords(tail: Tail, piece: Piece, before: Piece | undefined, isOwn: boolean): Piece | undefined {
  const known = readKnownWords(tail, piece, before?.folded ?? lastWord(tail.head))
  if (known) return known
  if (piece.folded === 'ngành' && nextPiece(tail.text, piece.end, tail.limit)?.capital) return piece
  if (tail.strict || !before || isStop(tail, piece)) return undefined
  const opensTerm = (tail.shouted ? tail.isProper || !isClosed(tail, before) : opensWord(tail, before) && !isOwn && !isClosed(tail, before))
  const run = readUnknownRun(tail, piece)
  if (opensTerm) return run.at(-1) ?? (tail.shouted ? undefined : piece)
  const isTermBefore = !isOwn && (!before.capital || opensWord(tail, before))
  const takesRun = run.length > 0 && isTermBefore && !isAllKnown(tail.head) && !endsName(wordBefore(tail.text.folded, before.start), before.folded) && (isTerm(run) || wantsObject(tail, before))
  return takesRun ? run.at(-1) : undefined
}

/** Small words as known names have them, up to one that ends a term there: "tế dự phòng", but not "tế | dự trù". */
export function readKnownWords(tail: Tail, piece: Piece, last: string): Piece | undefined {
  let known: Piece | undefined
  let before = last
  let verb: Verb | undefined
  let verbs = 0
  let count = 0
  for (let word: Piece | undefined = piece; word && count < MOST_KNOWN && !isConnector(word.folded); word = nextPiece(tail.text, word.end, tail.limit)) {
    count++
    if (!goesOn(tail, before, word)) break
    const end = verbEndAt(tail, word)
    if (end > 0 && (++verbs > MOST_VERBS || !isInName(wordsUpTo(tail, word.start, word.end)))) break
    if (end > (verb?.end ?? 0)) verb = { start: word.start, end }
    if ((endsNameTerm(before, word.folded) || endsHere(tail, word)) && (!verb || word.end > verb.end || endsInVerb(tail, before, word, verb))) known = word
    before = word.folded
  }
  return known
}

interface Verb {
  readonly start: number
  readonly end: number
}

/** Does a small word go on with a name: a known name has the two, and, where names may end before it, the words before them too? */
function goesOn(tail: Tail, before: string, word: Piece): boolean {
  const { text, head, start } = tail
  if ((word.capital && !tail.shouted) || !isNamePair(before, word.folded) || levelAt(tail, word, before) || startsNumber(text.folded, word)) return false
  const afterHead = word.start - start <= head.length + 1 && !tail.shared
  if (afterHead && head.includes(' ')) return isInName(`${head} ${word.folded}`)
  if (afterHead) return word.capital || !isUpper(text.text.charCodeAt(start)) || !isListed(head) || !verbEndAt(tail, word)
  const beforeLast = wordBefore(text.folded, word.start - before.length - 1)
  if (!endsName(beforeLast, before)) return true
  return isAllKnown(head) ? isInName(wordsUpTo(tail, word.start, word.end)) : isNamePair(beforeLast, before, word.folded)
}

/** "số | 12": a number of something else. */
const NUMBER = createMarkLook(/ \d/y, 1, '0123456789')
const startsNumber = (folded: string, { folded: word, end }: Piece): boolean => word === 'số' && lookAt(NUMBER, folded, end) !== null

/**
 * A word of a name that begins a verb, or is in one, may end it where known names end so ("Cục Công nghệ thông tin", "Y học cổ truyền | thông tin"),
 * or where the text goes on behind it as they do ("thực hiện | Quy chế", "phòng | , chống").
 */
function endsInVerb(tail: Tail, before: string, word: Piece, verb: Verb): boolean {
  const next = nextPiece(tail.text, word.end, tail.limit)
  if (next && (next.capital || isConnector(next.folded)) && isNamePair(before, word.folded, next.folded)) return true
  return (word.end === verb.end || word.start === verb.start) && isInName(wordsUpTo(tail, verb.start, word.end), true)
}

/** The end of a verb of two words or more that begins here, or of such a phrase that ends names; 0 where none does. */
export function verbEndAt({ text, limit }: Tail, { start, end }: Piece): number {
  const { folded } = text
  const verb = taskVerbs.longestAt(folded, start, limit) ?? leadVerbs.longestAt(folded, start, limit) ?? nameStops.longestAt(folded, start, limit)
  return verb && verb.end > end ? verb.end : 0
}

/** The words from the third before `at` on, connectors counted, none from before the name. */
function wordsUpTo({ text, start }: Tail, at: number, end: number): string {
  let from = at
  for (let count = 0; count < WORDS_BEFORE && from > start; count++) from = text.folded.lastIndexOf(' ', from - 2) + 1
  return text.folded.slice(Math.max(from, start), end)
}

const wordBefore = (folded: string, at: number): string => folded.slice(folded.lastIndexOf(' ', at - 2) + 1, at - 1)

/** A capital, a connector, a level or a mark after the word shows that a term ends with it. */
function endsHere({ text, limit, shouted }: Tail, word: Piece): boolean {
  const next = nextPiece(text, word.end, limit)
  return !next || isConnector(next.folded) || (next.capital && !shouted) || scopeAt(text.folded, next.start, limit) !== undefined
}

const isStop = ({ text, limit }: Tail, { start }: Piece): boolean =>
  nameStops.longestAt(text.folded, start, limit) !== undefined || startsVerb(text.folded, start, limit)

/** "Chế", but not "TBXH": a capital syllable that a small one may complete. */
const opensWord = ({ text }: Tail, { capital, start }: Piece): boolean => capital && !isUpper(text.text.charCodeAt(start + 1))

/** Did a term end with `before`: do known names have one that ends so? */
export const isClosed = ({ text }: Tail, before: Piece): boolean => endsNameTerm(wordBefore(text.folded, before.start), before.folded)

/** "Trung tâm Hỗ trợ | phụ nữ": a term that is a verb by itself. */
function wantsObject({ text, limit }: Tail, before: Piece): boolean {
  const start = text.folded.lastIndexOf(' ', before.start - 2) + 1
  return taskVerbs.longestAt(text.folded, start, limit)?.end === before.end
}

/** Small words that no known name has, up to four, where a verb, a level, a capital or a mark follows them: "Phòng Chế | biến lâm sản | chủ trì". */
function readUnknownRun(tail: Tail, piece: Piece): readonly Piece[] {
  const run: Piece[] = []
  for (let word: Piece | undefined = piece; word && !endsRun(tail, word); word = nextPiece(tail.text, word.end, tail.limit)) {
    if (run.push(word) > MOST_UNKNOWN) return []
  }
  return run
}

const endsRun = (tail: Tail, word: Piece): boolean =>
  isConnector(word.folded) || (word.capital && !tail.shouted) || scopeAt(tail.text.folded, word.start, tail.limit) !== undefined || isStop(tail, word)

/** Are the words a term of known names: "lâm sản", "tài chính"? */
const isTerm = (run: readonly Piece[]): boolean =>
  run.length > 1 && run.every(({ folded }, i) => i === 0 || isNamePair(run[i - 1]!.folded, folded)) && endsNameTerm(run.at(-2)!.folded, run.at(-1)!.folded)
