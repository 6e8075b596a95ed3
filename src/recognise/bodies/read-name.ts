import { leadVerbs, startsVerb, taskVerbs } from '../../grammar/assignment.js'
import { bodyHeads, endsName, endsNameTerm, isConnector, isNamePair, nameStops, positionHeads } from '../../grammar/bodies.js'
import { documentTypeByName } from '../../grammar/document-types.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { BodyKind } from '../../model/plan.js'
import { readScope, scopeAt } from './read-scope.js'
import { isPrintedInCapitals, nextPiece, type Piece, startsNewLine } from './words.js'

/** What is known of a name while its words are read. */
interface Tail {
  readonly text: FoldedText
  readonly limit: number
  /** The head's words, folded: "trung tâm". */
  readonly head: string
  /** Printed in capitals: they say nothing. */
  readonly shouted: boolean
  /** One name of several that share a head: "và" parts them. */
  readonly shared: boolean
  /** A school, a hospital, a company: its name is of its own, in no table. */
  readonly isProper: boolean
  readonly strict: boolean
}

const PROPER: ReadonlySet<BodyKind> = new Set(['school', 'hospital', 'company'])

/** How far small words that no known name has are taken, where a verb or a mark follows them. */
const MOST_UNKNOWN = 4

export interface NameTailOptions {
  /** "các sở Tài chính, Xây dựng và Nội vụ": the names share their head. */
  readonly shared?: boolean
  readonly kind?: BodyKind
  /** An office: only words of known names and capitals follow it. */
  readonly strict?: boolean
}

/**
 * The end of a name that began before `at` with a head such as "Sở" or "Phòng": words that stand together in names we know, and capitals.
 * Stops at the level ("huyện", "tỉnh Hải Dương") and at the first word that can only begin a verb.
 *
 *     Sở Lao động - Thương binh và Xã hội tỉnh chủ trì …
 *       ^at                              ^end
 */
export function readNameWords(text: FoldedText, at: number, limit: number, head: string, options: NameTailOptions = {}): number {
  const shouted = isPrintedInCapitals(text, options.shared ? at : at - head.length, limit)
  return readWords({ text, limit, head, shouted, shared: options.shared ?? false, isProper: options.kind !== undefined && PROPER.has(options.kind), strict: options.strict ?? false }, at)
}

/** The same with the level and its place. */
export const readNameTail = (text: FoldedText, at: number, limit: number, head: string, options?: NameTailOptions): number => readScope(text, readNameWords(text, at, limit, head, options), limit)

function readWords(tail: Tail, at: number): number {
  const { text, limit } = tail
  let end = at
  let before: Piece | undefined
  let isOwn = false
  for (;;) {
    const piece = nextPiece(text, end, limit)
    if (!piece) return end
    const last = before?.folded ?? lastWord(tail.head)
    const scope = levelAt(tail, piece, last)
    if (scope) {
      before = goesOnAfter(tail, scope)
      if (!before) return end
      end = before.end
      continue
    }
    if (isConnector(piece.folded)) {
      const next = continueAfter(tail, piece, last, at)
      if (!next) return end
      before = next
    } else if (piece.capital && !tail.shouted) {
      if (startsOther(tail, piece, last) || startsSentence(tail, piece, before)) return end
      isOwn = before !== undefined && before.capital && !isNamePair(last, piece.folded)
      before = piece
    } else {
      const small = readSmallWords(tail, piece, before, isOwn)
      if (!small) return end
      isOwn = false
      before = small
    }
    end = readSlash(text, before, limit)
  }
}

/** "HIV/AIDS": letters on both sides of a stroke. */
function readSlash(text: FoldedText, { start, end }: Piece, limit: number): number {
  const next = text.folded.charCodeAt(end) === 47 ? nextPiece(text, end + 1, limit) : undefined
  return next && next.start === end + 1 && isShort(text, { ...next, start, end }) && isShort(text, next) && !bodyHeads.longestAt(text.folded, next.start, limit) ? next.end : end
}

/** The end of a level that begins at a word; 0 where none does, or where it is half of a term: "trung học | cơ sở". */
function levelAt({ text, limit }: Tail, { start, end, folded }: Piece, last: string): number {
  const scope = scopeAt(text.folded, start, limit)
  if (!scope) return 0
  const next = scope.value.takes === 'nothing' && scope.end > end ? nextPiece(text, end, limit) : undefined
  return next && isNamePair(last, folded, next.folded) ? 0 : scope.end
}

/** "Ban Chỉ đạo Trung ương | về phát triển khoa học": the word after a level, where known names go on there. */
function goesOnAfter({ text, limit }: Tail, at: number): Piece | undefined {
  const next = nextPiece(text, at, limit)
  const second = next && !isConnector(next.folded) ? nextPiece(text, next.end, limit) : undefined
  return second && isNamePair(text.folded.slice(text.folded.lastIndexOf(' ', at - 1) + 1, at), next!.folded, second.folded) ? next : undefined
}

const lastWord = (head: string): string => head.slice(head.lastIndexOf(' ') + 1)

