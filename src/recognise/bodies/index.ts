import { bodyHeads, collectiveOpeners, expandAbbreviations, findKnownBody, isNamePair, nameStops, notBodies, positionHeads } from '../../grammar/bodies.js'
import { type FoldedText, isUpper, wordStartsAt } from '../../model/folded.js'
import type { BodyReader, ReadBody } from '../../model/body-reader.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body, BodyKind, Level } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import { completeName, levelOf, placeOf } from './complete-name.js'
import { readCollective, readCollectiveTail } from './read-collective.js'
import { nextPiece, readNameTail, readScope } from './read-name.js'

interface Found {
  readonly end: number
  readonly kind: BodyKind
  readonly level: Level | null
  readonly collective: boolean
}

const SEPARATOR = / *(?:,|;|\/|\+|&) *(?:và +|cùng +|hoặc +)?| +(?:và|cùng|cùng với|hoặc) +(?:với +)?| +- +/y
const UBND = /^(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|công an|đảng ủy|hội|đoàn|đoàn thanh niên|mttq|trạm y tế|trường|chủ tịch|bí thư|giám đốc|hiệu trưởng|lãnh đạo|thủ trưởng|trưởng|người đứng đầu|trung tâm|ban|ban chỉ huy quân sự|chi cục|phòng|sở|cục|văn phòng)$/

/**
 * A reader of body names for a document that belongs to `place`: "Sở Y tế", "UBND các xã, thị trấn", "Giám đốc Sở Nội vụ",
 * "các sở, ban, ngành", "Ban Vì sự tiến bộ phụ nữ của huyện". Names are written out and completed from the place.
 */
export function createBodyReader(place: PlaceContext, own: readonly string[] = []): BodyReader {
  const ownNames = [...own].sort((a, b) => b.length - a.length)
  const read: ReadBody = (text, at, limit) => {
    if (!wordStartsAt(text.folded, at)) return undefined
    const named = ownNames.find((name) => text.text.startsWith(name, at))
    const found = named ? { end: at + named.length, kind: 'other' as const, level: null, collective: false } : findBody(text, at, limit)
    return found ? toBody(text, at, found, place) : undefined
  }
  return { read, readList: (text, at, limit) => readList(read, text, at, limit) }
}

function readList(read: ReadBody, text: FoldedText, at: number, limit: number): Body[] {
  const bodies: Body[] = []
  for (let place = at; place < limit; ) {
    const body = read(text, place, limit)
    if (!body) break
    bodies.push(body)
    place = afterParenthesis(text.folded, body.span.end, limit)
    SEPARATOR.lastIndex = place
    const separator = SEPARATOR.exec(text.folded)
    if (!separator) break
    place += separator[0].length
  }
  return bodies
}

/** A parenthesis after a name is left out of it: "Phòng Nội vụ (cơ quan thường trực) và …". */
export function afterParenthesis(folded: string, at: number, limit: number): number {
  const open = folded.charCodeAt(at) === 32 ? at + 1 : at
  if (folded.charCodeAt(open) !== 40) return at
  const close = folded.indexOf(')', open)
  return close < 0 || close >= limit || close - open > 120 ? at : close + 1
}

function findBody(text: FoldedText, at: number, limit: number): Found | undefined {
  if (notBodies.longestAt(text.folded, at, limit) && !startsLongerHead(text, at, limit)) return undefined
  return findPosition(text, at, limit) ?? findNamed(text, at, limit) ?? findCollective(text, at, limit)
}

/** "Đoàn thanh tra", "Bộ đội Biên phòng": a head longer than the phrase that is none. */
function startsLongerHead(text: FoldedText, at: number, limit: number): boolean {
  const not = notBodies.longestAt(text.folded, at, limit)
  const head = bodyHeads.longestAt(text.folded, at, limit)
  return head !== undefined && not !== undefined && head.end > not.end
}

function findCollective(text: FoldedText, at: number, limit: number): Found | undefined {
  const opener = collectiveOpeners.longestAt(text.folded, at, limit)
  const office = opener && text.folded.charCodeAt(opener.end) === 32 ? findPosition(text, opener.end + 1, limit) : undefined
  if (office) return { ...office, collective: true }
  const end = readCollective(text, at, limit)
  return end > at ? { end, kind: 'group', level: null, collective: true } : undefined
}

function findPosition(text: FoldedText, at: number, limit: number): Found | undefined {
  const head = positionHeads.longestAt(text.folded, at, limit)
  if (!head) return undefined
  if (head.value === 'nothing') return { end: head.end, kind: 'position', level: 'central', collective: false }
  const next = nextPiece(text, head.end, limit)
  if (next) {
    const inner = head.value === 'group' || head.value === 'body' ? (findNamed(text, next.start, limit) ?? findCollective(text, next.start, limit)) : undefined
    if (inner) return { ...inner, kind: 'position' }
    const tail = readNameTail(text, head.end, limit, text.folded.slice(at, head.end))
    if (tail > head.end) return { end: tail, kind: 'position', level: null, collective: false }
  }
  return isUpper(text.text.charCodeAt(at)) ? { end: head.end, kind: 'position', level: null, collective: false } : undefined
}

