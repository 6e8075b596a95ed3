import { createWordScan } from '../../grammar/word-scan.js'
import { LAW_LETTERS } from '../../grammar/law-abbreviations.js'
import { isDigit, isLetter, isUpper, isWordUnit } from '../../model/folded.js'

/** What may begin, end or lie inside a citation, or a place (*điều, khoản …*) before one: found in one scan, looked at by the reader of its kind. */
export type AnchorKind = '/' | 'luật' | 'pháp lệnh' | 'hiến pháp' | 'vn ' | '-' | 'bl' | 'số ' | 'này' | 'trên' | 'của ' | 'trung ương' | 'điều '

export interface Anchor {
  readonly at: number
  readonly kind: AnchorKind
}

const SLASH = 0x2f
const SPACE = 0x20
const COLON = 0x3a
const DASH = 0x2d

/** Words of places inside an instrument. */
const PLACES = ['điều', 'khoản', 'điểm', 'tiết', 'chương', 'mục', 'phần', 'phụ lục']

/** Codes of issuers that stand behind a dash in old numbers: 327-CT, 13-CP. */
const OLD_ISSUERS = ['cp', 'ct', 'hđbt', 'hđcp', 'ttg', 'ttlb', 'tvqh', 'tw', 'lb', 'sl']

const BEGINS = createWordScan(['luật', 'pháp', 'hiến', 'qcvn', 'qcđp', 'tcvn', 'tccs', 'tcn', 'tcxdvn', 'số', 'này', 'trên', 'của ', 'trung ương', ...PLACES, ...LAW_LETTERS, ...OLD_ISSUERS], '/')

/** All anchors of a text in reading order. */
export function findAnchors(text: string, folded: string): Anchor[] {
  const anchors: Anchor[] = []
  const to = folded.length
  for (let at = BEGINS.next(folded, 0, to); at < to; at = BEGINS.next(folded, at + 1, to)) {
    const kind = kindAt(text, folded, at)
    if (kind) anchors.push({ at: kind === '-' ? dashBefore(folded, at) : at, kind })
  }
  return anchors
}

const dashBefore = (folded: string, at: number): number => (folded.charCodeAt(at - 1) === SPACE ? at - 2 : at - 1)

/** A glance at the neighbours sends most hits away. */
function kindAt(text: string, folded: string, at: number): AnchorKind | undefined {
  switch (folded.charCodeAt(at)) {
    case SLASH:
      return mayBeNotation(text, at) || mayBeYear(folded, at) ? '/' : undefined
    case 0x62: // b
      return 'bl'
    case 0x6c: // l
      return folded.charCodeAt(at + 1) === 0x75 ? 'luật' : mayBeOldNumber(text, folded, at)
    case 0x70: // p
      if (folded.charCodeAt(at + 1) === 0x68 && folded.charCodeAt(at + 2) === 0xe1) return folded.startsWith(' lệnh', at + 4) ? 'pháp lệnh' : undefined
      return mayBePlace(folded, folded.charCodeAt(at + 3) === 0x20 ? at + 7 : at + 4)
    case 0x111: // đ
      return mayBePlace(folded, at + 4)
    case 0x6b: // k
      return mayBePlace(folded, at + 5)
    case 0x63: // c
      if (folded.charCodeAt(at + 1) === 0x1ee7) return isDigit(folded.charCodeAt(at - 2)) ? 'của ' : undefined
      return folded.charCodeAt(at + 1) === 0x68 ? mayBePlace(folded, at + 6) : mayBeOldNumber(text, folded, at)
    case 0x6d: // m
      return mayBePlace(folded, at + 3)
    case 0x68: // h
      if (folded.charCodeAt(at + 1) !== 0x69) return mayBeOldNumber(text, folded, at)
      return folded.startsWith(' pháp', at + 4) ? 'hiến pháp' : undefined
    case 0x73: // s
      if (folded.charCodeAt(at + 1) === 0x6c) return mayBeOldNumber(text, folded, at)
      return folded.charCodeAt(at + 2) === SPACE && (isDigit(folded.charCodeAt(at + 3)) || folded.charCodeAt(at + 3) === COLON) ? 'số ' : undefined
    case 0x6e: // n
      return folded.charCodeAt(at - 1) === SPACE ? 'này' : undefined
    case 0x71: // q
      return mayBeStandard(folded, at) ? 'vn ' : undefined
    default: // t
      if (folded.charCodeAt(at + 1) === 0x69) return mayBePlace(folded, at + 4)
      if (folded.charCodeAt(at + 1) !== 0x72 && folded.charCodeAt(at + 1) !== 0x63) return mayBeOldNumber(text, folded, at)
      if (folded.charCodeAt(at + 2) === 0x75) return mayBePlenum(folded, at)
      if (folded.charCodeAt(at + 1) === 0x72) return endsWords(folded.charCodeAt(at + 4)) || SAID_LAST.has(folded.charCodeAt(at - 2)) ? 'trên' : undefined
      return mayBeStandard(folded, at) ? 'vn ' : undefined
  }
}

