import { BARE_SYLLABLES } from '../grammar/generated/bare-syllables.js'
import { isInitialAndRhyme } from '../grammar/syllables.js'
import { isLetter } from '../model/folded.js'
import { ownText } from '../model/own-text.js'
import { buildPhrases, phraseAt } from './line-phrases.js'

/** Syllables without an initial are few: only those that are words count, and in a text full of split letters only the common ones. */
const BARE = buildPhrases(BARE_SYLLABLES.map(({ syllable, common }): [string, 'common' | 'rare'] => [syllable, common === 'yes' ? 'common' : 'rare']))
const LONGEST_BARE = 6

/** Does a word that is a syllable without an initial stand at `at`, and is it a common one? */
export const bareSyllableAt = (text: string, at: number): 'common' | 'rare' | undefined => phraseAt(BARE, text, at, Math.min(at + LONGEST_BARE, text.length))?.value

export const NO_LETTER = 0
export const VOWEL = 1
export const CONSONANT = 2

/** What each code unit is in a syllable: {@link VOWEL}, {@link CONSONANT}, {@link NO_LETTER}. */
const SOUNDS = new Uint8Array(65536)
for (let code = 65; code < 0x2000; code++) {
  if (!isLetter(code)) continue
  const letter = String.fromCharCode(code).toLowerCase().normalize('NFD')[0]!
  SOUNDS[code] = 'aeiouy'.includes(letter) || letter === 'ư' || letter === 'ơ' ? VOWEL : CONSONANT
}

export const soundOf = (code: number): number => SOUNDS[code]!

const SEEN = new Map<string, boolean>()
const MOST_SEEN = 20_000

/** Could the word be one Vietnamese syllable: an initial, a rhyme, at most one tone, and before p, t, c only an acute or a dot? */
export function isSyllable(word: string): boolean {
  const known = SEEN.get(word)
  if (known !== undefined) return known
  const spelled = spellsSyllable(word)
  if (SEEN.size < MOST_SEEN) SEEN.set(ownText(word), spelled)
  return spelled
}

function spellsSyllable(word: string): boolean {
  if (word.length > 7) return false
  return phraseAt(BARE, word, 0, word.length)?.at === word.length || isInitialAndRhyme(word)
}
