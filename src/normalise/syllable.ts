import { BARE_SYLLABLES } from '../grammar/generated/bare-syllables.js'
import { fold, isLetter } from '../model/folded.js'
import { buildPhrases, phraseAt } from './line-phrases.js'

const INITIALS = new Set('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' '))

const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uyn uyp ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y'
  ).split(' '),
)
/** Syllables without an initial are few: only those that are words count, and in a text full of split letters only the common ones. */
const BARE = buildPhrases(BARE_SYLLABLES.map(({ syllable, common }): [string, 'common' | 'rare'] => [syllable, common === 'yes' ? 'common' : 'rare']))
const LONGEST_BARE = 6

/** Does a word that is a syllable without an initial stand at `at`, and is it a common one? */
export const bareSyllableAt = (text: string, at: number): 'common' | 'rare' | undefined => phraseAt(BARE, text, at, Math.min(at + LONGEST_BARE, text.length))?.value

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
/** 1 for each code unit of the class: three tables, so that a hot loop can ask without branching. */
export const VOWELS = new Uint8Array(65536)
export const CONSONANTS = new Uint8Array(65536)
export const NO_LETTERS = new Uint8Array(65536).fill(1)
for (let code = 65; code < 0x2000; code++) {
  if (!isLetter(code)) continue
  NO_LETTERS[code] = 0
  const letter = String.fromCharCode(code).toLowerCase().normalize('NFD')[0]!
  if ('aeiouy'.includes(letter) || letter === 'ư' || letter === 'ơ') VOWELS[code] = 1
  else CONSONANTS[code] = 1
}

export const isVowel = (code: number): boolean => VOWELS[code] === 1

const SEEN = new Map<string, boolean>()
const MOST_SEEN = 20_000

/** Could the word be one Vietnamese syllable: an initial, a rhyme, at most one tone, and before p, t, c only an acute or a dot? */
export function isSyllable(word: string): boolean {
  const known = SEEN.get(word)
  if (known !== undefined) return known
  const spelled = spellsSyllable(word)
  if (SEEN.size < MOST_SEEN) SEEN.set(word, spelled)
  return spelled
}

function spellsSyllable(word: string): boolean {
  if (word.length > 7) return false
  const lower = fold(word)
  if (phraseAt(BARE, word, 0, word.length)?.at === word.length) return true
  const open = lower.normalize('NFD')
  if ((open.match(TONES) ?? []).length > 1) return false
  const plain = open.replace(TONES, '').normalize('NFC')
  if (/[ptc]h?$/.test(plain) && !plain.endsWith('th') && !/[\u0301\u0323]/.test(open)) return false
  for (let length = Math.min(3, plain.length - 1); length > 0; length--) {
    if (INITIALS.has(plain.slice(0, length)) && RHYMES.has(plain.slice(length))) return true
  }
  return plain === 'gi' || plain === 'gin' || plain === 'giêng'
}
