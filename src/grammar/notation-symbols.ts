import { isDigit, isLetter, isUpper, isWordUnit, type FoldedText } from '../model/folded.js'
import { ownText } from '../model/own-text.js'
import { createMemory } from '../model/remember.js'
import { typeCodeOfSymbol } from './document-types.js'
import { isIssuerCode } from './issuer-codes.js'
import { canonical } from './notation-numbers.js'

/** What stands right of a slash: the parts of a symbol, canonical, and their joints. */
export interface Right {
  /** How many letters it was printed with. */
  readonly length: number
  readonly parts: readonly string[]
  readonly symbol: string
  /** The parts with a type before the slash ("21-CT/TW"), by that type. */
  readonly led: Map<string, readonly string[]>
}

const LONGEST_PART = 30
const MOST_PARTS = 12
const SLASH = 0x2f
const DASH = 0x2d
const SPACE = 0x20
const DOT = 0x2e
const UNDERSCORE = 0x5f
const AMPERSAND = 0x26
/** Đ of the old fonts, as it is left by careless converters. */
const SECTION = 0xa7

/** A symbol that was read before, by all letters that it was told from; undefined where they are none. */
interface KnownSymbol {
  readonly letters: string
  readonly right: Right | undefined
}

/** The same few symbols come again and again (QĐ-UBND, NĐ-CP): by a hash of their letters. */
const KNOWN = createMemory<number, KnownSymbol>()
const LONGEST_KNOWN = 40

/** The symbol that begins at `at`, behind its slash, and the spaces there. */
export function readSymbol(source: FoldedText, at: number): Right | undefined {
  const { text, folded } = source
  if (!isUpper(text.charCodeAt(at))) return undefined
  const stop = Math.min(text.length, at + LONGEST_KNOWN)
  let end = at
  let hash = 0
  for (; end < stop; end++) {
    const code = text.charCodeAt(end)
    if (!isWordUnit(code) && !mayJoin(folded.charCodeAt(end)) && code !== AMPERSAND && code !== SECTION) break
    hash = (Math.imul(hash, 31) + code) | 0
  }
  if (end === stop || goesOn(source, end)) return readNow(source, at)
  const known = KNOWN.get(hash)
  if (known && known.letters.length === end - at && text.startsWith(known.letters, at)) return known.right
  const right = readNow(source, at)
  KNOWN.set(hash, { letters: ownText(text.slice(at, end)), right })
  return right
}

/** May the unit join two parts? */
const mayJoin = (code: number): boolean => code === DASH || code === SLASH || code === DOT || code === UNDERSCORE

/** Does a dash stand behind a space, or a space behind one, or capitals: "QĐ - UBND", "TT-BGD ĐT", "QĐ-Bộ GD&ĐT"? */
function goesOn({ text, folded }: FoldedText, end: number): boolean {
  if (folded.charCodeAt(end) !== SPACE) return false
  return folded.charCodeAt(end - 1) === DASH || folded.charCodeAt(end + 1) === DASH || mayBeRest(text, end + 1)
}

/** Two capitals, or one behind an ampersand. */
const mayBeRest = (text: string, at: number): boolean => (isUpper(text.charCodeAt(at)) || text.charCodeAt(at) === AMPERSAND) && isUpper(text.charCodeAt(at + 1))

function readNow(source: FoldedText, from: number): Right | undefined {
  const { text } = source
  let at = from
  const parts: string[] = []
  let symbol = ''
  let end = at
  while (parts.length < MOST_PARTS) {
    const partEnd = endOfBroken(source, at, readPart(source, at) ?? endOfNamed(source, at, parts))
    if (partEnd === undefined) break
    const { part, end: kept } = withoutFootnote(canonical(text.slice(at, partEnd)).replaceAll(' ', ''), partEnd)
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
  return { length: end - from, parts, symbol: '-/.'.includes(symbol.charAt(symbol.length - 1)) ? symbol.slice(0, -1) : symbol, led: new Map() }
}

/** One part of a symbol: capitals and digits, with a small letter only as in TTg, CTr, QĐi. */
export function readPart({ text, folded }: FoldedText, at: number): number | undefined {
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

/** "TT-BGD | ĐT": where an issuer's code ends that a blank broke in two; as given where it is none, or whole without the rest. */
function endOfBroken({ text, folded }: FoldedText, at: number, end: number | undefined): number | undefined {
  if (end === undefined || folded.charCodeAt(end) !== SPACE || !mayBeRest(text, end + 1)) return end
  let rest = end + 1
  while (isUpper(text.charCodeAt(rest)) || text.charCodeAt(rest) === AMPERSAND) rest++
  if (isWordUnit(text.charCodeAt(rest))) return end
  const first = canonical(text.slice(at, end))
  return !isIssuerCode(first) && isIssuerCode(first + canonical(text.slice(end + 1, rest)).replace(/^&/, '')) ? rest : end
}

/** "QĐ-Bộ GD&ĐT": a type, and the ministry or department half written out behind it. */
function endOfNamed({ text }: FoldedText, at: number, parts: readonly string[]): number | undefined {
  if (parts.length !== 1 || typeCodeOfSymbol(parts[0]!) === undefined) return undefined
  const head = text.startsWith('Bộ ', at) || text.startsWith('Sở ', at) ? at + 3 : at
  return head > at && isAcronym(text, head) ? readPart({ text, folded: text }, head) : undefined
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
