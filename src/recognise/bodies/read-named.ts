import { type BodyHead, bodyHeads, isNamePair, readOpening } from '../../grammar/bodies.js'
import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import type { PhraseMatch } from '../../grammar/phrase-trie.js'
import { isPlaceName } from '../../grammar/places.js'
import { see } from '../../model/reach.js'
import { type FoldedText, isDigit, isUpper } from '../../model/folded.js'
import type { BodyKind } from '../../model/plan.js'
import type { Found, Part } from './found.js'
import { createLook, lookAt } from './look.js'
import { readGroupTail } from './read-group-tail.js'
import { readNameTail } from './read-name.js'
import { readScope, scopeAt } from './read-scope.js'
import { readPlainName, readTail } from './read-tail.js'
import { isPrintedInCapitals, nextPiece, skipSpaces } from './words.js'

/** These are no part of another body; what stands right after their names is not theirs. */
const WHOLE: ReadonlySet<BodyKind> = new Set(['committee', 'government', 'ministry', 'school', 'hospital', 'media', 'assembly'])
/** Those that also stand with "của", "cho": "Bộ phận giúp việc cho Hội đồng …". */
const SERVANTS: ReadonlySet<BodyKind> = new Set(['unit', 'board', 'council'])

/** A body that is named from its head on: "Sở Y tế", "UBND các xã, thị trấn", "phòng Nội vụ huyện". */
export function findNamed(text: FoldedText, at: number, limit: number, depth = 0): Found | undefined {
  return readNamed(text, at, limit, readOpening(text.folded, at, limit)?.head, depth)
}

/** A part of a part of a part of a body. */
const DEEPEST = 3

/** As {@link findNamed}, where the head is known; `depth`: how many bodies it is read as the owner of. */
export function readNamed(text: FoldedText, at: number, limit: number, head: PhraseMatch<BodyHead> | undefined, depth = 0): Found | undefined {
  if (!head || depth > DEEPEST) return undefined
  const { kind, level } = head.value
  const words = text.folded.slice(at, head.end)
  const tail = readTail(text, readJoinedHead(text, head.end, limit, words), limit, words, kind)
  const group = readGroupTail(text, tail.words, limit)
  const isGroup = group > tail.end
  const end = isGroup ? group : tail.end
  const { end: whole, inner } = isGroup || tail.closed ? { end: readBranch(text, end, limit) } : readOwner(text, end, limit, kind, words, depth + 1)
  if (!(isGroup && isGroupOf(head, words)) && !isNamed(text, at, head, whole, limit)) return undefined
  const collective = isGroup || isOfMany(text.folded.slice(head.end, whole))
  return { end: whole, kind, level: collective ? null : level, collective, ...(inner && { inner }) }
}

/** "Ban phát triển | các thôn": a head of several words, or of one that has many. */
const isGroupOf = (head: PhraseMatch<BodyHead>, words: string): boolean => head.value.strength !== 'proper' && (words.includes(' ') || head.value.kind === 'union')

/** "UBND cấp xã", "Hội Liên hiệp Phụ nữ các cấp": one name for many. */
const isOfMany = (folded: string): boolean => PATTERNS['of-many-levels'].test(folded)

/** Is it the name of a body, and not a word that only looks like the head of one? */
function isNamed(text: FoldedText, at: number, head: PhraseMatch<BodyHead>, end: number, limit: number): boolean {
  const { strength } = head.value
  if (strength === 'strong') return true
  const capital = isUpper(text.text.charCodeAt(at))
  if (end === head.end) return strength === 'capital' && capital
  if (strength === 'proper' && !capital) return false
  const next = nextPiece(text, head.end, limit)
  if (!next) return strength === 'capital' && capital
  const pair = isNamePair(text.folded.slice(Math.max(at, text.folded.lastIndexOf(' ', head.end - 1) + 1), head.end), next.folded)
  if (pair) return capital || next.capital || strength !== 'paired' || scopeAt(text.folded, next.start, limit) === undefined
  const scoped = scopeAt(text.folded, next.start, limit) !== undefined
  if (strength === 'paired') return capital && (scoped || isPlaceName(text.folded.slice(next.start, end)))
  if (isPrintedInCapitals(text, at, limit)) return scoped || PROPER.has(head.value.kind) || isPlaceName(text.folded.slice(next.start, end))
  if (next.capital || isDigit(text.folded.charCodeAt(next.start))) return !(capital && isPlaceName(text.folded.slice(at, end)))
  return capital && (scoped || bodyHeads.longestAt(text.folded, next.start, limit) !== undefined)
}

