import { NO_PLACE, type PlaceContext } from '../model/place-context.js'
import type { BodyMention } from '../model/plan.js'
import { findBodies, findBodiesIfComposed } from '../recognise/bodies/find-bodies.js'

export interface ExtractBodiesOptions {
  /**
   * Where the text belongs, each with its kind: `{ province: 'tỉnh Hải Dương', district: 'huyện Tứ Kỳ' }`. It completes names
   * ("UBND huyện" is that of Tứ Kỳ); what is left out is not known.
   */
  readonly place?: Partial<PlaceContext>
}

export interface ExtractedBodies {
  /** The text that the spans are in: the given one, in NFC. */
  readonly text: string
  /** Every mention of a body, in reading order; a part of a body or an office stands before the body it is of. */
  readonly bodies: readonly BodyMention[]
}

/**
 * The bodies that any Vietnamese text names: state and Party bodies, organisations, offices and groups of them. Synchronous and pure.
 *
 *     extractBodies('Giao Sở Y tế, Sở Nội vụ và UBND các huyện thực hiện.', { place: { province: 'tỉnh Hải Dương' } })
 */
export function extractBodies(text: string, { place = {} }: ExtractBodiesOptions = {}): ExtractedBodies {
  const context = { ...NO_PLACE, ...place }
  const bodies = findBodiesIfComposed(text, context)
  if (bodies) return { text, bodies }
  const composed = text.normalize('NFC')
  return { text: composed, bodies: findBodies(composed, context) }
}
