import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import type { DateParts, Inference } from '../../model/plan.js'
import { isRelative, type Moment } from './moment.js'
import type { Phrase } from './phrase.js'
import { type Bounding, isLunar } from './value.js'

/** Where a year that is not said comes from. */
export type YearSource = Extract<Inference, 'plan-year' | 'issue-year'>

type Stated = DateParts['stated']
type Inferred = DateParts['inferred']

/** Nothing was worked out. */
export const NOTHING: Inferred = Object.freeze({})

/** What one time of a value goes back to: its moment, and which edge of it is meant. */
interface Origin {
  readonly moment: Moment
  readonly side: 'start' | 'end'
  /** The day and month that the words of this moment give to another one of the same phrase: "15 đến ngày 22/5" gives the 15 its month. */
  readonly lent: boolean
}

/**
 * The parts of each time in a phrase's value, told apart: those that its words state and those that were worked out.
 *
 *     từ ngày 15/11 đến ngày 15/12/2023
 *          day, month stated; year 2023: same-phrase │ day, month, year stated
 */
export function partsOf(folded: string, edtf: string | null, phrase: Phrase, part: Bounding['part'], source: YearSource): (DateParts | null)[] {
  if (edtf === null) return []
  const { first } = phrase
  if (isLunar(phrase)) return lunarParts(folded, edtf, phrase)
  if (isWhollyStated(edtf, phrase)) return [{ stated: { year: first.year, month: first.month, day: first.day }, inferred: NOTHING }]
  const points = edtf.charCodeAt(0) === 0x7b ? edtf.slice(1, -1).split(',') : edtf.split('/')
  return points.map((point, index) => (point === '..' ? null : pointParts(folded, point, originOf(folded, phrase, index, points.length), { phrase, part, source })))
}

/** "ngày 28/12/2020", as most are: a day whose value is its own words. */
const isWhollyStated = (edtf: string, { first, last, members, every }: Phrase): boolean =>
  edtf.length === 10 && first.unit === 'day' && first.year.length === 4 && !last && !members && !every && !first.days && !edtf.includes('X')

/** Lunar numbers are stated, the Gregorian day behind them is inferred. */
function lunarParts(folded: string, edtf: string, phrase: Phrase): (DateParts | null)[] {
  const points = edtf.split('/')
  return points.map((point, index) => {
    if (point === '..') return null
    const { moment } = originOf(folded, phrase, index, points.length)
    const day = phrase.first.lastDay && index > 0 ? phrase.first.lastDay : moment.day
    const stated: Stated = { ...(saysYear(folded, moment, moment.year) ? { year: moment.year } : {}), month: moment.month, ...(day ? { day } : {}) }
    return { stated, inferred: inferredDay(point, 'lunar-calendar').inferred }
  })
}

function originOf(folded: string, { first, last, members }: Phrase, index: number, count: number): Origin {
  const isEnd = index > 0 && index === count - 1
  if (members) return { moment: members[index] ?? first, side: 'start', lent: false }
  if (first.days) return { moment: first, side: 'start', lent: !isEnd }
  if (first.lastDay) return { moment: first, side: isEnd ? 'end' : 'start', lent: !isEnd }
  return { moment: isEnd && last ? last : first, side: isEnd ? 'end' : 'start', lent: !isEnd && last !== null && first.unit === 'day' && !HAS_MONTH.test(folded.slice(first.start, first.end)) }
}

const HAS_MONTH = PATTERNS['has-month']

interface Around {
  readonly phrase: Phrase
  readonly part: Bounding['part']
  readonly source: YearSource
}

function pointParts(folded: string, point: string, origin: Origin, around: Around): DateParts {
  const stated: Stated = {}
  const inferred: Inferred = {}
  const { moment } = origin
  setYear(folded, point.slice(0, 4), origin, around, stated, inferred)
  if (moment.unit === 'quarter') stated.quarter = String(moment.index)
  if (moment.unit === 'half') stated.half = String(moment.index)
  if (point.length > 4 && !isSeason(point)) setMonth(point.slice(5, 7), origin, around, stated, inferred)
  if (point.length > 7) setDay(point.slice(8), origin, stated, inferred)
  return { stated, inferred }
}

const isSeason = (point: string): boolean => point.length === 7 && point.charCodeAt(5) >= 0x33 && point.charCodeAt(5) <= 0x34

function setYear(folded: string, year: string, { moment, lent }: Origin, { phrase, source }: Around, stated: Stated, inferred: Inferred): void {
  if (year === 'XXXX') return
  if (!lent && saysYear(folded, moment, year)) stated.year = year
  else if (isRelative(moment)) inferred.year = { value: year, because: 'relative-year' }
  else inferred.year = { value: year, because: hasYear(folded, phrase) ? 'same-phrase' : source }
}

/** Does the year stand in the moment's own words, with all its digits or the last two? */
function saysYear(folded: string, { start, end }: Moment, year: string): boolean {
  const words = folded.slice(start, end)
  const digits = year.replaceAll('X', '')
  return digits.length > 1 && (words.includes(digits) || SHORT_YEAR.test(words))
}

/** "31/12/24". */
const SHORT_YEAR = /[/.-] ?\d{1,2} ?[/.-] ?\d\d$/

function hasYear(folded: string, { start, end }: Phrase): boolean {
  const words = folded.slice(start, end)
  return /\d{4}/.test(words) || SHORT_YEAR.test(words)
}

function setMonth(month: string, { moment, side, lent }: Origin, { part }: Around, stated: Stated, inferred: Inferred): void {
  if (month === 'XX') return
  if (moment.unit !== 'day' && moment.unit !== 'month') inferred.month = { value: month, because: part && moment.unit === 'quarter' ? PART_OF_QUARTER[part] : `${side === 'start' ? 'start' : 'end'}-of-${moment.unit}` }
  else if (lent) inferred.month = { value: month, because: 'same-phrase' }
  else stated.month = month
}

const PART_OF_QUARTER = { early: 'early-in-quarter', middle: 'middle-of-quarter', late: 'late-in-quarter' } as const

function setDay(day: string, { moment, side }: Origin, stated: Stated, inferred: Inferred): void {
  if (day === 'XX') return
  if (moment.unit === 'day') stated.day = day
  else inferred.day = { value: day, because: `${side === 'start' ? 'start' : 'end'}-of-${moment.unit}` }
}

/** A full day that the words do not say: the day of issue, a day counted from it. */
export const inferredDay = (day: string, because: Inference): DateParts => ({
  stated: {},
  inferred: { year: { value: day.slice(0, 4), because }, month: { value: day.slice(5, 7), because }, day: { value: day.slice(8), because } },
})
