import { firstsBefore } from '../../grammar/compound-words.js'
import { bodyHeads, notBodies } from '../../grammar/bodies.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { isSchoolWithoutHead, OPEN_NAMES } from '../../grammar/heading.js'
import { typeCodeOfSymbol } from '../../grammar/document-types.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { BodyKind, Level } from '../../model/plan.js'
import { cut, type Span, type Spanned } from '../../model/span.js'
import { levelOfWords } from './level.js'
import { toNaturalCase } from './natural-case.js'
import type { Piece } from './pieces.js'

/** The name of a body as the heading prints it, broken lines included. */
export interface HeadingName extends Spanned {
  /** As a proper name in natural case, abbreviations written out: "Ủy ban nhân dân huyện Tứ Kỳ". */
  readonly words: string
}

export interface Issuers {
  readonly issuer: HeadingName | null
  readonly jointIssuers: readonly HeadingName[]
  readonly parent: HeadingName | null
}

interface Draft {
  readonly start: number
  end: number
  /** The lines of the name, joined. */
  printed: string
  folded: string
  /** Index of its last line. */
  line: number
  kind: BodyKind | null
  readonly level: Level | null
  /** Printed with a hyphen to the name before it. */
  readonly joined: boolean
}

const JOINER = / ?- ?$/
/** A hyphen between two bodies on one line. */
const BETWEEN = / +- +| +\+ +| *\/ *| *; */g

/**
 * Names of the left column, top to bottom: a line that begins like a body begins a name, any other goes on with the one above.
 *
 *     UBND TỈNH QUẢNG TRỊ            parent
 *     SỞ NÔNG NGHIỆP                 issuer
 *     VÀ PHÁT TRIỂN NÔNG THÔN
 */
export function readIssuers(text: FoldedText, pieces: readonly Piece[], symbol: string | null): Issuers {
  const drafts: Draft[] = []
  for (const piece of pieces) for (const part of partsOf(text, piece)) addLine(text, drafts, part, piece.line)
  const names = drafts.filter(({ start, end }) => end > start)
  const last = names.length - 1
  if (last < 0) return { issuer: null, jointIssuers: [], parent: null }
  const firstJoint = firstOfJoint(names, symbol)
  const toName = ({ start, end, printed }: Draft): HeadingName => ({ ...cut(text.text, start, end), words: toNaturalCase(printed.replace(/[\s*]+/g, ' ').trim()) })
  return {
    issuer: toName(names[firstJoint]!),
    jointIssuers: names.slice(firstJoint + 1).map(toName),
    parent: firstJoint > 0 ? toName(names[firstJoint - 1]!) : null,
  }
}

/** A line, or the parts of a line that names two bodies. */
function partsOf(text: FoldedText, piece: Piece): (Span & { joined: boolean })[] {
  const parts: (Span & { joined: boolean })[] = []
  let start = piece.start
  BETWEEN.lastIndex = 0
  for (const between of piece.folded.matchAll(BETWEEN)) {
    const next = piece.start + between.index + between[0].length
    if (!headAt(text, next, piece.end) || OPEN_NAMES.has(piece.folded.slice(start - piece.start, between.index))) continue
    if (PATTERNS.council.test(text.folded.slice(start, piece.start + between.index))) continue
    parts.push({ start, end: piece.start + between.index, joined: parts.length > 0 })
    start = next
  }
  const school = isUpper(text.text.charCodeAt(start + 1)) && UNDER.some((word) => piece.folded.includes(word)) ? SCHOOL.exec(text.folded.slice(start, piece.end)) : null
  if (school && !parts.length) return [{ start, end: start + school.index, joined: false }, { start: start + school.index + 1, end: piece.end, joined: false }]
  const under = parts.length ? null : PATTERNS['under-committee'].exec(text.folded.slice(start, piece.end))
  if (under && isUpper(text.text.charCodeAt(start + 1)) && isUpper(text.text.charCodeAt(start + under.index + 2))) return [{ start, end: start + under.index, joined: false }, { start: start + under.index + 1, end: piece.end, joined: false }]
  return [...parts, { start, end: piece.end, joined: parts.length > 0 }]
}

