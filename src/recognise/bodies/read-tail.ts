import { startsVerb } from '../../grammar/assignment.js'
import { bodyHeads, nameStops, notBodies } from '../../grammar/bodies.js'
import { partHeads, placedHeads, trades } from '../../grammar/body-words.js'
import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { type FoldedText, isDigit, isUpper, wordEndsAt } from '../../model/folded.js'
import { see } from '../../model/reach.js'
import type { BodyKind } from '../../model/plan.js'
import { createLook, createMarkLook, lookAt } from './look.js'
import { readNameWords, type NameTailOptions } from './read-name.js'
import { readPlaceName, readScope, scopeAt } from './read-scope.js'
import { nextPiece, startsNewLine } from './words.js'

const OF_PLACES = PATTERNS['committee-of-place']
/** Bodies that go by a number: "Ban Chỉ đạo 389", "Tổ công tác 06". */
const NUMBERED: ReadonlySet<BodyKind> = new Set(['board', 'unit'])

/** The end of a name whose head ends at `at`: its words, its number, its level and place. */
export function readTail(text: FoldedText, at: number, limit: number, head: string, kind: BodyKind, options?: NameTailOptions): NameTail {
  if (placedHeads.has(head) || OF_PLACES.test(head)) {
    const end = OF_PLACES.test(head) ? readPlaceName(text, at, limit, true) : readScope(text, at, limit)
    return { words: at, end, closed: end > at }
  }
  const own = readNameWords(text, at, limit, head, { ...options, kind })
  const named = readQuoted(text, kind === 'company' ? Math.max(own, readCompanyName(text, at, limit)) : own, limit, kind)
  const words = readShortForm(text, readNumber(text, named, limit, kind), limit)
  const end = readScope(text, words, limit)
  return { words, end, closed: end > words || (words > named && kind !== 'board') }
}

const SHORT_FORM = createMarkLook(/ \([^()\s]{2,24}(?: [^()\s]{2,12})?\)(?= )/y, 40, '(')

/** "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn | (PCTT&TKCN) | tỉnh": a short form before the level. */
function readShortForm(text: FoldedText, at: number, limit: number): number {
  const form = lookAt(SHORT_FORM, text.folded, at)
  if (!form || !isUpper(text.text.charCodeAt(at + 2)) || !isUpper(text.text.charCodeAt(at + 3))) return at
  return scopeAt(text.folded, at + form[0].length, limit) ? at + form[0].length : at
}

export interface NameTail {
  /** Where its own words end, before its level and place. */
  readonly words: number
  readonly end: number
  /** Does it end in its number, level or place, after which nothing of it follows? */
  readonly closed: boolean
}

const NUMBER = createLook('number', 6)
/** Bodies that a number tells apart: "Phòng Công chứng số 1", "Trường Mầm non số 2". */
const COUNTED: ReadonlySet<BodyKind> = new Set(['unit', 'division', 'station', 'school', 'hospital', 'company', 'military', 'police', 'board', 'centre', 'department'])
const SESSION = createLook('session', 18)

/** "Đội Quản lý thị trường số 4", "Ban Chỉ đạo 389 tỉnh", "Quốc hội khóa XV". */
function readNumber(text: FoldedText, at: number, limit: number, kind: BodyKind): number {
  if (kind === 'council') return endOfSession(text, at, limit)
  const number = lookAt(NUMBER, text.folded, at)
  if (!number || at + number[0].length > limit) return at
  const end = at + number[0].length
  if (VILLAGE.test(text.folded.slice(Math.max(0, at - 12), at))) return end
  const { said, bare } = number.groups!
  if (said !== undefined && !COUNTED.has(kind)) return at
  if (bare !== undefined && kind !== 'military' && (!NUMBERED.has(kind) || bare.length < 2 || countsSomething(text, end, limit))) return at
  return end
}

const VILLAGE = PATTERNS.village

function endOfSession(text: FoldedText, at: number, limit: number): number {
  const found = lookAt(SESSION, text.folded, at)
  return found && at + found[0].length <= limit ? at + found[0].length : at
}

/** "Tổ công tác | 05 người": what follows is counted. */
function countsSomething(text: FoldedText, at: number, limit: number): boolean {
  const next = nextPiece(text, at, limit)
  if (!next || next.capital || scopeAt(text.folded, next.start, limit)) return false
  return !startsWork(text, next.start, limit)
}

const LONGEST_QUOTATION = 90

/** "Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” tỉnh". */
function readQuoted(text: FoldedText, at: number, limit: number, kind: BodyKind): number {
  if (kind !== 'board') return at
  see(at + 2)
  if (text.folded.charCodeAt(at + 1) !== 34) return at
  see(at + LONGEST_QUOTATION)
  const close = text.folded.slice(at + 2, Math.min(limit, at + LONGEST_QUOTATION)).indexOf('"')
  return close < 0 ? at : at + close + 3
}

/** Small words between capitals in the name of a company: "Công ty Cổ phần Đầu | tư phát triển | Công nghiệp". */
const MOST_SMALL = 5
/** Names of companies follow no grammar: capitals and numbers, with some small words between them. */
function readCompanyName(text: FoldedText, at: number, limit: number): number {
  let end = at
  let small = 0
  if (startsName(text, at + 1, limit)) return at
  for (let piece = nextPiece(text, at, limit); piece && small < MOST_SMALL; piece = nextPiece(text, piece.end, limit)) {
    if (piece.folded === ',' && endsAtComma(text, piece.end, limit)) break
    if (piece.capital || isDigit(text.folded.charCodeAt(piece.start))) {
      if (endsCompany(text, piece.start, limit)) break
      if (piece.capital || end > at) end = piece.end
      small = 0
    } else {
      if (startsWork(text, piece.start, limit) && !trades.longestAt(text.folded, piece.start, limit)) break
      small++
    }
  }
  return wordEndsAt(text.folded, end) ? end : at
}

/** A capital that begins another name, or, between capitals alone, a verb or a level. */
const endsCompany = (text: FoldedText, at: number, limit: number): boolean =>
  startsName(text, at, limit) || startsNewLine(text.folded, at) || (isUpper(text.text.charCodeAt(at + 1)) && (startsWork(text, at, limit) || scopeAt(text.folded, at, limit) !== undefined))

const startsWork = (text: FoldedText, at: number, limit: number): boolean => startsVerb(text.folded, at, limit) || nameStops.longestAt(text.folded, at, limit) !== undefined

function endsAtComma(text: FoldedText, at: number, limit: number): boolean {
  const next = nextPiece(text, at, limit)
  return !next?.capital || bodyHeads.longestAt(text.folded, next.start, limit) !== undefined
}

const startsName = (text: FoldedText, at: number, limit: number): boolean => {
  const head = isUpper(text.text.charCodeAt(at)) ? bodyHeads.longestAt(text.folded, at, limit)?.value : undefined
  return head !== undefined && (head.strong || head.kind !== 'company')
}

/** The end of a bare name, without what it belongs to: "Sở Y tế", "Tỉnh ủy", "Chi cục", "sở"; undefined where none begins. */
export function readPlainName(text: FoldedText, at: number, limit: number): number | undefined {
  const head = notBodies.longestAt(text.folded, at, limit) ? undefined : bodyHeads.longestAt(text.folded, at, limit)
  if (!head) return undefined
  const words = text.folded.slice(at, head.end)
  const isName = head.value.strong || isUpper(text.text.charCodeAt(at))
  if (!isName) return partHeads.has(words) ? head.end : undefined
  return readTail(text, head.end, limit, words, head.value.kind).end
}
