import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { fold, unitAt } from '../../model/folded.js'
import type { Found } from './found.js'

/** What words that name a body name too: a place ("xã Tân Kỳ"), a way ("Hội Vũ"). What stands before them tells which it is. */
export type AlsoNames = 'place' | 'way' | undefined

const PLACE = PATTERNS['place-name']
const LONGEST_PLACE = 14
/** "đường | Công Trường", "phố | Hội Vũ": two syllables with capitals. */
const OWN_NAME = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u

/** @param words the body and what stands behind it */
export function alsoNames(words: string, { kind, end }: Found): AlsoNames {
  if (kind === 'group') return PLACE.test(words.slice(0, LONGEST_PLACE)) ? 'place' : undefined
  return OWN_NAME.test(words.slice(0, end)) ? 'way' : undefined
}

const BEFORE = { place: PATTERNS['place-before'], way: PATTERNS['way-before'] }
const REACH = 14
const SPACE = 0x20

/** "tại | thành phố Hải Dương", "người dân | xã Tân Kỳ": where something is. */
export function isWhere(text: string, at: number, names: AlsoNames): boolean {
  return names !== undefined && unitAt(text, at - 1) === SPACE && BEFORE[names].test(fold(text.slice(Math.max(0, at - REACH), at)))
}
