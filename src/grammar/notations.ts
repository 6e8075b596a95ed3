import { isDigit, isLetter, isUpper, isWordUnit, type FoldedText } from '../model/folded.js'
import type { Notation } from '../model/plan.js'
import { typeCodeOfSymbol } from './document-types.js'
import { isIssuerCode } from './issuer-codes.js'
import { canonical, readLeft, readNumber } from './notation-numbers.js'

/** A number and symbol (số, ký hiệu) read outward from the slash in it, before anything around it was asked. */
export interface NotationReading {
  readonly notation: Notation
  /** Offsets of what was printed, stray spaces included. */
  readonly start: number
  readonly end: number
  /** Parts of the symbol, canonical: ["QĐ", "TTg"], ["BNV", "CTTN&BĐG"]. */
  readonly parts: readonly string[]
  /** `state` 12/QĐ-UBND; `party` 21-CT/TW, 298 KH/TWĐTN; `old` 1141-TC/QĐ/CĐKT, 31-L/CTN. */
  readonly form: 'state' | 'party' | 'old'
  /** A space stands between slash and symbol, or number and slash: less sure where no words introduce it. */
  readonly spaced: boolean
}

interface Right {
  readonly end: number
  readonly parts: readonly string[]
  readonly symbol: string
}

const LONGEST_PART = 30
const MOST_PARTS = 12
const SLASH = 0x2f
const DASH = 0x2d
const SPACE = 0x20
const DOT = 0x2e
/** Đ of the old fonts, as it is left by careless converters. */
const SECTION = 0xa7

/**
 * Read the notation that has the slash at `slash`.
 *
 *     48/2009/NĐ-CP      21-CT/TW      155/ KH-UBND      …/QĐ-UBND      176KHLT/SGDĐT-CA
 *            ^               ^            ^               ^                   ^
 */
export function readNotation(source: FoldedText, slash: number): NotationReading | undefined {
  const left = readLeft(source, slash)
  const right = left && readRight(source, slash)
  if (!left || !right) return undefined
  const spaced = source.folded[slash + 1] === ' ' || source.folded[slash - 1] === ' '
  if (left.lead === null) {
    const { number, year } = left
    const head = `${number ?? ''}${year ? `${left.joint}${year}` : ''}`
    const notation = { text: `${head}/${right.symbol}`, number, year: year ? Number(year) : null, symbol: right.symbol }
    return { notation, start: left.start, end: right.end, parts: right.parts, form: 'state', spaced }
  }
  const { lead, number } = left
  const symbol = `${lead}/${right.symbol}`
  const form = typeCodeOfSymbol(lead) && lead !== 'TC' && lead !== 'L' ? 'party' : 'old'
  const notation = { text: `${number ?? ''}${left.joint}${symbol}`, number, year: null, symbol }
  return { notation, start: left.start, end: right.end, parts: [lead, ...right.parts], form, spaced }
}

/** The notation that begins at `at`, whatever slash of it carries the symbol. */
export function readNotationFrom(source: FoldedText, at: number): NotationReading | undefined {
  const limit = Math.min(source.folded.length, at + 24)
  for (let slash = source.folded.indexOf('/', at); slash >= 0 && slash < limit; slash = source.folded.indexOf('/', slash + 1)) {
    const reading = readNotation(source, slash)
    if (reading) return reading.start === at ? reading : undefined
  }
  return undefined
}

/**
 * An old number that has a dash and the issuer's code, and no slash: "Quyết định 327-CT", "Nghị định số 13-CP".
 * @param dash offset of the dash
 */
export function readDashNotation(source: FoldedText, dash: number): NotationReading | undefined {
  const { text, folded } = source
  let numberEnd = dash
  if (folded.charCodeAt(numberEnd - 1) === SPACE) numberEnd--
  const left = isDigit(text.charCodeAt(numberEnd - 1)) || isLetter(text.charCodeAt(numberEnd - 1)) ? readNumber(source, numberEnd) : undefined
  const at = folded.charCodeAt(dash + 1) === SPACE ? dash + 2 : dash + 1
  const end = left && readPart(source, at)
  if (!left?.number || end === undefined || folded.charCodeAt(end) === SLASH || folded.charCodeAt(end) === DASH) return undefined
  const symbol = canonical(text.slice(at, end))
  if (!OLD_CODES.has(symbol)) return undefined
  return { notation: { text: `${left.number}-${symbol}`, number: left.number, year: null, symbol }, start: left.start, end, parts: [symbol], form: 'old', spaced: at > dash + 1 || numberEnd < dash }
}

/**
 * A number whose slash was left out: "115 CĐ-TTg", "93 KH-UBND".
 * @param space offset of the space between number and symbol
 */
export function readSpacedNotation(source: FoldedText, space: number): NotationReading | undefined {
  const { text, folded } = source
  const left = folded.charCodeAt(space) === SPACE && isDigit(text.charCodeAt(space - 1)) && isUpper(text.charCodeAt(space + 1)) ? readNumber(source, space) : undefined
  const right = left?.number ? readRight(source, space) : undefined
  if (!left || !right || right.parts.length < 2 || right.symbol.charCodeAt(right.parts[0]!.length) !== DASH || typeCodeOfSymbol(right.parts[0]!) === undefined) return undefined
  const notation = { text: `${left.number}${right.symbol}`, number: left.number, year: null, symbol: right.symbol }
  return { notation, start: left.start, end: right.end, parts: right.parts, form: 'state', spaced: true }
}

/** Issuers whose numbers had no slash: Chính phủ, Hội đồng Bộ trưởng, its chairman, Thủ tướng, Trung ương, Tỉnh ủy, liên bộ. */
const OLD_CODES: ReadonlySet<string> = new Set(['CP', 'CT', 'HĐBT', 'HĐCP', 'TTg', 'TW', 'TU', 'TVQH', 'LB', 'TTLB', 'SL'])

