import { titleOpenerEnd } from '../../grammar/citation-titles.js'
import { typeWordsEnd } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { factsOf } from '../../grammar/symbol-facts.js'
import { codeAt, isDigit, isLetter, isUpper, unitAt } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import { readCentralCommittee } from './central-committee.js'
import type { Source } from './context.js'
import { readIssuerName } from './known-issuers.js'
import type { Mention } from './mention.js'

const DATE_LEAD = PATTERNS['date-lead']
const ISSUER_LEAD = PATTERNS['issuer-lead']
const FOOTNOTE = PATTERNS['footnote-mark']
const TERM = PATTERNS['term-note']
const JOINT = PATTERNS['issuer-joint']
const SESSION = PATTERNS['assembly-session']
const CAPITALS_END = PATTERNS['capitals-end']
const MOST_ISSUERS = 8
const SPACE = 0x20
const COMMA = 0x2c
const BRACKET = 0x28
const CLOSE = 0x29
const SQUARE = 0x5b
const DASH = 0x2d
const UNKNOWN_DIGIT = 0x58
/** Longest name of a body that is looked for. */
const BODY_REACH = 200

/** Read date and issuer behind a notation or a name, in either order, and move the mention's end behind them. */
export function readTail(source: Source, mention: Mention, limit: number): void {
  readDate(source, mention, limit)
  readIssuer(source, mention, limit)
  if (mention.date === null && mention.issuer && mention.issuer.span.start > mention.start) readDate(source, mention, limit)
}

/** Where reading goes on behind a footnote's mark or a term: "Luật Bình đẳng giới[1] ngày …", "105/2025/NĐ-CP2 ngày …", "của Tỉnh ủy (khóa XIV) về …". */
export function behindNote({ folded }: Source, end: number): number {
  const at = behindFootnote(folded, end)
  if (!mayBeTerm(folded, at)) return at
  TERM.lastIndex = at
  if (!TERM.test(folded)) return at
  return folded[TERM.lastIndex - 1] === ' ' ? TERM.lastIndex - 1 : TERM.lastIndex
}

function behindFootnote(folded: string, end: number): number {
  const code = folded.charCodeAt(end)
  const mayBegin = code === BRACKET || code === SQUARE || isDigit(code) || (code === SPACE && folded.charCodeAt(end + 1) === BRACKET)
  if (!mayBegin) return end
  FOOTNOTE.lastIndex = end
  return FOOTNOTE.test(folded) ? FOOTNOTE.lastIndex : end
}

/** Do the first letters of *khóa*, *kỳ họp*, *nhiệm kỳ*, *tại kỳ họp*, *đợt* follow, bracket and comma passed over? */
function mayBeTerm(folded: string, end: number): boolean {
  const space = folded.charCodeAt(end) === COMMA ? end + 1 : end
  if (folded.charCodeAt(space) !== SPACE) return false
  const at = folded.charCodeAt(space + 1) === BRACKET ? space + 2 : space + 1
  const first = folded.charCodeAt(at)
  const second = folded.charCodeAt(at + 1)
  return first === 0x6b || first === 0x111 || (first === 0x6e && second === 0x68) || (first === 0x74 && second === 0x1ea1)
}

function readDate(source: Source, mention: Mention, limit: number): void {
  if (mention.date !== null) return
  const { folded } = source
  const at = behindNote(source, mention.end)
  const leadEnd = dateLeadEnd(folded, at)
  if (mention.issuer && folded.slice(at, leadEnd).includes(',')) return
  const found = source.dates.startingIn(at, leadEnd)
  if (!found || found.span.end > limit) return
  if (found.edtf === null) {
    if (!/\d/.test(found.text)) return
    mention.impossible = found
    mention.end = found.span.end
    return
  }
  if (!isSingleDate(found.edtf)) return
  mention.date = found.edtf
  mention.dateSpan = found.span
  mention.end = found.span.end
  if (folded.charCodeAt(mention.end) === CLOSE && folded.slice(at, leadEnd).includes('(')) mention.end++
}

/** What may stand between a notation, a name or an issuer and its date: ", ngày ", " ký ngày ", " (ngày ", " năm ". */
function dateLeadEnd(folded: string, from: number): number {
  let at = from
  if (folded.charCodeAt(at) === SPACE) at++
  const mark = folded.charCodeAt(at)
  if (mark === COMMA || mark === BRACKET) at++
  if (folded.charCodeAt(at) === SPACE) at++
  const first = folded.charCodeAt(at)
  if (first === 0x6e) return folded.startsWith('ngày ', at) ? at + 5 : folded.startsWith('năm ', at) ? at + 4 : at
  if (first !== 0x63 && first !== 0x111 && first !== 0x6b && first !== 0x62 && first !== 0x68 && first !== 0x6c) return at
  DATE_LEAD.lastIndex = at
  return DATE_LEAD.test(folded) ? DATE_LEAD.lastIndex : at
}

/** One day, month or year, known or left blank; no period, no deadline. */
export function isSingleDate(edtf: string): boolean {
  if (edtf.length !== 4 && edtf.length !== 7 && edtf.length !== 10) return false
  for (let at = 0; at < edtf.length; at++) {
    const code = edtf.charCodeAt(at)
    if (at === 4 || at === 7 ? code !== DASH : !isDigit(code) && code !== UNKNOWN_DIGIT) return false
  }
  return true
}

