import { PARAGRAPH_WORDS } from '../grammar/generated/paragraph-words.js'
import type { Edit } from '../model/edits.js'
import { fold, isDigit } from '../model/folded.js'
import type { Span } from '../model/span.js'
import type { Cleaner } from './cleaner.js'
import { headingLineOf, type HeadingLine } from './heading-line.js'
import { markerOf, type LineMarker } from './line-marker.js'
import { indentOf, isCapitals, linesOf } from './lines.js'
import { beginsLower, endsSentence, measureWrapping, type Wrapping } from './wrapping.js'

/** One paragraph a line: hard-wrapped lines are joined, blank lines and indents go. */
export const paragraphs: Cleaner = {
  id: 'paragraphs',
  clean: (text, { paragraphsAreLines, rows }) => ({ edits: paragraphEdits(text, paragraphsAreLines, rows) }),
}

interface Line extends Span {
  readonly marker: LineMarker
  readonly heading: HeadingLine | null
  readonly row: boolean
}

const LINKS = new Set(PARAGRAPH_WORDS.filter(({ does }) => does === 'links').map(({ phrase }) => fold(phrase)))
/** Words that take a number: "khoản⏎2. …" goes on. */
const NUMBERED = PARAGRAPH_WORDS.filter(({ does }) => does === 'numbers').map(({ phrase }) => fold(phrase))
/** Names and phrases with a hyphen inside: "kinh tế⏎- xã hội", "Lao động⏎- Thương binh". */
const HYPHENS = PARAGRAPH_WORDS.filter(({ does }) => does === 'hyphen').map(({ phrase }) => {
  const [left = '', right = ''] = fold(phrase).split(' - ')
  return { left, right }
})
const OPENERS = PARAGRAPH_WORDS.filter(({ does }) => does === 'opens').map(({ phrase }) => fold(phrase))

function paragraphEdits(text: string, paragraphsAreLines: boolean, rows: readonly Span[]): Edit[] {
  const filled = linesOf(text).filter((line) => line.end > line.start)
  const wrapping: Wrapping = paragraphsAreLines ? { wrapped: false, width: Number.POSITIVE_INFINITY, blankLinesTell: true, indentsTell: false } : measureWrapping(text, filled)
  const edits: Edit[] = []
  let row = 0
  const describe = (line: Span): Line => {
    while (row < rows.length && rows[row]!.end < line.start) row++
    const inRow = (row < rows.length && rows[row]!.start <= line.start) || isTableRow(text, line)
    return { ...line, marker: inRow ? null : markerOf(text, line), heading: inRow ? null : headingLineOf(text, line), row: inRow }
  }
  const replace = (start: number, end: number, insert: string): void => {
    if (text.slice(start, end) !== insert) edits.push({ start, end, insert })
  }
  if (!filled.length) return text ? [{ start: 0, end: text.length, insert: '' }] : []
  let before = describe(filled[0]!)
  let first = before
  let inTitle = false
  replace(0, before.start, '')
  for (let i = 1; i < filled.length; i++) {
    const line = describe(filled[i]!)
    const place = { first, before, line, next: filled[i + 1], wrapping, inTitle }
    const joined = (inTitle || !paragraphsAreLines) && continues(text, place)
    replace(before.end, line.start, joined ? seam(text, before, line) : '\n')
    if (!joined) {
      inTitle = line.heading === 'about' || before.heading === 'type'
      first = line
    }
    before = line
  }
  replace(before.end, text.length, '')
  return edits
}

interface Place {
  /** The line the paragraph began with. */
  readonly first: Line
  readonly before: Line
  readonly line: Line
  readonly next: Span | undefined
  readonly wrapping: Wrapping
  /** The paragraph is the title: it follows the line of the type, or begins with *V/v*. */
  readonly inTitle: boolean
}

/** Does `line` go on with the paragraph that `before` stands in? */
function continues(text: string, place: Place): boolean {
  const { first, before, line, wrapping } = place
  if (before.row || line.row || line.heading || stands(first, before)) return false
  const blank = hasBlankBetween(text, before, line)
  if (line.marker && !isInsidePhrase(text, place)) return false
  if (place.inTitle) return goesOnWithTitle(text, place, blank)
  const ended = endsSentence(text, before)
  if (beginsLower(text, line)) return !ended || (wrapping.wrapped && !isShort(before, wrapping, text, line))
  if (ended && opensParagraph(text, line)) return false
  if (!ended && isOpenEnded(text, before) && (wrapping.wrapped || (!blank && isDigit(text.charCodeAt(line.start))))) return true
  return wrapping.wrapped && goesOnWrapped(text, place, blank)
}

