import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { boundsOf, intervalValue, isFullDay, isPossible } from '../../model/edtf.js'
import { isDigit, unitAt } from '../../model/folded.js'
import type { DateParts } from '../../model/plan.js'
import { isOfMonthlyReport, isTime } from './bare-numbers.js'
import { timeOf } from './clock.js'
import { createDate, type FoundDate, isAfterEveryYear, planYear, type Reading } from './found-date.js'
import { createMoment, isRelative, matchAt, type Unit, withYear } from './moment.js'
import { copyPhrase, everyOf, type Phrase, readPhrase, withEvery } from './phrase.js'
import { nameOfDay } from './named-days.js'
import { inferredDay, partsOf } from './parts.js'
import { readMoment } from './read-moment.js'
import { recurringBefore } from './read-recurring.js'
import { repeatsOf } from './repeats.js'
import { roleOf } from './roles.js'
import { type Bounding, isLunar, toValue } from './value.js'
import { type Bound, boundBefore, type Surrounding } from './words-before.js'

const WITHIN_UNITS: readonly string[] = ['day', 'month', 'quarter', 'half', 'months']

/** A time that begins at `at`, with its hours (from `start` on), the words that bound it, its value and role. */
export function readMention(reading: Reading, start: number, at: number): FoundDate | undefined {
  const first = readMoment(reading.folded, at)
  if (!first) return undefined
  const read = readPhrase(reading.text, reading.folded, start, first)
  const phrase = start < at ? withClock(read) : read
  const around = lookAround(reading, phrase)
  if (!isTime(reading, phrase, around)) return undefined
  return toMention(reading, phrase, around)
}

/** Collect the words before: at most one bound, a part ("đầu", "cuối"), a label ("giai đoạn"), hours of the day. */
function lookAround({ folded, floor }: Reading, phrase: Phrase): Surrounding {
  const around: Words = { start: phrase.start, bound: '', part: '', labelled: false, vision: false }
  for (let count = 0; count < 4; count++) {
    const before = boundBefore(folded, around.start, floor)
    if (!before || !takeWords(around, phrase, before.start, before.value)) break
  }
  takeCount(folded, floor, phrase, around)
  return around
}

type Words = { -readonly [Key in keyof Surrounding]: Surrounding[Key] }

/** Take the words that begin at `start` up; false where they do not go with those behind them. */
function takeWords(around: Words, phrase: Phrase, start: number, value: Bound): boolean {
  if (value === 'vision') {
    around.vision = true
    return true
  }
  if (value === 'label') {
    if (around.bound === 'within' || around.labelled) return false
    around.labelled = true
  } else if (around.bound) return false
  else if (value === 'early' || value === 'middle' || value === 'late') {
    if (around.labelled || phrase.first.unit === 'day') return false
    around.part = value
  } else if (value === 'hour') {
    if (phrase.first.unit !== 'day') return false
  } else if (value === 'within' && (around.labelled || !WITHIN_UNITS.includes(phrase.first.unit))) {
    if (!around.part) return false
  } else if (value !== 'about') around.bound = value
  around.start = start
  return true
}

/** "03 năm 2021-2023", "5 năm 2021 - 2025": the number of years belongs to the period. */
function takeCount(folded: string, floor: number, phrase: Phrase, around: Words): void {
  if (phrase.first.unit !== 'year' || !phrase.last || around.start !== phrase.start || !isDigit(unitAt(folded, around.start - 2))) return
  const number = /(?:^|[^\d/.,-])(\d{1,2}) $/.exec(folded.slice(Math.max(floor, around.start - 4), around.start))
  if (number) around.start -= number[1]!.length + 1
}

function withClock(read: Phrase): Phrase {
  const phrase = copyPhrase(read)
  phrase.clock = true
  return phrase
}

function boundingOf(phrase: Phrase, { bound, part }: Surrounding): Bounding {
  if (bound === 'before') return { side: 'before', part }
  if (bound === 'until' || bound === 'as-of') return { side: 'until', part }
  if ((bound === 'from' || bound === 'after') && !phrase.clock) return { side: 'from', part }
  return { side: 'point', part }
}

function boundOf(phrase: Phrase, side: Bounding['side']): FoundDate['bound'] {
  if (phrase.every) return 'recurring'
  if (side === 'before') return 'before'
  if (phrase.last || phrase.first.lastDay || phrase.members || phrase.first.days || phrase.untilNow) return 'interval'
  return side === 'point' ? 'point' : side
}

function toMention(reading: Reading, phrase: Phrase, around: Surrounding): FoundDate {
  const before = isWithoutYear(phrase) ? recurringBefore(reading, around.start) : undefined
  const bounding = boundingOf(phrase, around)
  const every = before && !phrase.every ? everyOf(lastWord(before.text)) : phrase.every || everyInSentence(reading, phrase) || (!phrase.first.month && phrase.first.unit === 'day' && isOfMonthlyReport(reading.folded, around) ? 'month' : '')
  const full = every === phrase.every ? phrase : withEvery(phrase, every, phrase.end)
  const edtf = toValue(full, bounding, planYear(reading))
  const start = before ? before.span.start : around.start
  const end = closeBracket(reading.folded, phrase.end, before, around.start)
  if (before) reading.found.pop()
  const bound = boundOf(full, bounding.side)
  const role = around.bound === 'as-of' ? 'other' : roleOf(reading, { start: around.start, end, bound, unit: phrase.first.unit, edtf, labelled: around.labelled })
  const mention = createDate(reading, start, end, {
    edtf, role, bound, by: ruleOf(phrase, bound),
    parts: partsOf(reading.folded, edtf, full, around.part, 'plan-year'),
    time: phrase.clock ? timeOf(reading.folded.slice(phrase.start, phrase.end)) : null,
    name: nameOf(reading.folded, around.start, phrase),
    calendar: isLunar(full) ? 'lunar' : 'gregorian',
    repeats: every && !isLunar(full) ? repeatsOf(reading.folded, full) : null,
  })
  if (edtf === null && isImpossible(phrase, planYear(reading))) reportImpossible(reading, mention)
  return mention
}

