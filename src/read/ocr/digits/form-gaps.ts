import { LETTERS_OF_LABEL } from '../doubt.js'
import type { SeenWord } from '../engine.js'
import type { GrayImage } from '../gray-image.js'
import { COMMON_TYPES } from '../mend-notation.js'
import type { Region } from '../second-look.js'
import { type Blot, blotsIn } from './ink.js'
import { serifHeight, serifInkLength, serifLength } from './serif-length.js'

/** Where a form wants a number, between words that a printer set: *Số: …/KH-UBND*, *ngày … tháng … năm*. Lengths in pixels. */
export interface FormGap extends Region {
  /** The font's height. */
  readonly em: number
  /** What OCR saw of the gap and the words around it; `before` and `behind` take its place. */
  readonly seen: readonly SeenWord[]
  readonly before: SeenWord
  readonly behind: SeenWord
  /** What OCR saw in the gap alone; none where it passed over it. */
  readonly contents: readonly SeenWord[]
  readonly isGood: (digits: string) => boolean
}

/** A page as OCR saw it, and its picture. */
export interface SeenPage {
  readonly words: readonly SeenWord[]
  readonly image: GrayImage
  readonly threshold: number
}

/** "/KH-SYT", "/2024/QĐ-UBND", "-KH/TU" at the end of a word, its stroke perhaps lost or taken for a letter; other symbols with their stroke alone: "/UBND-VX". */
const SYMBOL = new RegExp(`(?:[-–/|Il!\\\\Ìí]?(?=(?:(?:19|20)\\d\\d/)?(?:${COMMON_TYPES})[-–/]\\p{Lu})|[/|](?=\\p{Lu}{2,8}-))(?<code>(?:(?:19|20)\\d\\d/)?\\p{Lu}\\p{L}{0,7}(?<dash>[-–/])\\p{Lu}[\\p{L}&-]*)$`, 'u')
const LABEL = new RegExp(`^[^\\p{L}\\d]{0,2}[Ss][${LETTERS_OF_LABEL}][:;.]?`, 'u')
const YEAR = /^(?:19|20)\d\d[.,]?$/
const DAY_LABEL = 'ngày'
const MONTH_LABEL = 'tháng'
const YEAR_LABEL = 'năm'

/** Shares of the font's height: the blank between two words, and how far a number reaches with its label. */
const BLANK = 0.25
const LONGEST_NUMBER = 8
const NARROWEST = 0.3
/** A word's box that is so much wider than the word has something else in it. */
const LOOSE = 0.28
/** A slash is higher, leans more, is nowhere farther from a straight line, and begins so near to where it must. */
const SLASH = 0.5
const LEAN = 0.1
const STRAIGHT = 0.08
const NEAR = 0.16
/** Size of a dot of a colon, the white between both (that of ị is more), and how far one stands aside of the other. */
const DOT = { least: 0.05, most: 0.22 }
const COLON = { least: 0.13, most: 0.4, aside: 0.12 }
/** Nothing is printed so near before a label; words farther from one another stand in two columns. */
const ALONE = 1
const APART = 1.5
/** A dateline begins in the right part of the page. */
const RIGHT_PART = 0.3
/** Words that tell the font's height are believed so much, and those that a form has. */
const PRINTED = 0.9
/** A symbol that is there for sure, its letters are not. */
const UNSURE = 0.3

const isNumber = (digits: string): boolean => digits.length <= 5 && Number(digits) > 0
const upTo = (most: number) => (digits: string): boolean => digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= most

/** The gaps of a page's heading. */
export function formGapsOf(page: SeenPage): FormGap[] {
  const ends = page.words.filter(({ text }) => SYMBOL.test(text) || YEAR.test(text))
  if (!ends.length) return []
  const em = serifHeight(page.words.filter(({ confidence }) => confidence > PRINTED))
  return em ? ends.filter((word) => endsLine(word, page.words, em)).flatMap((word) => (YEAR.test(word.text) ? dateGaps(word, page, em) : numberGap(word, page, em))) : []
}

/** Is nothing printed close behind a word, as in a sentence? */
function endsLine({ right, top, bottom }: SeenWord, words: readonly SeenWord[], em: number): boolean {
  const middle = (top + bottom) / 2
  return !words.some((other) => other.left > right - ALONE * em / 2 && other.left < right + ALONE * em && other.top < middle && other.bottom > middle)
}

