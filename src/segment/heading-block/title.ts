import { bodyHeads, notBodies, positionHeads } from '../../grammar/bodies.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { PROSE_OPENINGS } from '../../grammar/heading.js'
import { fold, type FoldedText, isUpper, wordEndsAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'
import { isCapitals } from './capitals.js'
import type { HeadingName } from './issuer-names.js'
import type { Piece } from './pieces.js'

export interface Title {
  readonly text: string
  readonly span: Span
}

const LONGEST_TITLE_LINE = 330
const ABOUT = /^\(?v\/[vw]\.?:? ?/

/** The lines of a title (*trích yếu*) as one: joined by spaces, without a leading "V/v". */
export function joinTitle(text: FoldedText, spans: readonly Span[]): Title | null {
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last) return null
  const about = ABOUT.exec(text.folded.slice(first.start, first.end))?.[0].length ?? 0
  const start = first.start + about
  const lines = [{ start, end: first.end }, ...spans.slice(1)].map((span) => text.text.slice(span.start, span.end).trim())
  const open = text.text[first.start] === '(' && about > 0
  const joined = lines.filter(Boolean).join(' ').replace(open ? /[ .;,)]+$/ : /[ .;,]+$/, '')
  return joined ? { text: joined, span: { start, end: last.end } } : null
}

const LINKS = PATTERNS['title-link']
const OFFICE = PATTERNS['office-at-end']
const OFFICE_BEFORE = PATTERNS['office-opener']

/** A decision repeats its issuer below the title; where the two lines ran together, the title ends before it. */
export function withoutIssuer(title: Title | null, issuer: HeadingName | null): Title | null {
  if (!title || !issuer) return title
  const name = ` ${fold(issuer.text.replace(/\s+/g, ' '))}`
  const folded = fold(title.text)
  if (isAuthority(title.text, folded, name.slice(1))) return null
  const at = folded.endsWith(name) && (name.length >= 12 || OFFICE.test(folded.slice(0, -name.length))) ? folded.length - name.length : authorityAt(title.text, folded, name)
  if (at === undefined) return title
  const before = folded.slice(0, at).replace(OFFICE, '')
  if (LINKS.test(before) || before.length < 10) return title
  const cutOff = title.text.length - before.length
  return { text: title.text.slice(0, before.length), span: { start: title.span.start, end: title.span.end - cutOff } }
}

/** "… GIAI ĐOẠN 2021 - 2025 ỦY BAN NHÂN DÂN TỈNH": the issuer again, with more or less of its place, where the title is in capitals. */
function authorityAt(printed: string, folded: string, name: string): number | undefined {
  const head = PATTERNS['authority-again'].exec(name)?.[0]
  const at = head === undefined ? -1 : folded.lastIndexOf(head)
  if (at < 0 || printed !== printed.toUpperCase()) return undefined
  return AUTHORITY_TAIL.test(folded.slice(at + head!.length)) ? at : undefined
}

/** "ỦY BAN NHÂN DÂN TỈNH" and nothing else: a decision's issuer again, whose title was lost on the way. */
function isAuthority(printed: string, folded: string, name: string): boolean {
  const body = folded.replace(OFFICE_BEFORE, '')
  return printed === printed.toUpperCase() && body.startsWith(name) && AUTHORITY_TAIL.test(body.slice(name.length))
}

const AUTHORITY_TAIL = PATTERNS['authority-tail']

/** Can the piece be the first line of a title: no clause of the preamble? Capitals have no clauses. */
export function opensTitle(text: FoldedText, piece: Piece): boolean {
  if (piece.kind === 'words') return piece.folded.length < LONGEST_TITLE_LINE && (isCapitals(text, piece) || !CLAUSES.test(withoutQuotations(piece.folded).slice(60)))
  return piece.kind === 'prose' && piece.folded.length < 200 && piece.folded.endsWith('.') && !opensProse(piece.folded)
}

const CLAUSES = PATTERNS['preamble-clause']

/** "… Đề án “Xây dựng làng an toàn; cơ quan an toàn” …": a semicolon in a name parts no clauses. */
const withoutQuotations = (folded: string): string => (folded.includes('"') ? folded.replace(/"[^"]*"?/g, '') : folded)

/** Does the piece go on with a title whose lines so far are `before`? */
export function continuesTitle(text: FoldedText, piece: Piece, before: Piece, decision: boolean): boolean {
  if (piece.kind !== 'words' || piece.folded.length > LONGEST_TITLE_LINE || ends(text, before)) return false
  if (!isUpper(text.text.charCodeAt(piece.start))) return true
  if (/[^.][.]$/.test(piece.folded)) return false
  const capitals = isCapitals(text, piece)
  if (PATTERNS.theme.test(piece.folded)) return false
  if (decision && capitals && (startsBody(text, piece) || !isCapitals(text, before))) return false
  if (capitals) return true
  if (piece.folded.length < 45 && PATTERNS['title-rest'].test(piece.folded)) return true
  return piece.folded.length < 140 && !opensProse(piece.folded) && piece.line - before.line < 2
}

/** Does nothing of a title follow the piece? A semicolon between lines in capitals parts two things that the title names. */
const ends = (text: FoldedText, piece: Piece): boolean => /[.:]$/.test(piece.folded) || (piece.folded.endsWith(';') && !isCapitals(text, piece))

const opensProse = (folded: string): boolean => PROSE_OPENINGS.some((opening) => folded.startsWith(opening) && wordEndsAt(folded, opening.length))

/** Opens the piece with a body or an office: the line over the preamble of a decision. */
export function startsBody(text: FoldedText, { start, end }: Span): boolean {
  const head = bodyHeads.longestAt(text.folded, start, end) ?? positionHeads.longestAt(text.folded, start, end)
  return head !== undefined && (notBodies.longestAt(text.folded, start, end)?.end ?? 0) < head.end
}
