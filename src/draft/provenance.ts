import { formTexts } from '../grammar/draft-forms.js'
import { documentType } from '../grammar/document-types.js'
import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import type { PlanDocument } from '../model/plan.js'
import type { Profile } from '../model/profile.js'
import { type Piece, type PlanDraft, textOf } from './plan-draft.js'

/**
 * Pieces of a draft that do not stand where they say they come from: none, for every draft of `draftPlan`. Words of the parent are compared letter for
 * letter (its issuer and number also as written out), those of the profile with their field (also in capitals, and written out), forms with their row; the
 * draft itself may only set markers and punctuation, and the digits of a date.
 */
export function findUnfounded(draft: PlanDraft, parent: PlanDocument, profile: Profile): { readonly paragraph: string; readonly piece: Piece }[] {
  return draft.paragraphs.flatMap((paragraph) => paragraph.pieces.filter((piece) => !isFounded(piece, draft, parent, profile)).map((piece) => ({ paragraph: textOf(paragraph), piece })))
}

const MARKERS = /^(?:[IVX]{1,4}\. |\d{1,2}\. |[-+] |[ ;.,“”]|, |; |\/KH-|-KH\/)$/
const DIGITS = PATTERNS['day-in-digits']

function isFounded({ text, from }: Piece, draft: PlanDraft, parent: PlanDocument, profile: Profile): boolean {
  switch (from.source) {
    case 'layout': return MARKERS.test(text)
    case 'blank': return text === '……' && draft.blanks.some(({ id }) => id === from.blank)
    case 'form': return formTexts(from.id).includes(text) || (from.id.startsWith('type.') && documentType(from.id.slice(5))?.name === text)
    case 'due': return DIGITS.test(text) && /\d|[ivx]/i.test(parent.text.slice(from.span.start, from.span.end))
    case 'parent': return parent.text.slice(from.span.start, from.span.end) === text || isNamed(text, parent)
    case 'profile': return isOfField(text, from.field, draft, profile)
  }
}

/** The issuer's name written out, the number without its spaces. */
const isNamed = (text: string, { header }: PlanDocument): boolean => header.issuer?.name === text || header.notation?.text.endsWith(text) === true

function isOfField(text: string, field: string, { facts }: PlanDraft, profile: Profile): boolean {
  const value = field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], profile)
  if (typeof value !== 'string') return false
  if (value === text || value.toUpperCase() === text) return true
  return field === 'body' && [facts.issuer, facts.issuer.toUpperCase()].some((name) => name.includes(text))
}
