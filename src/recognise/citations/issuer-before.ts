import { factsOf } from '../../grammar/symbol-facts.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { fold, isUpper } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'
import { bodyAt, isSingleDate } from './tail.js'

const PLACED_IN = PATTERNS['issuer-at']
const ISSUED = PATTERNS['issuer-acts']
const ASKED = PATTERNS['asked-by']
const LONGEST_ASKER = 100
const REACH = 160
/** "Ngày 16/4/2020 Ủy ban nhân dân tỉnh ban hành …": the comma behind the day is often left out. */
const BEHIND_DAY = /\d[/.-]?\d{2,4} $/
const DATE_REACH = 60
const OPENED = PATTERNS['sentence-date-lead']

/**
 * Who issued an instrument, where the words before it tell.
 *
 *     theo chỉ đạo của UBND tỉnh tại Công văn số 11343/UBND-KTTC
 *                      ^^^^^^^^^
 *     Ngày 29/6/2026, Bộ trưởng Bộ Xây dựng đã ban hành Quyết định số 1074/QĐ-BXD
 *          ^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^
 */
export function readIssuerBefore(source: Source, mention: Mention): void {
  if (mention.issuer || mention.notation === null || mention.carried) return
  const { folded } = source
  if (!mayLead(folded, mention.start)) return
  const from = Math.max(source.lines.startOf(mention.start), mention.start - REACH)
  const before = folded.slice(from, mention.start)
  const placed = PLACED_IN.exec(before)
  if (placed) {
    const body = bodyEndingAt(source, from, from + placed.index, ['của ']) ?? asker(source, from, from + placed.index)
    if (body && mayHaveIssued(mention, body)) mention.issuer = body
    return
  }
  const issued = ISSUED.exec(before)
  if (!issued) return
  const body = bodyEndingAt(source, from, from + issued.index, ['', ', ', '; ', '. ', ': ', '- ', 'do ', '+ ', ') '])
  if (!body || !mayHaveIssued(mention, body)) return
  mention.issuer = body
  if (mention.date === null) readDateBefore(source, mention, body.span.start)
}

/** Does *tại*, *ban hành*, *ký* or *có* stand before `end`, with or without *các* or how many? */
function mayLead(folded: string, end: number): boolean {
  if (folded.charCodeAt(end - 1) !== 0x20) return false
  const counted = /\d$/.test(folded.slice(end - 2, end - 1)) ? folded.lastIndexOf(' ', end - 2) + 1 : end
  const start = folded.startsWith(' các', end - 5) ? end - 4 : counted
  switch (folded.charCodeAt(start - 2)) {
    case 0x69: return folded.startsWith('tại', start - 4)
    case 0x68: return folded.startsWith('hành', start - 5)
    case 0xfd: return folded.startsWith('ký', start - 3)
    case 0xf3: return folded.startsWith('có', start - 3)
    default: return false
  }
}

/** A body that ends at `end` and begins at the line's begin or behind one of the leads; the longest. Behind a mark of the clause it begins with a capital. */
function bodyEndingAt(source: Source, from: number, end: number, leads: readonly string[]): Body | undefined {
  const { text, folded } = source
  for (let at = from; at < end; at = nextWord(folded, at, end)) {
    const lead = leads.find((one) => (one ? folded.endsWith(one, at) && at > from : at === 0 || folded.charCodeAt(at - 1) === 0x0a)) ?? (BEHIND_DAY.test(folded.slice(at - 6, at)) ? ', ' : undefined)
    if (lead === undefined || (lead.length === 2 && !isUpper(text.charCodeAt(at)))) continue
    const body = bodyAt(source, at, end)
    if (body && (body.span.end === end || isRemark(source, body, end))) return body
  }
  return undefined
}

/** Behind a party committee its term ("khóa XIII"), behind an office who holds it ("Thủ tướng Chính phủ Nguyễn Văn A"). */
function isRemark({ text }: Source, { kind, span }: Body, end: number): boolean {
  const rest = text.slice(span.end, end)
  return TERM.test(rest) || (kind === 'position' && HOLDER.test(rest))
}

const TERM = PATTERNS['term-before']
const HOLDER = /^(?: \p{Lu}\p{Ll}+){2,4}$/u

/** "đề nghị của Chi nhánh Mỏ X tại Văn bản số …": whoever stands between the words, known or not. */
function asker({ text, folded }: Source, from: number, end: number): Body | undefined {
  const asked = ASKED.exec(folded.slice(from, end))
  if (!asked) return undefined
  const at = from + asked.index + asked[0].length
  if (end - at > LONGEST_ASKER || !isUpper(text.charCodeAt(at)) || /[;:."]/.test(folded.slice(at, end))) return undefined
  const words = cut(text, at, end)
  return { ...words, name: words.text, kind: 'other', level: null, place: null, collective: false, id: null }
}

function nextWord(folded: string, at: number, end: number): number {
  let i = at
  while (i < end && folded[i] !== ' ') i++
  return i + 1
}

/** "Ngày 29/6/2026, Bộ trưởng … ban hành": the day that opens the sentence. */
function readDateBefore({ folded, dates, lines }: Source, mention: Mention, bodyStart: number): void {
  const from = Math.max(lines.startOf(bodyStart), bodyStart - DATE_REACH)
  const date = dates.startingIn(from, bodyStart)
  if (!date?.edtf || !isSingleDate(date.edtf) || !/^,? ?$/.test(folded.slice(date.span.end, bodyStart))) return
  if (!OPENED.test(folded.slice(Math.max(lines.startOf(bodyStart), date.span.start - DATE_REACH), date.span.start))) return
  mention.date = date.edtf
  mention.dateSpan = date.span
}

/** A symbol that names one body is not another's: "của UBND tỉnh tại Quyết định số 12/QĐ-TTg". */
function mayHaveIssued({ parts }: Mention, body: Body): boolean {
  const named = factsOf(parts).single
  return !named || fold(body.name).includes(fold(named.name))
}
