import { scaleWords, targetUnits, type UnitKind, unitStops } from '../../grammar/targets.js'
import { isDigit, isWordUnit, unitAt } from '../../model/folded.js'
import { skipSpaces } from '../../model/span.js'
import { readNumber } from './read-number.js'

export interface ReadUnit {
  readonly start: number
  readonly end: number
  /** null for words that are no known unit. */
  readonly kind: UnitKind | 'percent' | null
}

const SPACE = 32
const SLASH = 47
const PERCENT = 37
const PERMILLE = 0x2030
/** An unknown unit has so many syllables at most ("nhà nhân ái"). */
const UNKNOWN = 3
/** After "%", these say of what: "chiếm 10% GRDP". */
const PRODUCTS: ReadonlySet<string> = new Set(['gdp', 'grdp'])

/** The unit after a number: "%", "%/năm", "% GRDP", "triệu đồng/người/năm", "Khu công nghiệp", "người/100.000 dân". */
export function readUnit(folded: string, at: number, limit: number): ReadUnit | undefined {
  const start = skipSpaces(folded, at, limit)
  const code = folded.charCodeAt(start)
  if (start < limit && (code === PERCENT || code === PERMILLE)) {
    const word = skipSpaces(folded, start + 1, limit)
    const product = wordEnd(folded, word, limit)
    return { start, end: PRODUCTS.has(folded.slice(word, product)) ? product : readPer(folded, start + 1, limit), kind: 'percent' }
  }
  if (start >= limit || !isWordUnit(code)) return undefined
  const scale = scaleEnd(folded, start, limit)
  const known = targetUnits.longestAt(folded, scale, limit)
  const whole = targetUnits.longestAt(folded, start, limit)
  if (whole && whole.end >= (known?.end ?? 0)) return { start, end: readPer(folded, whole.end, limit), kind: whole.value }
  if (known) return { start, end: readPer(folded, known.end, limit), kind: known.value }
  const end = unknownEnd(folded, scale, limit)
  return end > start ? { start, end: readPer(folded, end, limit), kind: null } : undefined
}

/** After "2,5 triệu", "1.200 nghìn": where the unit proper begins. */
function scaleEnd(folded: string, at: number, limit: number): number {
  const end = wordEnd(folded, at, limit)
  return scaleWords.has(folded.slice(at, end)) ? skipSpaces(folded, end, limit) : at
}

function wordEnd(folded: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isWordUnit(folded.charCodeAt(end))) end++
  return end
}

/** The words after a number up to one that begins something else; none where a mark or such a word comes first. */
function unknownEnd(folded: string, at: number, limit: number): number {
  let end = at
  for (let from = at, count = 0; count < UNKNOWN && from < limit; count++) {
    const to = wordEnd(folded, from, limit)
    if (to === from || isDigit(folded.charCodeAt(from)) || unitStops.has(folded.slice(from, to))) break
    end = to
    if (unitAt(folded, to) !== SPACE) break
    from = to + 1
  }
  return end
}

/** "/năm", "/người/tháng", "/100.000 dân" after a unit. */
function readPer(folded: string, at: number, limit: number): number {
  let end = at
  for (let parts = 0; parts < 2; parts++) {
    const slash = skipSpaces(folded, end, Math.min(end + 1, limit))
    if (slash >= limit || folded.charCodeAt(slash) !== SLASH) break
    let from = skipSpaces(folded, slash + 1, Math.min(slash + 2, limit))
    const number = readNumber(folded, from, limit)
    if (number) from = skipSpaces(folded, number.end, limit)
    from = scaleEnd(folded, from, limit)
    const to = targetUnits.longestAt(folded, from, limit)?.end ?? wordEnd(folded, from, limit)
    if (to === from) break
    end = to
  }
  return end
}
