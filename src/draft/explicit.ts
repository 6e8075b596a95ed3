import type { Citation, PlanDocument } from '../model/plan.js'
import type { Span } from '../model/span.js'
import type { DraftCitation, Piece } from './plan-draft.js'
import { blank, form, layout, ofParent, type Writer } from './writer.js'

/**
 * Words of the plan received as they must stand in another document: "Kế hoạch này" there is the plan received, here it would be the draft, and the
 * "Luật" of "theo Luật" may not have been carried over. Both become explicit, by the number or name that the plan itself gives them.
 */
export function carriedWords({ input: { parent } }: Writer, span: Span): Piece[] {
  const pieces: Piece[] = []
  let at = span.start
  for (const citation of parent.citations) {
    if (citation.span.start < at || citation.span.end > span.end) continue
    const words = explicitWords(parent, citation)
    if (!words) continue
    pieces.push(...ofParent(parent, { start: at, end: citation.span.start }), ...words)
    at = citation.span.end
  }
  return [...pieces, ...ofParent(parent, { start: at, end: span.end })]
}

/** Citations that stand in words which were carried over, as the draft says them. */
export function cite(writer: Writer, { start, end }: Span): void {
  for (const citation of writer.input.parent.citations) if (citation.span.start >= start && citation.span.end <= end) writer.citations.push(factsOf(writer, citation))
}

function factsOf(writer: Writer, citation: Citation): DraftCitation {
  const { type, notation, name, date, issuer, title } = citation
  const about = title && carriedWords(writer, title.span).map(({ text }) => text).join('')
  const meant = explicitWords(writer.input.parent, citation) ? meantBy(writer.input.parent, citation) : undefined
  if (!meant) return { type: type?.code ?? null, notation: notation?.text ?? null, name, date, issuer: issuer?.text ?? null, title: about }
  return { ...meant, date, issuer: issuer?.text ?? null, title: about }
}

/** Type with number, or name, of what a short form stands for; undefined for what is explicit already, and where nothing is known. */
function explicitWords(parent: PlanDocument, citation: Citation): Piece[] | undefined {
  if (isExplicit(citation)) return undefined
  if (citation.relation === 'self') return ownWords(parent)
  const whole = antecedentOf(parent, citation)
  const { parts, type } = whole ?? {}
  if (!whole || !parts) return undefined
  if (parts.name) return ofParent(parent, parts.name)
  if (!parts.notation) return undefined
  const before = parts.type ? ofParent(parent, parts.type) : type ? [{ text: type.name, from: { source: 'form', id: `type.${type.code}` } } as const] : []
  return [...before, layout(' '), form('cited.number', 'state'), layout(' '), ...ofParent(parent, parts.notation)]
}

const isExplicit = ({ notation, name }: Citation): boolean => notation !== null || name !== null

/** The plan received itself: type and number, after the basis has cited it in full. */
function ownWords({ text, header }: PlanDocument): Piece[] | undefined {
  const { type, notation } = header
  if (!type || !notation) return undefined
  const number: Piece[] = notation.number === null ? [blank('parent-number'), { text: notation.text, from: { source: 'parent', span: symbolOf(text, notation.span) } }] : [{ text: notation.text, from: { source: 'parent', span: notation.span } }]
  return [{ text: type.name, from: { source: 'form', id: `type.${type.code}` } }, layout(' '), form('cited.number', 'state'), layout(' '), ...number]
}

/** From the sign behind the number that was left blank. */
export function symbolOf(text: string, { start, end }: Span): Span {
  return { start: start + Math.max(0, text.slice(start, end).search(/[/-]/)), end }
}

function meantBy(parent: PlanDocument, citation: Citation): Pick<DraftCitation, 'type' | 'notation' | 'name'> {
  if (citation.relation === 'self') return { type: parent.header.type?.code ?? null, notation: parent.header.notation?.text ?? null, name: null }
  const whole = antecedentOf(parent, citation)!
  return { type: whole.type?.code ?? null, notation: whole.parts.name ? null : (whole.notation?.text ?? null), name: whole.name }
}

/** The mention that says in full what a short form stands for. */
function antecedentOf({ citations }: PlanDocument, citation: Citation): Citation | undefined {
  let at: Citation | undefined = citation
  for (let steps = 0; at && !isExplicit(at) && steps < citations.length; steps++) at = at.refersTo === null ? undefined : citations[at.refersTo]
  return at && isExplicit(at) ? at : undefined
}