/** A capital stands behind the slash, at most two spaces away, or a small letter between a number and the slash: no date, no fraction, no "và/hoặc". */
function mayBeNotation(text: string, slash: number): boolean {
  let i = slash + 1
  while (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === 0xa0) i++
  const code = text.charCodeAt(i)
  if (code >= 0x61 && code <= 0x7a) return i === slash + 1 && isDigit(text.charCodeAt(slash - 1))
  return i - slash < 4 && code !== SLASH && !(code >= 0x30 && code <= 0x39)
}

/** A number and a year, and no more: "100/2019"; neither a day ("3/10/2019") nor "100/2019/NĐ-CP". */
function mayBeYear(folded: string, slash: number): boolean {
  const first = folded.charCodeAt(slash + 1)
  if ((first !== 0x31 && first !== 0x32) || !isDigit(folded.charCodeAt(slash - 1))) return false
  let end = slash + 2
  while (isDigit(folded.charCodeAt(end))) end++
  if (end - slash !== 5 || folded.charCodeAt(end) === SLASH || isWordUnit(folded.charCodeAt(end))) return false
  let before = slash - 1
  while (isDigit(folded.charCodeAt(before))) before--
  return folded.charCodeAt(before) === SPACE
}

/** Last letters of *nêu*, *nói*, *dẫn*, *kể* before *trên*. */
const SAID_LAST: ReadonlySet<number> = new Set([0x75, 0x69, 0x6e, 0x1ec3])

/** A mark that ends a clause, a line or the text. */
export const endsWords = (code: number): boolean => Number.isNaN(code) || code === 0x0a || code === 0x2e || code === 0x2c || code === 0x3b || code === COLON || code === 0x29

/** A digit, a single letter or a numeral in letters stands behind the word of a place: no "điều kiện", no "phần mềm". */
function mayBePlace(folded: string, end: number): 'điều ' | undefined {
  if (folded.charCodeAt(end) !== SPACE) return undefined
  const first = folded.charCodeAt(end + 1)
  if (isDigit(first)) return 'điều '
  const second = folded.charCodeAt(end + 2)
  const isNumeral = (first === 0x69 || first === 0x76 || first === 0x78) && (second === 0x69 || second === 0x76 || second === 0x78)
  return isNumeral || !isWordUnit(second) || folded.startsWith('thứ ', end + 1) || folded.startsWith('số ', end + 1) ? 'điều ' : undefined
}

/** A space ends the word of a standard: "tcvn ", "tcn ", "tcxdvn ". */
function mayBeStandard(folded: string, at: number): boolean {
  let end = at + 3
  while (isWordUnit(folded.charCodeAt(end))) end++
  return folded.charCodeAt(end) === SPACE && end - at < 7
}

/** A number stands on one side of *Trung ương*: "Nghị quyết 18 Trung ương", "Nghị quyết Trung ương 6". */
const mayBePlenum = (folded: string, at: number): 'trung ương' | undefined => (isDigit(folded.charCodeAt(at - 2)) || isDigit(folded.charCodeAt(at + 11)) ? 'trung ương' : undefined)

/** A number and a dash before a code that nothing goes on: "327-CT", "13 - CP", "115 CĐ-TTg", and neither "21-CT/TW" nor "QĐ-CP". */
function mayBeOldNumber(text: string, folded: string, at: number): '-' | undefined {
  if (!isUpper(text.charCodeAt(at))) return undefined
  let end = at
  while (end - at < 5 && isLetter(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  if (isWordUnit(next) || next === SLASH || folded.charCodeAt(end) === DASH) return undefined
  const dash = dashBefore(folded, at)
  if (folded.charCodeAt(dash) !== DASH) return undefined
  let before = folded.charCodeAt(dash - 1) === SPACE ? dash - 2 : dash - 1
  while (dash - before < 5 && isUpper(text.charCodeAt(before))) before--
  if (before < dash - 2 && folded.charCodeAt(before) === SPACE) before--
  return isDigit(text.charCodeAt(before)) ? '-' : undefined
}
