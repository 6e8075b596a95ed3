import { isBulletSign } from '../grammar/bullets.js'
import { OUTLINE_PATTERNS as PATTERNS } from '../grammar/generated/outline-patterns.js'
import { type FoldedText, isDigit, isLetter, isUpper } from '../model/folded.js'
import type { Marker } from '../model/outline.js'

const ROMAN = /(?:X{0,2}(?:IX|IV|V?I{0,3}))(?=[.)/:,\- –—]|$)/y
const DECIMAL = /(\d{1,2}(?:\.\d{1,2}){0,4})(?:\s?(?:([/)])\.|([.)/:]|[-–](?!\d))))?/y
const LETTER = /([a-zđ]\d?)\s?(?:([/)])\.|([.)/:]|[-–]))/y
const PARENTHESISED = /\((\d{1,2}|[a-zđ])\)/y
const ARTICLE = PATTERNS.article
const CHAPTER = PATTERNS.chapter
const PART = PATTERNS.part
const ANNEX = PATTERNS.annex
/** Letters of Vietnamese lists in order; f, j, w, z are used by some. */
const LETTERS = 'abcdđefghijklmnopqrstuvwxyz'
const PART_NUMBERS: Readonly<Record<string, number>> = { nhất: 1, hai: 2, ba: 3, tư: 4, năm: 5, sáu: 6, bảy: 7 }

/**
 * The list marker that a line begins with, or undefined. Numbers that are no markers are declined: years, amounts ("1.026 vụ"),
 * fractions, dates, ranges ("15-20 người").
 */
export function parseMarker(text: FoldedText, start: number, end: number): Marker | undefined {
  let at = start
  while (at < end && text.text.charCodeAt(at) === 32) at++
  const code = text.text.charCodeAt(at)
  if (isBulletSign(text.text, at, end)) return parseBullet(text, at, end)
  if (isUpper(code)) return (isRoman(code) ? parseRoman(text, at, end) : undefined) ?? parseUpper(text, at, end) ?? parseWorded(text, at, end)
  if (isLetter(code)) return parseLetter(text, at, end)
  if (isDigit(code)) return parseDecimal(text, at, end)
  return code === 40 ? parseParenthesised(text, at, end) : undefined
}

function at(pattern: RegExp, subject: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start
  return pattern.exec(subject)
}

/** The mark behind a number or letter, of two ("1/.") the first; "" where there is none. */
const styleOf = (match: RegExpExecArray): string => (match[2] ?? match[3] ?? '').replace('–', '-')

/** I, V or X. */
const isRoman = (code: number): boolean => code === 73 || code === 86 || code === 88

/** Skip blanks after a marker; undefined where nothing follows on the line and something must. */
function contentFrom(text: FoldedText, from: number, end: number): number {
  let place = from
  while (place < end && (text.text.charCodeAt(place) === 32 || text.text.charCodeAt(place) === 9)) place++
  return place
}

function parseDecimal(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(DECIMAL, text.text, start)
  if (!match) return undefined
  const after = start + match[0].length
  const numbers = match[1]!.split('.').map((part) => Number(part.trim()))
  const style = styleOf(match)
  const contentStart = contentFrom(text, after, end)
  if (isDigit(text.text.charCodeAt(after)) || contentStart >= end || numbers.includes(0)) return undefined
  const next = text.text.charCodeAt(contentStart)
  if (!style && (numbers.length < 2 || !isUpper(next) || (contentStart === after && !isSmall(text.text.charCodeAt(after + 1))))) return undefined
  if (contentStart === after && !isUpper(next) && next !== 34 && next !== 8220) return undefined
  if (!isLetter(next) && !'"“‘([…'.includes(text.text[contentStart]!) && !isDigit(next)) return undefined
  return { kind: 'decimal', printed: text.text.slice(start, after).trimEnd(), label: numbers.join('.'), numbers, style, contentStart }
}

/** "2.1Về": the second letter of a word. */
const isSmall = (code: number): boolean => isLetter(code) && !isUpper(code)

function parseParenthesised(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(PARENTHESISED, text.folded, start)
  if (!match || match.index + match[0].length >= end) return undefined
  const contentStart = contentFrom(text, start + match[0].length, end)
  const digit = isDigit(match[1]!.charCodeAt(0))
  const numbers = [digit ? Number(match[1]) : LETTERS.indexOf(match[1]!) + 1]
  return { kind: digit ? 'decimal' : 'letter', printed: match[0], label: match[1]!, numbers, style: '()', contentStart }
}

function parseBullet(text: FoldedText, start: number, end: number): Marker | undefined {
  const char = text.text[start]!
  let after = start + 1
  while (text.text[after] === char) after++
  const contentStart = contentFrom(text, after, end)
  if (contentStart >= end || after - start > 2) return undefined
  const plus = char === '+'
  const next = text.text.charCodeAt(contentStart)
  if (contentStart === after && char === '-' && isDigit(next)) return undefined
  if (!isLetter(next) && !isDigit(next) && !'"“‘([*…'.includes(text.text[contentStart]!)) return undefined
  const style = char === '–' || char === '—' ? '-' : char
  return { kind: plus ? 'plus' : 'bullet', printed: char, label: plus ? '+' : '-', numbers: [], style, contentStart }
}

function romanValue(roman: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  let total = 0
  for (let i = 0; i < roman.length; i++) {
    const value = values[roman[i]!] ?? 0
    total += value < (values[roman[i + 1]!] ?? 0) ? -value : value
  }
  return total
}

