import { ATTACHED_OPENINGS, BASIS_OPENINGS, bareLetters, HEADING_PATTERNS, isMarkLine, NATIONAL_LINES, scannedTypeOfLine, typeOfLine } from '../../grammar/heading.js'
import { isPlaceName } from '../../grammar/places.js'
import { type FoldedText, isDigit, isLetter, isUpper, wordEndsAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'
import type { Line } from '../lines.js'
import { type DayOfIssue, findDayOfIssue } from './day-of-issue.js'
import { isCapitals } from './capitals.js'
import { endOfNumber } from './number-line.js'

export type PieceKind =
  | 'national' | 'number' | 'dateline' | 'type' | 'about' | 'addressees' | 'attached' | 'mark' | 'rule' | 'basis' | 'marker' | 'prose' | 'words'

/** A line of the heading, or the part of one that stands in a column of its own. */
export interface Piece extends Span {
  /** Index of its line. */
  readonly line: number
  readonly kind: PieceKind
  readonly folded: string
  /** Of a dateline. */
  readonly day?: DayOfIssue
}

const LONGEST_HEADING_LINE = 420
const LONGEST_NAME = 120
const NATIONAL_INSIDE = / (?=c[ôộọ]ng h[oòõ][aàãạ]? x[ãa] h|đ[ộo]c l[ậạ]p ?- ?t[ựư] do|đảng cộng sản việt nam$)|(?<!trung ương|chấp hành|bch|btv|thường vụ) (?=đoàn (?:tncs|thanh niên cộng sản) hồ chí minh$)/
const ABOUT = /^v\/[vw]\.?:? ?/
const ABOUT_INSIDE = / (?=v\/[vw] )/
const NUMBER_INSIDE = / (?=s[ốóô] ?: ?(?:[\d/….-]|$))/
const MARKER = /^(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-hđ])[ ]?(?:[./)]|- )|^(?:phần thứ|phần i|chương i|chương 1|điều 1)(?:[ .:]|$)|^[-+•*] /
/** Labels of a portal's table between the lines of a heading. */
const LABEL = /^(?:ngày (?:ban hành|ký|có hiệu lực|hiệu lực|đăng|cập nhật)|số hiệu|số ký hiệu|loại văn bản|người ký|lĩnh vực|lượt xem|trạng thái|tình trạng) ?[:|\t]/
const ADDRESSEES = /^k[íi]nh g[ửu]i/

/** The pieces of the first lines, in order; a line that holds two columns gives two. */
export function readPieces(text: FoldedText, lines: readonly Line[]): Piece[] {
  const pieces = mendBroken(text, lines).flatMap((line) => (line.end - line.start > LONGEST_HEADING_LINE ? [pieceOf(text, line, line.start, line.end)] : splitLine(text, line)))
  return pieces.map((piece, i) => (piece.kind === 'national' && i > 0 && goesOn(pieces[i - 1]!, piece) ? { ...piece, kind: 'words' } : piece))
}

/** "BAN CHẤP HÀNH TRUNG ƯƠNG" over "ĐOÀN TNCS HỒ CHÍ MINH": the name goes on, the same words are no heading of the right column. */
const goesOn = (above: Piece, piece: Piece): boolean => /^đoàn t/.test(piece.folded) && above.kind === 'words' && piece.line === above.line + 1 && /^(?:ban chấp hành|bch|ban thường vụ|btv)(?: trung ương)?$/.test(above.folded)

/**
 * Lines that narrow columns broke inside a dateline or the name of the type, put together again:
 *
 *     Lâm                        Hải Dương, ngày            KẾ
 *     Đồng, ngày 23 tháng …      05 tháng 6 năm 2023        HOẠCH
 */
function mendBroken(text: FoldedText, lines: readonly Line[]): Line[] {
  const mended: Line[] = []
  for (const line of lines) {
    const before = mended.at(-1)
    if (before && line.end - before.start < 80 && isBroken(text.folded.slice(before.start, before.end), text.folded.slice(line.start, line.end))) mended[mended.length - 1] = { ...before, end: line.end }
    else mended.push(line)
  }
  return mended
}

function isBroken(above: string, below: string): boolean {
  if (/(?:^|[ ,.])ngày(?: ?[\d.…]{0,6}(?: tháng ?[\d.…]{0,6}(?: năm)?)?)? ?$/.test(above) && /^(?:[\d.… ]{0,6}tháng|[\d.… ]{0,6}năm|\d{4}[.…]?$)/.test(below)) return true
  if (above.length < 14 && below.length < 14 && !typeOfLine(above) && typeOfLine(`${above} ${below}`)) return true
  const place = above.length < 16 && findDayOfIssue(below) ? /^([^,\d]{2,24}?) ?[,.] ?ngày/.exec(below)?.[1] : undefined
  return place !== undefined && !isPlaceName(place) && isPlaceName(`${above} ${place}`)
}

