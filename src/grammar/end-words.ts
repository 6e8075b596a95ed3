import { isWordUnit } from '../model/folded.js'

/** Finds what a word means that ends at a place, without cutting it out. */
export interface EndWords<T> {
  /** What the last word of `folded` up to `end` means; undefined where it is none of those known. */
  before(folded: string, end: number): T | undefined
}

/** No word is longer. */
const LONGEST = 8
const FEWEST_SLOTS = 64

/** Build it from folded words; they stand in a table of at least four times as many places, by a hash of their letters from the last to the first. */
export function createEndWords<T>(entries: Iterable<readonly [word: string, value: T]>): EndWords<T> {
  const all = [...entries]
  const size = 2 ** Math.ceil(Math.log2(Math.max(FEWEST_SLOTS, all.length * 4)))
  const words: (string | undefined)[] = new Array<string | undefined>(size).fill(undefined)
  const values: (T | undefined)[] = new Array<T | undefined>(size).fill(undefined)
  for (const [word, value] of all) {
    if (word.length > LONGEST) throw new RangeError(`no word is as long as "${word}"`)
    let slot = hashOf(word, 0, word.length) & (size - 1)
    while (words[slot] !== undefined && words[slot] !== word) slot = (slot + 1) & (size - 1)
    words[slot] = word
    values[slot] = value
  }
  return {
    before(folded, end) {
      let from = end
      while (from > 0 && end - from <= LONGEST && isWordUnit(folded.charCodeAt(from - 1))) from--
      if (from === end) return undefined
      for (let slot = hashOf(folded, from, end) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
        const word = words[slot]
        if (word === undefined || isAt(word, folded, from, end)) return values[slot]
      }
    },
  }
}

function hashOf(text: string, from: number, end: number): number {
  let hash = 0
  for (let at = end - 1; at >= from; at--) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isAt(word: string, text: string, from: number, end: number): boolean {
  if (word.length !== end - from) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}
