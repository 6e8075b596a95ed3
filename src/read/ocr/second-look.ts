import type { SeenWord } from './engine.js'

/** Words believed less than this are looked at a second time. */
const UNSURE = 0.62
/** Share of the letters of a line that are unsure, from which on the line is. */
const MUCH = 0.3

interface Band {
  readonly top: number
  readonly bottom: number
}

/** Where lines of a page were hardly seen, as beside the strokes of a pen: from their upper to their lower edge, in pixels. */
export function unsureBands(words: readonly SeenWord[]): Band[] {
  const lines = new Map<string, SeenWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const lettersOf = (line: readonly SeenWord[]): number => line.reduce((sum, { text }) => sum + text.length, 0)
  return [...lines.values()]
    .filter((line) => lettersOf(line.filter(({ confidence }) => confidence < UNSURE)) > MUCH * lettersOf(line))
    .map((line) => ({ top: Math.min(...line.map(({ top }) => top)), bottom: Math.max(...line.map(({ bottom }) => bottom)) }))
}

/** Words with those of a second look, in which each line was sought alone, where the first was unsure and the second is not. */
export function withSecondLook(first: readonly SeenWord[], second: readonly SeenWord[], bands: readonly Band[]): SeenWord[] {
  const inBand = ({ top, bottom }: SeenWord): boolean => bands.some((band) => (top + bottom) / 2 > band.top && (top + bottom) / 2 < band.bottom)
  const sure = first.filter((word) => word.confidence >= UNSURE)
  const better = second.filter((word) => word.confidence >= UNSURE && inBand(word) && !sure.some((other) => overlap(word, other)))
  return [...first.filter((word) => word.confidence >= UNSURE || !better.some((other) => overlap(word, other))), ...better.map((word) => ({ ...word, line: `second ${word.line}` }))]
}

/** More than a fourth of the smaller one is in the other. */
function overlap(a: SeenWord, b: SeenWord): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const area = ({ left, top, right, bottom }: SeenWord): number => (right - left) * (bottom - top)
  return width > 0 && height > 0 && width * height > 0.25 * Math.min(area(a), area(b))
}