function splitLine(text: FoldedText, line: Line): Piece[] {
  const pieces: Piece[] = []
  let start = line.start
  while (start < line.end) {
    const end = endOfPiece(text, start, line.end)
    if (end > start) pieces.push(pieceOf(text, line, start, end))
    start = Math.max(end, start + 1)
  }
  return pieces.filter((piece) => piece.end > piece.start)
}

/** Where the column that begins at `start` ends: before the national heading, the number, the dateline, "V/v", or at a tab. */
function endOfPiece(text: FoldedText, start: number, limit: number): number {
  const folded = text.folded.slice(start, limit).replaceAll('\n', ' ')
  const ends = [limit - start]
  const tab = text.text.indexOf('\t', start)
  if (tab > start && tab < limit) ends.push(tab - start)
  for (const inside of [NATIONAL_INSIDE, ABOUT_INSIDE]) {
    const found = inside.exec(folded)
    if (found && found.index > 0) ends.push(found.index)
  }
  if (isUpper(text.text.charCodeAt(start))) {
    const found = NUMBER_INSIDE.exec(folded)
    if (found && found.index > 0 && isUpper(text.text.charCodeAt(start + found.index + 1))) ends.push(found.index)
  }
  const afterNumber = endOfNumber(text, start, limit)
  if (afterNumber !== undefined && afterNumber > start && text.folded.slice(afterNumber, limit).trim()) ends.push(afterNumber - start)
  return start + Math.min(...ends)
}

function pieceOf(text: FoldedText, line: Line, from: number, to: number): Piece {
  let start = from
  let end = to
  while (start < end && isBlank(text.folded.charCodeAt(start))) start++
  while (end > start && isBlank(text.folded.charCodeAt(end - 1))) end--
  const folded = text.folded.slice(start, end).replaceAll('\n', ' ')
  const day = folded.length < LONGEST_NAME ? findDayOfIssue(folded) : undefined
  return { start, end, line: line.index, folded, kind: kindOf(text, start, end, folded, day), ...(day ? { day } : {}) }
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x2a || code === 0x7c

function kindOf(text: FoldedText, start: number, end: number, folded: string, day: DayOfIssue | undefined): PieceKind {
  if (!hasWord(folded) || LABEL.test(folded)) return 'rule'
  if (folded.length < 80 && isNational(folded)) return 'national'
  if (isNumberLine(text, start, end, folded)) return 'number'
  if (day) return 'dateline'
  if (isMarkLine(folded)) return 'mark'
  if (ABOUT.test(folded)) return 'about'
  if (ADDRESSEES.test(folded)) return 'addressees'
  if (ATTACHED_OPENINGS.some((opening) => folded.startsWith(opening))) return 'attached'
  if (isTypeLine(text, start, end, folded)) return 'type'
  if (BASIS_OPENINGS.some((opening) => folded.replace(/^[-+*] ?/, '').startsWith(opening) && wordEndsAt(folded, opening.length))) return 'basis'
  if (MARKER.test(folded)) return 'marker'
  return isProse(folded) ? 'prose' : 'words'
}

/** The name of a type alone; one that a scanner spoilt only in capitals. */
function isTypeLine(text: FoldedText, start: number, end: number, folded: string): boolean {
  if (!isUpper(text.text.charCodeAt(start))) return false
  return typeOfLine(folded) !== undefined || (isCapitals(text, { start, end }) && scannedTypeOfLine(folded) !== undefined)
}

/** Ends like a sentence or a clause of the preamble, or is far too long for a name or a title. */
const isProse = (folded: string): boolean => /[;:]$/.test(folded) || (folded.length > 40 && /[^.…][.]\/?\.?$/.test(folded)) || folded.length > LONGEST_HEADING_LINE

const hasWord = (folded: string): boolean => {
  if (/^[^a-zà-ỹđ0-9]*o0o[^a-zà-ỹđ0-9]*$/.test(folded)) return false
  for (let i = 0; i < folded.length; i++) if (isLetter(folded.charCodeAt(i)) || isDigit(folded.charCodeAt(i))) return true
  return false
}

/** *Quốc hiệu* and *tiêu ngữ*, also badly scanned: the bare letters differ in at most one of six. */
function isNational(folded: string): boolean {
  const bare = bareLetters(folded)
  return NATIONAL_LINES.some((line) => bare === line || (bare.length > 10 && Math.abs(bare.length - line.length) < 4 && distance(bare, line) <= line.length / 6)) || bare === 'conghoaxahoichunghiavietnamdoclaptudohanhphuc'
}

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

function isNumberLine(text: FoldedText, start: number, end: number, folded: string): boolean {
  const pattern = HEADING_PATTERNS['number-label']
  pattern.lastIndex = 0
  if (folded.length < LONGEST_NAME && isUpper(text.text.charCodeAt(start)) && pattern.test(folded)) return true
  return endOfNumber(text, start, end) === end
}
