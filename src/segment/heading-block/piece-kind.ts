import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { ATTACHED_OPENINGS, BASIS_OPENINGS, bareLetters, isMarkLine, NATIONAL_LINES, scannedTypeOfLine, typeOfLine } from '../../grammar/heading.js'
import { type FoldedText, isDigit, isLetter, isUpper, wordEndsAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'
import { isCapitals } from './capitals.js'
import type { DayOfIssue } from './day-of-issue.js'
import { endOfNumber, SMALL_LABEL } from './number-line.js'

/** What a line of the heading, or a part of one, is by its own words. */
export type PieceKind =
  | 'national' | 'number' | 'dateline' | 'type' | 'about' | 'addressees' | 'attached' | 'mark' | 'rule' | 'basis' | 'marker' | 'prose' | 'words'

/** Names, datelines, numbers are shorter. */
export const LONGEST_NAME = 120
/** Titles are shorter; what is longer is a paragraph. */
export const LONGEST_HEADING_LINE = 420
const LONGEST_NATIONAL = 80
const SHORTEST_NATIONAL = 14
const LONGEST_SCANNED_TYPE = 24
/** First letters of *cộng hòa*, *chủ nghĩa*, *độc lập*, *đảng*, *đoàn*, as printed or misread. */
const NATIONAL_LETTERS: ReadonlySet<string> = new Set(['c', 'đ', 'd', 'o'])
/** As nearly all documents print them: no need to compare letters. */
const PRINTED_RIGHT: ReadonlySet<string> = new Set(['cộng hòa xã hội chủ nghĩa việt nam', 'độc lập - tự do - hạnh phúc', 'đảng cộng sản việt nam'])
const ABOUT = /^\(?v\/[vw]\.?:? ?/
const MARKER = PATTERNS['body-marker']
/** First signs of such a marker, and of the words of the preamble: most lines are declined by theirs. */
const MARKER_OPENERS: ReadonlySet<string> = new Set('ivx0123456789abcdefghđp-+•*')
const BASIS_LETTERS: ReadonlySet<string> = new Set(BASIS_OPENINGS.map((opening) => opening[0]!))
const LABEL = PATTERNS['portal-label']
const ADDRESSEES = PATTERNS['addressees-line']

export function kindOf(text: FoldedText, { start, end }: Span, folded: string, day: DayOfIssue | undefined): PieceKind {
  if (folded.length > LONGEST_NAME) return kindOfLong(text, { start, end }, folded)
  if (!hasWord(folded) || ('nslt'.includes(folded[0]!) && LABEL.test(folded))) return 'rule'
  if (isNational(folded)) return 'national'
  if (isNumberLine(text, start, end, folded)) return 'number'
  if (day) return opensBasis(folded) ? 'basis' : 'dateline'
  if (isMarkLine(folded)) return 'mark'
  if (isTypeLine(text, start, end, folded)) return 'type'
  return kindOfLong(text, { start, end }, folded)
}

/** Kinds that a paragraph can have too: by its first words, or its end. */
function kindOfLong(text: FoldedText, span: Span, folded: string): PieceKind {
  const first = folded[0] ?? ''
  if ('(v'.includes(first) && ABOUT.test(folded)) return 'about'
  if ((first === 'k' || folded.includes('điện')) && ADDRESSEES.test(folded)) return 'addressees'
  if (first === '(' && ATTACHED_OPENINGS.some((opening) => folded.startsWith(opening))) return 'attached'
  if (opensBasis(folded)) return 'basis'
  if (MARKER_OPENERS.has(first) && MARKER.test(folded)) return 'marker'
  return isProse(folded) && !(folded.endsWith(';') && isCapitals(text, span)) ? 'prose' : 'words'
}

function opensBasis(folded: string): boolean {
  const words = '-+*'.includes(folded[0] ?? ' ') ? folded.replace(/^[-+*] ?/, '') : folded
  return BASIS_LETTERS.has(words[0] ?? '') && BASIS_OPENINGS.some((opening) => words.startsWith(opening) && wordEndsAt(words, opening.length))
}

/** The name of a type alone; one that a scanner spoilt only in capitals. */
function isTypeLine(text: FoldedText, start: number, end: number, folded: string): boolean {
  if (!isUpper(text.text.charCodeAt(start))) return false
  return typeOfLine(folded) !== undefined || (folded.length < LONGEST_SCANNED_TYPE && isCapitals(text, { start, end }) && scannedTypeOfLine(folded) !== undefined)
}

/** Ends like a sentence or a clause of the preamble, or is far too long for a name or a title. */
function isProse(folded: string): boolean {
  if (folded.length > LONGEST_HEADING_LINE) return true
  const last = folded.charCodeAt(folded.length - 1)
  if (last === 0x3b || last === 0x3a) return true
  return folded.length > 40 && (last === 0x2e || last === 0x2f) && /[^.…][.]\/?\.?$/.test(folded.slice(-4))
}

function hasWord(folded: string): boolean {
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    if (isLetter(code) || isDigit(code)) return !(folded.includes('o0o') && /^[^a-zà-ỹđ0-9]*o0o[^a-zà-ỹđ0-9]*$/.test(folded))
  }
  return false
}

/** *Quốc hiệu* and *tiêu ngữ*, also badly scanned: the bare letters differ in at most one of six. */
function isNational(folded: string): boolean {
  if (folded.length > LONGEST_NATIONAL || folded.length < SHORTEST_NATIONAL || !NATIONAL_LETTERS.has(firstLetter(folded))) return false
  if (PRINTED_RIGHT.has(folded)) return true
  const bare = bareLetters(folded)
  return NATIONAL_LINES.some((line) => bare === line || (bare.length > 10 && Math.abs(bare.length - line.length) < 4 && isNear(bare, line))) || bare === 'conghoaxahoichunghiavietnamdoclaptudohanhphuc'
}

const firstLetter = (folded: string): string => {
  for (const sign of folded) if (isLetter(sign.charCodeAt(0))) return sign
  return ''
}

/** Do two words differ in at most one of six letters (Levenshtein)? */
function isNear(a: string, b: string): boolean {
  const most = b.length / 6
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return false
    row = next
  }
  return row[b.length]! <= most
}

function isNumberLine(text: FoldedText, start: number, end: number, folded: string): boolean {
  if (folded.charCodeAt(0) !== 0x73) return endOfNumber(text, start, end) === end
  const pattern = PATTERNS['number-label']
  pattern.lastIndex = 0
  return pattern.test(folded) && (isUpper(text.text.charCodeAt(start)) || (SMALL_LABEL.test(folded) && endOfNumber(text, start, end) !== undefined))
}