/** Words on the line of a word that end within a stretch before it, from left to right. */
function wordsBefore({ left, top, bottom }: SeenWord, words: readonly SeenWord[], stretch = Infinity): SeenWord[] {
  const middle = (top + bottom) / 2
  return words.filter((other) => other.left < left && other.right > left - stretch && other.top < middle && other.bottom > middle).sort((a, b) => a.left - b.left)
}

function numberGap(word: SeenWord, page: SeenPage, em: number): FormGap[] {
  const { index, groups } = SYMBOL.exec(word.text)!
  const { code = '', dash } = groups!
  const stroke = dash === '/' ? '-' : '/'
  const left = beginOfSymbol(word, code, stroke, page, em) ?? (index === 0 ? word.left : undefined)
  if (left === undefined) return []
  const behind = { ...word, text: stroke + code, left, confidence: Math.max(word.confidence, UNSURE) }
  const line = wordsBefore(behind, page.words, LONGEST_NUMBER * em)
  const label = line.find(({ text }) => LABEL.exec(text)?.[0] === text)
  const right = colonBefore(behind, page, em) ?? label?.right
  if (right === undefined) return []
  const before = printed('Số:', word, label?.left ?? right - serifInkLength('Số:') * em, right)
  if (line.some((other) => other !== label && isOfSentence(other, before, em))) return []
  const seen = line.filter((other) => (other.left + other.right) / 2 > before.left && other !== word)
  const contents = seen.map((other) => ({ ...other, text: other.left < right - em / 2 ? other.text.replace(LABEL, '') : other.text }))
  return gapBetween(before, behind, [...seen, word], [...contents, { ...word, text: word.text.slice(0, index).replace(LABEL, '') }], isNumber, em)
}

/** Is a word printed close before the label of a number, or in its place? */
function isOfSentence({ text, left, right, confidence }: SeenWord, label: SeenWord, em: number): boolean {
  const isBefore = right > label.left - ALONE * em && right < label.left + em / 4
  const isThere = right > label.left && left < label.right - em / 2
  return isBefore || (isThere && confidence > PRINTED && !LABEL.test(text))
}

/** The left edge of a symbol's stroke: a slash that stands where it must, as long as the symbol is printed. */
function beginOfSymbol({ right, top, bottom }: SeenWord, code: string, stroke: string, { image, threshold }: SeenPage, em: number): number | undefined {
  const expected = right - (serifInkLength(code) + serifLength(stroke)) * em
  if (stroke === '-') return Math.round(expected)
  const region = { left: Math.round(expected - em), right: Math.round(expected + em), top, bottom }
  const slashes = blotsIn(image, threshold, region, region).filter((blot) => isSlash(blot, image.width, em)).map(({ left }) => ({ left, away: Math.abs(left - expected) }))
  const nearest = slashes.sort((a, b) => a.away - b.away)[0]
  return nearest && nearest.away < NEAR * em ? nearest.left : undefined
}

/** Is the left outline of the ink a straight line that leans to the right? The letter behind a slash may touch it. */
function isSlash({ left, top, bottom, pixels }: Blot, width: number, em: number): boolean {
  const high = bottom - top
  if (high < SLASH * em) return false
  const outline = new Float64Array(high).fill(Infinity)
  for (const pixel of pixels) {
    const row = Math.floor(pixel / width) - top
    outline[row] = Math.min(outline[row]!, (pixel % width) - left)
  }
  const lean = outline[0]! / high
  return outline[0]! > LEAN * em && outline.every((x, row) => Math.abs(x - (high - row) * lean) < STRAIGHT * em)
}

/** The right edge of the colon of "Số:", two dots above one another. */
function colonBefore({ left, top, bottom }: SeenWord, { image, threshold }: SeenPage, em: number): number | undefined {
  const region = { left: Math.round(left - LONGEST_NUMBER * em), right: left, top, bottom }
  const dots = blotsIn(image, threshold, region, region).filter((dot) => Math.max(dot.right - dot.left, dot.bottom - dot.top) < DOT.most * em && dot.bottom - dot.top > DOT.least * em)
  const isColon = (upper: Blot, lower: Blot): boolean => lower.top - upper.bottom > COLON.least * em && lower.top - upper.bottom < COLON.most * em && Math.abs(lower.left - upper.left) < COLON.aside * em
  const upper = dots.find((dot) => dots.some((other) => isColon(dot, other)))
  return upper?.right
}

