import { findDistricts, findProvince } from '../../grammar/places.js'
import { fold } from '../../model/folded.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { BodyKind, Level } from '../../model/plan.js'

const PROVINCE_END = /(?:^|\s)(?:tỉnh|thành phố)$/
const DISTRICT_END = /(?:^|\s)(?:huyện|quận|thị xã|thành phố)$/
const COMMUNE_END = /(?:^|\s)(?:xã|phường|thị trấn)$/
/** Departments of a province by the heads of their names: "Sở Y tế" is one of some province. */
const PROVINCIAL = /^(?:(?:phó )?giám đốc )?(?:sở|thanh tra tỉnh) /
const NAMED_PLACE = /(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(\p{Lu}.*)$/u

/** "Ủy ban nhân dân huyện" in a plan of Tứ Kỳ → "Ủy ban nhân dân huyện Tứ Kỳ"; "Sở Y tế" → "Sở Y tế tỉnh Kiên Giang". */
export function completeName(name: string, kind: BodyKind, level: Level | null, place: PlaceContext): string {
  const folded = fold(name)
  const local = completeScope(folded, place)
  if (local) return `${name.replace(/\s+(?:của|thuộc)\s+(\S+(?:\s+\S+)?)$/u, ' $1')} ${local}`
  if (place.province && PROVINCIAL.test(folded) && !endsInPlace(folded)) return `${name} ${place.province}`
  if (kind === 'division' && level === 'district' && place.district && /^phòng /.test(folded) && !endsInPlace(folded)) return `${name} ${place.district}`
  return name
}

/** The name that a bare "tỉnh", "huyện", "xã" at the end of a name stands for in this document. */
function completeScope(folded: string, place: PlaceContext): string | null {
  const named = (full: string | null, end: RegExp): string | null => {
    if (!full || !end.test(folded)) return null
    const kind = /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)/.exec(fold(full))?.[0]
    return kind && folded.endsWith(kind) ? full.slice(kind.length).trim() : null
  }
  return named(place.commune, COMMUNE_END) ?? named(place.district, DISTRICT_END) ?? named(place.province, PROVINCE_END)
}

/** Does a name end in a place ("Hà Nội", "huyện Tứ Kỳ", "tỉnh")? */
function endsInPlace(folded: string): boolean {
  if (/(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?:\s|$)/.test(folded)) return true
  const words = folded.split(' ')
  return [1, 2, 3, 4].some((count) => {
    const tail = words.slice(-count).join(' ')
    return findProvince(tail) !== undefined || findDistricts(tail).length > 0
  })
}

/** The administrative level that the words of a name tell; undefined where they do not. */
export function levelOf(folded: string): Level | undefined {
  const scope = /(?:^|\s)(thị xã|thị trấn|thành phố|tỉnh|huyện|quận|xã(?! hội)|phường|thôn)(?![a-zà-ỹđ])(?: ([^,]+))?/.exec(folded)
  if (scope) {
    const [, kind, named] = scope
    if (kind === 'tỉnh') return 'province'
    if (kind === 'huyện' || kind === 'quận' || kind === 'thị xã') return 'district'
    if (kind !== 'thành phố') return 'commune'
    if (named && findProvince(named)) return 'province'
    return named && findDistricts(named).length > 0 ? 'district' : undefined
  }
  if (/tỉnh ủy|^sở /.test(folded)) return 'province'
  return /trung ương|quốc gia|^bộ (?!chỉ huy)|chính phủ|quốc hội/.test(folded) ? 'central' : undefined
}

/** The place a completed name ends in, without its kind: "Tứ Kỳ"; null where it names none. */
export function placeOf(name: string): string | null {
  const named = NAMED_PLACE.exec(name)
  return named ? named[1]!.replace(/,.*$/, '') : null
}
