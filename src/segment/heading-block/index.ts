import { documentType, typeCodeOfSymbol } from '../../grammar/document-types.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { isPlaceName } from '../../grammar/places.js'
import type { FoldedText } from '../../model/folded.js'
import type { DocumentType } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import type { Line } from '../lines.js'
import { readAddressees } from './addressees.js'
import { readArticle } from './article.js'
import type { HeadingBlock, HeadingHints } from './block.js'
import { findHeading } from './find-heading.js'
import { type Issuers, readIssuers } from './issuer-names.js'
import { type HeadingNumber, ofIssuer } from './number-line.js'
import { type Piece, readPieces } from './pieces.js'
import { neighboursIn, subjectIn } from './preamble.js'
import { sortPieces } from './sort-pieces.js'
import { joinTitle, withoutIssuer } from './title.js'

export type { HeadingBlock, HeadingHints } from './block.js'
export { nameIssuer } from './name-issuer.js'
export { resolvePlaces } from './resolve-places.js'

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
    notation: number ? { ...ofIssuer(number.notation, issuers.issuer?.words), span: number.span } : null,
    ...readDateline(text, parts.dateline, parts.stray),
    type: parts.type ?? typeOfSymbol(number, parts.about.length + parts.addressees.length > 0),
    title: withoutIssuer(joinTitle(text, parts.title.length ? parts.title : parts.about), issuers.issuer),
    addressees: readAddressees(text, parts.addressees),
    marks: parts.marks.map(({ start, end }) => text.text.slice(start, end).replace(/^\(|\)$/g, '')),
    attachment: parts.attached ? cut(text.text, parts.attached.start, parts.attached.end) : null,
    neighbours: namesProvince(issuers) ? [] : neighboursIn(text, body),
  }
}

/** Do the names tell the province themselves? Then the preamble need not be asked. */
const namesProvince = ({ issuer, parent }: Issuers): boolean => [issuer, parent].some((name) => name !== null && PATTERNS['named-province'].test(name.words))

const EMPTY: HeadingBlock = {
  kind: 'article', firstBodyLine: 0, issuer: null, jointIssuers: [], parent: null, notation: null, place: null, issued: null, type: null,
  title: null, addressees: [], marks: [], attachment: null, neighbours: [],
}

function readDateline(text: FoldedText, piece: Piece | null, stray: readonly Piece[]): Pick<HeadingBlock, 'place' | 'issued'> {
  if (!piece?.day) return { place: null, issued: null }
  const { start, end, edtf } = piece.day
  const before = text.text.slice(piece.start, piece.start + start).replace(/[\s,.;:…_]+$/, '')
  const lead = /^[\s,.;:…_\-–]*/.exec(before)![0].length
  const apart = stray.find(({ folded }) => PATTERNS['stray-place'].test(folded) || isPlaceName(folded))
  const place = /\p{L}/u.test(before) ? cut(text.text, piece.start + lead, piece.start + before.length) : apart ? cut(text.text, apart.start, apart.end) : null
  return { place, issued: edtf === null ? null : { ...cut(text.text, piece.start + start, piece.start + end), edtf } }
}

/** Types that a line "V/v" does not make a letter: their codes are no issuer's. */
const NO_LETTERS: ReadonlySet<string> = new Set(['KH', 'QĐ', 'BC', 'TTr', 'TB', 'CTr', 'HD', 'PA', 'ĐA', 'KL', 'NQ', 'GM'])

/** The first part of the symbol, or a letter (*công văn*), whose symbol names no type. */
function typeOfSymbol(number: HeadingNumber | null, isLetter: boolean): DocumentType | null {
  const symbol = number?.notation.symbol
  if (!symbol) return isLetter ? documentType('CV')! : null
  const code = typeCodeOfSymbol(symbol.split(/[-/]/)[0]!)
  if (code !== undefined && (!isLetter || NO_LETTERS.has(code))) return documentType(code) ?? null
  return isLetter ? documentType('CV')! : null
}
