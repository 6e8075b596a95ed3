import type { Word } from '../layout/page-content.js'
import type { SeenWord } from './engine.js'

/** Where a picture lies on its page, in points: pixels to a point, and its upper left corner. */
export interface Placing {
  readonly scale: number
  readonly left: number
  readonly top: number
}

/** Words believed less than this were not seen. */
export const LOWEST_CONFIDENCE = 0.12
/** A line whose words are lower than this share of the font size is none of letters: marks torn off the line below. */
const LOWEST_LINE = 0.36
/** Lines of fewer letters do not tell their font size. */
const FEW_LETTERS = 12
/** Signs that are in no document: strokes and specks that OCR joined to a word. */
const STRAY = /^[_^`ˆ~|\\¬¦]+(?=\p{L})|(?<=[\p{L},;.])[_^`ˆ~|\\¬¦]+$/gu
/** Letters that hang below the line, and marks. */
const HANGING = /[gpqyQJ,;()[\]{}/|_ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ]/u
/** Mean width of a letter in shares of the font size, small ones and capitals. */
const SMALL = 0.47
const CAPITAL = 0.68

/** Words of OCR as the layout wants them: baselines and font sizes are those of their lines. */
export function toLayoutWords(seen: readonly SeenWord[], placing: Placing): Word[] {
  const lines = new Map<string, SeenWord[]>()
  for (const word of seen) {
    if (!isNoise(word)) lines.set(word.line, [...(lines.get(word.line) ?? []), { ...word, text: word.text.replace(STRAY, '') }])
  }
  const sizes = [...lines.values()].map((words) => ({ words, size: sizeOf(words) / placing.scale, letters: words.reduce((sum, { text }) => sum + text.length, 0) }))
  const common = medianSize(sizes)
  return sizes.filter(({ words }) => !isTornMarks(words, common * placing.scale)).flatMap(({ words, size, letters }) => {
    const fontSize = letters < FEW_LETTERS || Math.abs(size - common) < 0.24 * common ? common : Math.min(Math.max(size, 0.55 * common), 1.8 * common)
    return words.map((word): Word => ({
      text: word.text, left: placing.left + word.left / placing.scale, right: placing.left + word.right / placing.scale,
      baseline: placing.top + baselineOf(words, word) / placing.scale, fontSize: Math.round(fontSize * 10) / 10, bold: false, spaced: true, confidence: word.confidence, ...(word.hand && { hand: true }),
    }))
  })
}

/** Specks, strokes of pens and rests of lines: no letter or digit in them, hardly believed, or of no word's shape. */
function isNoise({ text, confidence, left, right, top, bottom }: SeenWord): boolean {
  if (confidence < LOWEST_CONFIDENCE) return true
  if (!/[\p{L}\p{N}]/u.test(text)) return !/^[-–—+•*./:;()"”“]{1,3}$/u.test(text) || (confidence < 0.3 && !/^[-–+]$/.test(text))
  return (bottom - top) > 8 * (right - left) && text.length > 2
}

/** Marks above letters that OCR took for a line of its own: all of it low, and not dashes or dots alone. `size` in pixels. */
function isTornMarks(words: readonly SeenWord[], size: number): boolean {
  const heights = words.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b)
  return words.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) && heights[heights.length >> 1]! < LOWEST_LINE * size
}

function sizeOf(words: readonly SeenWord[]): number {
  let width = 0
  let letters = 0
  for (const { text, left, right } of words) {
    width += right - left
    for (const letter of text) letters += letter !== letter.toLowerCase() ? CAPITAL : SMALL
  }
  return letters ? width / letters : 0
}

/** The size most letters of the page have. */
function medianSize(lines: readonly { readonly size: number; readonly letters: number }[]): number {
  const sorted = [...lines].sort((a, b) => a.size - b.size)
  const half = sorted.reduce((sum, { letters }) => sum + letters, 0) / 2
  let sum = 0
  for (const { size, letters } of sorted) if ((sum += letters) >= half) return size
  return 12
}

/** The line through the feet of the words that have none hanging, at a word's place. */
function baselineOf(words: readonly SeenWord[], word: SeenWord): number {
  const lettered = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const feet = lettered.filter(({ text }) => !HANGING.test(text)).map((other) => ({ x: (other.left + other.right) / 2, y: other.bottom }))
  if (!feet.length) {
    const hang = 0.22 * Math.min(...(lettered.length ? lettered : words).map(({ top, bottom }) => bottom - top))
    feet.push(...(lettered.length ? lettered : words).map(({ left, right, bottom }) => ({ x: (left + right) / 2, y: bottom - hang })))
  }
  const sorted = feet.map(({ y }) => y).sort((a, b) => a - b)
  const median = sorted[sorted.length >> 1]!
  if (feet.length < 4) return lettered.includes(word) && !HANGING.test(word.text) ? word.bottom : median
  const near = feet.filter(({ y }) => Math.abs(y - median) < 12)
  const meanX = near.reduce((sum, { x }) => sum + x, 0) / near.length
  const meanY = near.reduce((sum, { y }) => sum + y, 0) / near.length
  const spread = near.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const slope = spread ? near.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread : 0
  return meanY + Math.max(-0.02, Math.min(0.02, slope)) * ((word.left + word.right) / 2 - meanX)
}
