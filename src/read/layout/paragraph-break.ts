import { LINES_PATTERNS as PATTERNS } from '../../grammar/generated/lines-patterns.js'
import { isLetter, isUpper } from '../../model/folded.js'
import type { TableCell } from './blocks.js'
import { firstWidth, type Line, textOfLine } from './line.js'
import type { Margins } from './margins.js'

const MARKER = PATTERNS['paragraph-marker']
const DASH = /^[-–—+]\s?\S/
const OPENER = PATTERNS['paragraph-opener']
/** A notation that the line broke: "151/KH-". */
const OPEN_NOTATION = /\d\/(?:[\p{L}\d&/-]*[-/])?$/u
/** Ends of lines that a paragraph may end with. */
const ENDED = /(?:[.;:!?…]|\.\/\.?)["”’)\]]?$/u

const isLower = (code: number): boolean => isLetter(code) && !isUpper(code)

/** Lines that go on in one paragraph so far. */
export interface OpenParagraph {
  readonly first: Line
  readonly last: Line
  readonly lines: number
}

/** Does `next` go on with the paragraph? Told by room at the line's end, indents, spacing, markers and letters. */
export function goesOn({ first, last, lines }: OpenParagraph, next: Line, margins: Margins): boolean {
  const text = textOfLine(next)
  const size = last.fontSize
  if (Math.abs(next.fontSize - size) > 1.2) return false
  const samePage = next.page === last.page
  const gap = next.baseline - last.baseline
  if (samePage && (gap > 1.75 * margins.pitch || gap < 0)) return false
  const [centredLast, centredNext] = [isCentred(last, margins), isCentred(next, margins)]
  if (centredLast && (lines === 1 || isCentred(first, margins))) return centredNext && centredGoesOn(last, next, text, margins)
  if (centredNext && (last.bold !== next.bold || isMiddle(last, next))) return last.bold === next.bold && centredGoesOn(last, next, text, margins)
  const before = textOfLine(last)
  if (OPEN_NOTATION.test(before)) return true
  if (OPENER.test(text) || isBelowTitle(before, text)) return false
  const ended = ENDED.test(before)
  const indent = next.left - margins.left > 0.7 * size
  const dashGoesOn = continuesWithDash(text, ended, indent) && (margins.indented || !DASH.test(textOfLine(first)))
  if (hasRoom(last, next, margins)) return !ended && lines > 0 && (isWrappedEarly(before, text, last, next, margins) || (dashGoesOn && isNearlyFull(last, margins)))
  if (MARKER.test(text) && !dashGoesOn) return false
  if (last.bold && !next.bold && isUpper(text.charCodeAt(0)) && ended) return false
  const hanging = lines === 1 && next.left > last.left && MARKER.test(before) && isHanging(last, next)
  if (indent && !hanging && startsLikeFirst({ first, last, lines }, next)) return !ended && isLower(text.charCodeAt(0))
  if (samePage && gap > 1.22 * margins.pitch && ended && !margins.indented) return false
  return !(ended && !margins.indented && samePage && gap > 1.12 * margins.pitch && isUpper(text.charCodeAt(0)))
}

/** The lines of a cell by its paragraphs: one begins where its first word would have found room on the line above, and goes on with no sentence. */
export function paragraphsOfCell({ lines, right }: TableCell): Line[][] {
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)?.at(-1)
    if (last && !opensInCell(last, line, right)) paragraphs.at(-1)!.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function opensInCell(last: Line, line: Line, right: number): boolean {
  if (line.page !== last.page || line.words[0]?.confidence !== null || isLower(textOfLine(line).charCodeAt(0))) return false
  return right - last.right > firstWidth(line) + 0.6 * last.fontSize && !/[-–/,]$/.test(textOfLine(last))
}

/** Would the first word of the next line have found room on this one? */
function hasRoom(last: Line, next: Line, margins: Margins): boolean {
  return margins.right - last.right > firstWidth(next) + 0.6 * last.fontSize
}

/** A line that ends early though its sentence goes on in small letters: unjustified text, or a word too long for it. */
const isWrappedEarly = (before: string, text: string, last: Line, next: Line, margins: Margins): boolean =>
  isLower(text.charCodeAt(0)) && !MARKER.test(text) && last.right - margins.left > 0.6 * (margins.right - margins.left) && next.left <= last.left + last.fontSize && !/[.;:]$/.test(before)

const isNearlyFull = (last: Line, { left, right }: Margins): boolean => last.right - left > 0.85 * (right - left)

/** "kinh tế⏎- xã hội": a dash at the margin before a small letter, where no sentence ended; paragraphs begin further in, or the one that is open with no dash. */
const continuesWithDash = (text: string, ended: boolean, indent: boolean): boolean => DASH.test(text) && !ended && !indent && isLower(text.replace(/^[-–—+]\s*/, '').charCodeAt(0))

/** As far in as the first line of its paragraph, or further in than the lines before it. */
function startsLikeFirst({ first, last, lines }: OpenParagraph, next: Line): boolean {
  const size = next.fontSize
  return lines === 1 ? next.left > last.left - 0.4 * size : next.left > last.left + 0.5 * size || Math.abs(next.left - last.left) > 0.5 * size && next.left >= first.left - 0.3 * size
}

/** The line stands under the words behind the marker of the one above it. */
function isHanging(last: Line, next: Line): boolean {
  const behind = last.words[1]
  return behind !== undefined && Math.abs(behind.left - next.left) < 0.8 * next.fontSize
}

/** Set in the middle, with blanks on both sides. */
function isCentred(line: Line, { left, right }: Margins): boolean {
  const size = line.fontSize
  const [before, behind] = [line.left - left, right - line.right]
  return before > 1.5 * size && behind > 1.5 * size && Math.abs(before - behind) < 2.2 * size
}

/** Both lines have one middle: a title whose first line is as wide as the page. */
const isMiddle = (last: Line, next: Line): boolean => Math.abs(last.left + last.right - next.left - next.right) < 1.2 * next.fontSize

/** "KẾ HOẠCH CHUYỂN ĐỔI SỐ⏎(Kèm theo Quyết định …)": other letters below a line in capitals. */
const isBelowTitle = (before: string, text: string): boolean => /\p{L} \p{L}/u.test(before) && inCapitals(before) && !inCapitals(text) && /^[\p{Lu}(]/u.test(text)

const inCapitals = (text: string): boolean => text === text.toUpperCase()

/** Lines of one title: no room was left on the one above, or this one begins with a small letter. Between titles the case of letters changes, or there is a wider space. */
function centredGoesOn(last: Line, next: Line, text: string, margins: Margins): boolean {
  if (last.bold !== next.bold || MARKER.test(text)) return false
  if (isLower(text.charCodeAt(0))) return true
  const before = textOfLine(last)
  if (text.startsWith('(') || inCapitals(before) !== inCapitals(text)) return false
  if (next.page === last.page && next.baseline - last.baseline > 1.35 * margins.pitch) return false
  return margins.right - margins.left - (last.right - last.left) < firstWidth(next) + last.fontSize
}
