import { createEndWords } from '../../grammar/end-words.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { codeAt, type FoldedText, isDigit, isWordUnit, unitAt, wordStartsAt } from '../../model/folded.js'
import type { Pinpoint, PinpointUnit } from '../../model/plan.js'
import { cut, type Spanned } from '../../model/span.js'
import type { Source } from './context.js'

const PLACE = PATTERNS['pinpoint']
const JOINT = PATTERNS['pinpoint-joint']
const REACH = 160
const UNITS: Readonly<Record<string, PinpointUnit>> = {
  'tiết': 'item',
  'điểm': 'point', 'khoản': 'clause', 'điều': 'article', 'chương': 'chapter', 'mục': 'section', 'tiểu mục': 'section', 'phần': 'part', 'phụ lục': 'annex', 'phụ lục số': 'annex',
}

/** A larger unit has a smaller number. */
const RANKS: Readonly<Record<PinpointUnit, number>> = { part: 0, annex: 0, chapter: 1, section: 2, article: 3, clause: 4, point: 5, item: 6 }

/** A place with the larger ones that it stands in. */
export interface PlacedPoint extends Spanned, Pick<Pinpoint, 'unit' | 'value'> {
  /** The places that lead to it, the largest first, itself the last. */
  readonly path: readonly Pick<Pinpoint, 'unit' | 'value'>[]
}

/** One unit with its values: "điểm a, b". */
interface Place {
  readonly start: number
  readonly end: number
  readonly unit: PinpointUnit
  readonly points: readonly (Spanned & Pick<Pinpoint, 'unit' | 'value'>)[]
}

/**
 * Places inside an instrument that are named before it, in the order of the text.
 *
 *     theo điểm a, b khoản 2 Điều 5 Nghị định số 12/2020/NĐ-CP
 *          ^^^^^^^^^ ^^^^^^^ ^^^^^^
 */
export function pinpointsBefore(source: Source, start: number): readonly PlacedPoint[] {
  const { folded } = source
  if (!mayFollowPlace(folded, start)) return NONE
  const from = Math.max(source.lines.startOf(start), start - REACH)
  const window = folded.slice(from, start)
  if (!/\d|[ivx] /.test(window.slice(-60)) || !PATTERNS['unit-word'].test(window)) return NONE
  const places = readPlaces(source, window, from)
  const kept: Place[] = []
  let next = start
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i]!
    if (!JOINT.test(folded.slice(place.end, next))) break
    kept.unshift(place)
    next = place.start
  }
  return kept.length ? withPaths(kept) : NONE
}

const NONE: readonly PlacedPoint[] = []

/** Places run from the small to the large ("điểm a khoản 2 Điều 5"), seldom the other way ("Điều 5 khoản 2"): the first two tell which. */
function withPaths(places: readonly Place[]): PlacedPoint[] {
  const fromLarge = places.length > 1 && RANKS[places[0]!.unit] < RANKS[places[1]!.unit]
  const paths = new Map<Place, readonly Pick<Pinpoint, 'unit' | 'value'>[]>()
  const inOrder = fromLarge ? places : [...places].reverse()
  inOrder.forEach((place, index) => {
    let within = index - 1
    while (within >= 0 && RANKS[inOrder[within]!.unit] >= RANKS[place.unit]) within--
    const outer = inOrder[within]
    paths.set(place, outer ? [...paths.get(outer)!, outer.points[0]!] : [])
  })
  return places.flatMap((place) => place.points.map((point) => ({ ...point, path: [...paths.get(place)!, point].map(({ unit, value }) => ({ unit, value })) })))
}

/** Words that may end right before a mention that a place leads to. */
const ENDS = createEndWords((['và', 'hoặc', 'của', 'tại', 'thuộc', 'trong', 'các', 'theo'] as const).map((word) => [word, word] as const))
/** Words right before a place's value: its unit, or what joins two values. */
const VALUE_LEADS = createEndWords(['tiết', 'điểm', 'khoản', 'điều', 'chương', 'mục', 'phần', 'lục', 'số', 'thứ', 'và', 'hoặc', 'đến'].map((word) => [word, true] as const))
const NUMERALS = createEndWords(['nhất', 'hai', 'ba', 'tư'].map((word) => [word, true] as const))

/** May a place end right before `start`, or before *của*, *tại*, *quy định tại*, *kèm theo* and the like there? A few letters tell. */
function mayFollowPlace(folded: string, start: number): boolean {
  const last = wordEndBefore(folded, start)
  const word = ENDS.before(folded, last)
  if (word === undefined) return endsInValue(folded, last)
  if (word === 'theo') return folded.endsWith('kèm theo', last)
  const end = word === 'các' ? wordEndBefore(folded, last - 3) : last
  const joint = word === 'các' ? ENDS.before(folded, end) : word
  if (joint === undefined || joint === 'các') return endsInValue(folded, end)
  if (joint === 'theo') return folded.endsWith('kèm theo', end)
  const before = wordEndBefore(folded, end - joint.length)
  return endsInValue(folded, before) || (joint === 'tại' && folded.endsWith(' quy định', before))
}

/** Where the word ends that stands before `at`, a space and a comma or semicolon passed over. */
function wordEndBefore(folded: string, at: number): number {
  const end = unitAt(folded, at - 1) === SPACE ? at - 1 : at
  const mark = unitAt(folded, end - 1)
  return mark === COMMA || mark === SEMICOLON ? end - 1 : end
}

/** Does a place's value end at `end`: a number, a single letter, a numeral in letters or in words, behind the place's unit or another value? */
function endsInValue(folded: string, end: number): boolean {
  let from = end
  let isRoman = true
  let hasDigit = false
  for (; from > 0 && end - from < LONGEST_VALUE; from--) {
    const code = codeAt(folded, from - 1)
    if (isDigit(code) || (hasDigit && code === DOT)) hasDigit = true
    else if (!isWordUnit(code)) break
    isRoman &&= code === 0x69 || code === 0x76 || code === 0x78 || code === 0x6c || code === 0x63 // i, v, x, l, c
  }
  if (from === end || !(hasDigit || isRoman || end - from === 1 || NUMERALS.before(folded, end))) return false
  return unitAt(folded, from - 1) !== SPACE || !isWordUnit(unitAt(folded, from - 2)) || VALUE_LEADS.before(folded, from - 1) === true
}

const LONGEST_VALUE = 12
const SPACE = 0x20
const COMMA = 0x2c
const SEMICOLON = 0x3b
const DOT = 0x2e

function readPlaces({ text, folded }: FoldedText, window: string, from: number): Place[] {
  const places: Place[] = []
  PLACE.lastIndex = 0
  for (let match = PLACE.exec(window); match; match = PLACE.exec(window)) {
    const start = from + match.index
    if (!wordStartsAt(folded, start)) continue
    const { unit, values } = match.groups as { unit: string; values: string }
    const valuesAt = start + match[0].length - values.length
    const points: (Spanned & Pick<Pinpoint, 'unit' | 'value'>)[] = []
    for (const value of values.matchAll(/[^ ,;-]+/g)) {
      if (value[0] === 'và' || value[0] === 'hoặc') continue
      const at = valuesAt + value.index
      const first = points.length === 0
      points.push({ ...cut(text, first ? start : at, at + value[0].length), unit: UNITS[unit]!, value: text.slice(at, at + value[0].length) })
    }
    places.push({ start, end: start + match[0].length, unit: UNITS[unit]!, points })
  }
  return places
}
