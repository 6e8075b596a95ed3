import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { findCommunes, findDistricts, isPlaceName, provinceInForce } from '../../grammar/places.js'
import { fold } from '../../model/folded.js'
import { rememberWords } from '../../model/remember.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Level } from '../../model/plan.js'
import type { HeadingBlock } from './block.js'
import { levelOfWords } from './level.js'
import { type NamedPlace, namedPlaces } from './named-places.js'

const DISTRICTS: ReadonlySet<string> = new Set(['huyện', 'quận', 'thị xã'])
const COMMUNES: ReadonlySet<string> = new Set(['xã', 'phường', 'thị trấn', 'đặc khu'])
const KIND = PATTERNS['kind-before']
/** On this day the district level ended (Nghị quyết 203/2025/QH15). */
const DISTRICTS_END = '2025-07-01'
const BORN_NAME = PATTERNS['mans-name']

/** What the heading says about where the document belongs. */
interface Clues {
  /** Names of issuer, joint issuers, parent. */
  readonly names: readonly string[]
  readonly level: Level | undefined
  /** Places that the names themselves have. */
  readonly own: readonly NamedPlace[]
  /** Place of the dateline, folded; "" where there is none. */
  readonly dateline: string
  /** Places that title and preamble name: asked for where the names do not tell. */
  readonly near: () => readonly NamedPlace[]
  readonly on: string | null
}

/** Where the document belongs, from its issuer, the body over it, the dateline, the title and the preamble; null where they do not tell. */
export function resolvePlaces(block: HeadingBlock): PlaceContext {
  const clues = cluesOf(block)
  if (clues.level === 'central' && !clues.own.length) return { province: null, district: null, commune: null }
  const commune = communeOf(clues)
  const district = districtOf(clues, commune)
  return { province: provinceOf(clues, district, commune), district, commune }
}

function cluesOf(block: HeadingBlock): Clues {
  const names = [block.issuer, ...block.jointIssuers, block.parent].flatMap((name) => (name ? [name.words] : []))
  return {
    names,
    level: names.map(levelOfName).find((level) => level !== null) ?? undefined,
    own: names.flatMap(placesOfName),
    dateline: fold(block.place?.text ?? headlinePlace(block)).replace(/\s+/g, ' ').replace(PATTERNS['dateline-kind'], ''),
    near: () => [block.title?.text ?? '', ...block.neighbours].flatMap(namedPlaces),
    on: block.issued && /^\d{4}/.test(block.issued.edtf) ? block.issued.edtf.replaceAll('XX', '01') : null,
  }
}

const placesOfName = rememberWords(namedPlaces)
const levelOfName = rememberWords((words) => levelOfWords(fold(words)) ?? null)

/** "Thái Bình: Siết chặt quản lý bến bãi": a headline that begins with a province tells whose news it is. */
function headlinePlace({ kind, title }: HeadingBlock): string {
  if (kind !== 'article' || !title) return ''
  const words = title.text.split(' ', 6)
  for (let count = words.length - 1; count > 1; count--) {
    const name = words.slice(0, count).join(' ').replace(/[:,]$/, '')
    if (provinceInForce(fold(name), null)) return name
  }
  return ''
}

const toFull = (place: NamedPlace | undefined): string | null => (place ? `${place.kind} ${place.name}` : null)

function communeOf({ own, names, dateline, level, on }: Clues): string | null {
  const named = own.find(({ kind }) => COMMUNES.has(kind))
  if (named) return toFull(named)
  if (level !== 'commune' || !dateline || provinceInForce(dateline, on)) return null
  const kind = names.map((words) => PATTERNS['commune-kind'].exec(fold(words))?.groups?.['kind']).find((found) => found)
  return kind ? `${kind} ${titleCase(dateline)}` : null
}

const titleCase = (folded: string): string => folded.replace(/(?:^| )\p{Ll}/gu, (letter) => letter.toUpperCase())

function districtOf(clues: Clues, commune: string | null): string | null {
  const { own, dateline, level, near, on, names } = clues
  const named = own.find(({ kind, name }) => DISTRICTS.has(kind) || (kind === 'thành phố' && provinceInForce(fold(name), on)?.kind !== 'thành phố'))
  if (named) return toFull(named)
  if ((on !== null && on >= DISTRICTS_END) || level === 'province') return null
  const party = names.map((words) => PATTERNS['district-of-committee'].exec(fold(words))?.groups?.['place']).find((found) => found)
  const [found] = party ? findDistricts(party) : provinceInForce(dateline, on) || commune ? [] : findDistricts(dateline)
  const ofDistrict = level === 'district' || party !== undefined || names.some((words) => !PATTERNS['of-school'].test(fold(words)))
  if (found && ofDistrict && (found.kind !== 'thành phố' || level === 'district' || party)) return `${found.kind} ${found.name}`
  const local = commune !== null || level === 'commune' || level === 'district' || (level === undefined && !provinceInForce(dateline, on))
  return local ? toFull(near().find(({ kind }) => DISTRICTS.has(kind))) : null
}

function provinceOf(clues: Clues, district: string | null, commune: string | null): string | null {
  const { names, own, dateline, near, on } = clues
  const full = (name: string): string | null => {
    const province = provinceInForce(name, on)
    return province ? `${province.kind} ${province.name}` : null
  }
  const firstOf = (places: readonly NamedPlace[]): string | null =>
    places.map(({ kind, name }) => (kind === 'tỉnh' || kind === 'thành phố' ? full(fold(name)) : null)).find((found) => found !== null) ?? null
  const said = firstOf(own) ?? names.map((words) => provinceAtEnd(fold(words), full)).find((found) => found !== null)
  if (said) return said
  const homes = homesOf(district, commune, on).map((name) => full(fold(name))).filter((found) => found !== null)
  if (homes.length === 1) return homes[0]!
  const nearest = firstOf(near())
  if (homes.length) return nearest
  return full(dateline) ?? nearest ?? homeOfTown(dateline, full)
}

/** Provinces that have the district of that name, or, since 1 July 2025, the commune. */
function homesOf(district: string | null, commune: string | null, on: string | null): string[] {
  const local = district ?? commune
  if (!local) return []
  const kind = KIND.exec(local)?.[0].trim()
  const name = fold(local.replace(KIND, ''))
  const places = district ? findDistricts(name) : on !== null && on >= DISTRICTS_END ? findCommunes(name) : []
  return [...new Set(places.filter((place) => place.kind === kind).map(({ province }) => province))]
}

/** "Sở Y tế Ninh Thuận": the name of a province that a body's name ends in. */
function provinceAtEnd(folded: string, full: (name: string) => string | null): string | null {
  if (BORN_NAME.test(folded)) return null
  const words = folded.split(' ')
  for (let count = Math.min(5, words.length - 1); count > 0; count--) {
    const found = full(words.slice(-count).join(' '))
    if (found) return found
  }
  return null
}

/** The province whose town the dateline names: "Phan Thiết". */
function homeOfTown(dateline: string, full: (name: string) => string | null): string | null {
  if (!dateline || !isPlaceName(dateline)) return null
  const towns = findDistricts(dateline).filter(({ kind }) => kind === 'thành phố' || kind === 'thị xã')
  return towns.length === 1 ? full(fold(towns[0]!.province)) : null
}
