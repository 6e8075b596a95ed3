import { TARGETS_PATTERNS as PATTERNS } from '../../grammar/generated/targets-patterns.js'
import { baselineWords, labelWords, nameWords, reachWords, type Sign, signsAfter, signsBefore } from '../../grammar/targets.js'
import type { PhraseMatch } from '../../grammar/phrase-trie.js'
import { isDigit, isLetter, isUpper, isWordUnit, unitAt } from '../../model/folded.js'
import type { Target } from '../../model/plan.js'
import { readNumber } from './read-number.js'
import { type ReadUnit, readUnit } from './read-unit.js'
import { phraseBefore, trimmedEnd, wordsBefore } from './words-before.js'

/** A number with its unit and the words that bound it: "đạt từ 85% trở lên". */
export interface Quantity {
  readonly start: number
  /** End of the number and its unit. */
  readonly end: number
  /** Where the words that belong to it begin: comparator, "đạt", "từ". */
  readonly lead: number
  readonly value: number
  readonly valueTo: number | null
  readonly unit: ReadUnit | null
  readonly sign: Target['comparator']
  /** A word before it says that this is what is reached: plainly ("đạt", "còn", "tăng") or weakly ("có", "cho"). */
  readonly reached: 'plainly' | 'weakly' | null
  /** "từ" stands before it. */
  readonly from: boolean
  /** "từ 15 mét trở lên" behind a noun, or an age: it tells which ones, not how many. */
  readonly qualifies: boolean
  /** "12/15 tiêu chí". */
  readonly fraction: boolean
  /** It stands in brackets. */
  readonly aside: boolean
}

const SLASH = 47
const HYPHEN = 45
const TO = PATTERNS.to
const SYMBOLS: readonly (readonly [string, Sign])[] = [['>=', '>='], ['<=', '<='], ['≥', '>='], ['≤', '<='], ['>', '>'], ['<', '<']]
/** "từ 60% số xã trở lên": how far after the number the closing words may stand. */
const REACH_OF_FROM = 60

/** Read the quantity whose number begins at `at`, inside the clause `[floor, limit)`; undefined where the number is a name, a date's part or a mark's. */
export function readQuantity(text: string, folded: string, at: number, floor: number, limit: number, aside = false): Quantity | undefined {
  if (!startsNumber(folded, at, floor)) return undefined
  const number = readNumber(folded, at, limit)
  if (!number) return undefined
  const per = readPerRound(folded, number.end, limit)
  const over = per ? undefined : readOver(folded, number.end, limit)
  const range = over ? undefined : readRange(folded, number.end, limit)
  const unit = per ?? readUnit(folded, range?.end ?? over?.end ?? number.end, limit) ?? null
  const end = unit?.end ?? range?.end ?? over?.end ?? number.end
  if (isGlued(folded, range?.end ?? over?.end ?? number.end, unit) || (over && (!unit?.kind || unit.kind === 'time'))) return undefined
  const counted = unit !== null && unit.kind !== 'percent' && unit.kind !== 'measure' && unit.kind !== 'share'
  const value = counted ? number.counted : number.value
  const valueTo = range && range.value > value ? range.value : null
  const bounds = readBounds(folded, at, end, floor, limit)
  if (unit?.kind !== 'percent' && isName(text, folded, bounds, floor, unit)) return undefined
  if (phraseBefore(folded, bounds.signed, floor, (phrase) => baselineWords.has(phrase)) !== undefined) return undefined
  const sign = bounds.sign ?? (valueTo === null ? '=' : '>=')
  const qualifies = unit?.kind === 'age' ? bounds.reached !== 'plainly' : bounds.from && bounds.closedBefore(limit) && !bounds.reached && unit?.kind !== 'percent' && bounds.lead > floor
  return { start: at, end, lead: bounds.lead, value, valueTo, unit, sign, reached: bounds.reached, from: bounds.from, qualifies, fraction: over !== undefined, aside }
}

/** Not inside a word or another number, not behind "/", nor behind a hyphen that joins it to a letter ("COVID-19"). */
function startsNumber(folded: string, at: number, floor: number): boolean {
  if (at === floor || at === 0) return true
  const before = unitAt(folded, at - 1)
  if (isWordUnit(before) || before === SLASH) return false
  if (before === HYPHEN) return !isWordUnit(unitAt(folded, at - 2))
  return !((before === 44 || before === 46) && isDigit(unitAt(folded, at - 2)))
}

/** "12/15 tiêu chí", "108/108 xã": the second number. */
function readOver(folded: string, at: number, limit: number): { readonly end: number } | undefined {
  return at + 1 < limit && folded.charCodeAt(at) === SLASH && isDigit(unitAt(folded, at + 1)) ? readNumber(folded, at + 1, limit) : undefined
}

