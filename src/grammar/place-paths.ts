import { fold, isDigit, isUpper } from '../model/folded.js'
import { isPlainByUnit, plain, plainUnit } from '../model/plain-letters.js'
import type { PlaceContext } from '../model/place-context.js'
import { BODIES_PATTERNS as PATTERNS } from './generated/bodies-patterns.js'
import { findCommunes, findDistricts, findProvince, type PlaceKind } from './places.js'

/** A place as a name states it: its kind folded, null where only its name stands ("Sở Y tế Hà Nội"). */
export interface StatedPlace {
  readonly kind: PlaceKind | null
  readonly name: string
}

/** A name without its place, and the places that it states, the smallest first. */
export interface PlacedName {
  readonly base: string
  readonly places: readonly StatedPlace[]
}

const KIND = PATTERNS['kind-with-name']
const COMMITTEE = PATTERNS['committee-word']
const COMMITTEE_KINDS: Readonly<Record<string, PlaceKind>> = { tỉnh: 'tỉnh', thành: 'thành phố', huyện: 'huyện', quận: 'quận', thị: 'thị xã', xã: 'xã' }
const MOST_SYLLABLES = 5

const HYPHEN = 45
const SLUG = new Uint8Array(128)

/** ASCII words joined by hyphens, without "và": "Sở Giáo dục và Đào tạo" → "so-giao-duc-dao-tao". */
export function toSlug(text: string): string {
  if (text.length > SLUG.length || !isPlainByUnit(text)) return slugOf(plain(fold(text)).replace(/\p{M}+/gu, ''))
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = plainUnit(text.charCodeAt(at))
    if (unit > 127) return slugOf(plain(fold(text)).replace(/\p{M}+/gu, ''))
    if (isSlugUnit(unit)) SLUG[length++] = unit
    else if (unit && length && SLUG[length - 1] !== HYPHEN) SLUG[length++] = HYPHEN
  }
  if (SLUG[length - 1] === HYPHEN) length--
  const slug = String.fromCharCode.apply(undefined, SLUG.subarray(0, length) as unknown as number[])
  return slug.includes('-va-') ? slug.replace(/-va(?=-)/g, '') : slug
}

const isSlugUnit = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)

const slugOf = (ascii: string): string => ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').replace(/-va(?=-)/g, '')

/** "Ủy ban nhân dân xã Tân Kỳ, huyện Tứ Kỳ" → "Ủy ban nhân dân" and the two places; `folded` is the folded name. */
export function splitPlaces(name: string, folded: string): PlacedName {
  for (const { index, 0: said } of folded.matchAll(KIND)) {
    if (isUpper(name.charCodeAt(index + said.length)) || isDigit(name.charCodeAt(index + said.length))) return { base: name.slice(0, index), places: statedAt(name.slice(index), folded.slice(index)) }
  }
  for (const { index, 0: said, 1: kind } of folded.matchAll(COMMITTEE)) {
    const at = index + said.length
    if (isUpper(name.charCodeAt(at))) return { base: name.slice(0, at - 1), places: [{ kind: COMMITTEE_KINDS[kind!]!, name: name.slice(at) }] }
  }
  const tail = placeAtEnd(name, folded)
  return tail ? { base: name.slice(0, name.length - tail.name.length - 1), places: [tail] } : { base: name, places: [] }
}

/** " xã Tân Kỳ, huyện Tứ Kỳ": each with its kind. */
function statedAt(words: string, folded: string): StatedPlace[] {
  const begins = [...folded.matchAll(KIND)]
  return begins.map(({ index, 0: said }, i) => ({
    kind: said.replace(PATTERNS['kind-lead'], '').trim() as PlaceKind,
    name: words.slice(index + said.length, begins[i + 1]?.index ?? words.length).trim(),
  }))
}

/** The province, or the district of a name that only one has, that a name ends in without its kind. */
function placeAtEnd(name: string, folded: string): StatedPlace | undefined {
  let at = folded.length
  let place: StatedPlace | undefined
  for (let count = 0; count < MOST_SYLLABLES; count++) {
    at = folded.lastIndexOf(' ', at - 1)
    if (at < 0 || !isUpper(name.charCodeAt(at + 1))) break
    const tail = folded.slice(at + 1)
    const province = findProvince(tail)
    const districts = province ? [] : findDistricts(tail)
    if (province) place = { kind: province.kind, name: name.slice(at + 1) }
    else if (districts.length === 1) place = { kind: districts[0]!.kind, name: name.slice(at + 1) }
  }
  return place
}

/**
 * The path of a place in ASCII, from the smallest on: "xa-tan-ky.huyen-tu-ky.hai-duong". A province stands without its kind.
 * What a name leaves out comes from the tables where only one place has the name, else from the document's own place; null where neither tells.
 */
export function pathOf(places: readonly StatedPlace[], own: PlaceContext): string | null {
  const [first, ...outer] = places
  if (!first) return null
  const folded = fold(first.name)
  const kind = first.kind
  if (kind === null || kind === 'tỉnh' || isProvincialCity(kind, folded, own)) return toSlug(first.name)
  const segment = `${toSlug(kind)}-${toSlug(first.name)}`
  const above = outer.length ? pathOf(outer, own) : isCommune(kind) ? aboveCommune(kind, folded, own) : provinceOf(kind, folded, own)
  return above === null ? null : `${segment}.${above}`
}

const isCommune = (kind: PlaceKind): boolean => kind === 'xã' || kind === 'phường' || kind === 'thị trấn' || kind === 'đặc khu'

/** "thành phố Hải Phòng" is a province, "thành phố Hải Dương" lies in one; of "thành phố Huế" the document's province tells. */
function isProvincialCity(kind: PlaceKind, folded: string, own: PlaceContext): boolean {
  if (kind !== 'thành phố' || findProvince(folded)?.kind !== 'thành phố') return false
  return !findDistricts(folded).some((district) => district.kind === 'thành phố' && own.province !== null && toSlug(withoutKind(own.province)) === toSlug(district.province) && fold(withoutKind(own.province)) !== folded)
}

const withoutKind = (full: string): string => full.replace(PATTERNS['kind-printed'], '')

function provinceOf(kind: PlaceKind, folded: string, own: PlaceContext): string | null {
  const named = findDistricts(folded).filter((district) => district.kind === kind)
  const home = own.province === null ? null : toSlug(withoutKind(own.province))
  if (home !== null && (!named.length || named.some(({ province }) => toSlug(province) === home))) return home
  return named.length === 1 ? toSlug(named[0]!.province) : home
}

function aboveCommune(kind: PlaceKind, folded: string, own: PlaceContext): string | null {
  if (own.district !== null) return ownPath('district', own)
  if (own.province !== null) return toSlug(withoutKind(own.province))
  const named = findCommunes(folded).filter((commune) => commune.kind === kind)
  return named.length === 1 ? toSlug(named[0]!.province) : null
}

/** The path of the document's own place of a level; null where it is not known. */
export function ownPath(level: keyof PlaceContext, own: PlaceContext): string | null {
  const full = own[level]
  if (!full) return null
  const kind = PATTERNS['kind-before-name'].exec(fold(full))?.[0].trimEnd() as PlaceKind | undefined
  return pathOf([{ kind: kind ?? null, name: withoutKind(full) }], level === 'commune' ? own : { ...own, commune: null, district: level === 'district' ? null : own.district })
}
