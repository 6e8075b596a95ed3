import { isDigit, isLetter, isUpper, isWordUnit, type FoldedText } from '../model/folded.js'
import { typeCodeOfSymbol } from './document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from './generated/citations-patterns.js'

const SLASH = 0x2f
const DASH = 0x2d
const SPACE = 0x20
const DOT = 0x2e

/** What stands left of the slash: number, year, the Party's type. */
export interface Left {
  readonly start: number
  readonly number: string | null
  readonly year: string | null
  /** Between number and year, or number and type, as printed: "19-2017/NQ-CP", "21-CT/TW", "176KHLT/SGDĐT-CAT". */
  readonly joint: string
  /** Type or issuer that stands before the slash: "CT" of 21-CT/TW. */
  readonly lead: string | null
}

/** Đ is U+0110 (an old font's is read as §), TƯ is TW. */
export const canonical = (part: string): string => {
  const letters = part.includes('\u00d0') || part.includes('§') ? part.replace(/[\u00d0§]/g, 'Đ') : part
  return letters.endsWith('TƯ') ? `${letters.slice(0, -1)}W` : letters
}

/** Read backward from the slash. */
export function readLeft(source: FoldedText, slash: number): Left | undefined {
  const { text, folded } = source
  let k = slash
  while (k > 0 && folded.charCodeAt(k - 1) === SPACE && slash - k < 2) k--
  const code = text.charCodeAt(k - 1)
  if (isDigit(code) || ((code === 0x4f || code === 0x6f) && isDigit(text.charCodeAt(k - 2)))) return readYearOrNumber(source, k, slash)
  if (isLetter(code)) return isDigit(text.charCodeAt(k - 2)) && !isUpper(code) ? readNumber(source, k) : readLead(source, k)
  return readBlank(source, slash)
}

function readYearOrNumber(source: FoldedText, end: number, slash: number): Left | undefined {
  const { text, folded } = source
  const year = yearOf(text.slice(end - 4, end))
  const isYear = year !== null && !isDigit(text.charCodeAt(end - 5))
  const spaced = text.charCodeAt(end - 5) === SPACE && text.charCodeAt(end - 6) === SLASH
  const joint = spaced ? SLASH : text.charCodeAt(end - 5)
  if (isYear && (joint === SLASH || (folded.charCodeAt(end - 5) === DASH && isDigit(text.charCodeAt(end - 6))))) {
    const slashAt = spaced ? end - 6 : end - 5
    const numberEnd = text.charCodeAt(slashAt - 1) === SPACE ? slashAt - 1 : slashAt
    const before = text.charCodeAt(numberEnd - 1)
    const number = isDigit(before) || isLetter(before) ? readNumber(source, numberEnd) : readBlank(source, slashAt)
    return number && { start: number.start, number: number.number, year, joint: joint === SLASH ? '/' : '-', lead: null }
  }
  if (slash - end > 1) return undefined
  return readNumber(source, end)
}

/** A year of four digits, the scanner's O for 0 and l or I for 1 in all but one of them ("2O2O"); null where it is none. */
function yearOf(printed: string): string | null {
  if (isPlainYear(printed)) return printed
  if (printed.length !== 4 || !/[OolI]/.test(printed) || !/\d/.test(printed)) return null
  const year = printed.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')
  return isPlainYear(year) ? year : null
}

/** 1900 to 2099. */
export function isPlainYear(printed: string): boolean {
  if (printed.length !== 4) return false
  const century = printed.charCodeAt(0) === 0x31 ? 0x39 : printed.charCodeAt(0) === 0x32 ? 0x30 : 0
  return printed.charCodeAt(1) === century && isDigit(printed.charCodeAt(2)) && isDigit(printed.charCodeAt(3))
}

