import { idOfBody } from '../../grammar/body-ids.js'
import { isUpper, wordEndsAt } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import type { Source } from './context.js'

const CALLED = 'trung ương'
export const COMMITTEE = { name: 'Ban Chấp hành Trung ương', kind: 'party', level: 'central', collective: false } as const
export const NOWHERE = { province: null, district: null, commune: null }

/**
 * *Trung ương* as who issued an instrument of the Party is its central committee. Yes: "Nghị quyết 18 của Trung ương (khóa XII)".
 * No: "của Trung ương Hội …", a longer name; "của trung ương và địa phương", all of its bodies.
 */
export function readCentralCommittee({ text, folded }: Source, at: number, limit: number): Body | undefined {
  const end = at + CALLED.length
  if (end > limit || !folded.startsWith(CALLED, at) || !isUpper(text.charCodeAt(at)) || !wordEndsAt(folded, end)) return undefined
  if (folded.charCodeAt(end) === 0x20 && isUpper(text.charCodeAt(end + 1)) && !folded.startsWith('khóa ', end + 1)) return undefined
  return { ...cut(text, at, end), ...COMMITTEE, place: null, id: idOfBody(COMMITTEE, NOWHERE) }
}
