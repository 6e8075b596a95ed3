import { isBareSyllable, isInitialAndRhyme } from '../../grammar/syllables.js'
import { decodeRun } from '../encodings/runs.js'
import { likelyEncoding, weigh } from '../encodings/statistics.js'
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
  const strange = text.match(/[\u0400-\u052f\u0370-\u03ff\ue000-\uf8ff\ufffd]/gu)?.length ?? 0
  const all = text.match(/[^\s]/gu)?.length ?? 0
  if (strange > 5 && strange > 0.02 * all) return 'broken-letters'
  const found = text.normalize('NFC').match(/[\p{L}\p{M}]{2,}/gu) ?? []
  if (found.length < ENOUGH_WORDS) return undefined
  const small = found.filter((word) => word.length < 8 && word !== word.toUpperCase())
  const marked = found.filter((word) => /[^\u0020-\u007f]/.test(word)).length
  if (scanned && marked < 0.25 * found.length) return 'no-marks'
  if (small.length >= ENOUGH_WORDS && marked < 0.03 * found.length && small.filter(couldLackMarks).length > 0.85 * small.length) return 'no-marks'
  const syllables = small.filter((word) => isInitialAndRhyme(word) || isBareSyllable(word)).length
  const broken = small.length >= ENOUGH_WORDS && syllables < 0.45 * small.length && (scanned || marked > 0.1 * found.length)
  return broken && !likelyEncoding(weigh(text), ENOUGH_WORDS) ? 'broken-letters' : undefined
}

const VOWELS = /^(?:gi|qu|ngh?|[cgknpt]h|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/i

/** "phuong", "huong", "de": a syllable without its marks, longer than most short words of other languages are shaped. */
const couldLackMarks = (word: string): boolean => VOWELS.test(word)
