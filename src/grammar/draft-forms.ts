import { fold } from '../model/folded.js'
import type { DraftStyle } from '../model/profile.js'
import { DRAFT_FORMS } from './generated/draft-forms.js'

export type FormKey = (typeof DRAFT_FORMS)[number]['key']

/** Words of the decree's forms for drafts; each is known by its key. */
export interface Form {
  readonly id: FormKey
  readonly text: string
}

export function formOf(id: FormKey, style: DraftStyle): Form {
  const row = DRAFT_FORMS.find(({ key, style: of }) => key === id && (of === style || of === 'both'))
  if (!row) throw new RangeError(`no form ${id} for ${style}`)
  return { id, text: row.text }
}

/** The form that goes with the first words of a body's name ("Ủy ban nhân dân xã …"); none for bodies without a row. */
export function formForName(part: 'sign' | 'head' | 'code', name: string): Form | undefined {
  const folded = fold(name.normalize('NFC'))
  const row = DRAFT_FORMS.find(({ key }) => key.startsWith(`${part}.`) && (folded === key.slice(part.length + 1) || folded.startsWith(`${key.slice(part.length + 1)} `)))
  return row && { id: row.key, text: row.text }
}

/** Every text that a form may give: what stands in a draft under its id must be one of them. */
export const formTexts = (id: string): string[] => DRAFT_FORMS.filter(({ key }) => key === id).map(({ text }) => text)