/** *ngày … tháng … năm 2017* at the right of a heading: day and month. */
function dateGaps(year: SeenWord, page: SeenPage, pageEm: number): FormGap[] {
  const line = wordsBefore(year, page.words)
  const yearLabel = line.pop()
  if (yearLabel?.text.toLowerCase() !== YEAR_LABEL) return []
  // Datelines may be of another size, and other typefaces have other small letters.
  const em = serifHeight([...line, yearLabel, year].filter(({ text, confidence }) => confidence > PRINTED && text !== DAY_LABEL && text !== MONTH_LABEL)) ?? pageEm
  const month = monthLabel(line, yearLabel, em)
  const day = month && dayLabel(line.filter((word) => word.left < month.left), month, em)
  if (!day || beginOf(line.filter((word) => word.left < day.right), em) < RIGHT_PART * page.image.width) return []
  const between = (before: SeenWord, behind: SeenWord, good: (digits: string) => boolean): FormGap[] => {
    const seen = [...line, yearLabel].filter((word) => (word.left + word.right) / 2 > before.left && (word.left + word.right) / 2 < behind.right)
    const around = new RegExp(`^.*${before.text}|${behind.text}.*$`, 'giu')
    const contents = seen.map((word) => ({ ...word, text: word.text.replace(around, '') }))
    return gapBetween(before, behind, seen, contents, good, em)
  }
  return [...between(day, month, upTo(31)), ...between(month, yearLabel, upTo(12))]
}

/** Where the words begin that stand together at the end of a line. */
function beginOf(line: readonly SeenWord[], em: number): number {
  let i = line.length - 1
  while (i > 0 && line[i]!.left - line[i - 1]!.right < APART * em) i--
  return line[i]!.left
}

/** The word *tháng*: as it was seen, parted from what was joined to it, or where it must stand before the month. */
function monthLabel(line: readonly SeenWord[], yearLabel: SeenWord, em: number): SeenWord | undefined {
  const length = serifInkLength(MONTH_LABEL) * em
  const seen = line.findLast(({ text }) => text.toLowerCase().endsWith(MONTH_LABEL))
  if (seen) return printed(MONTH_LABEL, seen, seen.right - seen.left > length + LOOSE * em ? seen.right - length : seen.left, seen.right)
  const month = line.at(-1)
  if (!month || month.text.length > 2 || yearLabel.left - month.right > em) return undefined
  const right = month.left - BLANK * em
  return printed(MONTH_LABEL, month, right - length, right)
}

/** The word *ngày*: as it was seen, parted from what was joined to it, or where it must stand behind the place. */
function dayLabel(line: readonly SeenWord[], { left }: SeenWord, em: number): SeenWord | undefined {
  const length = serifInkLength(DAY_LABEL) * em
  const seen = line.findLast(({ text }) => text.toLowerCase().startsWith(DAY_LABEL))
  if (seen) return printed(DAY_LABEL, seen, seen.left, seen.right - seen.left > length + LOOSE * em ? seen.left + length : seen.right)
  const place = line.findLast((word) => /\p{L}[,;.]$/u.test(word.text) && word.confidence > PRINTED && left - word.right > length)
  if (!place) return undefined
  const begin = place.right + BLANK * em
  return printed(DAY_LABEL, place, begin, begin + length)
}

/** A word of the form, on the line of another. */
const printed = (text: string, { top, bottom, line, confidence }: SeenWord, left: number, right: number): SeenWord => ({ text, left: Math.round(left), top, right: Math.round(right), bottom, confidence: Math.max(confidence, PRINTED), line })

function gapBetween(before: SeenWord, behind: SeenWord, seen: readonly SeenWord[], contents: readonly SeenWord[], isGood: FormGap['isGood'], em: number): FormGap[] {
  if (behind.left - before.right < NARROWEST * em) return []
  const [top, bottom] = [Math.min(before.top, behind.top), Math.max(before.bottom, behind.bottom)]
  return [{ left: before.right, right: behind.left, top, bottom, em, seen, before, behind, contents: contents.filter(({ text }) => text), isGood }]
}
