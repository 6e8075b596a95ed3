import { type DATES_BEGINS, DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { firstUnitsOf } from './first-units.js'
import { AFTER, BEFORE, copyMoment, createMoment, isRelative, matchAt, type Moment, precisionOf, withMonth, withYear } from './moment.js'
import { readNext, skipHours } from './read-moment.js'
import { unitAt } from '../../model/folded.js'

/** How often a time comes again; `other` is a rhythm that EDTF has no value for (weeks, quarters). */
export type Every = '' | 'year' | 'month' | 'other'

/** Moments that stand together as one mention, before the words that bound them are looked at. */
export interface Phrase {
  readonly start: number
  readonly end: number
  readonly first: Moment
  /** The other end of an interval. */
  readonly last: Moment | null
  /** Members that do not follow one another. */
  readonly members: readonly Moment[] | null
  readonly every: Every
  /** Hours stand before it: a "từ" is then of the hours. */
  readonly clock: boolean
  /** It runs "đến nay", up to the present. */
  readonly untilNow: boolean
  /** A day of the lunar calendar, *âm lịch*: EDTF has no value for it. */
  readonly lunar: boolean
}

/** A copy to be changed, of the same shape. */
export const copyPhrase = ({ start, end, first, last, members, every, clock, untilNow, lunar }: Phrase): { -readonly [Key in keyof Phrase]: Phrase[Key] } =>
  ({ start, end, first, last, members, every, clock, untilNow, lunar })

export function withEvery(phrase: Phrase, every: Every, end: number): Phrase {
  const other = copyPhrase(phrase)
  other.every = every
  other.end = end
  return other
}

const EVERY: Readonly<Record<string, Every>> = { năm: 'year', tháng: 'month', quý: 'other', tuần: 'other', ngày: 'other' }

const JOIN = 1
const LIST = 2
const RELATIVE = 4
const BRACKET = 8
const LUNAR = 16
const EVERY_SUFFIX = 32

/** By the first letter or mark behind a moment: what may go on there. Most moments are followed by nothing of the kind. */
const GOES_ON = new Uint8Array(512)
const BEGINS: readonly (readonly [what: number, ...patterns: (keyof typeof DATES_BEGINS)[]])[] = [
  [JOIN, 'join'], [LIST, 'list'], [RELATIVE, 'relative-year'], [BRACKET, 'weekday-bracket'], [LUNAR, 'lunar-suffix'], [EVERY_SUFFIX, 'every-suffix', 'next-month-suffix', 'quarter-end-suffix'],
]
for (const [what, ...patterns] of BEGINS) for (const pattern of patterns) for (const unit of firstUnitsOf(pattern)) GOES_ON[unit]! |= what

/** What may go on at `end`, behind the few spaces that may stand there. */
function goesOnWith(folded: string, end: number): number {
  let at = end
  while (at - end < 4 && unitAt(folded, at) === 0x20) at++
  return GOES_ON[unitAt(folded, at)] ?? 0
}

/** Join what stands with `first`: the end of its interval, further members, "hằng năm", a day of the week in brackets. */
export function readPhrase(text: string, folded: string, start: number, moment: Moment): Phrase {
  const first = goesOnWith(folded, moment.end) & RELATIVE ? withRelativeYear(folded, moment) : moment
  const alone: Phrase = { start, end: first.end, first, last: null, members: null, every: '', clock: false, untilNow: false, lunar: false }
  const may = goesOnWith(folded, first.end)
  if (may === 0) return alone
  const joined = may & JOIN ? readInterval(text, folded, alone) : undefined
  const phrase = readNotes(folded, joined ?? (may & LIST ? readList(text, folded, alone) : alone))
  if (REPORTED.test(folded.slice(phrase.end, phrase.end + 20))) return withEvery(phrase, 'other', phrase.end)
  return goesOnWith(folded, phrase.end) & EVERY_SUFFIX ? readEvery(folded, phrase) : phrase
}

const REPORTED = PATTERNS.reported

/** "(thứ Hai)", "âm lịch" behind a time. */
function readNotes(folded: string, phrase: Phrase): Phrase {
  let { end } = phrase
  const weekday = goesOnWith(folded, end) & BRACKET ? matchAt(PATTERNS['weekday-bracket'], folded, end) : null
  if (weekday) end += weekday[0].length
  const lunar = phrase.first.unit === 'day' && goesOnWith(folded, end) & LUNAR ? matchAt(PATTERNS['lunar-suffix'], folded, end) : null
  if (lunar) end += lunar[0].length
  if (end === phrase.end) return phrase
  const year = lunar?.groups?.['y'] ?? ''
  const noted = copyPhrase(phrase)
  noted.end = end
  noted.lunar = lunar !== null
  if (year && !phrase.first.year) noted.first = withYear(phrase.first, year)
  return noted
}

/** "trước ngày 15/01 năm sau", "tháng 3 năm sau": the year is told by the one before it. */
function withRelativeYear(folded: string, moment: Moment): Moment {
  if (moment.year || !moment.month || unitAt(folded, moment.end) === 0x29) return moment
  const match = matchAt(PATTERNS['relative-year'], folded, moment.end)
  if (!match) return moment
  const relative = copyMoment(moment)
  relative.end += match[0].length
  relative.year = match.groups!['which'] === 'trước' ? BEFORE : AFTER
  return relative
}

const sameCell = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (unitAt(text, at) === 0x09) return false
  return true
}