function parseRoman(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(ROMAN, text.text, start)
  if (!match?.[0]) return undefined
  const after = start + match[0].length
  const mark = /^\s?[.)/:,–—-]+/.exec(text.text.slice(after, after + 3))?.[0] ?? ''
  const contentStart = contentFrom(text, after + mark.length, end)
  if (contentStart >= end || text.folded.startsWith('v/v', start)) return undefined
  if (!mark && !isUpper(text.text.charCodeAt(contentStart + 1))) return undefined
  if (!isLetter(text.text.charCodeAt(contentStart)) && !'"“'.includes(text.text[contentStart]!)) return undefined
  const sub = /^(\d{1,2}(?:\.\d{1,2})*)[.)]? /.exec(text.text.slice(after + mark.length, after + mark.length + 8))
  if (sub) return undefined
  return { kind: 'roman', printed: text.text.slice(start, after + mark.length).trim(), label: match[0], numbers: [romanValue(match[0].toLowerCase())], style: '', contentStart }
}

function parseUpper(text: FoldedText, start: number, end: number): Marker | undefined {
  const apart = text.text.charCodeAt(start + 1) === 32 ? 1 : 0
  const mark = text.text[start + 1 + apart]
  if (!mark || isLetter(mark.charCodeAt(0)) || !'.)/-'.includes(mark)) return undefined
  const letter = text.text[start]!
  if (!/[A-HKLĐ]/.test(letter)) return undefined
  const after = start + 2 + apart
  const contentStart = contentFrom(text, after, end)
  if (contentStart >= end || (contentStart === after && (apart || mark !== '.')) || !isUpper(text.text.charCodeAt(contentStart))) return undefined
  if ((contentStart === after || apart) && !isUpper(text.text.charCodeAt(contentStart + 1))) return undefined
  return { kind: 'upper', printed: text.text.slice(start, after), label: letter, numbers: [LETTERS.indexOf(letter.toLowerCase()) + 1], style: '', contentStart }
}

function parseLetter(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(LETTER, text.text, start)
  if (!match) return undefined
  const after = start + match[0].length
  const style = styleOf(match)
  const contentStart = contentFrom(text, after, end)
  if (contentStart >= end || (contentStart === after && style !== ')' && !isUpper(text.text.charCodeAt(contentStart)))) return undefined
  return { kind: 'letter', printed: match[0].trim(), label: match[1]!, numbers: [LETTERS.indexOf(match[1]![0]!) + 1], style, contentStart }
}

/** "Điều 2.", "Chương I", "Phần thứ nhất", "PHỤ LỤC I". */
function parseWorded(text: FoldedText, start: number, end: number): Marker | undefined {
  const first = text.folded.charCodeAt(start)
  if (first !== 0x111 && first !== 99 && first !== 112 && first !== 109) return undefined
  if (!isUpper(text.text.charCodeAt(start))) return undefined
  return parseArticle(text, start, end) ?? parseChapter(text, start, end) ?? parsePart(text, start, end) ?? parseAnnex(text, start, end)
}

function worded(text: FoldedText, start: number, end: number, length: number, kind: Marker['kind'], label: string, number: number): Marker {
  const contentStart = contentFrom(text, start + length, end)
  return { kind, printed: text.text.slice(start, start + length).trim(), label, numbers: [number], style: '', contentStart }
}

function parseArticle(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(ARTICLE, text.folded, start)
  if (!match || start + match[0].length > end) return undefined
  if (!match.groups!['mark'] && !isUpper(text.text.charCodeAt(contentFrom(text, start + match[0].length, end)))) return undefined
  const number = match.groups!['number']!
  return worded(text, start, end, match[0].length, 'article', `Điều ${number}`, Number.parseInt(number, 10))
}

function parseChapter(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(CHAPTER, text.folded, start)
  if (!match) return undefined
  const after = start + match[0].length
  const next = contentFrom(text, after, end)
  if (next < end && !isUpper(text.text.charCodeAt(next))) return undefined
  const { unit, number: word } = match.groups as { unit: string; number: string }
  const number = isDigit(word.charCodeAt(0)) ? Number(word) : romanValue(word)
  return worded(text, start, end, match[0].length, 'chapter', `${unit === 'mục' ? 'Mục' : 'Chương'} ${word.toUpperCase()}`, number)
}

function parsePart(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(PART, text.folded, start)
  if (!match) return undefined
  const next = contentFrom(text, start + match[0].length, end)
  if (next < end && !isUpper(text.text.charCodeAt(next))) return undefined
  const word = match.groups!['number']!
  const number = PART_NUMBERS[word] ?? (isDigit(word.charCodeAt(0)) ? Number(word) : romanValue(word))
  const label = PART_NUMBERS[word] ? `Phần thứ ${word}` : `Phần ${word.toUpperCase()}`
  return worded(text, start, end, match[0].length, 'part', label, number)
}

function parseAnnex(text: FoldedText, start: number, end: number): Marker | undefined {
  const match = at(ANNEX, text.folded, start)
  if (!match) return undefined
  const next = contentFrom(text, start + match[0].length, end)
  const upper = isUpper(text.text.charCodeAt(start + 1))
  const word = match.groups!['number'] ?? ''
  if (next < end && !upper && !(word && /[.:]$/.test(match[0]))) return undefined
  const number = word ? (isDigit(word.charCodeAt(0)) ? Number(word) : romanValue(word)) : 0
  return worded(text, start, end, match[0].length, 'annex', 'PL', number)
}

/** Does `next` follow `last` in a list of letters, the Vietnamese way (d, đ, e, g) or the Latin way? */
export function followsLetter(last: number, next: number): boolean {
  const between = LETTERS.slice(last, next - 1)
  return next > last && [...between].every((letter) => 'đfjwz'.includes(letter))
}
