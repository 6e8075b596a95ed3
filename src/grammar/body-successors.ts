import { BODY_SUCCESSORS } from './generated/body-successors.js'
import { PROVINCES } from './generated/provinces.js'
import { toSlug } from './place-paths.js'

/** Bodies that every province has, before and after it was joined with others. */
const OF_EVERY_PROVINCE: ReadonlySet<string> = new Set(['uy-ban-nhan-dan', 'hoi-dong-nhan-dan'])

/**
 * Who stands in a body's place on a day: "bo-giao-thong-van-tai" on 2025-03-01 → "bo-xay-dung", "uy-ban-nhan-dan.hai-duong" on 2025-07-01 →
 * "uy-ban-nhan-dan.hai-phong". A body that has not changed by then is its own; null where the tables do not tell.
 * @param on ISO day
 */
export function successors(id: string, on: string): readonly string[] | null {
  const rows = BODY_SUCCESSORS.filter(({ before }) => toSlug(before) === id)
  if (rows.length) return rows.some(({ from }) => on >= from) ? rows.filter(({ from }) => on >= from).map(({ after }) => toSlug(after)) : [id]
  const [head = '', province, further] = id.split('.')
  if (province === undefined || further !== undefined || !OF_EVERY_PROVINCE.has(head)) return null
  const ended = PROVINCES.find(({ name, until }) => until && on >= until && toSlug(name) === province)
  if (ended) return [`${head}.${toSlug(ended.became)}`]
  return PROVINCES.some(({ name }) => toSlug(name) === province) ? [id] : null
}
