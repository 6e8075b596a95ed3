import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { addWorkingDays } from '../../grammar/working-days.js'
import { addDays, addMonths, boundsOf, intervalValue, isFullDay } from '../../model/edtf.js'
import { unitAt } from '../../model/folded.js'
import { firstUnitsOf } from './first-units.js'
import { createDate, type FoundDate, type Meaning, type Reading } from './found-date.js'
import { matchAt } from './moment.js'
import { inferredDay, partsOf } from './parts.js'
import { readPhrase } from './phrase.js'
import { readMoment } from './read-moment.js'
import { toValue } from './value.js'
import { boundBefore, sentenceStart, termBefore } from './words-before.js'

const SETS_TERM = PATTERNS['sets-term']

/**
 * A term counted from an event, *trong thời hạn N ngày kể từ ngày …*. From the day of signing it is worked out where that day
 * is known, working days too in the years whose holidays are known; other events are not.
 *
 *     trong 30 ngày kể từ ngày ký                                    2024-03-15/2024-04-14
 *     chậm nhất là 60 ngày, kể từ ngày ký                            ../2024-05-14
 *     trong 10 ngày làm việc kể từ ngày ký                           2024-03-15/2024-03-29
 *     trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản   null
 */
export function readTerm(reading: Reading, at: number): FoundDate | undefined {
  const { folded, floor, context } = reading
  const match = matchAt(PATTERNS.term, folded, at)
  if (!match) return undefined
  const { n, most, unit, work, rel } = match.groups as { n: string; most?: string; unit: string; work?: string; rel?: string }
  const before = termBefore(folded, at, floor)
  if (rel ? !before && !rel.includes('từ') : !before || !SETS_TERM.test(folded.slice(before.start, at))) return undefined
  const relEnd = at + match[0].length
  const signing = rel?.endsWith('ngày') ? matchAt(PATTERNS.signing, folded, relEnd - 4) : null
  const thing = rel && !signing ? matchAt(PATTERNS['thing-of-term'], folded, relEnd) : null
  const end = signing ? relEnd - 4 + signing[0].length : relEnd + (thing?.[0].length ?? 0)
  const counted = signing && rel!.includes('từ') ? endOfTerm(context.issued, Number(most ?? n), unit, work !== undefined) : null
  return createDate(reading, before?.start ?? at, end, { ...meaningOf(before?.value ?? 'term-within', context.issued, counted, work ? 'working-days' : 'counted'), by: 'date.term' })
}

function endOfTerm(issued: string | null, count: number, unit: string, work: boolean): string | null {
  if (!issued || !isFullDay(issued)) return null
  if (work) return unit === 'ngày' ? (addWorkingDays(issued, count) ?? null) : null
  if (unit === 'ngày' || unit === 'tuần') return addDays(issued, unit === 'tuần' ? count * 7 : count)
  return unit === 'giờ' ? null : addMonths(issued, unit === 'năm' ? count * 12 : count)
}

function meaningOf(kind: string, issued: string | null, end: string | null, because: 'counted' | 'working-days'): Omit<Meaning, 'by'> {
  const last = end && inferredDay(end, because)
  switch (kind) {
    case 'term-after':
      return { edtf: end && intervalValue(end, null), role: 'start', bound: 'from', parts: last ? [last, null] : [] }
    case 'term-over':
      return { edtf: null, role: 'other', bound: 'point' }
    case 'term-by':
      return { edtf: end && intervalValue(null, end), role: 'deadline', bound: 'before', parts: last ? [null, last] : [] }
    default:
      return { edtf: end && intervalValue(issued, end), role: 'deadline', bound: 'before', parts: last ? [inferredDay(issued!, 'day-of-issue'), last] : [] }
  }
}

/** "kể từ ngày ký", "từ ngày ban hành": a start at the day of signing of this document, or of the one the sentence is about. */
export function readSigning(reading: Reading, at: number): FoundDate | undefined {
  const { folded, floor } = reading
  const match = mayBeSigning(folded, at) ? matchAt(PATTERNS.signing, folded, at) : null
  const before = match && boundBefore(folded, at, floor)
  if (!match || before?.value !== 'from') return undefined
  const signed = daySigned(reading, before.start)
  const until = readUntil(reading, at + match[0].length, signed)
  if (until) return createDate(reading, before.start, until.end, { edtf: until.edtf, role: 'period', bound: 'interval', by: 'date.signing', parts: until.parts })
  const parts = signed ? [inferredDay(signed, 'day-of-issue'), null] : []
  return createDate(reading, before.start, at + match[0].length, { edtf: signed && intervalValue(signed, null), role: 'start', bound: 'from', by: 'date.signing', parts })
}

const SIGNED = firstUnitsOf('signed')

/** Words of signing behind *ngày*, by their first letter. */
const mayBeSigning = (folded: string, at: number): boolean => SIGNED.has(unitAt(folded, unitAt(folded, at + 5) === 0x20 ? at + 6 : at + 5))

/** "từ ngày ký đến hết ngày 31/12/2024": the end that follows. */
function readUntil({ folded, text, context }: Reading, at: number, signed: string | null): Pick<FoundDate, 'edtf' | 'parts'> & { readonly end: number } | undefined {
  const join = matchAt(PATTERNS.join, folded, at)
  const last = join?.groups?.['word'] ? readMoment(folded, at + join[0].length) : undefined
  if (!last || (last.bare && !last.year)) return undefined
  const phrase = readPhrase(text, folded, last.start, last)
  const edtf = toValue(phrase, { side: 'until', part: '' }, context.planYear === null ? 'XXXX' : String(context.planYear))
  const end = partsOf(folded, edtf, phrase, '', 'plan-year').at(-1) ?? null
  const lastDay = edtf && boundsOf(edtf)?.last
  if (!edtf || !lastDay || !signed || lastDay <= signed || last.unit !== 'day') return { edtf, parts: edtf ? [null, end] : [], end: phrase.end }
  return { edtf: intervalValue(signed, lastDay), parts: [inferredDay(signed, 'day-of-issue'), end], end: phrase.end }
}

const LONGEST_PARAGRAPH = 2000

/** "Quyết định này có hiệu lực kể từ ngày ký" is of this document; without *này*, of one whose day stands before in the paragraph. */
function daySigned({ text, folded, found, context }: Reading, at: number): string | null {
  const clause = folded.slice(sentenceStart(text, at, 120), at)
  const floor = Math.max(0, at - LONGEST_PARAGRAPH)
  const paragraph = floor + text.slice(floor, at).lastIndexOf('\n') + 1
  const other = PATTERNS.this.test(clause) || PATTERNS.article.test(folded.slice(paragraph, paragraph + 8)) ? undefined : found.at(-1)
  return other && other.span.start >= paragraph && other.edtf && isFullDay(other.edtf) ? other.edtf : context.issued
}
