import { BODY_SUCCESSORS } from './generated/body-successors.js'
import { PROVINCES } from './generated/provinces.js'
import { toSlug } from './place-paths.js'
import { everyLocal } from './places.js'

/** Bodies that every province has beside its departments (*sở*), before and after it was joined with others. */
const OF_EVERY_PROVINCE: ReadonlySet<string> = new Set(['uy-ban-nhan-dan', 'hoi-dong-nhan-dan', 'van-phong-uy-ban-nhan-dan', 'thanh-tra', 'cong-an', 'bo-chi-huy-quan-su'])
/** Bodies that every district and commune has beside its divisions (*phòng*). */
const OF_EVERY_PLACE: ReadonlySet<string> = new Set(['uy-ban-nhan-dan', 'hoi-dong-nhan-dan'])
/** Districts were abolished, and the communes of today came to be. */
const TWO_LEVELS = '2025-07-01'
const DISTRICT = /^(?:huyen|quan|thi-xa|thanh-pho)-/

/**
 * Who stands in a body's place on a day: "bo-giao-thong-van-tai" on 2025-03-01 → "bo-xay-dung", "so-ke-hoach-dau-tu.hai-duong" on 2025-07-01 →
 * "so-tai-chinh.hai-phong". A body that has not changed by then is its own; none stands in the place of a district's; null where the tables do not tell.
 * @param on ISO day
 */
export function successors(id: string, on: string): readonly string[] | null {
  const [head = '', ...places] = id.split('.')
  const rows = BODY_SUCCESSORS.filter(({ before }) => toSlug(before) === head)
  if (places.length === 0) return rows.length ? headsOn(head, on) : null
  if (places.length === 1) return rows.length || head.startsWith('so-') || OF_EVERY_PROVINCE.has(head) ? inProvince(headsOn(head, on), places[0]!, on) : null
  return places.length === 2 && (OF_EVERY_PLACE.has(head) || head.startsWith('phong-')) ? inPlace(id, places[0]!, places[1]!, on) : null
}

function headsOn(head: string, on: string): string[] {
  const rows = BODY_SUCCESSORS.filter(({ before, from }) => toSlug(before) === head && on >= from)
  return rows.length ? rows.map(({ after }) => toSlug(after)) : [head]
}

function inProvince(heads: readonly string[], province: string, on: string): string[] | null {
  const ended = PROVINCES.find(({ name, until }) => until && on >= until && toSlug(name) === province)
  if (!ended && !PROVINCES.some(({ name }) => toSlug(name) === province)) return null
  return heads.map((head) => `${head}.${ended ? toSlug(ended.became) : province}`)
}

/** A district's body ended with the districts; a commune's of today is its own. */
function inPlace(id: string, place: string, province: string, on: string): string[] | null {
  if (DISTRICT.test(place)) return isKnown('district', place, province) ? (on >= TWO_LEVELS ? [] : [id]) : null
  return on >= TWO_LEVELS && isKnown('commune', place, province) ? [id] : null
}

const known: Partial<Record<'district' | 'commune', ReadonlySet<string>>> = {}

/** Does the table have the place ("huyen-tu-ky", "xa-bao-ha") in the province? */
function isKnown(kind: 'district' | 'commune', place: string, province: string): boolean {
  known[kind] ??= new Set(everyLocal(kind).map((row) => `${toSlug(`${row.kind} ${row.name}`)}.${toSlug(row.province)}`))
  return known[kind].has(`${place}.${province}`)
}
