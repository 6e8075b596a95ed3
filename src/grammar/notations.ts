import { isDigit, isLetter, isUpper, type FoldedText } from '../model/folded.js'
import type { Notation } from '../model/plan.js'
import { typeCodeOfSymbol } from './document-types.js'
import { canonical, readLeft, readNumber } from './notation-numbers.js'
import { readPart, readSymbol, type Right } from './notation-symbols.js'

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

const SLASH = 0x2f
const DASH = 0x2d
const SPACE = 0x20

/**
 * Read the notation that has the slash at `slash`.
 *
 *     48/2009/NĐ-CP      21-CT/TW      155/ KH-UBND      …/QĐ-UBND      176KHLT/SGDĐT-CA
 *            ^               ^            ^               ^                   ^
 */
export function readNotation(source: FoldedText, slash: number): NotationReading | undefined {
  const left = readLeft(source, slash)
  const rightAt = behindSpaces(source.folded, slash + 1)
  const right = left && readSymbol(source, rightAt)
  if (!left || !right) return undefined
  const end = rightAt + right.length
  const spaced = source.folded[slash + 1] === ' ' || source.folded[slash - 1] === ' '
  if (left.lead === null) {
    const { number, year } = left
    const head = `${number ?? ''}${year ? `${left.joint}${year}` : ''}`
    const notation = { text: `${head}/${right.symbol}`, number, year: year ? Number(year) : null, symbol: right.symbol }
    return { notation, start: left.start, end, parts: right.parts, form: 'state', spaced }
  }
  const { lead, number } = left
  const symbol = `${lead}/${right.symbol}`
  const form = typeCodeOfSymbol(lead) && lead !== 'TC' && lead !== 'L' ? 'party' : 'old'
  const notation = { text: `${number ?? ''}${left.joint}${symbol}`, number, year: null, symbol }
  return { notation, start: left.start, end, parts: partsBehind(right, lead), form, spaced }
}

/** At most two spaces stand between slash and symbol. */
function behindSpaces(folded: string, at: number): number {
  if (folded.charCodeAt(at) !== SPACE) return at
  return folded.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1
}

function partsBehind({ parts, led }: Right, lead: string): readonly string[] {
  const known = led.get(lead)
  if (known) return known
  const all = [lead, ...parts]
  led.set(lead, all)
  return all
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
  const rightAt = behindSpaces(folded, space + 1)
  const right = left?.number ? readSymbol(source, rightAt) : undefined
  if (!left || !right || right.parts.length < 2 || right.symbol.charCodeAt(right.parts[0]!.length) !== DASH || typeCodeOfSymbol(right.parts[0]!) === undefined) return undefined
  const notation = { text: `${left.number}${right.symbol}`, number: left.number, year: null, symbol: right.symbol }
  return { notation, start: left.start, end: rightAt + right.length, parts: right.parts, form: 'state', spaced: true }
}

/** Issuers whose numbers had no slash: Chính phủ, Hội đồng Bộ trưởng, its chairman, Thủ tướng, Trung ương, Tỉnh ủy, liên bộ. */
const OLD_CODES: ReadonlySet<string> = new Set(['CP', 'CT', 'HĐBT', 'HĐCP', 'TTg', 'TW', 'TU', 'TVQH', 'LB', 'TTLB', 'SL'])