/** Does another name begin at a capital: "Văn phòng | Sở Y tế", "Phòng Nội vụ | Phó Giám đốc"? Not where known names go on so. */
function startsOther({ text, limit, head }: Tail, piece: Piece, last: string): boolean {
  if (isNamePair(last, piece.folded)) return false
  if (startsNewLine(text.folded, piece.start)) return true
  if (positionHeads.longestAt(text.folded, piece.start, limit)) return true
  const other = bodyHeads.longestAt(text.folded, piece.start, limit)
  return other !== undefined && (other.value.strong || last !== lastWord(head) || other.value.strength !== 'paired')
}

/** "Sở Y tế | Tăng cường kiểm tra": a verb with a capital after a finished name, where a line break was lost. */
const startsSentence = (tail: Tail, piece: Piece, before: Piece | undefined): boolean =>
  before !== undefined && isVerbHere(tail, piece, before.folded) && isClosed(tail, before)

/** The word after a connector that goes on with the name, or undefined where the connector parts two names. */
function continueAfter(tail: Tail, connector: Piece, last: string, from: number): Piece | undefined {
  const { text, limit } = tail
  const next = nextPiece(text, connector.end, limit)
  if (!next || isConnector(next.folded)) return undefined
  if (isNamePair(last, connector.folded, next.folded)) return next.capital && !tail.shouted ? next : goesOn(tail, connector, next)
  if (connector.folded === '&') return next.capital ? next : undefined
  if (!next.capital || tail.shouted || connector.folded === ',') return undefined
  if (connector.folded === '-' && isShort(text, next)) return next
  if (startsAnything(tail, next) || startsDocument(tail, next)) return undefined
  if (connector.folded === '-') return next
  return !tail.shared && connector.start > from && !(isListed(tail.head) && isNamePair(lastWord(tail.head), next.folded)) ? next : undefined
}

/** "VH - | TT": letters that stand for words. */
const isShort = ({ text }: FoldedText, { start, end }: Piece): boolean => end - start < 5 && isUpper(text.charCodeAt(start + 1)) && isUpper(text.charCodeAt(end - 1))

/** "Sở Nội vụ và | Tài chính": two names of one head, where the second is known with it. */
const isListed = (head: string): boolean => head === 'sở' || head === 'bộ' || head === 'phòng' || head === 'ban' || head === 'vụ' || head === 'cục'

/** "Quản lý, | giám sát", "dục và | đào tạo": small words after a connector up to one that ends a term in known names. */
function goesOn(tail: Tail, connector: Piece, piece: Piece): Piece | undefined {
  const next = nextPiece(tail.text, piece.end, tail.limit)
  const known = next && isNamePair(connector.folded, piece.folded, next.folded) ? readKnownWords(tail, next, piece.folded) : undefined
  return known ?? (endsNameTerm(connector.folded, piece.folded) ? piece : undefined)
}

function startsAnything({ text, limit }: Tail, { start }: Piece): boolean {
  return (
    bodyHeads.longestAt(text.folded, start, limit) !== undefined ||
    positionHeads.longestAt(text.folded, start, limit) !== undefined ||
    scopeAt(text.folded, start, limit) !== undefined ||
    startsCollective(text.folded, start)
  )
}

/** "của Chính phủ và | Nghị quyết số 01": the type of a document. */
function startsDocument({ text, limit }: Tail, { start, end, folded }: Piece): boolean {
  const second = nextPiece(text, end, limit)
  return documentTypeByName(folded) !== undefined || (second !== undefined && documentTypeByName(text.folded.slice(start, second.end)) !== undefined)
}

const COLLECTIVE = /(?:cơ quan|đơn vị|các|thành viên)(?![a-zà-ỹđ])/y
function startsCollective(folded: string, at: number): boolean {
  COLLECTIVE.lastIndex = at
  return COLLECTIVE.test(folded)
}

/** The last of the small words at `piece` that belong to the name, or undefined where none does. */
function readSmallWords(tail: Tail, piece: Piece, before: Piece | undefined, isOwn: boolean): Piece | undefined {
  const last = before?.folded ?? lastWord(tail.head)
  const known = readKnownWords(tail, piece, last)
  if (known) return known
  if (piece.folded === 'ngành' && nextPiece(tail.text, piece.end, tail.limit)?.capital) return piece
  if (tail.strict || isStop(tail, piece)) return undefined
  const opensTerm = before !== undefined && (tail.shouted || (opensWord(tail, before) && !isOwn)) && ((tail.shouted && tail.isProper) || !isClosed(tail, before))
  const run = readUnknownRun(tail, piece, opensTerm || wantsObject(tail, before))
  return run ?? (opensTerm && !tail.shouted ? piece : undefined)
}

/** Names of ministries and departments are all known: nothing is added to them. */
const isAllKnown = (head: string): boolean => isListed(head) && head !== 'phòng'

/** "Trung tâm Hỗ trợ | phụ nữ": a term that is a verb by itself. */
function wantsObject({ text, limit, head }: Tail, before: Piece | undefined): boolean {
  if (!before || isAllKnown(head)) return false
  const start = text.folded.lastIndexOf(' ', before.start - 2) + 1
  return taskVerbs.longestAt(text.folded, start, limit)?.end === before.end
}

