import { isNamePair, type Opening, readOpening } from '../../grammar/bodies.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { Found } from './found.js'
import { createLook, createMarkLook, lookAt } from './look.js'
import { findCollective, readGroup } from './read-collective.js'
import { readGroupTail } from './read-group-tail.js'
import { readShared } from './read-list.js'
import { findNamed } from './read-named.js'
import { readNameTail } from './read-name.js'
import { readScope, scopeAt } from './read-scope.js'
import { nextPiece, skipSpaces } from './words.js'

const MOST_NAME_WORDS = 5
/** An office of an office of an office. */
const DEEPEST = 3

/**
 * An office and what it is of: "Giám đốc Sở Nội vụ", "Chủ tịch UBND các xã", "Thủ trưởng các sở, ban, ngành", "Hiệu trưởng", "đồng chí Bí thư Chi bộ".
 * In small letters it needs what it is of ("giám đốc" alone is nobody in particular).
 */
export function findPosition(text: FoldedText, at: number, limit: number, opening: Opening | undefined, depth = 0): Found | undefined {
  if (!opening || depth > DEEPEST) return undefined
  if (opening.opener !== undefined) return findSeveral(text, skipSpaces(text.folded, opening.opener, limit), limit, depth + 1)
  const head = opening.position
  if (!head) return undefined
  const alone: Found = { end: head.end, kind: 'position', level: null, collective: false }
  if (head.value === 'nothing' || head.value === 'title') return head.value === 'nothing' || isUpper(text.text.charCodeAt(at)) ? readPost(text, alone, limit) : undefined
  const start = skipSpaces(text.folded, head.end, limit)
  if (head.value === 'person') return readPerson(text, head.end, limit, depth + 1)
  const scoped = head.value === 'body' ? readScope(text, head.end, limit) : head.end
  if (scoped > head.end && scopeAt(text.folded, start, limit)) return { ...alone, end: scoped }
  const shared = start > head.end ? readShared(text, start, limit) : []
  if (shared.length) return { ...alone, end: shared.at(-1)!.found.end, collective: true }
  const inner = start > head.end ? (findOwner(text, start, limit, depth + 1) ?? (head.value === 'group' ? readGroup(text, start, limit, true) : undefined)) : undefined
  if (inner) return officeOf(start, inner)
  const joined = readJoined(text, head.end, limit, depth + 1)
  if (joined) return joined
  const end = head.value === 'body' ? readNameTail(text, head.end, limit, text.folded.slice(at, head.end), { strict: true }) : head.end
  if (end > head.end) return { ...alone, end, ...innerOfHead(text, at, head.end, end) }
  return head.value === 'body' && isUpper(text.text.charCodeAt(at)) ? alone : undefined
}

/** "Giám đốc | Sở Nội vụ": ends where the body does that it is of. */
const officeOf = (start: number, found: Found): Found => ({ end: found.end, kind: 'position', level: found.level, collective: found.collective, inner: { start, found } })

/** "Trưởng | phòng Nội vụ", "Phó Chánh | Văn phòng UBND tỉnh": the body whose head the office's own words end with. */
function innerOfHead(text: FoldedText, at: number, headEnd: number, end: number): Pick<Found, 'inner'> {
  for (let start = text.folded.indexOf(' ', at) + 1; start > 0 && start < headEnd; start = text.folded.indexOf(' ', start) + 1) {
    const found = findNamed(text, start, end)
    if (found?.end === end) return { inner: { start, found } }
  }
  return {}
}

/** "các | Phó Chủ tịch UBND tỉnh", "các | đồng chí đảng viên": several of them. */
function findSeveral(text: FoldedText, at: number, limit: number, depth: number): Found | undefined {
  const opening = readOpening(text.folded, at, limit)
  if (!opening?.position || opening.opener !== undefined || (opening.noun?.end ?? 0) > opening.position.end) return undefined
  const office = findPosition(text, at, limit, opening, depth)
  return office && { ...office, collective: true }
}

