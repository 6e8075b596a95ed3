import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { PARAGRAPH_WORDS } from '../grammar/generated/paragraph-words.js'
import { codeAt, isDigit, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import type { HeadingLine } from './heading-line.js'
import type { LineMarker } from './line-marker.js'
import { indentOf, type TextLine } from './lined-text.js'
import { partsUnit } from './heading-unit.js'
import { buildPhrases, phraseAt, phraseBefore } from './line-phrases.js'
import { beginsLower, endsSentence, type Wrapping } from './wrapping.js'

/** A line and what it is. */
export interface Line extends Span {
  readonly marker: LineMarker
  readonly heading: HeadingLine | null
  /** A row of a table. */
  readonly row: boolean
  /** How far it is moved in. */
  readonly indent: number
  /** All its letters are capitals. */
  readonly inCapitals: boolean
}

export interface Place {
  /** The line the paragraph began with. */
  readonly first: Line
  readonly before: Line
  readonly line: Line
  readonly next: TextLine | undefined
  readonly wrapping: Wrapping
  /** The paragraph is the title: it follows the line of the type, or begins with *V/v*. */
  readonly inTitle: boolean
}

const wordsThat = (does: (typeof PARAGRAPH_WORDS)[number]['does'], backwards: boolean) =>
  buildPhrases(PARAGRAPH_WORDS.filter((row) => row.does === does).map((row): [string, true] => [row.phrase, true]), backwards)

/** Words that begin a paragraph: "Căn cứ", "Trên đây là". */
const OPENERS = wordsThat('opens', false)
/** Labels that begin a line of their own: "Thời gian:". */
const ATTRIBUTES = wordsThat('attributes', false)
/** Words that cannot end a phrase: "của", "và". */
const LINKS = wordsThat('links', true)
/** Words that take a number: "khoản⏎2. …" goes on. */
const NUMBERED = wordsThat('numbers', true)
/** Nouns that a name follows, where they have a capital: "Sở⏎Y tế". */
const NAMED = wordsThat('names', true)
/** Names and phrases with a hyphen inside: "kinh tế⏎- xã hội", "Lao động⏎- Thương binh". */
const HYPHENS = PARAGRAPH_WORDS.filter(({ does }) => does === 'hyphen').map(({ phrase }) => phrase.split(' - '))
const HYPHEN_LEFT = buildPhrases(HYPHENS.map(([left = ''], i): [string, number] => [left, i]), true)
const HYPHEN_RIGHT = buildPhrases(HYPHENS.map(([, right = '']): [string, true] => [right, true]))
/** A line of a title is set in the middle of the page and shorter than a line of the text. */
const TITLE_LINE = 100

/** Does `line` go on with the paragraph that `before` stands in? */
export function continues(text: string, place: Place): boolean {
  const { first, before, line, wrapping } = place
  if (before.row || line.row) return false
  const blank = hasBlankBetween(text, before, line)
  if (!blank && goesOnWithUnit(text, before, line)) return true
  if (line.heading || (stands(first, before) && !(before.heading === 'addressees' && goesOnInside(text, before, line)))) return false
  if (isMarkerAlone(text, before)) return !line.marker && !beginsCapitalsLine(line)
  if (line.marker) return isInsidePhrase(text, place)
  if (place.inTitle) return (!blank && goesOnWithYear(text, before, line)) || goesOnWithTitle(text, place, blank)
  const ended = endsSentence(text, before)
  if (first.marker === 'article' && !blank && goesOnWithArticle(text, first, before)) return true
  if (beginsLower(text, line)) return !ended || (wrapping.wrapped && !isShort(before, wrapping, text, line))
  if ((ended && phraseAt(OPENERS, text, line.start, line.end)) || phraseAt(ATTRIBUTES, text, line.start, line.end)) return false
  if (!ended && isOpenEnded(text, before, line) && (wrapping.wrapped || (!blank && isDigit(codeAt(text, line.start))))) return true
  return wrapping.wrapped && goesOnWrapped(text, place, blank, ended)
}

/** "Điều 3. Chánh Văn phòng UBND tỉnh;⏎Thủ trưởng các sở, …": an article's sentence goes on behind a semicolon. */
const goesOnWithArticle = (text: string, first: Line, before: Line): boolean => text[before.end - 1] === ';' && text.startsWith('Điều ', first.start)

/** Heading lines that never go on: all but the subject of a letter and the remark on what the sheet is attached to. */
const stands = (first: Line, before: Line): boolean => before.heading !== null && before === first && before.heading !== 'about' && before.heading !== 'attached'

/** "Kính gửi: Ủy ban nhân dân các huyện,⏎thành phố". */
const goesOnInside = (text: string, before: Line, line: Line): boolean => !line.marker && !endsSentence(text, before) && (beginsLower(text, line) || isOpenEnded(text, before, line))

function goesOnWrapped(text: string, { first, before, line, next, wrapping }: Place, blank: boolean, ended: boolean): boolean {
  if (wrapping.indentsTell && line.indent - Math.min(before.indent, next ? indentOf(next) : Number.POSITIVE_INFINITY) >= 3) return false
  if (line.inCapitals) return before.inCapitals && !blank && !ended && first.marker !== null && !isDivisionAlone(text, before)
  if (isDigit(codeAt(text, line.start)) && before.inCapitals) return !blank
  if (blank && wrapping.blankLinesTell) return false
  return !isShort(before, wrapping, text, line)
}

/** Would the first word of the next line have found room on this one? */
function isShort(before: Span, wrapping: Wrapping, text: string, line: Span): boolean {
  let word = line.start
  while (word < line.end && codeAt(text, word) !== 32) word++
  return before.end - before.start + 1 + word - line.start < wrapping.width * 0.85
}

/** A word that cannot end a phrase, a comma, an open bracket, a hyphen or slash at the end; a noun whose number or name comes next. */
function isOpenEnded(text: string, line: Line, next: Span): boolean {
  if (',-–/(“'.includes(text[line.end - 1]!)) return true
  if (hasOpenBracket(text, line)) return true
  if (phraseBefore(LINKS, text, line.end, line.start)) return true
  if (isDigit(codeAt(text, next.start))) return phraseBefore(NUMBERED, text, line.end, line.start) !== undefined
  const named = phraseBefore(NAMED, text, line.end, line.start)
  return named !== undefined && named.at > line.start && isUpper(codeAt(text, named.at)) && !line.inCapitals
}

function hasOpenBracket(text: string, line: Span): boolean {
  for (let i = line.end - 1; i >= line.start && i > line.end - 60; i--) {
    if (codeAt(text, i) === 41) return false
    if (codeAt(text, i) === 40) return true
  }
  return false
}

/** A number or a dash at the begin of a line that belongs to what stands before it: "khoản⏎2.", "kinh tế⏎- xã hội". */
function isInsidePhrase(text: string, { before, line, wrapping }: Place): boolean {
  if (endsSentence(text, before)) return false
  if (line.marker === 'bullet') {
    return phraseBefore(HYPHEN_LEFT, text, before.end, before.start) !== undefined && phraseAt(HYPHEN_RIGHT, text, line.start + 2, line.end) !== undefined
  }
  if (line.marker !== 'number' || !wrapping.wrapped || isShort(before, wrapping, text, line)) return false
  return phraseBefore(NUMBERED, text, before.end, before.start) !== undefined && !/^\d+\.\d/.test(text.slice(line.start, line.start + 5))
}

/** "Điều 1.", "a)", "-" with nothing behind it: its text is on the next line. */
function isMarkerAlone(text: string, line: Line): boolean {
  if (line.end - line.start > 9) return false
  const content = text.slice(line.start, line.end)
  return line.marker === null ? content === '-' || content === '+' || content === '•' : PATTERNS['bare-marker'].test(content)
}

/** "PHỤ LỤC I", "CHƯƠNG II": the title below is a line of its own. */
const isDivisionAlone = (text: string, line: Line): boolean =>
  line.marker === 'article' && line.end - line.start < 24 && PATTERNS['bare-part'].test(text.slice(line.start, line.end))

const beginsCapitalsLine = (line: Line): boolean => line.heading !== null && line.inCapitals

/** The title goes on until the preamble, a line of another kind or a blank line; one in capitals goes on behind a blank line too. */
function goesOnWithTitle(text: string, { first, before, line, next, wrapping }: Place, blank: boolean): boolean {
  if (beginsLower(text, line)) return true
  if (endsSentence(text, before) || phraseAt(OPENERS, text, line.start, line.end) || text[line.start] === '(') return false
  if (line.inCapitals) return before.inCapitals && !isAuthority(text, before, line, next)
  if (blank || line.end - line.start > TITLE_LINE || before.inCapitals) return false
  if (first.heading === 'about') return true
  if (endsSentence(text, line)) return false
  return !wrapping.wrapped || !isShort(before, wrapping, text, line) || !(next && beginsLower(text, next))
}

/** "GIAI ĐOẠN 2018 -⏎2025”": a period whose second year is on the next line. */
const goesOnWithYear = (text: string, before: Span, line: Span): boolean => /\d{4} ?[-–]$/.test(text.slice(before.end - 6, before.end)) && /^\d{4}(?!\d)/.test(text.slice(line.start, line.start + 5))

/** "BỘ TRƯỞNG BỘ TƯ PHÁP" between the title of a decision and its "Căn cứ": who decides, no part of the title. */
const isAuthority = (text: string, before: Line, line: Line, next: Span | undefined): boolean =>
  next !== undefined && AUTHORITY.test(text.slice(line.start, line.end)) && (phraseAt(OPENERS, text, next.start, next.end) !== undefined || OF_AUTHORITY.test(text.slice(next.start, next.end))) && phraseBefore(LINKS, text, before.end, before.start) === undefined

const AUTHORITY = PATTERNS.authority
const OF_AUTHORITY = PATTERNS['of-authority']

/** "Số:⏎772/KH-UBND", "Tiền⏎Giang, ngày …", "ỦY BAN NHÂN⏎DÂN". */
function goesOnWithUnit(text: string, before: Line, line: Line): boolean {
  const length = before.end - before.start
  if (length > 40 || before.row) return false
  if (before.heading === 'number') return length < 6 && /[\d/…._]/.test(text[line.start]!)
  if (line.heading === 'dateline') return length < 14 && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(text.slice(before.start, before.end))
  return (line.inCapitals && partsUnit(text, before, line)) || continuesCapitalHeading(text, before, line)
}

/** "I. CĂN CỨ XÂY DỰNG⏎KẾ HOẠCH": behind an unfinished heading in capitals no line tells the type of a document. */
const continuesCapitalHeading = (text: string, before: Line, line: Line): boolean =>
  line.heading === 'type' && before.marker === 'roman' && before.inCapitals && !endsSentence(text, before)

function hasBlankBetween(text: string, a: Span, b: Span): boolean {
  let breaks = 0
  for (let i = a.end; i < b.start; i++) if (codeAt(text, i) === 10) breaks++
  return breaks > 1
}