/** Digits, with a letter ("30a") or a dot ("66.16") in them, that end at `end`. */
export function readNumber({ text, folded }: FoldedText, end: number): Left | undefined {
  let i = end
  if (isLetter(text.charCodeAt(i - 1)) && !isUpper(text.charCodeAt(i - 1)) && text.charCodeAt(i - 1) !== 0x6f) i--
  const letters = end - i
  while (i > 0 && end - i < 9) {
    const code = text.charCodeAt(i - 1)
    if (isDigit(code)) i--
    else if (code === DOT && isDigit(text.charCodeAt(i - 2)) && isDigit(text.charCodeAt(i))) i--
    else if (code === 0x4f && isDigit(text.charCodeAt(i - 2)) && (i === end || isDigit(text.charCodeAt(i)))) i--
    else if ((code === 0x49 || code === 0x6c || code === 0x4f) && isDigit(text.charCodeAt(i)) && afterNumberWord(folded, i - 1)) i--
    else break
  }
  if (end - i - letters < 1) return undefined
  const before = text.charCodeAt(i - 1)
  if (isWordUnit(before) && !afterNumberWord(folded, i)) return undefined
  if (before === SLASH || before === 0x2c || before === DOT && isWordUnit(text.charCodeAt(i - 2))) return undefined
  if (before === DASH && isWordUnit(text.charCodeAt(i - 2))) return undefined
  const printed = text.slice(i, end)
  const number = !areDigits(printed) && /[IlO]/.test(printed) ? printed.replace(/[Il]/g, '1').replaceAll('O', '0') : printed
  return { start: i, number, year: null, joint: '/', lead: null }
}

/** Nothing but digits, at least one. */
export function areDigits(printed: string): boolean {
  for (let at = 0; at < printed.length; at++) if (!isDigit(printed.charCodeAt(at))) return false
  return printed.length > 0
}

/** Does "số" or "số:" end right before `at`? The scanner's I and l are digits only there. */
const afterNumberWord = (folded: string, at: number): boolean => PATTERNS['number-word-before'].test(folded.slice(Math.max(0, at - 5), at))

/** The Party's type, or an old issuer, before the slash, and the number before it: "21-CT", "225 - KH", "176KHLT". */
function readLead(source: FoldedText, end: number): Left | undefined {
  const { text, folded } = source
  let i = end
  while (i > 0 && end - i < 10 && (isUpper(text.charCodeAt(i - 1)) || text[i - 1] === '&' || (i > end - 2 && /[rgi]/.test(text[i - 1]!)))) i--
  const lead = canonical(text.slice(i, end))
  if (!lead || !isUpper(lead.charCodeAt(0))) return undefined
  let k = i
  while (k > 0 && folded.charCodeAt(k - 1) === SPACE && i - k < 2) k--
  const dashed = folded.charCodeAt(k - 1) === DASH
  if (dashed) {
    k--
    while (k > 0 && folded.charCodeAt(k - 1) === SPACE && i - k < 4) k--
  }
  const known = typeCodeOfSymbol(lead) !== undefined
  if (!known && !dashed) return undefined
  const code = text.charCodeAt(k - 1)
  if (isDigit(code) || (isLetter(code) && !isUpper(code) && isDigit(text.charCodeAt(k - 2)))) {
    const left = readNumber(source, k)
    return left && { start: left.start, number: left.number, year: null, joint: dashed ? '-' : '', lead }
  }
  if (!dashed || !known) return undefined
  const blank = readBlank(source, k)
  return blank && { start: blank.start === k ? k + folded.slice(k, i).indexOf('-') : blank.start, number: null, year: null, joint: '-', lead }
}

/** A number left blank: "số …/QĐ-UBND", "Số:      /KH-UBND". */
function readBlank({ folded }: FoldedText, end: number): Left | undefined {
  let i = end
  let printed = end
  while (i > 0 && end - i < 60) {
    const char = folded[i - 1]!
    if (char === '.' || char === '…' || char === '_') printed = i - 1
    else if (char !== ' ') break
    i--
  }
  const words = folded.slice(Math.max(0, i - 4), i)
  if (!PATTERNS['number-word-ends'].test(words) && !(printed < end && isLetter(folded.charCodeAt(i - 1)))) return undefined
  return { start: printed, number: null, year: null, joint: '/', lead: null }
}