/** "Chế", but not "TBXH": a capital syllable that a small one may complete. */
const opensWord = ({ text }: Tail, { capital, start }: Piece): boolean => capital && !isUpper(text.text.charCodeAt(start + 1))

/** Did the name end with `before`: do known names end so? */
function isClosed({ text }: Tail, before: Piece): boolean {
  const end = before.start - 1
  return endsNameTerm(text.folded.slice(text.folded.lastIndexOf(' ', end - 1) + 1, end), before.folded)
}

/** Small words as known names have them, up to one that ends a term there: "tế dự phòng", but not "tế | dự trù". */
function readKnownWords(tail: Tail, piece: Piece, last: string): Piece | undefined {
  const { text, limit } = tail
  let known: Piece | undefined
  let before = last
  let verbEnd = 0
  for (let word: Piece | undefined = piece; word && !isConnector(word.folded); word = nextPiece(text, word.end, limit)) {
    if ((word.capital && !tail.shouted) || !isNamePair(before, word.folded) || levelAt(tail, word, before)) break
    if (isVerbHere(tail, word, before) || (verbEndAt(tail, word) > 0 && isBrokenBefore(tail, word))) break
    verbEnd = Math.max(verbEnd, verbEndAt(tail, word))
    if ((endsNameTerm(before, word.folded) || endsHere(tail, word)) && (word.end > verbEnd || endsName(before, word.folded) || hasObject(tail, before, word))) known = word
    before = word.folded
  }
  return known
}

/** "Tài chính | tổng hợp": known names have "chính tổng hợp" only after another word ("Hành chính tổng hợp"). */
function isBrokenBefore({ text }: Tail, { start, folded }: Piece): boolean {
  const last = text.folded.lastIndexOf(' ', start - 2)
  const first = text.folded.lastIndexOf(' ', last - 1)
  const before = text.folded.slice(last + 1, start - 1)
  const words = [text.folded.slice(first + 1, last), before]
  return words.every((word) => !isConnector(word)) && isNamePair(words[0]!, before) && !isNamePair(words[0]!, before, folded)
}

/** The end of a verb of two words or more that begins here; 0 where none does. */
function verbEndAt({ text, limit }: Tail, { start, end }: Piece): number {
  const verb = taskVerbs.longestAt(text.folded, start, limit) ?? leadVerbs.longestAt(text.folded, start, limit)
  return verb && verb.end > end ? verb.end : 0
}

/** "thực hiện | Quy chế", "phòng | , chống": what known names have after a verb in them follows it. */
function hasObject({ text, limit }: Tail, before: string, word: Piece): boolean {
  const next = nextPiece(text, word.end, limit)
  return next !== undefined && (next.capital || isConnector(next.folded)) && isNamePair(before, word.folded, next.folded)
}

/** A capital, a connector, a level or a mark after the word shows that a term ends with it. */
function endsHere({ text, limit, shouted }: Tail, word: Piece): boolean {
  const next = nextPiece(text, word.end, limit)
  return !next || isConnector(next.folded) || (next.capital && !shouted) || scopeAt(text.folded, next.start, limit) !== undefined
}

/** A verb of two words begins here, and no known name has the three together: "Nông dân | vận động". */
function isVerbHere(tail: Tail, word: Piece, before: string): boolean {
  if (!verbEndAt(tail, word)) return false
  const next = nextPiece(tail.text, word.end, tail.limit)
  return next !== undefined && !isNamePair(before, word.folded, next.folded)
}

const isStop = ({ text, limit }: Tail, { start }: Piece): boolean =>
  nameStops.longestAt(text.folded, start, limit) !== undefined || startsVerb(text.folded, start, limit)

/**
 * Small words that no known name has are taken where a verb, a level or a mark follows them within four words:
 * "Phòng Chế | biến lâm sản | chủ trì"; after a finished term only where they are a term of known names: "Thống kê | tài chính".
 */
function readUnknownRun(tail: Tail, piece: Piece, opensTerm: boolean): Piece | undefined {
  const { text, limit } = tail
  const run: Piece[] = []
  for (let word: Piece | undefined = piece; word && !endsRun(tail, word); word = nextPiece(text, word.end, limit)) {
    if (run.push(word) > MOST_UNKNOWN) return undefined
  }
  return opensTerm || (!isAllKnown(tail.head) && isTerm(run)) ? run.at(-1) : undefined
}

const endsRun = (tail: Tail, word: Piece): boolean =>
  isConnector(word.folded) || (word.capital && !tail.shouted) || scopeAt(tail.text.folded, word.start, tail.limit) !== undefined || isStop(tail, word)

const isTerm = (run: readonly Piece[]): boolean =>
  run.length > 1 && run.every(({ folded }, i) => i === 0 || isNamePair(run[i - 1]!.folded, folded)) && endsNameTerm(run.at(-2)!.folded, run.at(-1)!.folded)
