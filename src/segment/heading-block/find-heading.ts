import { bodyHeads } from '../../grammar/bodies.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { typeAtStart } from '../../grammar/heading.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { HeadingHints } from './block.js'
import type { Piece } from './pieces.js'
import { isCapitals } from './capitals.js'

const LONGEST_NAME_LINE = 110

/**
 * Index of the piece that the heading begins with: the name above the national heading, the number or the dateline, whatever a web page
 * printed before it. Undefined where there is none.
 */
export function findHeading(text: FoldedText, pieces: readonly Piece[], hints: HeadingHints): number | undefined {
  const national = pieces.findIndex(({ kind }) => kind === 'national')
  if (national >= 0) return beginAbove(text, pieces, firstOfBlock(pieces, national))
  const number = pieces.findIndex(({ kind, folded }) => kind === 'number' && /^s/.test(folded))
  if (number >= 0 && number < 30) return beginAbove(text, pieces, number)
  if (hints.looksLikeArticle) return undefined
  const dateline = pieces.findIndex(({ kind, folded }) => kind === 'dateline' && !PATTERNS['publishing-day'].test(folded))
  if (dateline >= 0 && dateline < 20) return beginAbove(text, pieces, dateline)
  const addressees = pieces.slice(0, 12).findIndex(({ kind }) => kind === 'addressees')
  if (addressees >= 0) return beginAbove(text, pieces, addressees)
  const type = pieces.slice(0, 12).findIndex((piece, i) => isTypeLine(text, piece, pieces[i - 1]))
  return type >= 0 ? beginAbove(text, pieces, sameTypeBelow(pieces, type) ?? type) : bareTitle(text, pieces)
}

const REPEATED_WITHIN = 4

/** A page that prints its category and title over the document: "THÔNG BÁO", its short title, and "THÔNG BÁO" again, with which it begins. */
function sameTypeBelow(pieces: readonly Piece[], type: number): number | undefined {
  const again = pieces.findIndex(({ kind, folded }, i) => i > type && i <= type + REPEATED_WITHIN && kind === 'type' && folded === pieces[type]!.folded)
  return again > 0 && pieces.slice(type + 1, again).every(({ kind }) => kind === 'words' || kind === 'rule') ? again : undefined
}

/** "Kế hoạch phòng, chống dịch bệnh năm 2021" over a plan that lost its heading: sections follow. */
function bareTitle(text: FoldedText, pieces: readonly Piece[]): number | undefined {
  const title = pieces.slice(0, 3).findIndex((piece) => piece.kind === 'words' && isUpper(text.text.charCodeAt(piece.start)) && typeAtStart(piece.folded) !== undefined)
  return title >= 0 && pieces.slice(title + 1, title + 12).some(({ kind }) => kind === 'marker') ? title : undefined
}

/** The number can stand above the national heading: in the left column, which comes first. */
function firstOfBlock(pieces: readonly Piece[], national: number): number {
  let first = national
  for (let i = national - 1; i >= 0 && national - i < 14; i--) {
    const { kind, folded } = pieces[i]!
    if (kind === 'number' && (/^s/.test(folded) || first - i < 8)) first = i
    else if (kind === 'marker' || kind === 'prose' || kind === 'basis') break
  }
  return first
}

/** Up over the lines that can be names of bodies, rules and marks. */
function beginAbove(text: FoldedText, pieces: readonly Piece[], anchor: number): number {
  let begin = anchor
  for (let i = anchor - 1; i >= 0; i--) {
    const piece = pieces[i]!
    if (piece.kind === 'words' ? !canBeName(text, piece) && !isStray(text, pieces, i) : !BETWEEN_NAMES.has(piece.kind)) break
    begin = i
  }
  return begin
}

/** Lines that stand between or beside names. */
const BETWEEN_NAMES: ReadonlySet<Piece['kind']> = new Set(['rule', 'mark', 'national', 'about'])

/** A line that a page put between the names of a heading and its number: names in capitals stand above it. */
const isStray = (text: FoldedText, pieces: readonly Piece[], i: number): boolean => {
  const above = pieces[i - 1]
  return above !== undefined && above.kind === 'words' && isCapitals(text, above) && bodyHeads.longestAt(text.folded, above.start, above.end) !== undefined
}

function canBeName(text: FoldedText, piece: Piece): boolean {
  if (piece.folded.length > LONGEST_NAME_LINE || /[;:?!]$|[^.…][.]$/.test(piece.folded)) return false
  if (isCapitals(text, piece)) return typeAtStart(piece.folded) === undefined || bodyHeads.longestAt(text.folded, piece.start, piece.end) !== undefined
  return isUpper(text.text.charCodeAt(piece.start)) && !piece.folded.endsWith(',') && bodyHeads.longestAt(text.folded, piece.start, piece.end) !== undefined && !/\d{2}/.test(piece.folded)
}

/** A type in capitals, or one in small letters alone on its line below a name. */
function isTypeLine(text: FoldedText, piece: Piece, above: Piece | undefined): boolean {
  if (isCapitals(text, piece)) return piece.kind === 'type' || (piece.kind === 'words' && typeAtStart(piece.folded) !== undefined)
  return piece.kind === 'type' && above !== undefined && above.kind === 'words' && canBeName(text, above)
}
