import { bodyHeads, endsNameTerm, isConnector, isNamePair, positionHeads } from '../../grammar/bodies.js'
import { groupBegins } from '../../grammar/body-words.js'
import { documentTypeByName } from '../../grammar/document-types.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { BodyKind } from '../../model/plan.js'
import { readScope, scopeAt } from './read-scope.js'
import { isClosed, isListed, lastWord, levelAt, readKnownWords, readSmallWords, type Tail, verbEndAt } from './small-words.js'
import { isPrintedInCapitals, nextPiece, type Piece, skipSpaces, startsNewLine } from './words.js'

const PROPER: ReadonlySet<BodyKind> = new Set(['school', 'hospital', 'company'])

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
  const start = options.shared ? skipSpaces(text.folded, at, limit) : at - head.length
  const shouted = isPrintedInCapitals(text, start, limit)
  return readWords({ text, start, limit: Math.min(limit, at + LONGEST), head, shouted, shared: options.shared ?? false, isProper: options.kind !== undefined && PROPER.has(options.kind), strict: options.strict ?? false }, at)
}

/** The same with the level and its place. */
export const readNameTail = (text: FoldedText, at: number, limit: number, head: string, options?: NameTailOptions): number => readScope(text, readNameWords(text, at, limit, head, options), limit)

/** A name is no longer than so many letters, and has no more capitals, terms and connectors. */
const LONGEST = 180
const MOST_STEPS = 24

function readWords(tail: Tail, at: number): number {
  const { text, limit } = tail
  let end = at
  let before: Piece | undefined
  let isOwn = false
  for (let count = 0; count < MOST_STEPS; count++) {
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
      isOwn = before?.capital === true && !isNamePair(last, piece.folded)
      before = piece
    } else {
      const small = readSmallWords(tail, piece, before, isOwn)
      if (!small) return end
      isOwn = false
      before = small
    }
    end = readSlash(text, before, limit)
  }
  return end
}

/** "HIV/AIDS": letters on both sides of a stroke. */
function readSlash(text: FoldedText, { start, end }: Piece, limit: number): number {
  const next = text.folded.charCodeAt(end) === 47 ? nextPiece(text, end + 1, limit) : undefined
  return next && next.start === end + 1 && isShort(text, { ...next, start, end }) && isShort(text, next) && !bodyHeads.longestAt(text.folded, next.start, limit) ? next.end : end
}

/** "Ban Chỉ đạo Trung ương | về phát triển khoa học": the word after a level, where known names go on there. */
function goesOnAfter({ text, limit }: Tail, at: number): Piece | undefined {
  const next = nextPiece(text, at, limit)
  const second = next && !isConnector(next.folded) ? nextPiece(text, next.end, limit) : undefined
  return second && isNamePair(text.folded.slice(text.folded.lastIndexOf(' ', at - 1) + 1, at), next!.folded, second.folded) ? next : undefined
}

/** Does another name begin at a capital: "Văn phòng | Sở Y tế", "Phòng Nội vụ | Phó Giám đốc"? Not where known names go on so. */
function startsOther({ text, limit, head }: Tail, piece: Piece, last: string): boolean {
  if (isNamePair(last, piece.folded)) return false
  if (startsNewLine(text.folded, piece.start)) return true
  if (positionHeads.longestAt(text.folded, piece.start, limit)) return true
  const other = bodyHeads.longestAt(text.folded, piece.start, limit)
  if (isShort(text, piece) && isConnector(text.folded.charAt(piece.end))) return false
  return other !== undefined && (other.value.strong || last !== lastWord(head) || other.value.strength !== 'paired')
}

/** "Sở Y tế | Tăng cường kiểm tra": a verb with a capital after a finished name, where a line break was lost. */
const startsSentence = (tail: Tail, piece: Piece, before: Piece | undefined): boolean =>
  before !== undefined && verbEndAt(tail, piece) > 0 && !isNamePair(before.folded, piece.folded) && isClosed(tail, before)

/** The word after a connector that goes on with the name, or undefined where the connector parts two names. */
function continueAfter(tail: Tail, connector: Piece, last: string, from: number): Piece | undefined {
  const { text, limit } = tail
  const next = nextPiece(text, connector.end, limit)
  if (!next || isConnector(next.folded)) return undefined
  if (isNamePair(last, connector.folded, next.folded)) return next.capital && !tail.shouted ? next : goesOnSmall(tail, connector, next)
  if (connector.folded === '&') return next.capital ? next : undefined
  if (!next.capital || tail.shouted || connector.folded === ',') return undefined
  if (connector.folded === '-' && isShort(text, next)) return next
  if (startsAnything(tail, next) || startsDocument(tail, next)) return undefined
  if (connector.folded === '-') return next
  return !tail.shared && connector.start > from && !(isListed(tail.head) && isNamePair(lastWord(tail.head), next.folded)) ? next : undefined
}

/** "VH - | TT": letters that stand for words. */
const isShort = ({ text }: FoldedText, { start, end }: Piece): boolean => end - start < 5 && isUpper(text.charCodeAt(start + 1)) && isUpper(text.charCodeAt(end - 1))

/** "Quản lý, | giám sát", "dục và | đào tạo": small words after a connector up to one that ends a term in known names. */
function goesOnSmall(tail: Tail, connector: Piece, piece: Piece): Piece | undefined {
  const next = nextPiece(tail.text, piece.end, tail.limit)
  const known = next && isNamePair(connector.folded, piece.folded, next.folded) ? readKnownWords(tail, next, piece.folded) : undefined
  return known ?? (endsNameTerm(connector.folded, piece.folded) ? piece : undefined)
}

function startsAnything({ text, limit }: Tail, { start }: Piece): boolean {
  return (
    bodyHeads.longestAt(text.folded, start, limit) !== undefined ||
    positionHeads.longestAt(text.folded, start, limit) !== undefined ||
    scopeAt(text.folded, start, limit) !== undefined ||
    startsCollective(text.folded, start, limit)
  )
}

/** "của Chính phủ và | Nghị quyết số 01": the type of a document. */
function startsDocument({ text, limit }: Tail, { start, end, folded }: Piece): boolean {
  const second = nextPiece(text, end, limit)
  return documentTypeByName(folded) !== undefined || (second !== undefined && documentTypeByName(text.folded.slice(start, second.end)) !== undefined)
}

const startsCollective = (folded: string, at: number, limit: number): boolean => groupBegins.longestAt(folded, at, limit) !== undefined

