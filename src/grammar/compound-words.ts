import { fold, foldUnit, isLetter, isUpper, unitAt, withOldTones } from '../model/folded.js'
import { COMPOUND_WORDS } from './generated/compound-words.js'

const WORDS: ReadonlySet<string> = new Set(COMPOUND_WORDS.map(({ word }) => word))
/** The first syllables before a second one, as alternatives of a pattern: "hội|thị|môi|…" of *trường*. */
export const firstsBefore = (second: string): string => COMPOUND_WORDS.flatMap(({ word }) => (word.endsWith(` ${second}`) ? [word.slice(0, -second.length - 1)] : [])).join('|')

/** The last letter of each first syllable, with the first of the second, wherever its tone stands. */
const LETTERS: ReadonlySet<number> = new Set(COMPOUND_WORDS.flatMap(({ word }) => [word, withOldTones(word)]).map((word) => pairOf(word, word.indexOf(' ') + 1)))
/** No syllable is longer. */
const LONGEST = 7

/**
 * Is what begins at `at` the second syllable of an ordinary word? Yes: "thị | trường", "cán | bộ", "HỘI | TRƯỜNG". No: "xã | Hội Nông dân",
 * where the capital begins a name.
 */
export function endsCompound(text: string, at: number): boolean {
  if (unitAt(text, at - 1) !== 0x20 || !isLetter(unitAt(text, at - 2))) return false
  if (isUpper(unitAt(text, at)) && !(isUpper(unitAt(text, at + 1)) && isUpper(unitAt(text, at - 2)))) return false
  if (!LETTERS.has(pairOf(text, at))) return false
  let start = at - 2
  while (at - start <= LONGEST + 1 && isLetter(unitAt(text, start - 1))) start--
  let end = at
  while (end - at < LONGEST && isLetter(unitAt(text, end))) end++
  return WORDS.has(fold(text.slice(start, end)))
}

/** The letters on both sides of the blank before `at`. */
function pairOf(text: string, at: number): number {
  return foldUnit(unitAt(text, at - 2)) * 0x10000 + foldUnit(unitAt(text, at))
}
