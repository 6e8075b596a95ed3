import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { typeOfLine } from '../../grammar/heading.js'
import { isPlaceName } from '../../grammar/places.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { Span } from '../../model/span.js'
import type { Line } from '../lines.js'
import { type DayOfIssue, findDayOfIssue } from './day-of-issue.js'
import { endOfNumber } from './number-line.js'
import { kindOf, LONGEST_HEADING_LINE, LONGEST_NAME, type PieceKind } from './piece-kind.js'

/** A line of the heading, or the part of one that stands in a column of its own. */
export interface Piece extends Span {
  /** Index of its line. */
  readonly line: number
  readonly kind: PieceKind
  /** Its words, folded; of a paragraph only the first. */
  readonly folded: string
  /** Of a dateline. */
  readonly day?: DayOfIssue
}

/** Longer lines hold two columns only where they hold the national heading. */
const LONGEST_COLUMNS = 220
const SHORTEST_COLUMNS = 24
const NATIONAL_INSIDE = PATTERNS['national-inside']
const NATIONAL_HERE = PATTERNS['national-here']
const NATIONAL_WHOLE = PATTERNS['national-whole']
/** A few letters of each of its forms, before all of them are tried. */
const mayHoldNational = (folded: string): boolean => folded.includes('ng h') || folded.includes('c l') || folded.endsWith(' nam') || folded.endsWith(' minh')
const ABOUT_INSIDE = / (?=v\/[vw] )/
const ADDRESSEES_INSIDE = PATTERNS['addressees-inside']
const NUMBER_INSIDE = PATTERNS['number-inside']
const TYPE_BEHIND_DATE = PATTERNS['type-behind-date']
/** Lines that only a heading has; behind them the first clause of the preamble or section ends it. */
const HEADING_ONLY: ReadonlySet<PieceKind> = new Set(['national', 'number', 'dateline', 'type'])
/** Without such a line so many are looked at. */
const WITHOUT_HEADING = 30

/** The pieces of the first lines, in order, as far as the heading can reach; a line that holds two columns gives two. */
export function readPieces(text: FoldedText, lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  let sure = 0
  for (let i = 0; i < lines.length; i++) {
    const joined = mendBroken(text, lines, i)
    if (joined !== lines[i]) i++
    for (const piece of splitLine(text, joined)) {
      const above = pieces.at(-1)
      const kind = above ? kindBelow(above, piece) : piece.kind
      pieces.push(kind === piece.kind ? piece : { ...piece, kind })
      if (HEADING_ONLY.has(kind)) sure++
    }
    if (sure ? isOver(pieces, sure) : i >= WITHOUT_HEADING) break
  }
  return pieces
}

/** Is the heading over with the last piece? Items below "Kính gửi" still belong to it. */
function isOver(pieces: readonly Piece[], sure: number): boolean {
  const { kind, folded } = pieces.at(-1) ?? { kind: 'words', folded: '' }
  if (kind === 'basis') return true
  if (kind !== 'marker' && (kind !== 'prose' || sure < 3 || folded.length < LONGEST_NAME)) return false
  return !pieces.some((piece) => piece.kind === 'addressees') || (kind === 'prose' && folded.length > LONGEST_HEADING_LINE)
}

/** What stands above or to the left decides: "ĐỘI TNTP HỒ CHÍ MINH" in the right column is no issuer. */
function kindBelow(above: Piece, piece: Piece): PieceKind {
  if (piece.kind === 'national') return goesOn(above, piece) ? 'words' : 'national'
  return piece.kind === 'words' && piece.line === above.line && PATTERNS.pioneers.test(piece.folded) ? 'national' : piece.kind
}

/** "BAN CHẤP HÀNH TRUNG ƯƠNG" over "ĐOÀN TNCS HỒ CHÍ MINH": the name goes on, the same words are no heading of the right column. */
const goesOn = (above: Piece, piece: Piece): boolean => piece.folded.startsWith('đoàn t') && above.kind === 'words' && piece.line === above.line + 1 && PATTERNS['union-standing-board'].test(above.folded)

/**
 * A line with the one below it, where a narrow column broke a dateline or the name of the type:
 *
 *     Lâm                        Hải Dương, ngày            KẾ
 *     Đồng, ngày 23 tháng …      05 tháng 6 năm 2023        HOẠCH
 */
function mendBroken(text: FoldedText, lines: readonly Line[], i: number): Line {
  const line = lines[i]!
  const below = lines[i + 1]
  if (!below || line.end - line.start > 40 || below.end - line.start > 80) return line
  return isBroken(text.folded.slice(line.start, line.end), text.folded.slice(below.start, below.end)) ? { ...line, end: below.end } : line
}

