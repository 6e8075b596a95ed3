import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { createDate, type FoundDate, type Reading } from './found-date.js'
import { NOTHING } from './parts.js'

/** What a later mention tells of an earlier one: one function for each, in this order, run as soon as the later one is found. */
type Pass = (reading: Reading, last: FoundDate) => void

const AND = PATTERNS.and

/** "trước ngày 15 tháng 6 và trước ngày 01 tháng 12 hằng năm", "trước ngày 15/6 và ngày 15/11/2016": the year of the second is that of the first. */
const lendYear: Pass = ({ found, folded }, last) => {
  const previous = found.at(-2)
  if (!previous || last.span.start - previous.span.end > 6) return
  const year = last.edtf && /(?:^|\/)(\d{4}|XXXX)-\d\d(?:-\d\d)?$/.exec(last.edtf)?.[1]
  if (last.by === 'date.named') return
  const isSaid = year === 'XXXX' ? last.role === 'recurring' : year && last.text.includes(year)
  if (!isSaid) return
  for (let index = found.length - 2, next = last; index >= 0; index--) {
    const before = found[index]!
    if (next.span.start - before.span.end > 6 || !before.edtf || !isYearless(before)) return
    if (!AND.test(folded.slice(before.span.end, next.span.start))) return
    found[index] = withYear(before, year!)
    next = before
  }
}

function withYear(date: FoundDate, year: string): FoundDate {
  const edtf = date.edtf!.replace(/(^|\/)[\dX]{4}(?=-)/g, `$1${year}`)
  if (year === 'XXXX') return { ...date, edtf, role: 'recurring', bound: 'recurring', parts: date.parts.map((parts) => parts && { stated: parts.stated, inferred: NOTHING }) }
  return { ...date, edtf, parts: date.parts.map((parts) => parts && { stated: parts.stated, inferred: { ...parts.inferred, year: { value: year, because: 'same-phrase' } } }) }
}

const isYearless = ({ by, text }: FoundDate): boolean => (by === 'date.day' || by === 'date.month') && !/\d{4}/.test(text)

/** "(26.3.1931 - 26.3.2024)": the day of an event and of its anniversary, no period. */
const splitAnniversary: Pass = (reading, last) => {
  const { found } = reading
  if (last.by !== 'date.day-interval') return
  const ends = /^(\d{4})(-\d\d-\d\d)\/(\d{4})(-\d\d-\d\d)$/.exec(last.edtf ?? '')
  if (!ends || ends[2] !== ends[4] || Number(ends[3]) - Number(ends[1]) < 5) return
  const dash = PATTERNS['dash-behind-year'].exec(last.text)
  if (!dash) return
  const firstEnd = last.span.start + dash.index + 4
  const secondStart = last.span.start + dash.index + dash[0].length
  found[found.length - 1] = fullDay(reading, last.span.start, firstEnd, `${ends[1]}${ends[2]}`)
  found.push(fullDay(reading, secondStart, last.span.end, `${ends[3]}${ends[4]}`))
}

const fullDay = (reading: Reading, start: number, end: number, edtf: string): FoundDate =>
  createDate(reading, start, end, { edtf, role: 'event', bound: 'point', by: 'date.day', parts: [{ stated: { year: edtf.slice(0, 4), month: edtf.slice(5, 7), day: edtf.slice(8) }, inferred: NOTHING }] })

const PASSES: readonly Pass[] = [lendYear, splitAnniversary]

/** Take a mention up and let it tell what it does of those before it. */
export function takeUp(reading: Reading, mention: FoundDate): void {
  reading.found.push(mention)
  reading.floor = mention.span.end
  for (const pass of PASSES) pass(reading, mention)
}
