import { titleOpenerEnd } from '../../grammar/citation-titles.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { isUpper } from '../../model/folded.js'
import { cut, type Spanned } from '../../model/span.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'
import { behindNote, bodyAt } from './tail.js'
import { findTitleEnd } from './title-end.js'

/**
 * The title (trích yếu) behind number, date and issuer, verbatim, to the end of its clause.
 *
 *     Kế hoạch số 12/KH-UBND của UBND tỉnh về phòng, chống dịch bệnh (SXH) năm 2021, Sở Y tế đề nghị …
 *                                          ^-------------------------------------^
 * @param mentions all of the document in reading order: a title may hold some of them and ends before the next of a list
 */
export function readTitle(source: Source, mentions: readonly Mention[], index: number): Spanned | null {
  const mention = mentions[index]!
  if (mention.by === 'citation.law' || (mention.notation === null && mention.issuer === null)) return null
  const { text, folded } = source
  const behind = behindNote(source, mention.end)
  const comma = folded[behind] === ',' ? 1 : 0
  let at = behind + comma
  if (folded[at] === ' ') at++
  if (at === behind) return null
  if (folded[at] === '"' && !comma) return quotedTitle(source, at)
  const opener = titleOpenerEnd(folded, at, comma ? 'comma' : mention.end > mention.coreEnd || (mention.issuer && mention.issuer.span.end < mention.start) ? 'issued' : 'number')
  if (opener === undefined && !comma) return sentTitle(source, mentions, index, behind)
  if (opener === undefined || isAddressed(source, at, opener)) return null
  const end = trimEnd(folded, at, findTitleEnd(source, mentions, index, at))
  return end > opener ? cut(text, at, end) : null
}

/** "văn bản số 497/SXD-PQH gửi các Sở, ngành liên quan về việc …": whom it was sent to stands before the title. */
function sentTitle(source: Source, mentions: readonly Mention[], index: number, behind: number): Spanned | null {
  const { text, folded } = source
  if (!folded.startsWith(' gửi ', behind)) return null
  const length = folded.slice(behind, Math.min(source.lines.endOf(behind), behind + 200)).indexOf(' về việc ')
  if (length < 0 || /[.:]/.test(folded.slice(behind, behind + length))) return null
  const at = behind + length + 1
  const end = trimEnd(folded, at, findTitleEnd(source, mentions, index, at))
  return end > at + 8 ? cut(text, at, end) : null
}

const LONGEST_QUOTATION = 400

function quotedTitle({ text, folded, lines }: Source, at: number): Spanned | null {
  const inside = folded.slice(at + 1, Math.min(lines.endOf(at), at + LONGEST_QUOTATION))
  const length = inside.indexOf('"')
  return length < 0 || inside.slice(0, length).split(' ').length < 3 ? null : cut(text, at, at + length + 2)
}

/** "báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND về Sở Y tế trước ngày …": where to, not what about. */
function isAddressed(source: Source, at: number, opener: number): boolean {
  if (opener - at !== 2 || !mayBeAddressee(source, opener + 1)) return false
  const body = bodyAt(source, opener + 1, source.folded.length)
  if (!body) return false
  const next = source.folded.slice(body.span.end, body.span.end + 12)
  return PATTERNS['title-closes'].test(next)
}

/** A capital, or one of the words that a body's name may begin with in small letters. */
const mayBeAddressee = ({ text, folded }: Source, at: number): boolean => isUpper(text.charCodeAt(at)) || ADDRESSEE.test(folded.slice(at, at + 6))

const ADDRESSEE = PATTERNS.addressee

function trimEnd(folded: string, from: number, end: number): number {
  let to = end
  for (;;) {
    const before = to
    while (to > from && ' ,;-:/.'.includes(folded[to - 1]!) && !folded.startsWith('..', to - 2)) to--
    if (folded.endsWith(' và', to)) to -= 3
    if (to === before) return to
  }
}
