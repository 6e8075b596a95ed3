import { typeCodeOfSymbol } from '../../grammar/document-types.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { isSchoolWithoutHead, scannedTypeOfLine, typeAtStart, typeOfLine } from '../../grammar/heading.js'
import type { FoldedText } from '../../model/folded.js'
import type { DocumentType } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import { isAddressee } from './addressees.js'
import { isCapitals } from './capitals.js'
import { type HeadingNumber, readNumber } from './number-line.js'
import type { Piece } from './pieces.js'
import { continuesTitle, opensTitle, startsBody } from './title.js'

/** The pieces of a heading, each with the part it belongs to. */
export interface Parts {
  readonly names: Piece[]
  readonly title: Span[]
  readonly about: Piece[]
  readonly addressees: Piece[]
  readonly marks: Piece[]
  /** Words between the lines of the heading that belong to none of its parts. */
  readonly stray: Piece[]
  number: HeadingNumber | null
  dateline: Piece | null
  type: DocumentType | null
  attached: Span | null
  firstBodyLine: number
}

/** Put each piece to the part of the heading it belongs to, up to the first that belongs to none. */
export function sortPieces(text: FoldedText, pieces: readonly Piece[]): Parts {
  const parts: Parts = { names: [], title: [], about: [], addressees: [], marks: [], stray: [], number: null, dateline: null, type: null, attached: null, firstBodyLine: 0 }
  let before: Piece | undefined
  const last = lastOfHeading(pieces)
  for (const [index, piece] of pieces.entries()) {
    if (!takePiece(text, parts, piece, before, index < last)) {
      parts.firstBodyLine = piece.line
      return parts
    }
    if (piece.kind !== 'rule') before = piece
    parts.firstBodyLine = piece.line + 1
  }
  return parts
}

/** Index of the last piece that only a heading has, before the first clause of the preamble or section. */
function lastOfHeading(pieces: readonly Piece[]): number {
  let last = -1
  for (const [index, { kind }] of pieces.entries()) {
    if (kind === 'basis' || kind === 'marker' || kind === 'addressees') break
    if (kind === 'national' || kind === 'number' || kind === 'dateline') last = index
  }
  return last
}

/** Put a piece where it belongs; false where the body begins with it. `inHeading`: lines that only a heading has still come. */
function takePiece(text: FoldedText, parts: Parts, piece: Piece, before: Piece | undefined, inHeading: boolean): boolean {
  const { kind } = piece
  if (parts.addressees.length) return takeAddressee(parts, piece, before!)
  if (kind === 'rule') return true
  if (parts.attached && kind !== 'addressees') return false
  if (kind === 'national') return !parts.title.length
  if (kind === 'mark') return parts.marks.push(piece) > 0
  if (kind === 'attached') {
    parts.attached = piece
    return true
  }
  if (kind === 'addressees') return parts.addressees.push(piece) > 0
  if (kind === 'about') return parts.about.push(piece) > 0
  if (kind === 'number') return takeNumber(text, parts, piece)
  if (kind === 'dateline') {
    if (parts.dateline || parts.title.length) return false
    parts.dateline = piece
    return true
  }
  if (kind === 'type') return takeType(text, parts, piece)
  return takeWords(text, parts, piece, before, inHeading)
}

function takeAddressee(parts: Parts, piece: Piece, before: Piece): boolean {
  if (piece.kind === 'rule' || piece.kind === 'national') return true
  return isAddressee(piece, before) && parts.addressees.push(piece) > 0
}

function takeNumber(text: FoldedText, parts: Parts, piece: Piece): boolean {
  if (parts.title.length) return false
  parts.number ??= readNumber(text, piece.start, piece.end) ?? null
  return true
}

function takeType(text: FoldedText, parts: Parts, piece: Piece): boolean {
  if (parts.type || parts.title.length) return false
  parts.type = typeOfLine(piece.folded) ?? scannedTypeOfLine(piece.folded)!
  const own = typeAtStart(piece.folded)
  if (own && PATTERNS['title-verb'].test(piece.folded.slice(own.end))) parts.title.push({ start: piece.start + own.end, end: piece.end })
  return text.text.charCodeAt(piece.end - 1) !== 0x3a
}

function takeWords(text: FoldedText, parts: Parts, piece: Piece, before: Piece | undefined, inHeading: boolean): boolean {
  if (parts.type) return takesUpAuthority(text, parts, piece, before) ? parts.names.push(piece) > 0 : takeTitle(text, parts, piece, before)
  if (before && parts.about.at(-1) === before && piece.kind === 'words' && !(isCapitals(text, piece) && startsBody(text, piece))) return parts.about.push(piece) > 0
  if (piece.kind !== 'words') return false
  const typed = isCapitals(text, piece) || parts.number || parts.dateline || !before ? typeAtStart(piece.folded) : undefined
  if (typed) {
    parts.type = typed.type
    if (takeAuthority(text, parts, { ...piece, start: piece.start + typed.end, folded: piece.folded.slice(typed.end) })) return true
    parts.title.push({ start: piece.start + typed.end, end: piece.end })
    return true
  }
  if (parts.about.length && !inHeading) return false
  const name = isCapitals(text, piece) && startsBody(text, piece) && (!parts.number || !parts.names.length)
  if (!isCapitals(text, piece) && !startsBody(text, piece) && !isSchoolWithoutHead(piece.folded) && parts.names.length && inHeading && isCapitals(text, parts.names.at(-1)!)) return parts.stray.push(piece) > 0
  if ((!parts.number && !parts.dateline) || name) return parts.names.push(piece) > 0
  if (inHeading) return parts.stray.push(piece) > 0
  return takeTitle(text, parts, piece, before)
}

/** "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH": old forms name the issuer behind the type. */
function takeAuthority(text: FoldedText, parts: Parts, piece: Piece): boolean {
  if (!piece.folded.startsWith(OF) || !isCapitals(text, piece)) return false
  const name = { ...piece, start: piece.start + OF.length, folded: piece.folded.slice(OF.length) }
  if (!startsBody(text, name)) return false
  if (!parts.names.length) parts.names.push(name)
  return true
}

const OF = 'của '

/** "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG | BỘ CÔNG NGHIỆP": the line below such a name goes on with it. */
const takesUpAuthority = (text: FoldedText, parts: Parts, piece: Piece, before: Piece | undefined): boolean =>
  before !== undefined && piece.kind === 'words' && !parts.title.length && parts.names.at(-1)?.line === before.line && parts.names.at(-1)?.end === before.end && isCapitals(text, piece) && startsBody(text, piece)

const DECISIONS = new Set(['QĐ', 'NQ', 'CT', 'TT', 'NĐ'])

function takeTitle(text: FoldedText, parts: Parts, piece: Piece, before: Piece | undefined): boolean {
  const decision = DECISIONS.has(parts.type?.code ?? typeCodeOfSymbol(/^[^-/]*/.exec(parts.number?.notation.symbol ?? '')![0]) ?? '')
  const goes = parts.title.length && before ? continuesTitle(text, piece, before, decision) : opensTitle(text, piece)
  if (goes) parts.title.push(piece)
  return goes
}
