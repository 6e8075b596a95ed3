import { findCommunes, findDistricts, findProvince } from '../../grammar/places.js'
import { fold } from '../../model/folded.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { HeadingBlock } from './index.js'
import { levelOfWords } from './level.js'

/** A place with its kind: "huyện" + "Tứ Kỳ". */
interface Named {
  readonly kind: string
  readonly name: string
}

const KINDS = 'tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|tx\\.?|xã|phường|thị trấn|đặc khu'
const NAMED = new RegExp(`(?:^| )(${KINDS}) (\\p{Lu}[\\p{L}' ]*(?: - \\p{Lu}[\\p{L} ]*)?|\\d{1,2}(?= |$))`, 'giu')
const NO_DISTRICTS_SINCE = '2025-07-01'

/** Where the document belongs, from its issuer, the body over it, the dateline, the title and the preamble; null where they do not tell. */
export function resolvePlaces(block: HeadingBlock): PlaceContext {
  const names = [block.issuer, ...block.jointIssuers, block.parent].filter((name) => name !== null).map(({ words }) => words)
  const level = names.map((words) => levelOfWords(fold(words))).find((found) => found !== undefined)
  if (level === 'central' && !names.some((words) => namedIn(words).length)) return { province: null, district: null, commune: null }
  const dateline = block.place?.text ?? ''
  const withDistricts = !block.issued || block.issued.edtf < NO_DISTRICTS_SINCE
  const sources = [...names, dateline, block.title?.text ?? '', ...block.neighbours]
  const named = sources.flatMap(namedIn)
  const commune = fullName(named, ['xã', 'phường', 'thị trấn', 'đặc khu'], names) ?? (level === 'commune' && dateline ? null : null)
  const district = withDistricts ? (fullName(named, ['huyện', 'quận', 'thị xã'], names) ?? cityOf(named, names) ?? districtOf(dateline, level, commune, named)) : null
  return { province: provinceOf(names, dateline, district, commune, named), district, commune }
}

function namedIn(words: string): Named[] {
  return [...words.matchAll(NAMED)].map(([, kind = '', name = '']) => ({ kind: fold(kind).replace(/^tp\.?$/, 'thành phố').replace(/^tx\.?$/, 'thị xã'), name: name.trim() }))
}

/** The place of one of the kinds that the bodies' own names tell, else one named nearby. */
function fullName(named: readonly Named[], kinds: readonly string[], names: readonly string[]): string | null {
  const own = names.flatMap(namedIn).find(({ kind }) => kinds.includes(kind))
  if (own) return `${own.kind} ${own.name}`
  void named
  return null
}

/** A city that is no province: "thành phố Thanh Hóa". */
function cityOf(_named: readonly Named[], names: readonly string[]): string | null {
  const own = names.flatMap(namedIn).find(({ kind, name }) => kind === 'thành phố' && findProvince(fold(name))?.kind !== 'thành phố')
  return own ? `${own.kind} ${own.name}` : null
}

/** A district that the dateline names, or that the preamble names in the document of a commune. */
function districtOf(dateline: string, level: string | undefined, commune: string | null, named: readonly Named[]): string | null {
  if (level === 'province') return null
  const [found] = findProvince(fold(dateline)) ? [] : findDistricts(fold(dateline))
  if (found && level !== 'commune') return `${found.kind} ${found.name}`
  const near = commune || level === 'commune' ? named.find(({ kind }) => kind === 'huyện' || kind === 'quận' || kind === 'thị xã') : undefined
  return near ? `${near.kind} ${near.name}` : null
}

function provinceOf(names: readonly string[], dateline: string, district: string | null, commune: string | null, named: readonly Named[]): string | null {
  for (const words of names) {
    const own = provinceIn(words)
    if (own) return own
  }
  const near = named.map(({ kind, name }) => (kind === 'tỉnh' || kind === 'thành phố' ? fullProvince(name) : null)).find((found) => found !== null) ?? null
  const homes = homesOf(district, commune)
  if (homes.length) return near && homes.includes(near) ? near : homes.length === 1 ? homes[0]! : near
  return fullProvince(dateline) ?? near ?? homesOfTown(dateline)
}

/** Provinces that have the district, or the commune, of that name. */
function homesOf(district: string | null, commune: string | null): string[] {
  const local = district ?? commune
  if (!local) return []
  const kind = /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)/.exec(fold(local))?.[0] ?? ''
  const name = fold(local).slice(kind.length).trim()
  const places = (district ? findDistricts(name) : findCommunes(name)).filter((place) => place.kind === kind)
  return [...new Set(places.map(({ province }) => fullProvince(province)).filter((province) => province !== null))]
}

/** The province whose town the dateline names: "Phan Thiết". */
function homesOfTown(dateline: string): string | null {
  const towns = findDistricts(fold(dateline)).filter(({ kind }) => kind === 'thành phố' || kind === 'thị xã')
  return towns.length === 1 ? fullProvince(towns[0]!.province) : null
}

function provinceIn(words: string): string | null {
  for (const { kind, name } of namedIn(words)) if (kind === 'tỉnh' || kind === 'thành phố') return fullProvince(name)
  const parts = words.split(' ')
  for (let count = 4; count > 0; count--) {
    const found = parts.length > count ? fullProvince(parts.slice(-count).join(' ')) : null
    if (found) return found
  }
  return null
}

function fullProvince(name: string): string | null {
  const province = findProvince(fold(name))
  return province ? `${province.kind} ${province.name}` : null
}
