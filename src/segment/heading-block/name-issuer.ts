import { bodyHeads, findKnownBody } from '../../grammar/bodies.js'
import { findProvince } from '../../grammar/places.js'
import { fold } from '../../model/folded.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body, Level } from '../../model/plan.js'
import type { HeadingBlock, HeadingName } from './index.js'
import { levelOfWords } from './level.js'

export interface NamedIssuers {
  readonly issuer: Body | null
  readonly jointIssuers: Body[]
  readonly parent: Body | null
}

const SCOPE_END = /(?:^| )(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$/
const HAS_SCOPE = /(?:^| )(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)(?: |$)/
const PLACE_AT_END = /(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (\p{Lu}.*)$/u
/** Bodies of a province or district that are named by it, though headings leave it out. */
const PROVINCIAL = /^(?:sở|chi cục|thanh tra tỉnh|ban dân tộc|ban quản lý|văn phòng điều phối|tỉnh ủy|tỉnh đoàn) ?/
const DISTRICT = /^(?:phòng|huyện ủy|huyện đoàn) ?/

/** Issuers as bodies, their names completed from the document's place: "Sở Y tế" → "Sở Y tế tỉnh Kiên Giang". */
export function nameIssuer(block: HeadingBlock, places: PlaceContext): NamedIssuers {
  const toBody = (name: HeadingName): Body => bodyOf(name, places)
  return { issuer: block.issuer && toBody(block.issuer), jointIssuers: block.jointIssuers.map(toBody), parent: block.parent && toBody(block.parent) }
}

function bodyOf({ text, span, words }: HeadingName, places: PlaceContext): Body {
  const folded = fold(words)
  const known = findKnownBody(folded)
  const head = bodyHeads.longestAt(folded, 0, folded.length)?.value
  const name = completeName(words, places)
  const level = levelOfWords(fold(name)) ?? known?.level ?? head?.level ?? null
  return { text, span, name, kind: known?.kind ?? head?.kind ?? 'other', level, place: level === 'central' ? null : placeIn(name, level, places), collective: false }
}

function completeName(words: string, places: PlaceContext): string {
  const folded = fold(words)
  const scope = SCOPE_END.exec(folded)?.[1]
  if (scope) {
    const full = [places.commune, places.district, places.province].find((place) => place?.startsWith(`${scope} `))
    return full ? `${words.slice(0, words.length - scope.length)}${full}` : words
  }
  if (/^(?:ủy ban nhân dân|hội đồng nhân dân)$/.test(folded)) {
    const own = places.commune ?? places.district ?? places.province
    return own ? `${words} ${own}` : words
  }
  if (HAS_SCOPE.test(folded)) return words
  const bare = withKindOfProvince(words)
  if (bare) return bare
  if (PROVINCIAL.test(folded) && places.province) return /^tỉnh (?:ủy|đoàn)/.test(folded) ? (folded.length < 10 ? `${words} ${nameOf(places.province)}` : words) : `${words} ${places.province}`
  if (DISTRICT.test(folded) && places.district) return /^huyện /.test(folded) ? (folded.length < 11 ? `${words} ${nameOf(places.district)}` : words) : `${words} ${places.district}`
  return words
}

const nameOf = (full: string): string => full.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã) /, '')

/** "Sở Y tế Ninh Thuận" → "Sở Y tế tỉnh Ninh Thuận". */
function withKindOfProvince(words: string): string | null {
  if (!/^(?:sở|chi cục|cục|ủy ban nhân dân|hội đồng nhân dân) /.test(fold(words))) return null
  const parts = words.split(' ')
  for (let count = 5; count > 0; count--) {
    const province = parts.length > count + 1 ? findProvince(fold(parts.slice(-count).join(' '))) : undefined
    if (province) return `${parts.slice(0, -count).join(' ')} ${province.kind} ${province.name}`
  }
  return null
}

function placeIn(name: string, level: Level | null, places: PlaceContext): string | null {
  const printed = PLACE_AT_END.exec(name)?.[1]
  if (printed) return printed
  const own = level === 'commune' ? places.commune : level === 'district' ? places.district : level === 'province' ? places.province : null
  return own ? own.replace(/^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /, '') : null
}
