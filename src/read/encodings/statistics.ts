import { isBareSyllable, isInitialAndRhyme } from '../../grammar/syllables.js'
import { ownText } from '../../model/own-text.js'
import { decodeLetters } from './letters.js'

/** How words with letters beyond ASCII read as they stand and decoded: the share of Vietnamese syllables tells the encoding. */
export interface Evidence {
  /** Words with at least one letter (or sign that may stand for one) beyond ASCII. */
  readonly words: number
  /** Of these, syllables as they stand. */
  readonly asTheyStand: number
  readonly tcvn3: number
  readonly vni: number
}

/** Runs of letters and of all that bytes above A0 show: in TCVN3 "µ", "¸", "®" and the soft hyphen are letters. */
const WORD = /[\u0300-\u036fA-Za-z\u00a1-\u024f\u1e00-\u1eff]+/g
const BEYOND_ASCII = /[\u0080-\uffff]/

/** Letters that only Unicode has: where one of these stands, nothing is decoded. */
export const UNICODE_LETTER = /[\u0300-\u0303\u0309\u0323\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/

const LONGEST_WORD = 24

/** Count the words of a text that are Vietnamese syllables, as they stand and decoded. */
export function weigh(text: string): Evidence {
  let words = 0
  let asTheyStand = 0
  let tcvn3 = 0
  let vni = 0
  for (const [word] of text.matchAll(WORD)) {
    if (word.length > LONGEST_WORD || !BEYOND_ASCII.test(word)) continue
    words++
    if (isVietnamese(word)) asTheyStand++
    if (isVietnamese(decodeLetters(word, 'tcvn3'))) tcvn3++
    if (isVietnamese(decodeLetters(word, 'vni'))) vni++
  }
  return { words, asTheyStand, tcvn3, vni }
}

export const add = (a: Evidence, b: Evidence): Evidence => ({ words: a.words + b.words, asTheyStand: a.asTheyStand + b.asTheyStand, tcvn3: a.tcvn3 + b.tcvn3, vni: a.vni + b.vni })

export const NO_EVIDENCE: Evidence = { words: 0, asTheyStand: 0, tcvn3: 0, vni: 0 }

/** Of a hundred words of a text in an old encoding, how many are syllables once it is decoded: the others are slips, names, symbols. */
const MOSTLY = 0.85
/** In a text that is Vietnamese as it stands, more than this share of its words are syllables already. */
const BARELY = 0.5

/** The old encoding that a text is in, or null: nearly all its words must become syllables, and few of them be any before. */
export function likelyEncoding(evidence: Evidence, fewest: number): 'tcvn3' | 'vni' | null {
  const { words, asTheyStand, tcvn3, vni } = evidence
  if (words < fewest || asTheyStand > words * BARELY) return null
  const best = tcvn3 >= vni ? 'tcvn3' : 'vni'
  return evidence[best] >= words * MOSTLY && evidence[best] > asTheyStand ? best : null
}

const SEEN = new Map<string, boolean>()
const MOST_SEEN = 20_000

/** A Vietnamese syllable in Unicode with a letter beyond ASCII. */
export function isVietnamese(word: string): boolean {
  const known = SEEN.get(word)
  if (known !== undefined) return known
  const composed = word.normalize('NFC')
  const found = composed.length <= 7 && /^[\p{L}]+$/u.test(composed) && (isBareSyllable(composed) || isInitialAndRhyme(composed))
  if (SEEN.size < MOST_SEEN) SEEN.set(ownText(word), found)
  return found
}
