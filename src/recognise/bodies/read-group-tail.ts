import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import { createLook, lookAt } from './look.js'
import { readModifiers } from './read-modifiers.js'
import { readPlaceName, readScope } from './read-scope.js'
import { skipSpaces } from './words.js'

const PLACES = createLook('group-places', 30)
const SEVERAL = PATTERNS['several-kinds']
/** "UBND | tỉnh, các huyện": the one of the province, and others. */
const ONE_AND_SEVERAL = PATTERNS['one-and-several']
const NEXT_NAME = createLook('next-name', 3)
const MOST_NAMES = 40
const PLACE_OF_KIND = PATTERNS['place-of-kind']

/**
 * The places of a group: "UBND | các xã, thị trấn", "Hội LHPN | các huyện, thị xã, thành phố ven biển", "Trạm Y tế | xã, phường";
 * names of places may follow: "UBND | các xã Tân An, Bình Minh". `at` where no group stands.
 */
export function readGroupTail(text: FoldedText, at: number, limit: number): number {
  const start = skipSpaces(text.folded, at, limit)
  if (start === at) return at
  const places = lookAt(PLACES, text.folded, start)
  if (!places) return at
  const end = gradesEnd(text, start + places[0].length)
  const { many, kinds } = places.groups as { many?: string; kinds: string }
  if (end > limit || (many === undefined && (!SEVERAL.test(kinds) || ONE_AND_SEVERAL.test(kinds)))) return at
  return readModifiers(text, many === undefined ? end : readPlaceNames(text, end, limit), limit)
}

/** "các lớp | khối 8, khối 9": which classes of a school. */
function gradesEnd({ folded }: FoldedText, at: number): number {
  if (!folded.startsWith('lớp', at - 3)) return at
  return at + (GRADES.exec(folded.slice(at, at + 60))?.[0].length ?? 0)
}

const GRADES = PATTERNS.grades

/** "các xã | Tân An, Bình Minh và Hòa Phú": a comma parts names of places where a capital follows that begins a known place. */
export function readPlaceNames(text: FoldedText, at: number, limit: number): number {
  let end = readPlaceName(text, at, limit, true)
  if (end === at) return at
  for (let count = 0; count < MOST_NAMES; count++) {
    const mark = lookAt(NEXT_NAME, text.folded, end)
    if (!mark) return end
    const next = end + mark[0].length
    const named = PLACE_OF_KIND.test(text.folded.slice(next, next + 14)) ? readScope(text, next - 1, limit) : readPlaceName(text, next, limit, false)
    if (named <= next || !isUpper(text.text.charCodeAt(text.folded.lastIndexOf(' ', named - 1) + 1))) return end
    end = named
  }
  return end
}
