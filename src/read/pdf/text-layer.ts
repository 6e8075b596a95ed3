import { isBareSyllable, isInitialAndRhyme } from '../../grammar/syllables.js'
import type { PageMarks } from './page-operators.js'

/** Why the text of a page is not believed: it has none, none but stamps over a scan, letters that are no words, or words without their marks. */
export type Distrust = 'no-text' | 'stamps-only' | 'broken-letters' | 'no-marks'

const FEW_LETTERS = 160
const ENOUGH_WORDS = 25

/** Is the page's own text to be read by OCR instead? */
export function distrust({ words, images }: Pick<PageMarks, 'words' | 'images'>, width: number, height: number): Distrust | undefined {
  const covered = images.reduce((sum, { box: [left, top, right, bottom] }) => sum + Math.max(0, Math.min(right, width) - Math.max(left, 0)) * Math.max(0, Math.min(bottom, height) - Math.max(top, 0)), 0)
  const scanned = covered > 0.5 * width * height
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  if (!letters) return images.length && covered > 0.05 * width * height ? 'no-text' : undefined
  if (scanned && letters < FEW_LETTERS) return 'stamps-only'
  return doubtfulLetters(words.map(({ text }) => text).join(' '), scanned)
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
  const syllables = small.filter((word) => isInitialAndRhyme(word) || isBareSyllable(word)).length
  return small.length >= ENOUGH_WORDS && syllables < 0.45 * small.length && (scanned || marked > 0.1 * found.length) ? 'broken-letters' : undefined
}
