import { lastWord } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { wordStartsAt, type FoldedText } from '../../model/folded.js'
import type { Pinpoint } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import type { Source } from './context.js'

const PLACE = PATTERNS['pinpoint']
const JOINT = PATTERNS['pinpoint-joint']
const REACH = 160
const UNITS: Readonly<Record<string, Pinpoint['unit']>> = {
  'điểm': 'point', 'khoản': 'clause', 'điều': 'article', 'chương': 'chapter', 'mục': 'section', 'tiểu mục': 'section', 'phần': 'part', 'phụ lục': 'annex', 'phụ lục số': 'annex',
}

interface Place {
  readonly start: number
  readonly end: number
  readonly pinpoints: readonly Pinpoint[]
}

/**
 * Places inside an instrument that are named before it, in the order of the text.
 *
 *     theo điểm a, b khoản 2 Điều 5 Nghị định số 12/2020/NĐ-CP
 *          ^^^^^^^^^ ^^^^^^^ ^^^^^^
 */
export function pinpointsBefore(source: Source, start: number): Pinpoint[] {
  const { folded } = source
  if (!mayFollowPlace(folded, start)) return []
  const from = Math.max(source.lines.startOf(start), start - REACH)
  const window = folded.slice(from, start)
  if (!/\d|[ivx] /.test(window.slice(-60)) || !/(?:điều|khoản|điểm|phụ lục|chương|mục|phần) /.test(window)) return []
  const places = readPlaces(source, window, from)
  const kept: Pinpoint[] = []
  let next = start
  for (let i = places.length - 1; i >= 0; i--) {
    const place = places[i]!
    if (!JOINT.test(folded.slice(place.end, next))) break
    kept.unshift(...place.pinpoints)
    next = place.start
  }
  return kept
}

/** What a place and its joint may end in, beside numbers and single letters. */
const LAST_WORDS = new Set(['nhất', 'hai', 'ba', 'tư', 'và', 'hoặc', 'của', 'tại', 'thuộc', 'trong', 'theo', 'các'])

/** May a place end right before `start`, by the one word there? */
function mayFollowPlace(folded: string, start: number): boolean {
  let end = folded.charCodeAt(start - 1) === 0x20 ? start - 1 : start
  if (folded.charCodeAt(end - 1) === 0x2c || folded.charCodeAt(end - 1) === 0x3b) end--
  const word = lastWord(folded, end)
  return word.length === 1 || LAST_WORDS.has(word) || /\d|^[ivxlc]+$/.test(word)
}

function readPlaces({ text, folded }: FoldedText, window: string, from: number): Place[] {
  const places: Place[] = []
  PLACE.lastIndex = 0
  for (let match = PLACE.exec(window); match; match = PLACE.exec(window)) {
    const start = from + match.index
    if (!wordStartsAt(folded, start)) continue
    const { unit, values } = match.groups as { unit: string; values: string }
    const valuesAt = start + match[0].length - values.length
    const pinpoints: Pinpoint[] = []
    for (const value of values.matchAll(/[^ ,;-]+/g)) {
      if (value[0] === 'và' || value[0] === 'hoặc') continue
      const at = valuesAt + value.index
      const first = pinpoints.length === 0
      pinpoints.push({ ...cut(text, first ? start : at, at + value[0].length), unit: UNITS[unit]!, value: text.slice(at, at + value[0].length) })
    }
    places.push({ start, end: start + match[0].length, pinpoints })
  }
  return places
}
