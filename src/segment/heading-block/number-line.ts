import { typeCodeOfSymbol } from '../../grammar/document-types.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { fold, type FoldedText, isUpper } from '../../model/folded.js'
import type { Notation } from '../../model/plan.js'
import type { Span } from '../../model/span.js'

/**
 * What stands on the line of the number, *số, ký hiệu*, with its place. Its text is as printed, since it has a span: the text was made
 * canonical before; number and symbol are canonical whatever is printed.
 */
export interface HeadingNumber {
  readonly notation: Notation
  readonly span: Span
}

/** What a number begins with: "Số", a digit, a blank or its dots. */
const OPENS: ReadonlySet<string> = new Set('s0123456789/-.…_')

/** Number and symbol end within so many signs. */
const LONGEST = 120

const PART = String.raw`[\p{Lu}][\p{L}\d&]*(?:\.[\p{L}\d&]+)*`
const JOINT = ' {0,3}[-/+_] {0,3}'
const SYMBOL = String.raw`(?<symbol>${PART}(?:${JOINT}(?:\d[\p{L}\d]*|${PART})){0,12})`
/** 54/KH-UBND, 48/2009/NĐ-CP, 21 -CTr/HU, 298 KH/TWĐTN, 08KH- TrMN */
const NUMBERED = new RegExp(String.raw`^(?<number>\d(?:[ .]?\d){0,5}\p{Ll}?)(?<year> ?/ ?(?:19|20)\d\d(?= ?/))?(?<joint> {0,3}[-/] {0,3}| {1,3})?${SYMBOL}`, 'u')
/** /KH-UBND, ……/KH-TrgLL, …-KH/CB, and digits that a scanner made of handwriting */
const BLANK = new RegExp(String.raw`^(?<gap>[^\p{L}/\n]{0,40}?|[^/\n]{0,12}?) {0,20}(?<joint>[-/]) {0,3}${SYMBOL}`, 'u')
const YEAR_ONLY = new RegExp(String.raw`^[ .…_]{0,20}(?<year>/ ?(?:19|20)\d\d(?= ?/))(?<joint> ?/ ?)${SYMBOL}`, 'u')

/** The end of the number that a line begins with, or undefined where it begins with none. */
export function endOfNumber(text: FoldedText, start: number, limit: number): number | undefined {
  return readNumber(text, start, limit)?.span.end
}

/** Read the number of the heading at the begin of a piece, with or without "Số:". */
export function readNumber(text: FoldedText, start: number, limit: number): HeadingNumber | undefined {
  if (!OPENS.has(text.folded[start]!)) return undefined
  const label = labelEnd(text, start, limit)
  const from = label ?? start
  if (!hasJoint(text.folded, label ?? start + 1, Math.min(limit, from + LONGEST))) return undefined
  const rest = text.text.slice(from, Math.min(limit, from + LONGEST)).replaceAll('\u00d0', 'Đ').replace(/[‐‑–—]/g, '-')
  const found = numbered(rest, label !== undefined) ?? blank(rest, label !== undefined)
  if (!found) return undefined
  const span = { start: from + found.start, end: from + found.end }
  return { notation: { ...found.notation, text: text.text.slice(span.start, span.end) }, span }
}

/** A hyphen or slash, which every symbol has, or stands before it; one that a line without label begins with is no part of a symbol. */
function hasJoint(folded: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const code = folded.charCodeAt(at)
    if (code === 0x2d || code === 0x2f) return true
  }
  return false
}

function labelEnd(text: FoldedText, start: number, limit: number): number | undefined {
  if (!isUpper(text.text.charCodeAt(start)) && !SMALL_LABEL.test(text.text.slice(start, start + 8))) return undefined
  const pattern = PATTERNS['number-label']
  pattern.lastIndex = start
  const match = pattern.exec(text.folded)
  return match && start + match[0].length <= limit ? start + match[0].length : undefined
}

export const SMALL_LABEL = PATTERNS['small-number-label']

interface Found extends Span {
  readonly notation: Notation
}

function numbered(rest: string, labelled: boolean): Found | undefined {
  const match = NUMBERED.exec(rest) ?? YEAR_ONLY.exec(rest)
  const { number = '', year = '', joint = '', symbol = '' } = match?.groups ?? {}
  if (!match) return undefined
  const first = /^[\p{L}\d&]+/u.exec(symbol)![0]
  const sign = joint.trim()
  if (!sign && (!typeCodeOfSymbol(first) || !/[-/]/.test(symbol))) return undefined
  if (!labelled && !looksLikeSymbol(symbol)) return undefined
  const digits = number.replace(/[ .]/g, '')
  const years = year.replace(/[^\d]/g, '')
  const written = clean(symbol)
  const notation = { text: `${digits}${years && `/${years}`}${sign}${written}`, number: digits || null, year: years ? Number(years) : null, symbol: written }
  return { notation, start: match[0].search(/\S/), end: match[0].length - (symbol.length - symbol.replace(/[.…]+$/, '').length) }
}

function blank(rest: string, labelled: boolean): Found | undefined {
  const match = BLANK.exec(rest)
  if (!match || (!labelled && !looksLikeSymbol(match.groups!['symbol']!))) return undefined
  const { joint = '', symbol = '' } = match.groups ?? {}
  const end = match[0].length
  const written = clean(symbol)
  const start = end - symbol.length - (match[0].slice(0, end - symbol.length).length - match[0].slice(0, end - symbol.length).lastIndexOf(joint))
  return { notation: { text: `${joint}${written}`, number: null, year: null, symbol: written }, start, end }
}

/** Without "Số" only a symbol in capitals with a hyphen or slash counts. */
const looksLikeSymbol = (symbol: string): boolean => /[-/]/.test(symbol) && /^[\p{Lu}\d]/u.test(symbol) && symbol.toUpperCase().replace(/[^A-ZĐ]/g, '').length >= 3 && !/\p{Ll}{3}/u.test(symbol)

const clean = (symbol: string): string => symbol.replace(/ /g, '').replace(/TƯ/g, 'TW').replace(/[.…]+$/, '')

/** "-KH/TƯ" is of the Party's centre, TW; in a heading of a province's committee (*Tỉnh ủy*, *Thành ủy*) it is TU. */
export function ofIssuer(notation: Notation, issuer: string | undefined): Notation {
  const isProvince = notation.symbol?.endsWith('TW') && notation.text.endsWith('TƯ') && PATTERNS['province-party'].test(fold(issuer ?? ''))
  return isProvince ? { ...notation, symbol: `${notation.symbol!.slice(0, -1)}U` } : notation
}