/** Heading lines that never go on: all but the subject of a letter and the remark on what the sheet is attached to. */
const stands = (first: Line, before: Line): boolean => before.heading !== null && before === first && before.heading !== 'about' && before.heading !== 'attached'

function goesOnWrapped(text: string, { first, before, line, next, wrapping }: Place, blank: boolean): boolean {
  if (wrapping.indentsTell && indentOf(text, line) - Math.min(indentOf(text, before), next ? indentOf(text, next) : Number.POSITIVE_INFINITY) >= 3) return false
  if (isCapitals(text, line)) return isCapitals(text, before) && !blank && first.marker !== null && before.end - before.start > wrapping.width * 0.5
  if (isCapitals(text, before) && isDigit(text.charCodeAt(line.start))) return !blank
  if (blank && wrapping.blankLinesTell) return false
  return !isShort(before, wrapping, text, line)
}

/** Would the first word of the next line have found room on this one? */
function isShort(before: Span, wrapping: Wrapping, text: string, line: Span): boolean {
  const space = text.indexOf(' ', line.start)
  const word = Math.min(space < 0 ? line.end : space, line.end) - line.start
  return before.end - before.start + 1 + word < wrapping.width * 0.85
}

/** Words that cannot end a phrase, a comma, an open bracket, a hyphen or slash at the end. */
function isOpenEnded(text: string, line: Span): boolean {
  const last = text[line.end - 1]!
  if (/[,\-–/(“]/.test(last)) return true
  const tail = text.slice(Math.max(line.start, line.end - 40), line.end)
  if (tail.lastIndexOf('(') > tail.lastIndexOf(')')) return true
  const words = fold(tail).split(' ')
  return LINKS.has(words.at(-1)!) || (words.length > 1 && LINKS.has(words.slice(-2).join(' ')))
}

const opensParagraph = (text: string, line: Span): boolean => {
  const head = fold(text.slice(line.start, Math.min(line.end, line.start + 20)))
  return OPENERS.some((phrase) => head.startsWith(phrase))
}

/** A number or a dash at the begin of a line that belongs to what stands before it: "khoản⏎2.", "kinh tế⏎- xã hội". */
function isInsidePhrase(text: string, { before, line, wrapping }: Place): boolean {
  if (endsSentence(text, before)) return false
  const tail = fold(text.slice(Math.max(before.start, before.end - 24), before.end))
  const head = fold(text.slice(line.start, Math.min(line.end, line.start + 24)))
  if (line.marker === 'bullet') return HYPHENS.some(({ left, right }) => tail.endsWith(left) && head.startsWith(right, 2))
  if (line.marker !== 'number' || !wrapping.wrapped || isShort(before, wrapping, text, line)) return false
  return NUMBERED.some((word) => tail.endsWith(` ${word}`)) && !/^\d+\.\d/.test(head)
}

/** The title goes on until a blank line, the preamble or a line of another kind. */
function goesOnWithTitle(text: string, { first, before, line, next, wrapping }: Place, blank: boolean): boolean {
  if (beginsLower(text, line)) return true
  if (blank || endsSentence(text, before) || opensParagraph(text, line) || text[line.start] === '(') return false
  if (isCapitals(text, line)) return isCapitals(text, before)
  if (line.end - line.start > TITLE_LINE || isCapitals(text, before)) return false
  if (first.heading === 'about') return true
  if (endsSentence(text, line)) return false
  return !wrapping.wrapped || !isShort(before, wrapping, text, line) || !(next && beginsLower(text, next))
}

/** A line of a title is set in the middle of the page and shorter than a line of the text. */
const TITLE_LINE = 100

const isTableRow = (text: string, line: Span): boolean => {
  const tab = text.indexOf('\t', line.start)
  if (tab >= 0 && tab < line.end) return true
  return text[line.start] === '|' && text[line.end - 1] === '|'
}

function hasBlankBetween(text: string, a: Span, b: Span): boolean {
  const first = text.indexOf('\n', a.end)
  const second = text.indexOf('\n', first + 1)
  return second >= 0 && second < b.start
}

/** What stands between two joined lines: a space, or nothing where a notation was broken at its hyphen or slash. */
function seam(text: string, before: Span, line: Span): string {
  const last = text[before.end - 1]!
  if (last === '/' || (last === '-' && isNotationEnd(text, before) && !isDigit(text.charCodeAt(line.start)))) return ''
  return ' '
}

/** "191/2009/TT-": the last word of the line holds a slash and a hyphen behind it. */
function isNotationEnd(text: string, line: Span): boolean {
  const word = text.slice(Math.max(text.lastIndexOf(' ', line.end - 1) + 1, line.start), line.end)
  return /\/.*-$/.test(word)
}
