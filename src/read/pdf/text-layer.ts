import { decodeRun } from '../encodings/runs.js'
import { isVietnamese, likelyEncoding, weigh } from '../encodings/statistics.js'
import { DASH_OR_U, type PdfWord } from './glyph-words.js'
import type { PageMarks } from './page-operators.js'

/** Why the text of a page is not believed: it has none, none but stamps over a scan, letters that are no words, or words without their marks. */
export type Distrust = 'no-text' | 'stamps-only' | 'broken-letters' | 'no-marks'

const FEW_LETTERS = 160
const ENOUGH_WORDS = 25
/** Letters over a scan that cover no more of the page than this are stamps, however much they say. */
const STAMPED = 0.025

/** Is the page's own text to be read by OCR instead? */
export function distrust({ words, images }: Pick<PageMarks, 'words' | 'images'>, width: number, height: number): Distrust | undefined {
  const covered = images.reduce((sum, { box: [left, top, right, bottom] }) => sum + Math.max(0, Math.min(right, width) - Math.max(left, 0)) * Math.max(0, Math.min(bottom, height) - Math.max(top, 0)), 0)
  const scanned = covered > 0.5 * width * height
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  if (!letters) return images.length && covered > 0.05 * width * height ? 'no-text' : undefined
  if (scanned && (letters < FEW_LETTERS || inkOf(words) < STAMPED * width * height)) return 'stamps-only'
  return doubtfulLetters(words.map(({ text, font }) => decodeRun(text.replaceAll(DASH_OR_U, '\u00ad'), font)).join(' '), scanned)
}

/** How much of the page painted words cover; words that OCR laid under a scan are its text, few as they may be. */
function inkOf(words: readonly PdfWord[]): number {
  return words.reduce((sum, { left, right, fontSize, visible }) => (visible ? sum + (right - left) * fontSize : Number.POSITIVE_INFINITY), 0)
}

function doubtfulLetters(text: string, scanned: boolean): Distrust | undefined {
  if (isStrange(text)) return 'broken-letters'
  const found = text.normalize('NFC').match(/[\p{L}\p{M}]{2,}/gu) ?? []
  if (found.length < ENOUGH_WORDS) return undefined
  let marked = 0
  let farther = 0
  for (const word of found) {
    if (BEYOND_ASCII.test(word)) marked++
    if (BEYOND_LATIN_1.test(word)) farther++
  }
  if (scanned && marked < 0.25 * found.length) return 'no-marks'
  const small = found.filter((word) => word.length < 8 && word !== word.toUpperCase())
  if (small.length < ENOUGH_WORDS) return undefined
  // Of what is written in Vietnamese nearly half the words have letters that no language of Western Europe has; fonts of theirs lose them, and no others.
  const lost = farther < 0.03 * found.length && small.filter(couldLackMarks).length > 0.85 * small.length
  if (lost && marked < 0.03 * found.length) return 'no-marks'
  const broken = (scanned || marked > 0.1 * found.length) && !hasSyllables(small, 0.45 * small.length)
  if ((!lost && !broken) || likelyEncoding(weigh(text), ENOUGH_WORDS)) return undefined
  return lost ? 'no-marks' : 'broken-letters'
}

const BEYOND_ASCII = /[^\u0020-\u007f]/
const BEYOND_LATIN_1 = /[^\u0020-\u00ff]/

/** Cyrillic, Greek and letters of nobody's: more than a few of them, among all that is no blank. */
function isStrange(text: string): boolean {
  let strange = 0
  let all = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x20) all++
    if ((code >= 0x370 && code <= 0x3ff) || (code >= 0x400 && code <= 0x52f) || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd) strange++
  }
  return strange > 5 && strange > 0.02 * all
}

/** Are so many of the words syllables? No more of them are looked at than it takes. */
function hasSyllables(words: readonly string[], enough: number): boolean {
  let count = 0
  for (const [i, word] of words.entries()) {
    if (count + words.length - i < enough) return false
    if (isVietnamese(word) && ++count >= enough) return true
  }
  return count >= enough
}

const VOWELS = /^(?:gi|qu|ngh?|[cgknpt]h|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/i

/** "phuong", "huong", "de": a syllable without its marks, or without some of them ("phuòng"), longer than most short words of other languages are shaped. */
const couldLackMarks = (word: string): boolean => VOWELS.test(BEYOND_ASCII.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word)
