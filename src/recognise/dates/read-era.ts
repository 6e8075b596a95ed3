import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { isDigit, isLetter, unitAt } from '../../model/folded.js'
import { createDate, type FoundDate, planYear, type Reading } from './found-date.js'
import { plainYear } from './moment.js'
import { boundBefore } from './words-before.js'

const DECADE = PATTERNS.decade
const CENTURY = PATTERNS.century
const NUMERALS: Readonly<Record<string, number>> = { x: 10, xi: 11, xii: 12, xiii: 13, xiv: 14, xv: 15, xvi: 16, xvii: 17, xviii: 18, xix: 19, xx: 20, xxi: 21 }

const centuryOf = (word: string): number => NUMERALS[word] ?? Number(word)
const SURELY_LAST_CENTURY = 4

/** A decade, *những năm 90*, *thập niên*; a range or list of years ("những năm 2020 - 2025") is none. */
export function readDecade(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  DECADE.lastIndex = at
  const match = DECADE.exec(folded)
  if (!match || PATTERNS['era-goes-on'].test(folded.slice(at + match[0].length, at + match[0].length + 12))) return undefined
  const { tens: full, ten: short, century } = match.groups!
  const hundreds = century && century !== 'trước' ? String(centuryOf(century) - 1) : century || Number(short) >= SURELY_LAST_CENTURY ? '19' : ''
  const edtf = full ? `${full}X` : hundreds ? `${hundreds}${short}X` : null
  const because = { value: edtf ?? '', because: 'decade' } as const
  const parts = edtf === null ? [] : [full ? { stated: { year: edtf }, inferred: {} } : { stated: {}, inferred: { year: because } }]
  return createDate(reading, at, at + match[0].length, { edtf, role: 'period', bound: 'interval', by: 'date.decade', parts })
}

/** A century, *thế kỷ XXI*: 20XX. */
export function readCentury(reading: Reading, at: number): FoundDate | undefined {
  CENTURY.lastIndex = at
  const match = CENTURY.exec(reading.folded)
  const number = match ? centuryOf(match.groups!['number']!) : 0
  if (!match || number < 10 || number > 21) return undefined
  const value = `${number - 1}XX`
  return createDate(reading, at, at + match[0].length, { edtf: value, role: 'period', bound: 'interval', by: 'date.century', parts: [{ stated: {}, inferred: { year: { value, because: 'century' } } }] })
}

const PARTS: readonly string[] = ['early', 'middle', 'late', 'within']
const TERM = PATTERNS['school-term']

/** A school term with its year, "học kỳ I năm học 2023-2024": each school sets its days, so that EDTF has no value for it. */
export function readSchoolTerm(reading: Reading, at: number): FoundDate | undefined {
  const { folded } = reading
  TERM.lastIndex = at
  const match = TERM.exec(folded)
  const from = at + (match?.[0].length ?? 0)
  const years = match && plainYear(folded, from) ? /^\d{4} ?[-/] ?\d{4}/.exec(folded.slice(from, from + 12)) : null
  const part = years ? boundBefore(folded, at, reading.floor) : undefined
  const start = part && PARTS.includes(part.value) ? part.start : at
  return years ? createDate(reading, start, from + years[0].length, { edtf: null, role: 'period', bound: 'interval', by: 'date.school-term' }) : undefined
}

/** "năm nay", and "cả năm" that stands alone in its cell or behind its colon: the year that the plan is for. */
export function readThisYear(reading: Reading, at: number): FoundDate | undefined {
  const { folded, text } = reading
  const year = planYear(reading)
  if (year === 'XXXX') return undefined
  const isNow = folded.startsWith(' nay', at + 3) && !isLetter(unitAt(folded, at + 7))
  const isWhole = folded.startsWith('cả ', at - 3) && !isLetter(unitAt(folded, at - 4)) && /^ ?[.;]? ?(?:[\n\t|]|$)/.test(text.slice(at + 3, at + 8)) && /(?:^|[\n\t|:]) ?$/.test(text.slice(Math.max(0, at - 5), at - 3))
  if ((!isNow && !isWhole) || isDigit(unitAt(folded, at + 4))) return undefined
  const parts = [{ stated: {}, inferred: { year: { value: year, because: 'plan-year' as const } } }]
  return createDate(reading, isWhole ? at - 3 : at, isWhole ? at + 3 : at + 7, { edtf: year, role: 'period', bound: 'point', by: 'date.this-year', parts })
}
