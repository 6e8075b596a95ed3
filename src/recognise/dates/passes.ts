import type { FoundDate, Reading } from './found-date.js'
import { cut } from '../../model/span.js'

/** What a later mention tells of an earlier one: one function for each, in this order, run as soon as the later one is found. */
type Pass = (reading: Reading, last: FoundDate) => void

const AND = /^ ?(?:,|;|và|hoặc|, và) ?$/

/** "trước ngày 15 tháng 6 và trước ngày 01 tháng 12 hằng năm", "trước ngày 15/6 và ngày 15/11/2016": the year of the second is that of the first. */
const lendYear: Pass = ({ found, folded }, last) => {
  const before = found.at(-2)
  if (!before?.edtf || last.span.start - before.span.end > 6 || !last.edtf || !isYearless(before)) return
  if (!AND.test(folded.slice(before.span.end, last.span.start))) return
  const year = /(?:^|\/)(\d{4}|XXXX)-\d\d-\d\d$/.exec(last.edtf)?.[1]
  const said = year === 'XXXX' ? last.role === 'recurring' : year !== undefined && last.text.includes(year)
  if (!said) return
  const edtf = before.edtf.replace(/(^|\/)[\dX]{4}(?=-)/g, `$1${year}`)
  found[found.length - 2] = year === 'XXXX' ? { ...before, edtf, role: 'recurring', bound: 'recurring' } : { ...before, edtf }
}

const isYearless = ({ by, text }: FoundDate): boolean => by.startsWith('date.day') && !/\d{4}/.test(text)

/** "(26.3.1931 - 26.3.2024)": the day of an event and of its anniversary, no period. */
const splitAnniversary: Pass = ({ found, text }, last) => {
  if (last.by !== 'date.day-interval') return
  const ends = /^(\d{4})(-\d\d-\d\d)\/(\d{4})(-\d\d-\d\d)$/.exec(last.edtf ?? '')
  if (!ends || ends[2] !== ends[4] || Number(ends[3]) - Number(ends[1]) < 5) return
  const dash = /\d{4}(\s*[-–—]\s*|\s+đến\s+)/.exec(last.text)
  if (!dash) return
  const firstEnd = last.span.start + dash.index + 4
  const secondStart = last.span.start + dash.index + dash[0].length
  const each = { role: 'event', bound: 'point', by: 'date.day' } as const
  found[found.length - 1] = { ...cut(text, last.span.start, firstEnd), edtf: `${ends[1]}${ends[2]}`, ...each }
  found.push({ ...cut(text, secondStart, last.span.end), edtf: `${ends[3]}${ends[4]}`, ...each })
}

const PASSES: readonly Pass[] = [lendYear, splitAnniversary]

/** Take a mention up and let it tell what it does of those before it. */
export function takeUp(reading: Reading, mention: FoundDate): void {
  reading.found.push(mention)
  reading.floor = mention.span.end
  for (const pass of PASSES) pass(reading, mention)
}
