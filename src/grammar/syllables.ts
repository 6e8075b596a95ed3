import { fold } from '../model/folded.js'
import { BARE_SYLLABLES } from './generated/bare-syllables.js'

const INITIALS = new Set('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' '))

const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uyn uyp ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y'
  ).split(' '),
)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Could the word be a syllable that begins with a consonant: an initial, a rhyme, at most one tone, and before p, t, c only an acute or a dot? */
export function isInitialAndRhyme(word: string): boolean {
  const open = fold(word).normalize('NFD')
  if ((open.match(TONES) ?? []).length > 1) return false
  const plain = open.replace(TONES, '').normalize('NFC')
  if (/[ptc]h?$/.test(plain) && !plain.endsWith('th') && !/[\u0301\u0323]/.test(open)) return false
  for (let length = Math.min(3, plain.length - 1); length > 0; length--) {
    if (INITIALS.has(plain.slice(0, length)) && RHYMES.has(plain.slice(length))) return true
  }
  return plain === 'gi' || plain === 'gin' || plain === 'giêng'
}

let bare: ReadonlySet<string> | undefined

/** Is the word one of the few syllables that begin with a vowel ("ủy", "yêu", "ở")? */
export function isBareSyllable(word: string): boolean {
  bare ??= new Set(BARE_SYLLABLES.map(({ syllable }) => fold(syllable)))
  return bare.has(fold(word))
}
