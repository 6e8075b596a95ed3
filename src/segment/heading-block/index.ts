import { documentType, typeCodeOfSymbol } from '../../grammar/document-types.js'
import { scannedTypeOfLine, typeAtStart, typeOfLine } from '../../grammar/heading.js'
import type { FoldedText } from '../../model/folded.js'
import type { DocumentType, Notation } from '../../model/plan.js'
import { cut, type Span, type Spanned } from '../../model/span.js'
import type { Line } from '../lines.js'
import { isAddressee, readAddressees } from './addressees.js'
import { readArticle } from './article.js'
import { isCapitals } from './capitals.js'
import { findHeading } from './find-heading.js'
import { type HeadingName, readIssuers } from './issuer-names.js'
import { type HeadingNumber, readNumber } from './number-line.js'
import { type Piece, readPieces } from './pieces.js'
import { neighboursIn, subjectIn } from './preamble.js'
import { continuesTitle, joinTitle, opensTitle, startsBody, type Title } from './title.js'

export type { HeadingName } from './issuer-names.js'
export { nameIssuer } from './name-issuer.js'
export { resolvePlaces } from './resolve-places.js'

/** The heading block, *thể thức đầu*, as it is printed (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW). */
export interface HeadingBlock {
  /** `article`: no national heading, no number, no dateline; a headline, then prose. */
  readonly kind: 'document' | 'article'
  /** Index of the first line that is not heading. */
  readonly firstBodyLine: number
  readonly issuer: HeadingName | null
  readonly jointIssuers: readonly HeadingName[]
  readonly parent: HeadingName | null
  /** *Số, ký hiệu.* */
  readonly notation: (Notation & { readonly span: Span }) | null
  /** *Địa danh* of the dateline. */
  readonly place: Spanned | null
  /** The day of issue without the place, with its EDTF value. */
  readonly issued: (Spanned & { readonly edtf: string }) | null
  /** From the line of the type, else from the symbol. */
  readonly type: DocumentType | null
  /** *Trích yếu.* */
  readonly title: Title | null
  /** *Kính gửi*, one each. */
  readonly addressees: readonly Spanned[]
  /** MẬT, HỎA TỐC, DỰ THẢO …, as printed. */
  readonly marks: readonly string[]
  /** "(Kèm theo Quyết định số …)" below the title. */
  readonly attachment: Spanned | null
  /** Provinces and districts that the preamble names with their kind: "tỉnh Hải Dương", "huyện Tây Hòa". */
  readonly neighbours: readonly string[]
}

export interface HeadingHints {
  /** The page around the text is one of a press article. */
  readonly looksLikeArticle: boolean
}

const TOP = 60

/** Read the heading block from the first lines of a text. */
export function readHeadingBlock(text: FoldedText, lines: readonly Line[], hints: HeadingHints): HeadingBlock {
  const pieces = readPieces(text, lines.slice(0, TOP))
  const from = findHeading(text, pieces, hints)
  if (from === undefined) return { ...EMPTY, ...readArticle(text, pieces, hints) }
  const parts = sortPieces(text, pieces.slice(from))
  const number = parts.number
  const symbol = number?.notation.symbol ?? null
  const issuers = readIssuers(text, parts.names, symbol)
  const body = { start: lines[parts.firstBodyLine]?.start ?? text.text.length, end: lines[Math.min(parts.firstBodyLine + 25, lines.length) - 1]?.end ?? text.text.length }
  return {
    kind: 'document',
    firstBodyLine: parts.firstBodyLine,
    ...issuers,
    issuer: issuers.issuer ?? subjectIn(text, body),
    notation: number ? { ...number.notation, span: number.span } : null,
    ...readDateline(text, parts.dateline),
    type: parts.type ?? typeOfSymbol(number, parts.about.length > 0),
    title: joinTitle(text, parts.title.length ? parts.title : parts.about),
    addressees: readAddressees(text, parts.addressees),
    marks: parts.marks.map(({ start, end }) => text.text.slice(start, end).replace(/^\(|\)$/g, '')),
    attachment: parts.attached ? cut(text.text, parts.attached.start, parts.attached.end) : null,
    neighbours: neighboursIn(text, body),
  }
}