function findNamed(text: FoldedText, at: number, limit: number): Found | undefined {
  const head = bodyHeads.longestAt(text.folded, at, limit)
  if (!head) return undefined
  const headText = text.folded.slice(at, head.end)
  const joined = readJoinedHead(text, head.end, limit)
  const { kind, level, strong } = head.value
  const group = UBND.test(headText) ? readCollectiveTail(text, joined, limit) : joined
  if (group > joined) return { end: group, kind, level: null, collective: true }
  const cadre = readPositionBody(text, headText, head.end, limit)
  if (cadre) return { end: cadre, kind, level, collective: false }
  const end = isPlaceHead(headText) ? readScope(text, joined, limit) : kind === 'company' ? readCompanyName(text, joined, limit) : readNameTail(text, joined, limit, headText)
  if (!strong && end === head.end) return undefined
  if (!strong && !looksNamed(text, at, head.end)) return undefined
  return { end: extendBranch(text, end, limit), kind, level, collective: false }
}

/** Names of companies follow no grammar: capitals, with at most two small words between them. */
function readCompanyName(text: FoldedText, at: number, limit: number): number {
  let end = at
  let small = 0
  for (let piece = nextPiece(text, at, limit); piece && small < 3; piece = nextPiece(text, piece.end, limit)) {
    const upper = piece.capital || /^[0-9]/.test(piece.folded)
    if (upper) end = piece.end
    if (piece.folded === ',' && !nextPiece(text, piece.end, limit)?.capital) break
    small = upper ? 0 : small + 1
    if (!upper && nameStops.has(piece.folded) && piece.folded !== 'và' && piece.folded !== 'phát' && piece.folded !== 'xây') break
  }
  return end
}

const PLACE_HEADS = new Set(['ủy ban nhân dân', 'ubnd', 'hội đồng nhân dân', 'hđnd', 'công an'])
const isPlaceHead = (head: string): boolean => PLACE_HEADS.has(head)

/** "HĐND - UBND huyện", "HĐND và UBND": one body of two heads. */
function readJoinedHead(text: FoldedText, at: number, limit: number): number {
  const joiner = /^(?: - | và |-|, )(?=ubnd|ủy ban nhân dân|hđnd)/.exec(text.folded.slice(at, at + 24))
  if (!joiner || joiner[0] === ', ') return at
  const second = bodyHeads.longestAt(text.folded, at + joiner[0].length, limit)
  return second ? second.end : at
}

/** "Ban Tổ chức Huyện ủy", "Ban Thường vụ Tỉnh ủy", "Văn phòng Sở Y tế", "Thanh tra Sở": a body of a body, named together. */
function readPositionBody(text: FoldedText, headText: string, at: number, limit: number): number | undefined {
  if (!/^(?:ban |bch|btv|văn phòng|vp|thanh tra|ủy ban kiểm tra|ubkt|thường trực|tt|tổ |đảng ủy|công đoàn|chi bộ|đoàn)/.test(headText)) return undefined
  const next = nextPiece(text, at, limit)
  if (!next || next.start - at > 1) return undefined
  const inner = bodyHeads.longestAt(text.folded, next.start, limit)
  if (!inner || isNamePairHead(headText, next.folded)) return undefined
  if (!inner.value.strong && !isUpper(text.text.charCodeAt(next.start))) return undefined
  return findNamed(text, next.start, limit)?.end ?? (isUpper(text.text.charCodeAt(next.start)) ? inner.end : undefined)
}

const isNamePairHead = (headText: string, next: string): boolean => headText !== 'văn phòng' && isNamePair(headText.slice(headText.lastIndexOf(' ') + 1), next)

/** A weak head names a body where a capital or an abbreviation follows, or a pair that known names have, or its scope. */
function looksNamed(text: FoldedText, at: number, headEnd: number): boolean {
  const next = nextPiece(text, headEnd, text.folded.length)
  if (!next) return false
  if (next.capital) return true
  const head = text.folded.slice(at, headEnd)
  return isUpper(text.text.charCodeAt(at)) && isNamePair(head.slice(head.lastIndexOf(' ') + 1), next.folded)
}

/** "Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh", "Ban Tổ chức Huyện ủy Tứ Kỳ": what may still follow a name. */
function extendBranch(text: FoldedText, at: number, limit: number): number {
  const branch = /^(?: -|,)? chi nhánh /.exec(text.folded.slice(at, at + 16))
  const end = branch ? readNameTail(text, at + branch[0].length, limit, 'chi nhánh') : at
  const party = /^ (?:tỉnh|thành|huyện|quận|thị|đảng) ủy/.exec(text.folded.slice(end, end + 12))
  return party ? readScope(text, end + party[0].length, limit) : end
}

function toBody(text: FoldedText, at: number, found: Found, place: PlaceContext): Body {
  const spanned = cut(text.text, at, found.end)
  const known = findKnownBody(text.folded.slice(at, found.end))
  const kind = found.kind === 'position' || found.collective ? found.kind : (known?.kind ?? found.kind)
  const written = expandAbbreviations(spanned.text.replace(/\s+/g, ' '))
  const level = known?.level ?? levelOf(text.folded.slice(at, found.end)) ?? found.level
  const name = found.collective ? written : completeName(written, kind, level, place)
  return { ...spanned, name, kind, level, place: found.collective ? null : placeOf(name), collective: found.collective }
}