const UNDER = [' trường ', ' bệnh viện ', ' trung tâm y tế ']

/** "SỞ GD&ĐT QUẢNG TRỊ TRƯỜNG THPT CHUYÊN": the two lines of a column as one. */
const SCHOOL = new RegExp(`(?<=^(?:sở|phòng|ubnd|ủy ban) .{6,60})(?<! (?:${firstsBefore('trường')})) (?=(?:trường|bệnh viện|trung tâm y tế) )`)

function addLine(text: FoldedText, drafts: Draft[], { start, end, joined }: Span & { joined: boolean }, line: number): void {
  const folded = text.folded.slice(start, end)
  const before = drafts.at(-1)
  const head = headAt(text, start, end)
  const joinedBefore = joined || (before !== undefined && JOINER.test(before.folded))
  if (before && !joined && !(head && !isOpen(before.folded, folded))) {
    if (line - before.line < 2) before.end = end
    before.printed += ` ${text.text.slice(start, end)}`
    before.folded += ` ${folded}`
    before.line = line
    before.kind ??= head?.kind ?? null
    return
  }
  if (before && JOINER.test(before.folded)) {
    before.end -= JOINER.exec(before.folded)![0].length
    before.printed = before.printed.replace(/ ?[-–] ?$/, '')
  }
  drafts.push({ start, end, printed: text.text.slice(start, end), line, folded, kind: head?.kind ?? null, level: head?.level ?? null, joined: joinedBefore })
}

function headAt(text: FoldedText, at: number, limit: number): { kind: BodyKind; level: Level | null } | undefined {
  if (!isUpper(text.text.charCodeAt(at))) return undefined
  const head = bodyHeads.longestAt(text.folded, at, limit)
  const not = notBodies.longestAt(text.folded, at, limit)
  if (!head && isSchoolWithoutHead(text.folded.slice(at, limit))) return { kind: 'school', level: null }
  return head && !(not && not.end >= head.end) ? head.value : undefined
}

/** A head of a name alone, or a name that ends in a word which cannot end one. */
const isOpen = (folded: string, next: string): boolean =>
  OPEN_NAMES.has(folded) || PATTERNS['open-end'].test(folded) || (PATTERNS['union-board'].test(folded) && PATTERNS['youth-union'].test(next))

/** Index of the first of several issuers of one document; the last name alone where one issues and the others stand over it. */
function firstOfJoint(names: readonly Draft[], symbol: string | null): number {
  let first = names.length - 1
  while (first > 0 && areEqual(names[first - 1]!, names[first]!, symbol)) first--
  return first
}

function areEqual(above: Draft, below: Draft, symbol: string | null): boolean {
  if (below.joined) return true
  if (issuerCount(symbol) > 1 && !isParent(above)) return true
  if (above.kind !== below.kind || above.kind === null || above.kind === 'board' || above.kind === 'party' || above.kind === 'union') return false
  const levels = [above, below].map(({ folded, level }) => levelOfWords(folded) ?? level)
  return levels[0] === levels[1] && (above.kind === 'department' || above.kind === 'division' || above.kind === 'ministry') && PATTERNS['branch-head'].test(above.folded) && PATTERNS['branch-head'].test(below.folded) && above.folded.slice(0, 3) === below.folded.slice(0, 3)
}

/** Bodies that stand over others in headings: committees, ministries, party committees. */
const isParent = ({ folded, kind }: Draft): boolean => kind === 'committee' || kind === 'ministry' || PATTERNS['parent-head'].test(folded)

/** Issuers named in a symbol that says it is joint: KHPH-CAH-PGDĐT, KHLT/SYT-SGDĐT. */
function issuerCount(symbol: string | null): number {
  const [type = '', ...others] = (symbol ?? '').split(/[-/]/)
  if (!typeCodeOfSymbol(type) || !/(?:LT|PH|LN)$/.test(type)) return 1
  return others.length
}
