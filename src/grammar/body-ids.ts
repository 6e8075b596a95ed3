import { fold } from '../model/folded.js'
import type { PlaceContext } from '../model/place-context.js'
import type { Body } from '../model/plan.js'
import { BODIES_PATTERNS as PATTERNS } from './generated/bodies-patterns.js'
import { ownPath, pathOf, splitPlaces, toSlug } from './place-paths.js'

/** What an id is made from: a name written out and completed, and what is known of the body. */
export type Named = Pick<Body, 'name' | 'kind' | 'level' | 'collective'>

const OPENER = PATTERNS['group-opener']
const OF_COMMITTEE = PATTERNS['of-committee']
const PART_OF = PATTERNS['part-of']
const SCOPE_AT_END = PATTERNS['scope-at-end']
const UNIQUE_IN_COUNTRY = PATTERNS['unique-in-country']
const OF_COUNTRY = PATTERNS['of-country']
/** Names of their own, of which a province has no two. */
const UNIQUE_IN_PROVINCE: ReadonlySet<Body['kind']> = new Set(['school', 'hospital', 'centre', 'company', 'bank'])

/**
 * A stable id, by which one body is met in several documents: its completed name in ASCII, and the path of its place, "so-y-te.hai-duong",
 * "uy-ban-nhan-dan.xa-tan-ky.huyen-tu-ky.hai-duong", "bo-y-te". null where neither name nor document tells which one it is.
 */
export function idOfBody(body: Named, own: PlaceContext): string | null {
  const folded = fold(body.name)
  if (body.collective) return idOfGroup(body, folded, own)
  const of = OF_COMMITTEE.exec(folded)
  const name = of ? body.name.slice(0, of.index) + body.name.slice(of.index + of[0].length) : body.name
  const { base, places } = splitPlaces(name, of ? fold(name) : folded)
  const plain = toSlug(base.replace(PART_OF, ' '))
  if (places.length) return joined(plain, pathOf(places, own))
  if (body.level === 'central') return plain
  const scope = SCOPE_AT_END.exec(fold(base))
  if (body.level !== null) return joined(toSlug((scope ? base.slice(0, scope.index) : base).replace(PART_OF, ' ')), ownPath(body.level, own))
  if (scope) return null
  if (UNIQUE_IN_COUNTRY.test(folded) || OF_COUNTRY.test(folded)) return plain
  return UNIQUE_IN_PROVINCE.has(body.kind) && /\p{Lu}/u.test(base.slice(1)) ? joined(plain, ownPath('province', own)) : null
}

/** A group is one of its place: "UBND các xã" of Tứ Kỳ is "uy-ban-nhan-dan-cac-xa.huyen-tu-ky.hai-duong". */
function idOfGroup({ name, level }: Named, folded: string, own: PlaceContext): string | null {
  const opener = OPENER.exec(folded)?.[0].length ?? 0
  const { base, places } = splitPlaces(name.slice(opener), folded.slice(opener))
  const plain = toSlug(base)
  if (places.length === 1 || (places.length > 1 && !PATTERNS.several.test(places[0]!.name))) return joined(plain, pathOf(places, own))
  if (level === 'province' && PATTERNS['names-province'].test(fold(base)) && PATTERNS['of-provinces'].test(fold(base))) return plain
  return joined(plain, withinOf(folded, level, own))
}

const OF_COMMUNES = PATTERNS['of-communes']
const OF_DISTRICTS = PATTERNS['of-districts']

/** Where the members of a group are. */
function withinOf(folded: string, level: Body['level'], own: PlaceContext): string | null {
  if (OF_COMMUNES.test(folded)) return ownPath('district', own) ?? ownPath('province', own)
  if (OF_DISTRICTS.test(folded)) return ownPath('province', own)
  if (level === 'province') return ownPath('province', own)
  if (level === 'district') return ownPath('district', own)
  return ownPath('commune', own) ?? ownPath('district', own) ?? ownPath('province', own)
}

const joined = (name: string, path: string | null): string | null => (path === null ? null : `${name}.${path}`)
