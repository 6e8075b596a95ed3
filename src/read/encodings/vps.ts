import { decodeLetters } from './letters.js'
import { isVietnamese } from './statistics.js'

/** Bytes 80 to 9F as Windows-1252 shows them: "Š" for 8A, which is ề. The quotes of 91 and 92 are quotes in VPS too. */
const SHOWN: ReadonlyMap<string, string> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((shown, i) => [shown, String.fromCharCode(0x80 + i)] as const).filter(([shown]) => shown !== '‘' && shown !== '’'),
)
/** Those of them that are signs of punctuation to everybody else. */
const SIGNS = '€‚„…†‡ˆ‰‹“”•–—˜™›'
const WORD = new RegExp(`[A-Za-z\\u0002-\\u0006\\u0010-\\u0015\\u0019\\u001c\\u001d\\u0080-\\u0090\\u0093-\\u009f\\u00a1-\\u00ff${[...SHOWN.keys()].join('')}]+`, 'g')
const EDGES = new RegExp(`^([${SIGNS}]*)(.*?)([${SIGNS}]*)$`, 's')
const BEYOND_ASCII = /[^\u0020-\u007e]/
const LONGEST = 24

/** Text in VPS, given as the characters of Windows-1252 or Latin-1 that its bytes are: a dash or a quote is a letter only where a syllable comes of it. */
export const decodeVps = (text: string): string => text.replace(WORD, (word) => (BEYOND_ASCII.test(word) ? decodeWord(word) : word)).replace(SHORT, inCapitals)

function decodeWord(word: string): string {
  const [, lead = '', core = '', tail = ''] = EDGES.exec(word)!
  if (!core) return word
  if (!lead && !tail) return lettersOf(word)
  const cuts = [['', word, ''], ['', lead + core, tail], [lead, core + tail, '']] as const
  const [before, inside, behind] = cuts.find(([, part]) => isVietnamese(lettersOf(part))) ?? [lead, core, tail]
  return before + lettersOf(inside) + behind
}

function lettersOf(word: string): string {
  const decoded = decodeLetters(word.replace(/[^\u0000-\u00ff]/g, (sign) => SHOWN.get(sign) ?? sign), 'vps')
  return /^\P{Ll}{2,}$/u.test(decoded.replace(SHARED, '')) || BEFORE_CAPITALS.test(decoded) ? decoded.toUpperCase() : decoded
}

/** Small letters that stand for their capitals too, whose own bytes are control codes. */
const SHARED = /[ạậặẹệịọộợụựỵẫữ]/g
const BEFORE_CAPITALS = /^[ạậặẹệịọộợụựỵẫữ]\p{Lu}+$/u
/** "Bộ", "Tự": a capital and such a letter may be in capitals or not. */
const SHORT = /(?<!\p{L})\p{Lu}?[ạậặẹệịọộợụựỵẫữ](?!\p{L})/gu

/** In capitals where its neighbours on the line are, and one at least has two letters: "BỘ NỘI VỤ". */
function inCapitals(word: string, at: number, text: string): string {
  const before = /(\p{L}+)[^\p{L}\n]{1,3}$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1]
  const behind = /^[^\p{L}\n]{1,3}(\p{L}+)/u.exec(text.slice(at + word.length, at + word.length + 12))?.[1]
  const neighbours = [before, behind].filter((neighbour) => neighbour !== undefined)
  return neighbours.some((neighbour) => neighbour.length > 1) && neighbours.every((neighbour) => neighbour === neighbour.toUpperCase()) ? word.toUpperCase() : word
}

/** Words with letters beyond ASCII: how many are syllables as they stand, and how many in VPS. */
export function weighVps(text: string): { readonly words: number; readonly asTheyStand: number; readonly vps: number } {
  let words = 0
  let asTheyStand = 0
  let vps = 0
  for (const [word] of text.matchAll(WORD)) {
    const core = EDGES.exec(word)?.[2]
    if (!core || word.length > LONGEST || !BEYOND_ASCII.test(word)) continue
    words++
    if (isVietnamese(core)) asTheyStand++
    if (isVietnamese(EDGES.exec(decodeWord(word))![2]!)) vps++
  }
  return { words, asTheyStand, vps }
}

const FEWEST_WORDS = 8
/** The rarest of the old encodings: hardly a word may be none. */
const NEARLY_ALL = 0.93
const BARELY = 0.5

/** Is a text that has no letter of Unicode alone, and is in none of the commoner encodings, in VPS? */
export function looksLikeVps(text: string): boolean {
  const { words, asTheyStand, vps } = weighVps(text)
  return words >= FEWEST_WORDS && vps >= words * NEARLY_ALL && asTheyStand <= words * BARELY
}
