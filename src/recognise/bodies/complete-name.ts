import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { findCommunes, findDistricts, findProvince } from '../../grammar/places.js'
import { fold, isUpper } from '../../model/folded.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { BodyKind, Level } from '../../model/plan.js'

/** A name written out, and the place it names, without its kind. */
export interface CompleteName {
  readonly name: string
  readonly place: string | null
  /** It is one of the commune, whatever level bodies of its name had before. */
  readonly ofCommune: boolean
}

const KIND_AT_END = PATTERNS['kind-at-end']
const KIND_AT_START = PATTERNS['kind-before-name']
const NAMED_PLACE = PATTERNS['named-place']
const NAMED_AS_BODY = PATTERNS['place-named-as-body']
const OF_KIND = PATTERNS['genitive-at-end']
const COMMITTEE_AT_END = PATTERNS['committee-at-end']
const PROVINCIAL = PATTERNS['provincial-name']
const MOST_SYLLABLES = 5

/** "Ủy ban nhân dân huyện" in a plan of Tứ Kỳ → "Ủy ban nhân dân huyện Tứ Kỳ"; "Sở Y tế" → "Sở Y tế tỉnh Kiên Giang"; `folded` is the folded name. */
export function completeName(name: string, folded: string, kind: BodyKind, level: Level | null, own: PlaceContext): CompleteName {
  const named = NAMED_PLACE.exec(folded)?.groups?.['place']
  if (named && isCapital(name.charAt(name.length - named.length))) return { name, place: name.slice(name.length - named.length).replace(/,.*$/, ''), ofCommune: false }
  const alike = NAMED_AS_BODY.exec(name)?.groups?.['name']
  if (alike) return { name, place: alike, ofCommune: false }
  const scope = KIND_AT_END.exec(folded)?.groups?.['kind']
  if (scope) return completed(name.replace(OF_KIND, ' '), ' ', nameOf([own.commune, own.district, own.province].find((full) => full && fold(full).startsWith(`${scope} `))))
  const committee = COMMITTEE_AT_END.exec(folded)?.groups?.['kind']
  if (committee) return completed(name, ' ', nameOf([own.commune, own.district, own.province].find((full) => full && fold(full).startsWith(committee))))
  const printed = placeAtEnd(name, folded)
  if (printed) return { name, place: printed, ofCommune: false }
  const ofCommune = kind === 'division' && (level === 'district' || level === 'commune') && folded.startsWith('phòng ') && isWithoutDistrict(own)
  const home = PROVINCIAL.test(folded) ? own.province : ofCommune ? own.commune : kind === 'division' && level === 'district' && folded.startsWith('phòng ') ? own.district : null
  return { ...completed(name, home ? ` ${home.slice(0, home.length - nameOf(home)!.length)}` : '', nameOf(home)), ofCommune }
}

const completed = (name: string, joint: string, place: string | null): CompleteName => ({ name: place === null ? name : `${name}${joint}${place}`, place, ofCommune: false })

/** A commune of the two levels since 1 July 2025, which has divisions (*phòng*) of its own: no district is known, and the table of communes has it in its province. */
function isWithoutDistrict({ province, district, commune }: PlaceContext): boolean {
  if (district !== null || province === null || commune === null) return false
  const name = nameOf(commune)!
  return findCommunes(fold(name)).some((row) => row.province === nameOf(province) && fold(commune) === `${row.kind} ${fold(name)}`)
}

/** "huyện Tứ Kỳ" → "Tứ Kỳ". */
const nameOf = (full: string | null | undefined): string | null => (full ? full.slice((KIND_AT_START.exec(fold(full))?.[0] ?? '').length) : null)

const isCapital = (char: string): boolean => isUpper(char.charCodeAt(0))

/** The province or district that a name ends in, without its kind: "Sở Y tế | Hà Nội". */
function placeAtEnd(name: string, folded: string): string | null {
  let at = folded.length
  let place: string | null = null
  for (let count = 0; count < MOST_SYLLABLES; count++) {
    at = folded.lastIndexOf(' ', at - 1)
    if (at < 0 || !isCapital(name.charAt(at + 1))) break
    const tail = folded.slice(at + 1)
    if (findProvince(tail) || findDistricts(tail).length) place = name.slice(at + 1)
  }
  return place
}

const SCOPE = PATTERNS['scope-in-name']
const CITY_COMMITTEE = PATTERNS['city-committee']
const COOPERATIVE = PATTERNS.cooperative

/** The administrative level that the words of a name tell; undefined where they do not. */
export function levelOf(folded: string): Level | undefined {
  const city = CITY_COMMITTEE.exec(folded)?.groups?.['place']
  if (city) return levelOfCity(city)
  const { kind, place: named } = SCOPE.exec(folded.includes(' xã') ? folded.replace(COOPERATIVE, 'x') : folded)?.groups ?? {}
  if (kind === 'tỉnh') return 'province'
  if (kind === 'huyện' || kind === 'quận' || kind === 'thị xã') return 'district'
  if (kind === 'thành phố') return levelOfCity(named)
  if (kind) return 'commune'
  if (folded.startsWith('bộ ') && !folded.startsWith('bộ phận') && !folded.startsWith('bộ chỉ huy')) return 'central'
  return CENTRAL.test(folded) ? 'central' : undefined
}

const CENTRAL = PATTERNS['central-name']

function levelOfCity(name: string | undefined): Level | undefined {
  if (!name) return undefined
  if (findProvince(name)?.kind === 'thành phố') return 'province'
  return findDistricts(name).length > 0 ? 'district' : undefined
}