function readIssuer(source: Source, mention: Mention, limit: number): void {
  if (mention.issuer) return
  const at = behindNote(source, mention.end)
  const lead = issuerLeadEnd(source.folded, at)
  const body = lead < 0 ? bareIssuer(source, mention, limit) : issuerAt(source, lead, limit)
  if (!body) return
  mention.issuer = body
  mention.end = isJoint(mention) ? lastIssuerEnd(source, body.span.end, limit) : behindUnit(source, body.span.end, limit)
}

/** "của Bộ Nông nghiệp - Tổng cục Thủy lợi về việc …": the unit of the issuer that a title follows. */
function behindUnit(source: Source, end: number, limit: number): number {
  if (unitAt(source.folded, end + 1) !== DASH || !source.folded.startsWith(' - ', end)) return end
  const unit = issuerAt(source, end + 3, limit)
  return unit && titleOpenerEnd(source.folded, unit.span.end + 1, 'comma') !== undefined ? unit.span.end : end
}

/** Where the words end that lead to an issuer (*của*, *giữa*, *của liên*), comma and spaces passed over; -1 where none do. The form that nearly all have is told by its letters. */
function issuerLeadEnd(folded: string, end: number): number {
  let at = end
  while (at - end < 3 && (unitAt(folded, at) === SPACE || unitAt(folded, at) === COMMA)) at++
  const first = unitAt(folded, at)
  if (first !== 0x63 && first !== 0x67) return -1
  if (at === end + 1 && first === 0x63 && folded.startsWith('của ', at) && unitAt(folded, at + 4) !== L) return at + 4
  ISSUER_LEAD.lastIndex = end
  return ISSUER_LEAD.test(folded) ? ISSUER_LEAD.lastIndex : -1
}

const L = 0x6c

/** Several bodies issued it: the type says so, or the symbol. */
const isJoint = ({ type, parts }: Mention): boolean => type?.code === 'TTLT' || type?.code === 'NQLT' || factsOf(parts).isJoint

/** "của Bộ Y tế và Bộ Tài chính", "của Bộ Nội vụ - Bộ Tài chính": the end of the last of them. */
function lastIssuerEnd(source: Source, end: number, limit: number): number {
  let last = end
  for (let rounds = 0; rounds < MOST_ISSUERS; rounds++) {
    JOINT.lastIndex = last
    const joint = JOINT.exec(source.folded)
    const body = joint ? issuerAt(source, last + joint[0].length, limit) : undefined
    if (!body) return last
    last = body.span.end
  }
  return last
}

/** An issuer without "của", between the date and the title: "ngày 21/02/2012 Sở Y tế về việc …". */
function bareIssuer(source: Source, { end, date, notation }: Mention, limit: number): Body | undefined {
  if (date === null || notation === null || source.folded[end] !== ' ' || !isUpper(source.text.charCodeAt(end + 1))) return undefined
  const body = issuerAt(source, end + 1, limit)
  return body && titleOpenerEnd(source.folded, body.span.end + 1, 'issued') !== undefined ? body : undefined
}

/** The body at `at`, cut short where the title's first word was taken for a part of its name ("của Chính phủ Quy định …"). */
function issuerAt(source: Source, from: number, limit: number): Body | undefined {
  SESSION.lastIndex = from
  const at = source.folded.startsWith('hội nghị ', from) && SESSION.test(source.folded) ? SESSION.lastIndex : from
  const body = bodyAt(source, at, limit)
  if (!body) return readCentralCommittee(source, at, limit)
  const { folded } = source
  const last = source.text.charCodeAt(body.span.end - 1)
  const shouted = isLetter(last) && !isUpper(last) ? null : CAPITALS_END.exec(folded.slice(at, body.span.end))
  if (shouted && source.text.slice(at, body.span.end) === body.text.toUpperCase()) return bodyAt(source, at, at + shouted.index)
  const stop = overrunAt(folded, at, body.span.end)
  return stop === undefined ? body : bodyAt(source, at, stop)
}

/** Where a name ends that took in the first word of the title ("Chính phủ Quy|định") or of the next citation ("Bộ Tài chính và Nghị|quyết số"). */
function overrunAt(folded: string, from: number, end: number): number | undefined {
  for (let word = wordBefore(folded, from, end), words = 0; word > from && words < 3; word = wordBefore(folded, from, word - 1), words++) {
    if (folded.startsWith('về', word) || (titleOpenerEnd(folded, word, 'comma') ?? 0) > end) return word - 1
    if ((typeWordsEnd(folded, word) ?? 0) > end) return word - (PATTERNS['type-joint'].exec(folded.slice(word - 9, word))?.[0].length ?? 1)
  }
  return undefined
}

/** Where the word begins that ends at `end`, or `from`. */
function wordBefore(folded: string, from: number, end: number): number {
  let at = end
  while (at > from && codeAt(folded, at - 1) !== SPACE) at--
  return at
}

/** The body that begins at `at` on the same line. */
export function bodyAt(source: Source, at: number, limit: number): Body | undefined {
  return readIssuerName(source, source.context.readBody, at, Math.min(limit, at + BODY_REACH, source.lines.endOf(at)))
}