/** "từ 15/11 đến 15/12", "2021 - 2025", "quý II/2026 đến hết năm 2027". */
function readInterval(text: string, folded: string, phrase: Phrase): Phrase | undefined {
  const { first } = phrase
  if (first.lastDay || first.days) return undefined
  const join = matchAt(PATTERNS.join, folded, phrase.end)
  if (!join) return untilNow(folded, phrase)
  const at = skipHours(folded, phrase.end + join[0].length)
  const spoken = join.groups!['word'] !== undefined
  const next = readNext(folded, at, first)
  const last = next ? withRelativeYear(folded, next) : spoken ? readWholeYear(folded, at, join.groups!['part']) : undefined
  if (!last || last.days || last.lastDay || !sameCell(text, phrase.end, at) || !canEnd(first, last, spoken)) return untilNow(folded, phrase)
  const interval = copyPhrase(phrase)
  interval.end = last.end
  interval.last = last
  if (first.unit === 'day' && !first.month && last.unit === 'day') interval.first = withMonth(first, last.month)
  return interval
}

function untilNow(folded: string, phrase: Phrase): Phrase | undefined {
  let at = phrase.end
  while (at - phrase.end < 3 && unitAt(folded, at) === 0x20) at++
  const match = at > phrase.end && folded.startsWith('nay', at + 'đến '.length) ? matchAt(PATTERNS['until-now'], folded, phrase.end) : null
  if (!match) return undefined
  const open = copyPhrase(phrase)
  open.end += match[0].length
  open.untilNow = true
  return open
}

/** "đến hết năm", "đến cuối năm": the year that the beginning is in. */
function readWholeYear(folded: string, at: number, part: string | undefined): Moment | undefined {
  if (part !== 'hết' && part !== 'cuối') return undefined
  return folded.startsWith('năm', at) && !folded.startsWith(' học', at + 3) ? createMoment('year', at, at + 3, '') : undefined
}

function canEnd(first: Moment, last: Moment, spoken: boolean): boolean {
  if (first.unit === 'year' && last.unit === 'year') return !last.year || first.year < last.year || first.year.includes('X')
  if (isRelative(first) || isRelative(last)) return first.unit === last.unit
  if (first.unit === last.unit) return first.year === '' || last.year === '' || first.year <= last.year
  if (!spoken) return false
  return precisionOf(first) > 0 && (last.year !== '' || first.year !== '' || last.unit === 'year' || precisionOf(last) === precisionOf(first))
}

/** "tháng 5 và tháng 6/2021", "Quý III, IV/2022", "năm 2021, 2022 và 2023", "28/12 và ngày 29/12/2011". */
function readList(text: string, folded: string, phrase: Phrase): Phrase {
  const members = [phrase.first]
  for (;;) {
    const before = members.at(-1)!
    if (before.lastDay || before.days || (before.year && !(before.unit === 'year'))) break
    const comma = matchAt(PATTERNS.list, folded, before.end)
    if (!comma) break
    const at = before.end + comma[0].length
    const next = readNext(folded, at, before)
    if (!next || !sameCell(text, before.end, at) || !goesOn(before, next)) break
    members.push(next)
  }
  if (members.length === 1) return phrase
  const last = members.at(-1)!
  const year = last.year
  const runs = members.every((member, index) => index === 0 || follows(members[index - 1]!, member))
  const all = members.map((member) => (member.year ? member : withYear(member, year)))
  const list = copyPhrase(phrase)
  list.end = last.end
  list.first = all[0]!
  if (runs) list.last = all.at(-1)!
  else list.members = all
  return list
}

/** May `next` go on a list after `before`? With its own word ("và tháng 9/2024") only where it follows; bare numbers always. */
function goesOn(before: Moment, next: Moment): boolean {
  if (next.unit !== before.unit || next.lastDay || next.days) return false
  if (next.unit === 'day' && !before.month) return !next.month && next.day > before.day
  if (follows(before, next)) return next.unit !== 'year' || next.bare
  if (!next.bare || next.unit === 'day') return false
  return next.unit === 'year' ? next.year > before.year : next.month > before.month || next.index > before.index
}

function follows(before: Moment, next: Moment): boolean {
  switch (next.unit) {
    case 'day':
      return next.month === before.month && Number(next.day) === Number(before.day) + 1
    case 'month':
      return Number(next.month) === Number(before.month) + 1
    case 'quarter':
      return next.index === before.index + 1
    case 'year':
      return Number(next.year) === Number(before.year) + 1
    default:
      return false
  }
}

/** "ngày 20/11 hằng năm", "ngày 20 hàng tháng", "ngày 20 của tháng cuối quý". */
function readEvery(folded: string, phrase: Phrase): Phrase {
  if (phrase.last?.year || phrase.first.year || phrase.first.unit === 'year') return phrase
  const suffix = matchAt(PATTERNS['every-suffix'], folded, phrase.end)
  if (suffix) return withEvery(phrase, EVERY[suffix.groups!['every']!]!, phrase.end + suffix[0].length)
  if (phrase.first.month || phrase.first.unit !== 'day') return phrase
  const monthly = matchAt(PATTERNS['next-month-suffix'], folded, phrase.end)
  if (monthly) return withEvery(phrase, 'month', phrase.end + monthly[0].length)
  const quarterly = matchAt(PATTERNS['quarter-end-suffix'], folded, phrase.end)
  return quarterly ? withEvery(phrase, 'other', phrase.end + quarterly[0].length) : phrase
}

export const everyOf = (word: string): Every => EVERY[word] ?? 'other'
