import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isLetter, unitAt } from '../../model/folded.js'

/** A number that is written out, and where its words end. */
export interface SpokenNumber {
  readonly value: number
  readonly end: number
}

const UNITS: Readonly<Record<string, number>> = { một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, nhăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9 }
/** How a number below a hundred may begin. */
export const NUMBER_WORDS: readonly string[] = [...Object.keys(UNITS), 'mười']

/** The letters of the word that begins at `at`; empty where none does. */
function wordAt(folded: string, at: number): string {
  let end = at
  while (end - at < 8 && isLetter(unitAt(folded, end))) end++
  return folded.slice(at, end)
}

/** The word behind a space. */
const nextWord = (folded: string, at: number): string => (unitAt(folded, at) === 0x20 ? wordAt(folded, at + 1) : '')

/** A number below a hundred: "ba", "mười lăm", "hai mươi mốt". */
export function readSmallNumber(folded: string, at: number): SpokenNumber | undefined {
  const first = wordAt(folded, at)
  const end = at + first.length
  if (first === 'mười') return withUnit(folded, 10, end)
  const value = UNITS[first]
  if (value === undefined) return undefined
  return nextWord(folded, end) === 'mươi' ? withUnit(folded, value * 10, end + ' mươi'.length) : { value, end }
}

function withUnit(folded: string, tens: number, end: number): SpokenNumber {
  const word = nextWord(folded, end)
  const unit = UNITS[word]
  const isNextPart = word === 'năm' && PATTERNS['next-part-year'].test(folded.slice(end, end + 11))
  return unit === undefined || isNextPart ? { value: tens, end } : { value: tens + unit, end: end + 1 + word.length }
}

/** A year: "hai nghìn không trăm hai mươi tư", "hai nghìn hai mươi lăm", "một nghìn chín trăm bảy mươi lăm". */
export function readSpokenYear(folded: string, at: number): SpokenNumber | undefined {
  const thousands = UNITS[wordAt(folded, at)]
  if (thousands !== 1 && thousands !== 2) return undefined
  let end = at + wordAt(folded, at).length
  if (!THOUSAND.includes(nextWord(folded, end))) return undefined
  end += 1 + nextWord(folded, end).length
  let value = thousands * 1000
  const hundreds = HUNDREDS[nextWord(folded, end)]
  if (hundreds !== undefined && nextWord(folded, end + 1 + nextWord(folded, end).length) === 'trăm') {
    end += 1 + nextWord(folded, end).length + ' trăm'.length
    value += hundreds * 100
  }
  if (ODD.includes(nextWord(folded, end))) end += 1 + nextWord(folded, end).length
  const rest = unitAt(folded, end) === 0x20 ? readSmallNumber(folded, end + 1) : undefined
  return rest ? { value: value + rest.value, end: rest.end } : { value, end }
}

const THOUSAND: readonly string[] = ['nghìn', 'ngàn']
const HUNDREDS: Readonly<Record<string, number>> = { không: 0, ...UNITS }
/** *linh*, *lẻ*: before a single unit. */
const ODD: readonly string[] = ['linh', 'lẻ']