function isBroken(above: string, below: string): boolean {
  if (above.includes('ngày') && PATTERNS['dateline-begin'].test(above) && PATTERNS['dateline-rest'].test(below)) return true
  if (above.length < 14 && below.length < 14 && !typeOfLine(above) && typeOfLine(`${above} ${below}`)) return true
  const place = above.length < 26 && below.includes('ngày') ? PATTERNS['dateline-place'].exec(below)?.groups?.['place'] : undefined
  return place !== undefined && !isPlaceName(place) && isPlaceName(`${above.replace(PATTERNS['kind-opener'], '')} ${place}`)
}

function splitLine(text: FoldedText, line: Line): Piece[] {
  if (line.end - line.start > LONGEST_HEADING_LINE) return [pieceOf(text, line, line.start, line.end)]
  const pieces: Piece[] = []
  let start = line.start
  while (start < line.end) {
    if (isBlank(text.folded.charCodeAt(start))) {
      start++
      continue
    }
    const end = endOfPiece(text, start, line.end)
    const piece = pieceOf(text, line, start, end)
    if (piece.end > piece.start) pieces.push(piece)
    start = Math.max(end, start + 1)
  }
  return pieces
}

/** Where the column that begins at `start` ends: before the national heading, the number, the dateline, "V/v", or at a tab. */
function endOfPiece(text: FoldedText, start: number, limit: number): number {
  const ends = [limit - start]
  const folded = foldedLine(text, start, limit)
  const about = folded.includes(' v/') ? ABOUT_INSIDE.exec(folded) : null
  if (about && about.index > 0) ends.push(about.index)
  const addressees = folded.includes(' kính g') ? ADDRESSEES_INSIDE.exec(folded) : null
  if (addressees && addressees.index > 0) ends.push(addressees.index)
  const whole = NATIONAL_WHOLE.exec(folded)
  if (whole) ends.push(whole[0].length)
  const tab = text.text.slice(start, limit).indexOf('\t')
  if (tab > 0) ends.push(tab)
  if (folded.length > LONGEST_COLUMNS && !NATIONAL_HERE.test(folded)) return start + Math.min(...ends)
  const national = folded.length > SHORTEST_COLUMNS && mayHoldNational(folded) ? NATIONAL_INSIDE.exec(folded) : null
  if (national && national.index > 0 && isPrinted(text, start + national.index + 1)) ends.push(national.index)
  const number = folded.includes(':') && isUpper(text.text.charCodeAt(start)) ? NUMBER_INSIDE.exec(folded) : null
  if (number && number.index > 0 && isUpper(text.text.charCodeAt(start + number.index + 1))) ends.push(number.index)
  const dated = folded.includes('ngày') ? TYPE_BEHIND_DATE.exec(folded) : null
  if (dated && isUpper(text.text.charCodeAt(start + dated[0].length + 1)) && isUpper(text.text.charCodeAt(start + dated[0].length + 2))) ends.push(dated[0].length)
  const afterNumber = endOfNumber(text, start, limit)
  if (afterNumber !== undefined && afterNumber > start && text.folded.slice(afterNumber, limit).trim()) ends.push(afterNumber - start)
  return start + Math.min(...ends)
}

/** The national heading and its like stand in capitals, the motto with one; in a sentence the same words do not. */
const isPrinted = (text: FoldedText, at: number): boolean => isUpper(text.text.charCodeAt(at)) && (isUpper(text.text.charCodeAt(at + 1)) || text.folded.startsWith('đ', at))

function pieceOf(text: FoldedText, line: Line, from: number, to: number): Piece {
  let start = from
  let end = to
  while (start < end && isBlank(text.folded.charCodeAt(start))) start++
  while (end > start && isBlank(text.folded.charCodeAt(end - 1))) end--
  const folded = foldedLine(text, start, Math.min(end, start + LONGEST_HEADING_LINE + 1))
  const day = folded.length < LONGEST_NAME ? findDayOfIssue(folded) : undefined
  return { start, end, line: line.index, folded, kind: kindOf(text, { start, end }, folded, day), ...(day ? { day } : {}) }
}

/** Folded words of a line; a break inside a mended line is a space. */
function foldedLine(text: FoldedText, start: number, end: number): string {
  const folded = text.folded.slice(start, end)
  return folded.includes('\n') ? folded.replaceAll('\n', ' ') : folded
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x2a || code === 0x7c