// ---- right of the slash: the symbol ---------------------------------------------------------------------------

function readRight(source: FoldedText, slash: number): Right | undefined {
  const { text, folded } = source
  let at = slash + 1
  if (folded.charCodeAt(at) === SPACE) at++
  if (folded.charCodeAt(at) === SPACE) at++
  if (!isUpper(text.charCodeAt(at))) return undefined
  const parts: string[] = []
  let symbol = ''
  let end = at
  while (parts.length < MOST_PARTS) {
    const partEnd = readPart(source, at)
    if (partEnd === undefined) break
    const { part, end: kept } = withoutFootnote(canonical(text.slice(at, partEnd)), partEnd)
    symbol += part
    parts.push(part)
    end = kept
    if (kept < partEnd) break
    const next = nextPart(source, end, parts)
    if (!next) break
    symbol += next.joint
    at = next.at
  }
  if (!parts.length) return undefined
  return { end, parts, symbol: '-/.'.includes(symbol.charAt(symbol.length - 1)) ? symbol.slice(0, -1) : symbol }
}

/** One part of a symbol: capitals and digits, with a small letter only as in TTg, CTr, QĐi. */
function readPart({ text, folded }: FoldedText, at: number): number | undefined {
  let capitals = 0
  let i = at
  const limit = Math.min(text.length, at + LONGEST_PART)
  for (; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (isUpper(code) || code === SECTION) capitals++
    else if (code === 0x26 && isUpper(text.charCodeAt(i + 1))) continue
    else if (!isDigit(code)) break
  }
  if (!capitals) return undefined
  if (!isLetter(text.charCodeAt(i))) return i
  let small = i
  while (small < i + 3 && text.charCodeAt(small) >= 97 && text.charCodeAt(small) <= 122) small++
  if (isUpper(text.charCodeAt(small)) && small - i === 1) return readMixedEnd(text, small)
  if (!isWordUnit(text.charCodeAt(small)) && small - i < 3 && (capitals > 1 || folded.slice(at, small) === 'tg')) return small
  return endOfGlued({ text, folded }, at, i)
}

/** After a small letter inside a part ("TrMN", "KrN"): the capitals that follow. */
function readMixedEnd(text: string, at: number): number | undefined {
  let i = at
  while (isUpper(text.charCodeAt(i)) || isDigit(text.charCodeAt(i))) i++
  return isWordUnit(text.charCodeAt(i)) ? undefined : i
}

/** A part that runs into the next word: "NĐ-CPngày", "QĐ-TTgvề". Kept only where what is left is a known code. */
function endOfGlued({ text, folded }: FoldedText, at: number, capitalsEnd: number): number | undefined {
  const end = text.startsWith('TTg', at) ? at + 3 : capitalsEnd
  const glued = folded.startsWith('ngày', end) || folded.startsWith('của', end) || folded.startsWith('về', end)
  return glued && isIssuerCode(canonical(text.slice(at, end))) ? end : undefined
}

const TERMS = new Set(['QH', 'UBTVQH', 'HĐNN', 'HDNN'])

/** A footnote's digit sticks to the symbol ("NĐ-CP2", "QH151"); a unit's does not (TT-BCA-C41, QĐ-NHNN7). */
function withoutFootnote(part: string, end: number): { part: string; end: number } {
  const digits = isDigit(part.charCodeAt(part.length - 1)) ? /\d+$/.exec(part)?.[0] : undefined
  if (!digits) return { part, end }
  const bare = part.slice(0, part.length - digits.length)
  const footnote = TERMS.has(bare) ? digits.length - termLength(digits) : bare !== 'NHNN' && isIssuerCode(bare) ? digits.length : 0
  return { part: part.slice(0, part.length - footnote), end: end - footnote }
}

/** How many digits of "151" are the number of the assembly's term (khóa): one or two, at most 20. */
const termLength = (digits: string): number => (Number(digits.slice(0, 2)) <= 20 ? Math.min(2, digits.length) : 1)

/** The joint after a part and where the next one begins; undefined where the symbol is over. */
function nextPart({ text, folded }: FoldedText, end: number, parts: readonly string[]): { joint: string; at: number } | undefined {
  let at = end
  const spacesBefore = folded.charCodeAt(at) === SPACE ? 1 : 0
  at += spacesBefore
  const code = folded.charCodeAt(at)
  if (code !== DASH && code !== SLASH && code !== DOT && code !== 0x5f) return undefined
  at++
  const spacesAfter = folded.charCodeAt(at) === SPACE ? 1 : 0
  at += spacesAfter
  if (!isUpper(text.charCodeAt(at))) return undefined
  const type = parts.length === 1 && typeCodeOfSymbol(parts[0]!) !== undefined
  if ((code === DOT || code === 0x5f) && (!type || spacesBefore || spacesAfter)) return undefined
  if (code === SLASH && (spacesBefore || spacesAfter)) return undefined
  if (spacesBefore || spacesAfter) {
    const both = spacesBefore && spacesAfter
    if ((both && !type) || !isAcronym(text, at)) return undefined
  }
  return { joint: code === SLASH ? '/' : '-', at }
}

/** Two capitals and no small letters but those of TTg: no word of the sentence that goes on. */
function isAcronym(text: string, at: number): boolean {
  let i = at
  while (isUpper(text.charCodeAt(i)) || isDigit(text.charCodeAt(i)) || text[i] === '&') i++
  if (i - at < 2) return false
  if (text.startsWith('TTg', at)) return true
  return !isLetter(text.charCodeAt(i))
}
