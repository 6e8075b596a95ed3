import type { SeenWord } from './engine.js'
import type { GrayImage } from './gray-image.js'

/** "II", "III.", "II/2024": a Roman number of upright strokes alone. */
const STROKES = /^I{1,3}(?=$|[./,;:)])/
const MOST = 3
/** The part of the letters' height that is looked at: above and below it are serifs. */
const FROM = 0.25
const TO = 0.72
/** Of the rows looked at, a stroke is dark in nearly all, the white beside it in hardly any. */
const FULL = 0.9
const EMPTY = 0.2
/** Shares of the height: wider is no stroke of a letter, farther away no stroke of the same number. */
const WIDEST = 0.34
const FARTHEST = 0.6
/** How far the foot of a stroke may stand beside its head, in shares of the height between them. */
const UPRIGHT = 0.09
/** A number whose strokes OCR counted otherwise is believed no more than this. */
const COUNTED = 0.85

/** Words with their Roman numbers as the picture has them: OCR sees "II" for "III" as surely as for "II", but three strokes can be counted. */
export function withStrokesCounted(words: readonly SeenWord[], image: GrayImage, threshold: number): SeenWord[] {
  return words.map((word) => {
    const seen = STROKES.exec(word.text)?.[0].length
    const counted = seen && countStrokes(word, image, threshold)
    if (!counted || counted === seen || counted > MOST) return word
    return { ...word, text: 'I'.repeat(counted) + word.text.slice(seen), confidence: Math.min(word.confidence, COUNTED) }
  })
}

/** Upright strokes that open the word; 0 where it is too blurred to tell. */
function countStrokes({ left, top, right, bottom }: SeenWord, { width, height, data }: GrayImage, threshold: number): number {
  const high = bottom - top
  const [first, last] = [Math.max(0, Math.round(top + FROM * high)), Math.min(height - 1, Math.round(top + TO * high))]
  const shareAt = (x: number): number => {
    let dark = 0
    for (let y = first; y <= last; y++) if (data[y * width + x]! < threshold) dark++
    return dark / (last - first + 1)
  }
  /** Does the ink between two columns stand elsewhere below than above, as that of a slash? */
  const leans = (from: number, to: number): boolean => {
    const middleOf = (rows: readonly number[]): number => {
      const dark = rows.flatMap((y) => Array.from({ length: to - from }, (_, i) => from + i).filter((x) => data[y * width + x]! < threshold))
      return dark.reduce((sum, x) => sum + x, 0) / dark.length
    }
    return !(Math.abs(middleOf([first, first + 1]) - middleOf([last - 1, last])) < UPRIGHT * (last - first))
  }
  let strokes = 0
  let end = -1
  for (let x = Math.max(0, left - 1); x <= Math.min(width - 1, right + 1); x++) {
    if (shareAt(x) <= EMPTY) continue
    const from = x
    let most = 0
    for (; x <= Math.min(width - 1, right + 1) && shareAt(x) > EMPTY; x++) most = Math.max(most, shareAt(x))
    if (most < FULL || x - from > WIDEST * high || (end >= 0 && from - end > FARTHEST * high) || leans(from, x)) return strokes
    strokes++
    end = x
  }
  return strokes
}