/** "giáo viên chủ nhiệm | các lớp", "Trưởng thôn | Tân Lập": a post that is of no body. */
function readPost(text: FoldedText, post: Found, limit: number): Found {
  const end = readGroupTail(text, post.end, limit)
  return end > post.end ? { ...post, end, collective: true } : { ...post, end: readScope(text, post.end, limit) }
}

/** The body, group or other office that an office belongs to. */
function findOwner(text: FoldedText, at: number, limit: number, depth: number): Found | undefined {
  const opening = readOpening(text.folded, at, limit)
  if (!opening) return undefined
  return findPosition(text, at, limit, opening.position && opening.position.end > (opening.head?.end ?? 0) ? opening : undefined, depth) ?? findNamed(text, at, limit) ?? readBare(text, at, opening) ?? findCollective(text, at, limit, opening)
}

/** "Giám đốc | Sở": the head of a body, capitalised, without a name. */
const readBare = (text: FoldedText, at: number, { head }: Opening): Found | undefined =>
  head && isUpper(text.text.charCodeAt(at)) ? { end: head.end, kind: head.value.kind, level: head.value.level, collective: false } : undefined

/** "Chủ tịch, Phó Chủ tịch UBND huyện", "Trưởng, Phó các phòng": several offices of one body. */
function readJoined(text: FoldedText, at: number, limit: number, depth: number): Found | undefined {
  const joiner = lookAt(JOINER, text.folded, at)
  if (!joiner) return undefined
  const next = at + joiner[0].length
  const opening = readOpening(text.folded, next, limit)
  const start = skipSpaces(text.folded, opening?.position?.end ?? next, limit)
  const owned = opening?.position && opening.position.value !== 'nothing' ? findOwner(text, start, limit, depth) : undefined
  return owned && officeOf(start, owned)
}

const JOINER = createLook('position-joiner', 8)

/** "đồng chí Nguyễn Văn A", "ông Trần B - Trưởng phòng": the office where one is named, else the person. */
function readPerson(text: FoldedText, at: number, limit: number, depth: number): Found | undefined {
  const start = skipSpaces(text.folded, at, limit)
  const owner = isFamilyName(text, start, limit) ? undefined : (findOwner(text, start, limit, depth) ?? readGroup(text, start, limit, true))
  if (owner) return officeOf(start, owner)
  let end = at
  let count = 0
  for (let piece = nextPiece(text, at, limit); piece?.capital && count < MOST_NAME_WORDS; piece = nextPiece(text, piece.end, limit)) {
    end = piece.end
    count++
  }
  if (count === 0) return undefined
  const office = count > 1 ? readOfficeOf(text, end, limit, depth) : undefined
  return { end: office?.end ?? end, kind: 'position', level: office?.level ?? null, collective: false, ...(office?.inner && { inner: office.inner }) }
}

const BEFORE_OFFICE = createMarkLook(/(?:,| -) +/y, 4, ',-')

/** "đồng chí Lê Thị Hoa | , Phó Bí thư", "ông Trần Nam | - Chủ tịch Công đoàn": the office behind the name is the person's. */
function readOfficeOf(text: FoldedText, at: number, limit: number, depth: number): Found | undefined {
  const joiner = lookAt(BEFORE_OFFICE, text.folded, at)
  const next = joiner ? at + joiner[0].length : at
  const opening = next > at && next < limit && isUpper(text.text.charCodeAt(next)) ? readOpening(text.folded, next, limit) : undefined
  if (!opening?.position || opening.position.value === 'person' || opening.opener !== undefined) return undefined
  return findPosition(text, next, limit, opening, depth)
}

/** "bà | Đoàn Thị Ban": a family name that is the head of bodies' names too; "ông | Đoàn Thanh niên" would be none. */
function isFamilyName(text: FoldedText, at: number, limit: number): boolean {
  if (!text.folded.startsWith('đoàn ', at)) return false
  const next = nextPiece(text, at + 4, limit)
  return next?.capital === true && !isNamePair('đoàn', next.folded)
}