/** "Ngày Quốc tế Phụ nữ 8/3", "Tết Trung thu (15/8 âm lịch)": what names the day. */
const nameOf = (folded: string, start: number, { first, last, lunar }: Phrase): string | null =>
  first.unit === 'day' && !last && first.day && first.month ? nameOfDay(folded, start, lunar ? `L${first.month}` : first.month, first.day) : null

const lastWord = (text: string): string => text.toLowerCase().slice(text.lastIndexOf(' ') + 1)

const isWithoutYear = ({ first, last, every }: Phrase): boolean => !first.year && !last?.year && (!every || every === 'other') && first.unit !== 'year'

/** "Hằng năm, … từ ngày 15/11 đến ngày 15/12": what opens the sentence holds for its days and months. */
const everyInSentence = (reading: Reading, phrase: Phrase): Phrase['every'] => (isWithoutYear(phrase) && phrase.first.month && isAfterEveryYear(reading, phrase.start) ? 'year' : '')

/** "hàng năm (từ 15/11 -15/12)": the bracket that stands inside the mention is closed in it. */
function closeBracket(folded: string, end: number, before: FoundDate | undefined, start: number): number {
  if (!before || !folded.slice(before.span.end, start).includes('(')) return end
  return folded.charAt(end) === ')' ? end + 1 : end
}

const UNITS = ['day', 'month', 'quarter', 'half', 'months', 'year'] as const
const rulesOf = (suffix: string): Readonly<Record<string, string>> => Object.fromEntries(UNITS.map((unit) => [unit, `date.${unit}${suffix}`]))
const RULES = { point: rulesOf(''), interval: rulesOf('-interval'), every: rulesOf('-every') }

function ruleOf({ first, every }: Phrase, bound: FoundDate['bound']): string {
  if (every) return RULES.every[first.unit]!
  return bound === 'interval' ? RULES.interval[first.unit]! : RULES.point[first.unit]!
}

/** Does the calendar stand against it ("31/02/2023")? */
function isImpossible(phrase: Phrase, year: string): boolean {
  const { first, last } = phrase
  if (isLunar(phrase) || first.unit !== 'day' || !first.month) return false
  return [first, last].some((moment) => moment?.unit === 'day' && !isPossible(isRelative(moment) || !moment.year ? withYear(moment, year) : moment))
}

function reportImpossible(reading: Reading, { text, span }: FoundDate): void {
  reading.findings.push({ code: 'date/impossible', severity: 'warning', span, args: { found: text } })
}

/** The parts of an end that is written by its last day. */
function wholeDay({ stated, inferred }: DateParts, day: string, unit: Unit): DateParts {
  const because = unit === 'day' ? 'end-of-month' : (`end-of-${unit}` as const)
  return {
    stated,
    inferred: {
      ...inferred,
      ...(stated.month ? {} : { month: { value: day.slice(5, 7), because } }),
      ...(stated.day ? {} : { day: { value: day.slice(8), because } }),
    },
  }
}

/** "từ nay đến hết ngày 25/3/2017", "từ nay đến cuối năm": from the day of issue on. */
export function readFromNow(reading: Reading, at: number): FoundDate | undefined {
  const { folded, text, context } = reading
  const match = matchAt(PATTERNS['from-now'], folded, at)
  if (!match) return undefined
  const from = at + match[0].length
  const issued = context.issued && isFullDay(context.issued) ? context.issued : null
  const yearOnly = folded.startsWith('năm', from) && !/\d/.test(folded.charAt(from + 4))
  const last = yearOnly ? undefined : readMoment(folded, from)
  if (!last && !yearOnly) return undefined
  const end = last?.end ?? from + 3
  const year = issued?.slice(0, 4) ?? planYear(reading)
  const phrase = readPhrase(text, folded, from, last ?? createMoment('year', from, from + 3, ''))
  const until = toValue(phrase, { side: 'until', part: '' }, year)
  const lastDay = until && boundsOf(until)?.last
  const edtf = issued && lastDay && lastDay >= issued ? intervalValue(issued, lastDay) : until
  const ends = partsOf(folded, until, phrase, '', issued ? 'issue-year' : 'plan-year')
  const lastParts = lastDay && edtf !== until ? wholeDay(ends.at(-1)!, lastDay, last?.unit ?? 'year') : ends.at(-1)!
  const parts = edtf === null ? [] : [edtf === until ? null : inferredDay(issued!, 'day-of-issue'), lastParts]
  return createDate(reading, at, end, { edtf, role: 'period', bound: 'interval', by: 'date.from-now', parts })
}
