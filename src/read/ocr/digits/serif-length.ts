/** Letters of the typeface of offices (Times) by their width, in thousandths of the font's height. Source: Adobe Core 14 font metrics, Times-Roman. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [278, "ijlt/:;'|"], [333, 'frI-()!'], [250, '., '], [389, 'sJ'], [444, 'acez?'], [500, 'bdđghknopquvxy0123456789'], [556, 'FPS'], [611, 'ELTZ'], [667, 'BCR'], [722, 'ADĐGHKNOQUVXYw'], [778, 'm&'], [889, 'M'],
]
const WIDTH_OF: ReadonlyMap<string, number> = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width / 1000] as const)))
const OTHER = 0.5

/** How long a text is in the typeface of offices, in shares of the font's height; marks of vowels make none longer. */
export function serifLength(text: string): number {
  let length = 0
  for (const letter of text.normalize('NFD')) if (!/\p{M}/u.test(letter)) length += WIDTH_OF.get(letter) ?? OTHER
  return length
}

/** Ink begins behind the edge of the first letter and ends before that of the last; together, in shares of the font's height. */
const BEARINGS = 0.04

/** How long the ink of a word is. */
export const serifInkLength = (text: string): number => serifLength(text) - BEARINGS

/** Fewer letters do not tell the height. */
const FEW_LETTERS = 12

/** The height of a page's font, as its words are long; `undefined` where they are too few. In the unit of their edges. */
export function serifHeight(words: readonly { readonly text: string; readonly left: number; readonly right: number }[]): number | undefined {
  const heights = words.filter(({ text }) => text.length > 2).map(({ text, left, right }) => ({ height: (right - left) / serifInkLength(text), letters: text.length })).sort((a, b) => a.height - b.height)
  const half = heights.reduce((sum, { letters }) => sum + letters, 0) / 2
  if (half < FEW_LETTERS / 2) return undefined
  let sum = 0
  return heights.find(({ letters }) => (sum += letters) >= half)?.height
}
