import { findKnownBody } from '../../grammar/bodies.js'
import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { isPlaceName } from '../../grammar/places.js'
import { fold } from '../../model/folded.js'

const KINDS = PATTERNS['kind-word']
const LONGEST_NAME = 14
const LONGEST_PLACE = 4

/** The name of a body printed in capitals as running text has it: "ỦY BAN NHÂN DÂN HUYỆN TỨ KỲ" → "Ủy ban nhân dân huyện Tứ Kỳ". */
export function toNaturalCase(printed: string): string {
  const shouted = printed.split(' ')
  const words = fold(printed).split(' ')
  const cased: string[] = []
  for (let at = 0; at < words.length; ) {
    const known = knownNameAt(words, at)
    const place = known ? 0 : placeAt(words, at)
    if (known) cased.push(known.name)
    else if (place) cased.push(...words.slice(at, at + place).map(capital))
    else cased.push(isShort(words[at]!) ? shouted[at]! : at === 0 ? capital(words[at]!) : words[at]!)
    at += known?.count ?? Math.max(place, 1)
  }
  return cased.join(' ')
}

/** Letters without a vowel stand for words: "TNHH", "MTV". */
const isShort = (word: string): boolean => /^[bcdđf-hj-np-tv-xz]{2,}$/.test(word)

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** The longest known name that begins at a word. */
function knownNameAt(words: readonly string[], at: number): { readonly name: string; readonly count: number } | undefined {
  for (let count = Math.min(LONGEST_NAME, words.length - at); count > 1; count--) {
    const known = findKnownBody(words.slice(at, at + count).join(' '))
    if (known) return { name: known.name, count }
  }
  return undefined
}

/** How many words the name of a place has that begins here: after its kind, or at the end of the whole. */
function placeAt(words: readonly string[], at: number): number {
  const afterKind = at > 0 && (KINDS.test(words[at - 1]!) || (at > 1 && KINDS.test(`${words[at - 2]} ${words[at - 1]}`)))
  for (let count = Math.min(LONGEST_PLACE, words.length - at); count > 0 && at > 0; count--) {
    if ((afterKind || at + count === words.length) && isPlaceName(words.slice(at, at + count).join(' ').replace(/,$/, ''))) return count
  }
  return afterKind && (words[at] !== 'hội' || words[at - 1] !== 'xã') && at + LONGEST_PLACE >= words.length ? words.length - at : 0
}
