import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { DOCUMENT_TYPES } from '../../grammar/generated/document-types.js'
import { civilValue } from '../../model/edtf.js'
import { codeAt, fold, type FoldedText, isLetter, unitAt } from '../../model/folded.js'
import { type FoundDate, withRole } from './found-date.js'
import { readNamedDay } from './read-day.js'
import { sentenceStart } from './words-before.js'

const FURTHEST_DATELINE = 6000
const LONGEST_PLACE = 48

/** Where a dateline has its day: "Tứ Kỳ, ngày 12 tháng 3 năm 2023" alone on its line or in its cell. */
interface Dateline {
  readonly start: number
  readonly end: number
  readonly edtf: string | null
}

/** The first dateline of a text: a place that begins with a capital, a comma, a day in words up to the end of the line. */
export function findDateline(source: FoldedText): Dateline | undefined {
  const { text, folded } = source
  const to = Math.min(text.length, FURTHEST_DATELINE)
  for (let at = folded.indexOf(', ngày'); at >= 0 && at < to; at = folded.indexOf(', ngày', at + 1)) {
    const start = at + 2
    const day = mayFollowPlace(source, at) ? readNamedDay(folded, start) : undefined
    if (!day || !endsLine(text, day.end) || !followsPlace(text, at) || folded.slice(start, day.end).includes('/')) continue
    return { start, end: day.end, edtf: civilValue(day) }
  }
  return undefined
}

const endsLine = (text: string, end: number): boolean => /^[ .]*(?:[\n\t|]|$)/.test(text.slice(end, end + 4))

/** A look before the place is read: in running text no line or cell begins so near, nor do spaces stand for its begin. */
function mayFollowPlace({ text, folded }: FoldedText, comma: number): boolean {
  const from = comma - LONGEST_PLACE
  if (from <= 0 || codeAt(folded, from) === 0x20 || codeAt(folded, comma - 1) === 0x20) return true
  for (let at = from; at < comma; at++) {
    const code = codeAt(text, at)
    if (code === 0x0a || code === 0x09 || code === 0x7c) return true
  }
  return false
}

function followsPlace(text: string, comma: number): boolean {
  const from = Math.max(0, comma - LONGEST_PLACE)
  const line = text.slice(from, comma)
  const place = line.slice(Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\t'), line.lastIndexOf('|')) + 1).trim()
  return (place.length < line.length || from === 0) && /^(?:TP\. ?)?\p{Lu}[\p{L}\p{M} .'-]{1,40}$/u.test(place) && fold(place) !== 'hôm nay'
}

const LAWS = PATTERNS.laws
const TYPES = new Set(DOCUMENT_TYPES.map(({ name }) => fold(name)))
const LAST_WORDS = new Set([...TYPES].map((name) => name.slice(name.lastIndexOf(' ') + 1)))
const LAST_LETTERS = new Set([...TYPES].map((name) => name.charCodeAt(name.length - 1)))
const NOTATION = PATTERNS['notation-before']
const REACH = 160
const LONGEST_NOTATION = 60
const LONGEST_TYPE = 28
/** Words that may stand between a notation and its day. */
const BEFORE_DAY: ReadonlySet<string> = new Set(['đề', 'hành', 'ra', 'ký'])

const isGap = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09

/**
 * Roles by a date's own neighbourhood, for texts that no other recogniser has read: `issued` for the dateline, `citation` for a
 * full day right behind a notation ("số 607/KH-UBND ngày 07/3/2023"), a type ("Chỉ thị ngày 05/4/2021") or a law's name in its clause.
 */
export function withOwnRoles(text: FoldedText, dates: readonly FoundDate[], dateline: Pick<Dateline, 'start'> | undefined): FoundDate[] {
  return dates.map((date) => {
    if (date.by !== 'date.day' || date.bound !== 'point') return date
    if (dateline && date.span.start === dateline.start) return withRole(date, 'issued')
    return isOfInstrument(text, date.span.start) ? withRole(date, 'citation') : date
  })
}

function isOfInstrument({ text, folded }: FoldedText, start: number): boolean {
  let end = start
  while (unitAt(folded, end - 1) === 0x20 || unitAt(folded, end - 1) === 0x2c) end--
  let token = end
  while (token > 0 && end - token < LONGEST_NOTATION && !isGap(unitAt(folded, token - 1))) token--
  const word = folded.slice(token, end)
  if ((word.includes('/') || word.includes('-') || BEFORE_DAY.has(word)) && NOTATION.test(folded.slice(Math.max(0, start - LONGEST_NOTATION), start))) return true
  if (LAST_LETTERS.has(unitAt(folded, end - 1)) && endsInType(folded.slice(Math.max(0, end - LONGEST_TYPE), end))) return true
  const words = folded.slice(Math.max(0, start - REACH), end)
  if (!words.includes('luật') && !words.includes('pháp lệnh') && !words.includes('hiến pháp')) return false
  const near = folded.slice(sentenceStart(text, start, REACH), end)
  const law = LAWS.exec(near)
  return law !== null && !PATTERNS['not-of-law'].test(near.slice(law.index + law[0].length).replace(PATTERNS['name-comma'], ''))
}

/** "Chỉ thị ngày": the last words are a type's name. */
function endsInType(words: string): boolean {
  if (!LAST_WORDS.has(words.slice(words.lastIndexOf(' ') + 1))) return false
  for (let count = 1, at = words.length; count <= 4 && at > 0; count++) {
    at = words.lastIndexOf(' ', at - 1)
    if (TYPES.has(words.slice(at + 1)) && !isLetter(words.charCodeAt(at))) return true
  }
  return false
}