const EMPTY: HeadingBlock = {
  kind: 'article', firstBodyLine: 0, issuer: null, jointIssuers: [], parent: null, notation: null, place: null, issued: null, type: null,
  title: null, addressees: [], marks: [], attachment: null, neighbours: [],
}

interface Parts {
  readonly names: Piece[]
  readonly title: Span[]
  readonly about: Piece[]
  readonly addressees: Piece[]
  readonly marks: Piece[]
  number: HeadingNumber | null
  dateline: Piece | null
  type: DocumentType | null
  attached: Span | null
  firstBodyLine: number
}

/** Each piece to the part of the heading it belongs to, up to the first that belongs to none. */
function sortPieces(text: FoldedText, pieces: readonly Piece[]): Parts {
  const parts: Parts = { names: [], title: [], about: [], addressees: [], marks: [], number: null, dateline: null, type: null, attached: null, firstBodyLine: 0 }
  let before: Piece | undefined
  for (const piece of pieces) {
    if (!takePiece(text, parts, piece, before)) {
      parts.firstBodyLine = piece.line
      return parts
    }
    if (piece.kind !== 'rule') before = piece
    parts.firstBodyLine = piece.line + 1
  }
  return parts
}

/** Put a piece where it belongs; false where the body begins with it. */
function takePiece(text: FoldedText, parts: Parts, piece: Piece, before: Piece | undefined): boolean {
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
  return takeWords(text, parts, piece, before)
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
  if (own && /^(?:triển khai|thực hiện)/.test(piece.folded.slice(own.end))) parts.title.push({ start: piece.start + own.end, end: piece.end })
  return text.text.charCodeAt(piece.end - 1) !== 0x3a
}

function takeWords(text: FoldedText, parts: Parts, piece: Piece, before: Piece | undefined): boolean {
  if (parts.type) return takeTitle(text, parts, piece, before)
  if (before && parts.about.at(-1) === before && piece.kind === 'words' && !(isCapitals(text, piece) && startsBody(text, piece))) return parts.about.push(piece) > 0
  if (piece.kind !== 'words') return false
  const typed = isCapitals(text, piece) || parts.number || parts.dateline ? typeAtStart(piece.folded) : undefined
  if (typed) {
    parts.type = typed.type
    parts.title.push({ start: piece.start + typed.end, end: piece.end })
    return true
  }
  if (parts.about.length) return false
  const name = isCapitals(text, piece) && startsBody(text, piece) && (!parts.number || !parts.names.length)
  if ((!parts.number && !parts.dateline) || name) return parts.names.push(piece) > 0
  return takeTitle(text, parts, piece, before)
}

const DECISIONS = new Set(['QĐ', 'NQ', 'CT', 'TT', 'NĐ'])

function takeTitle(text: FoldedText, parts: Parts, piece: Piece, before: Piece | undefined): boolean {
  const decision = DECISIONS.has(parts.type?.code ?? '')
  const goes = parts.title.length && before ? continuesTitle(text, piece, before, decision) : opensTitle(piece)
  if (goes) parts.title.push(piece)
  return goes
}

function readDateline(text: FoldedText, piece: Piece | null): Pick<HeadingBlock, 'place' | 'issued'> {
  if (!piece?.day) return { place: null, issued: null }
  const { start, end, edtf } = piece.day
  const before = text.text.slice(piece.start, piece.start + start).replace(/[\s,.;:…_]+$/, '')
  const lead = /^[\s,.;:…_\-–]*/.exec(before)![0].length
  const place = /\p{L}/u.test(before) ? cut(text.text, piece.start + lead, piece.start + before.length) : null
  return { place, issued: edtf === null ? null : { ...cut(text.text, piece.start + start, piece.start + end), edtf } }
}

/** The first part of the symbol, or a letter (*công văn*), whose symbol names no type. */
function typeOfSymbol(number: HeadingNumber | null, isLetter: boolean): DocumentType | null {
  const symbol = number?.notation.symbol
  if (!symbol) return isLetter ? documentType('CV')! : null
  const code = isLetter ? 'CV' : (typeCodeOfSymbol(symbol.split(/[-/]/)[0]!) ?? 'CV')
  return documentType(code) ?? null
}