/** "150/100.000 dân": the slash and what follows are its unit. */
function readPerRound(folded: string, at: number, limit: number): ReadUnit | undefined {
  if (unitAt(folded, at) !== SLASH) return undefined
  const number = readNumber(folded, at + 1, limit)
  const unit = number && /^10{2,}$/.test(String(number.value)) ? readUnit(folded, number.end, limit) : undefined
  return unit?.kind ? { start: at, end: unit.end, kind: 'share' } : undefined
}

/** "60-70%", "5% đến 10%", "2 - 3 mô hình": the upper end. */
function readRange(folded: string, at: number, limit: number): { readonly value: number; readonly end: number } | undefined {
  TO.lastIndex = unitAt(folded, at) === 37 ? at + 1 : at
  const joined = TO.exec(folded)
  return joined && TO.lastIndex < limit ? readNumber(folded, TO.lastIndex, limit) : undefined
}

/** A letter that sticks to the number is a unit ("500ha") or makes it a name ("5G", "19h45"). */
function isGlued(folded: string, end: number, unit: ReadUnit | null): boolean {
  const code = unitAt(folded, end)
  if (unit?.start === end) return unit.kind === null
  return isLetter(code) || code === SLASH || (code === HYPHEN && isWordUnit(unitAt(folded, end + 1)))
}

function readBounds(folded: string, at: number, end: number, floor: number, limit: number) {
  let lead = at
  const symbol = symbolBefore(folded, at, floor)
  if (symbol) lead = symbol.start
  const from = phraseBefore(folded, lead, floor, (phrase) => phrase === 'từ')
  if (from !== undefined) lead = from
  const signedAt = symbol ? undefined : phraseBefore(folded, lead, floor, (phrase) => signsBefore.has(phrase))
  const before = symbol?.sign ?? (signedAt === undefined ? undefined : signsBefore.get(folded.slice(signedAt, trimmedEnd(folded, lead, floor))))
  if (signedAt !== undefined) lead = signedAt
  const signed = lead
  const reach = phraseBefore(folded, lead, floor, (phrase) => reachWords.has(phrase))
  const closing = signsAfter.longestAt(folded, end, limit) ?? (from === undefined && before ? undefined : closingSign(folded, end, limit))
  const reached = reach === undefined ? null : reachWords.get(folded.slice(reach, trimmedEnd(folded, lead, floor))) ? ('plainly' as const) : ('weakly' as const)
  /** "từ 30 hộ trở lên chưa có điện": words go on after those that close it. */
  const closedBefore = (to: number): boolean => closing !== undefined && closing.end + 1 < to && isWordUnit(unitAt(folded, closing.end + 1))
  return { lead: reach ?? lead, signed, from: from !== undefined, reached, closedBefore, sign: closing?.value ?? before }
}

function symbolBefore(folded: string, at: number, floor: number): { readonly start: number; readonly sign: Sign } | undefined {
  const end = trimmedEnd(folded, at, floor)
  for (const [symbol, sign] of SYMBOLS) if (end - symbol.length >= floor && folded.startsWith(symbol, end - symbol.length)) return { start: end - symbol.length, sign }
  return undefined
}

/** "từ 15% số hộ trở lên": the words that close a "từ", before the next number or mark. */
function closingSign(folded: string, end: number, limit: number): PhraseMatch<Sign> | undefined {
  const to = Math.min(end + REACH_OF_FROM, limit)
  for (let at = end; at < to; at++) {
    const code = folded.charCodeAt(at)
    if (isDigit(code) || code === 44 || code === 59 || code === 46) return undefined
    if (code === 116 && !isWordUnit(unitAt(folded, at - 1))) {
      const found = signsAfter.longestAt(folded, at, limit)
      if (found) return found
    }
  }
  return undefined
}

/** "mức độ 4", "lớp 5", "KCN Bản Qua 1": names; "cấp 4 giấy phép" is none, since a unit follows, nor "ở mức dưới 4". */
function isName(text: string, folded: string, { signed, sign }: { readonly signed: number; readonly sign: Sign | undefined }, floor: number, unit: ReadUnit | null): boolean {
  if (phraseBefore(folded, signed, floor, (phrase) => nameWords.has(phrase)) !== undefined) return true
  if (unit?.kind || sign) return false
  const [before] = wordsBefore(folded, signed, floor)
  if (before !== undefined && before > floor && isUpper(text.charCodeAt(before))) return true
  return phraseBefore(folded, signed, floor, (phrase) => labelWords.has(phrase)) !== undefined
}