/** Kinds whose names are of their own: between capitals too nothing else tells them. */
const PROPER: ReadonlySet<BodyKind> = new Set(['school', 'hospital', 'company', 'bank'])

const JOINER = createLook('committee-joiner', 13)

/** "HĐND - UBND huyện", "HĐND và UBND": one body of two heads. */
function readJoinedHead(text: FoldedText, at: number, limit: number, head: string): number {
  if (!head.endsWith('hđnd') && !head.endsWith('hội đồng nhân dân')) return at
  const joiner = lookAt(JOINER, text.folded, at)
  const second = joiner && bodyHeads.longestAt(text.folded, at + joiner[0].length, limit)
  return second ? second.end : at
}

const OF = createLook('of', 11)

/** Where a name ends with the body that it is a part of, and that body. */
interface Owner {
  readonly end: number
  readonly inner?: Part
}

/**
 * The body that a part of it is named with: "Văn phòng | Sở Y tế", "Ban Thường vụ | Tỉnh ủy", "Phòng Tham mưu | Công an tỉnh",
 * "Trung tâm Chuyển đổi số | thuộc Sở Khoa học và Công nghệ", "Bộ phận giúp việc | cho Hội đồng …".
 */
function readOwner(text: FoldedText, at: number, limit: number, kind: BodyKind, head: string, depth: number): Owner {
  const of = lookAt(OF, text.folded, at)
  see(at + 2)
  if (of) return of[0].includes('thuộc') || SERVANTS.has(kind) ? ownerAt(text, at, at + of[0].length, limit, depth) : { end: at }
  if (text.folded.charCodeAt(at) !== 32 || !isUpper(text.text.charCodeAt(at + 1))) return { end: readBranch(text, at, limit) }
  if (WHOLE.has(kind) || sameWord(text.folded, head, at + 1)) return { end: at }
  const owner = ownerAt(text, at, at + 1, limit, depth)
  return owner.inner && !isOwner(kind, owner.inner.found.kind) ? { end: at } : owner
}

function ownerAt(text: FoldedText, at: number, start: number, limit: number, depth: number): Owner {
  const found = findNamed(text, start, limit, depth)
  return found ? { end: found.end, inner: { start, found } } : { end: readBareOwner(text, start, limit) ?? at }
}

/** "Phòng Nội vụ | Phòng Tư pháp": another of the same kind, where a break was lost. */
function sameWord(folded: string, head: string, at: number): boolean {
  const space = head.indexOf(' ')
  const length = space < 0 ? head.length : space
  let same = 0
  while (same < length && folded.charCodeAt(at + same) === head.charCodeAt(same)) same++
  see(at + same + 1)
  return same === length
}

/** Bodies that have divisions; "Phòng Nông nghiệp | Hội Nông dân" are two. */
const isOwner = (part: BodyKind, owner: BodyKind): boolean => part !== 'division' || !NO_DIVISIONS.has(owner)
const NO_DIVISIONS: ReadonlySet<BodyKind> = new Set(['division', 'union', 'unit', 'board', 'council', 'station', 'front'])

/** "Văn phòng | Sở", "trực thuộc | Chi cục": the head alone, capitalised. */
const readBareOwner = (text: FoldedText, at: number, limit: number): number | undefined =>
  isUpper(text.text.charCodeAt(skipSpaces(text.folded, at, limit))) ? readPlainName(text, at, limit) : undefined

const BRANCH = createLook('branch', 9)

/** "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh": what may still follow a name. */
function readBranch(text: FoldedText, at: number, limit: number): number {
  const branch = lookAt(BRANCH, text.folded, at)
  return branch && at + branch[0].length < limit ? readScope(text, readNameTail(text, at + branch[0].length - 1, limit, 'chi nhánh'), limit) : at
}
