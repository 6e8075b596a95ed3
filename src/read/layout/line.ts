import type { Word } from './page-content.js'

/** Words on one baseline, from left to right. */
export interface Line {
  readonly words: readonly Word[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Of most of its letters. */
  readonly fontSize: number
  readonly bold: boolean
  readonly page: number
}

/** Baselines that differ by less, in shares of the font size, are one: raised marks of footnotes stand that high. */
const SAME_BASELINE = 0.42
/** Blanks are a quarter of the font size wide; letters of one word stand closer than this. */
const NO_BLANK = 0.13

/** The lines of words that stand beside and below one another, top down. */
export function linesOfWords(words: readonly Word[], page: number): Line[] {
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline || a.left - b.left)
  const rows: Word[][] = []
  let biggest: Word | undefined
  for (const word of sorted) {
    const row = rows.at(-1)
    if (row && biggest && Math.abs(word.baseline - biggest.baseline) < SAME_BASELINE * Math.max(word.fontSize, biggest.fontSize)) {
      row.push(word)
      if (word.fontSize > biggest.fontSize) biggest = word
    } else {
      rows.push([word])
      biggest = word
    }
  }
  return rows.map((row) => createLine(row, page)).sort((a, b) => a.baseline - b.baseline)
}

export function createLine(row: readonly Word[], page: number): Line {
  const words = [...row].sort((a, b) => a.left - b.left)
  const letters = new Map<number, number>()
  let bold = 0
  let all = 0
  for (const { text, fontSize, bold: isBold } of words) {
    letters.set(fontSize, (letters.get(fontSize) ?? 0) + text.length)
    all += text.length
    if (isBold) bold += text.length
  }
  const fontSize = [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
  const main = words.find((word) => word.fontSize === fontSize)
  return { words, left: words[0]?.left ?? 0, right: Math.max(...words.map(({ right }) => right)), baseline: main?.baseline ?? 0, fontSize, bold: bold * 2 > all, page }
}

/** Are both set in one size, as far as that is known? Of a line that OCR read it is an estimate. */
export const isSameSize = (a: Line, b: Line): boolean => Math.abs(a.fontSize - b.fontSize) < (a.words[0]?.confidence == null ? 0.6 : 3)

/** Does a blank part a word from the one before it on its line? */
export function isApart(before: Word, word: Word): boolean {
  const gap = word.left - before.right
  const size = Math.max(before.fontSize, word.fontSize)
  if (gap > NO_BLANK * size) return true
  return word.spaced && gap > -NO_BLANK * size
}

/** Width of the first word as it is written: fonts that lack letters with marks cut it into several. */
export function firstWidth({ words }: Line): number {
  let last = 0
  while (last + 1 < words.length && !isApart(words[last]!, words[last + 1]!)) last++
  return words.length ? words[last]!.right - words[0]!.left : 0
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A small number that stands above the line: the mark of a footnote, or of m². */
export const isRaised = (line: Line, word: Word): boolean => word.fontSize <= 0.85 * line.fontSize && line.baseline - word.baseline >= 0.12 * line.fontSize && /^\d{1,3}$/.test(word.text)

/** A word as it is written: raised digits are raised signs. */
export const textOfWord = (line: Line, word: Word): string => (isRaised(line, word) ? [...word.text].map((digit) => RAISED[Number(digit)]).join('') : word.text)

const texts = new WeakMap<Line, string>()

/** The words of a line with one blank between them. */
export function textOfLine(line: Line): string {
  const known = texts.get(line)
  if (known !== undefined) return known
  let text = ''
  for (const [i, word] of line.words.entries()) text += i > 0 && isApart(line.words[i - 1]!, word) ? ` ${textOfWord(line, word)}` : textOfWord(line, word)
  texts.set(line, text)
  return text
}
