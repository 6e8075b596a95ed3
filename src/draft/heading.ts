import { formForName } from '../grammar/draft-forms.js'
import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import type { Piece } from './plan-draft.js'
import { carriedWords, cite } from './explicit.js'
import { blank, form, layout, ofProfile, put, type Writer } from './writer.js'

export interface HeadingFacts {
  readonly issuer: string
  readonly parent: string | null
  readonly notation: string | null
  readonly place: string | null
  readonly title: string | null
}

/** The heading by the decree's annex I: the two-column block, type and title. */
export function writeHeading(writer: Writer): HeadingFacts {
  const { input, style } = writer
  const { profile, name } = input
  if (profile.parent !== undefined) put(writer, 'parent', [ofProfile('parent', profile.parent.toUpperCase())])
  for (const line of issuerLines(name)) put(writer, 'issuer', [ofProfile('body', line.toUpperCase()), ...(isNameless(line) ? [layout(' '), blank('place')] : [])])
  if (style === 'party') put(writer, 'star', [form('star', style)])
  const code = writeNotation(writer)
  put(writer, 'national', [form('national', style)])
  if (style === 'state') put(writer, 'motto', [form('motto', style)])
  const place = writeDateline(writer)
  put(writer, 'type', [form('type', style)])
  const title = titlePieces(writer)
  put(writer, 'title', title)
  return { issuer: input.fullName, parent: input.parentName, notation: code === null ? null : style === 'party' ? `-KH/${code}` : `/KH-${code}`, place, title: title.some(({ from }) => from.source === 'blank') ? null : title.map(({ text }) => text).join('') }
}

/** The title of the profile, else that of the plan received; the headline of an article is none. */
function titlePieces(writer: Writer): Piece[] {
  const { profile, parent, titleCitations } = writer.input
  if (profile.title !== undefined) {
    writer.citations.push(...titleCitations.map(({ type, notation, name, date, issuer, title }) => ({ type: type?.code ?? null, notation: notation?.text ?? null, name, date, issuer: issuer?.text ?? null, title: title?.text ?? null })))
    return [ofProfile('title', profile.title)]
  }
  const span = parent.kind === 'article' ? null : parent.header.titleSpan
  if (!span) return [blank('title')]
  cite(writer, span)
  return carriedWords(writer, span)
}

/** "Ủy ban nhân dân xã Tân Kỳ" stands in two lines, what it is over whose it is. */
function issuerLines(name: string): string[] {
  const { head, place } = PATTERNS['committee-of-place'].exec(name)?.groups ?? {}
  return head && place ? [head, place] : [name]
}

/** "XÃ" without its name. */
const isNameless = (line: string): boolean => PATTERNS.nameless.test(line)

/** "Số: ……/KH-UBND", of the Party "Số ……-KH/ĐU". */
function writeNotation(writer: Writer): string | null {
  const { input, style } = writer
  const known = input.profile.code !== undefined ? ofProfile('code', input.profile.code) : formForName('code', input.name)
  const code: Piece = known === undefined ? blank('code') : 'from' in known ? known : { text: known.text, from: { source: 'form', id: known.id } }
  put(writer, 'notation', [form('number', style), layout(' '), blank('number'), layout(style === 'party' ? '-KH/' : '/KH-'), code])
  return known === undefined ? null : code.text
}

function writeDateline(writer: Writer): string | null {
  const { input, style } = writer
  const { place } = input.profile
  const words = place !== undefined ? ofProfile('place', place) : input.ownPlace !== null ? ofProfile('body', input.ownPlace) : blank('place')
  const date = [form('day', style), layout(' '), blank('day'), layout(' '), form('month', style), layout(' '), blank('month'), layout(' '), form('year', style), layout(' '), blank('year')]
  put(writer, 'dateline', [words, layout(', '), ...date])
  return place ?? input.ownPlace
}
