import { documentType } from '../grammar/document-types.js'
import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import type { Citation, PlanDocument } from '../model/plan.js'
import type { Piece } from './plan-draft.js'
import { carriedWords, cite, symbolOf } from './explicit.js'
import { openerOf } from './opener.js'
import { wholeOf } from './whole-citation.js'
import { blank, form, layout, ofParent, ofProfile, put, type Writer } from './writer.js'

/** What bodies write to each other about a plan (letters, proposals, reports, minutes) is no basis for those who carry it out. */
const NOT_CARRIED: ReadonlySet<string> = new Set(['CV', 'TTr', 'BC', 'BB', 'GM', 'GGT', 'PC', 'PG', 'PB', 'CĐ', 'TB'])

/** The basis (*căn cứ*): the plan received first, cited in full, then what it rests on itself, as far as that applies; then the sentence that issues the plan. */
export function writeBasis(writer: Writer): void {
  const { input, style } = writer
  const { parent, name } = input
  put(writer, 'basis', [form('basis.carries-out', style), layout(' '), ...citeParent(writer), layout(';')])
  const seen = new Set<string>()
  let end = 0
  for (const citation of parent.citations) {
    if (citation.span.start < end) continue
    end = wholeOf(citation).end
    if (!isBasis(citation) || NOT_CARRIED.has(citation.type?.code ?? '')) continue
    const key = citation.notation?.text ?? citation.name ?? citation.text
    if (citation.refersTo !== null || (citation.notation === null && citation.name === null) || citation.notation?.number === null || seen.has(key)) continue
    seen.add(key)
    put(writer, 'basis', [...openerPieces(writer, citation), layout(' '), ...typeWords(citation), ...citedWords(writer, citation), layout(';')])
    cite(writer, wholeOf(citation))
  }
  put(writer, 'enacting', [ofProfile('body', name), layout(' '), form('enacts', style)])
}

const isBasis = ({ relation }: Citation): boolean => relation === 'basis' || relation === 'implements'

/** The second of "các Nghị định số 1, số 2" has no type of its own: its name is put before it. */
function typeWords({ text, type }: Citation): Piece[] {
  return type === null || /^\p{L}/u.test(text) ? [] : [{ text: type.name, from: { source: 'form', id: `type.${type.code}` } }, layout(' '), ...(PATTERNS['number-word'].test(text) ? [] : [form('cited.number', 'state'), layout(' ')])]
}

/** The words with which the plan received names it, "Thực hiện", "Căn cứ"; "Căn cứ" where it names it further on. */
function openerPieces({ input, style }: Writer, citation: Citation): Piece[] {
  const opener = openerOf(input.parent, citation)
  return opener && /^\p{Lu}/u.test(opener.text) ? ofParent(input.parent, opener.span) : [form('basis.pursuant', style)]
}

/** Its words; an issuer that a list names before them all ("các nghị định của Chính phủ: số …; số …") stands behind the day. */
function citedWords(writer: Writer, citation: Citation): Piece[] {
  const { issuer, title } = citation
  const whole = wholeOf(citation)
  if (!issuer || (issuer.span.start >= whole.start && issuer.span.end <= whole.end)) return carriedWords(writer, whole)
  const { parent } = writer.input
  const at = title?.span.start ?? whole.end
  const before = parent.text.slice(whole.start, at).trimEnd().length
  const named = [...carriedWords(writer, { start: whole.start, end: whole.start + before }), layout(' '), form('cited.issuer', 'state'), layout(' '), ...ofParent(parent, issuer.span)]
  return title ? [...named, layout(' '), ...carriedWords(writer, { start: at, end: whole.end })] : named
}

/** The plan received in full: type, number, day, issuer, title. */
function citeParent(writer: Writer): Piece[] {
  const { parent } = writer.input
  const { header } = parent
  if (parent.kind === 'article' || (header.notation === null && header.issuer === null)) return [blank('parent-document')]
  const type = header.type ?? documentType('KH')!
  const pieces: Piece[] = [{ text: type.name, from: { source: 'form', id: `type.${type.code}` } }]
  if (header.notation) pieces.push(layout(' '), form('cited.number', 'state'), layout(' '), ...notationPieces(parent))
  const day = dayPieces(parent)
  if (day.length) pieces.push(layout(' '), ...day)
  const issuer = issuerPieces(parent)
  if (issuer.length) pieces.push(layout(' '), form('cited.issuer', 'state'), layout(' '), ...issuer)
  const title = titlePieces(writer)
  if (title.length) pieces.push(layout(' '), ...title)
  writer.citations.push({
    type: type.code, notation: header.notation?.text ?? null, name: null, date: header.issued?.slice(0, 4).includes('X') ? header.issued.replace(/^..../, 'XXXX') : header.issued, issuer: header.issuer?.name ?? null,
    title: title.length ? title.map(({ text }) => text).join('') : null,
  })
  if (parent.header.titleSpan) cite(writer, parent.header.titleSpan)
  return pieces
}

function notationPieces({ text, header }: PlanDocument): Piece[] {
  const { span, number, text: canonical } = header.notation!
  if (number !== null) return [{ text: canonical, from: { source: 'parent', span } }]
  return [blank('parent-number'), { text: canonical, from: { source: 'parent', span: symbolOf(text, span) } }]
}

/** "ngày 07 tháng 3 năm 2023", with blanks where the plan left them. */
function dayPieces({ header, dates }: PlanDocument): Piece[] {
  if (header.issued === null) return []
  const mention = dates.find(({ role }) => role === 'issued')
  const [year = '', month = 'XX', day = 'XX'] = header.issued.split('-')
  if (!mention) return []
  const from = { source: 'due', span: mention.span } as const
  const part = (value: string, id: 'parent-day' | 'parent-month'): Piece => (value === 'XX' ? blank(id) : { text: id === 'parent-month' && Number(value) > 2 ? String(Number(value)) : value, from })
  return [form('day', 'state'), layout(' '), part(day, 'parent-day'), layout(' '), form('month', 'state'), layout(' '), part(month, 'parent-month'), layout(' '), form('year', 'state'), layout(' '), year.includes('X') ? blank('parent-year') : { text: year, from }]
}

/** The issuer's name written out. */
function issuerPieces({ header }: PlanDocument): Piece[] {
  return header.issuer ? [{ text: header.issuer.name, from: { source: 'parent', span: header.issuer.span } }] : []
}

/** "về" and the title, unless it begins so itself; its capitals stay. */
function titlePieces(writer: Writer): Piece[] {
  const { title, titleSpan } = writer.input.parent.header
  if (title === null || titleSpan === null) return []
  const found = carriedWords(writer, titleSpan)
  const words = title.includes(';') ? [layout('“'), ...found, layout('”')] : found
  return PATTERNS['title-opener'].test(title) ? words : [form('cited.title', 'state'), layout(' '), ...words]
}
