import { bodyHeads, findKnownBody } from '../../grammar/bodies.js'
import { idOfBody } from '../../grammar/body-ids.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { BOARDS_OF_PARENT, isSchoolWithoutHead, OPEN_NAMES } from '../../grammar/heading.js'
import { findProvince, isPlaceName } from '../../grammar/places.js'
import { fold } from '../../model/folded.js'
import { ownText } from '../../model/own-text.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body } from '../../model/plan.js'
import { createMemory } from '../../model/remember.js'
import type { HeadingBlock } from './block.js'
import type { HeadingName } from './issuer-names.js'
import { levelOfWords } from './level.js'

export interface NamedIssuers {
  readonly issuer: Body | null
  readonly jointIssuers: Body[]
  readonly parent: Body | null
}

const SCOPE_END = PATTERNS['kind-at-end']
const HAS_SCOPE = PATTERNS['says-scope']
const PLACE_AT_END = PATTERNS['place-at-end']
const KIND = PATTERNS['kind-before']
const COMMITTEE = PATTERNS['peoples-body']
const PROVINCIAL = PATTERNS['provincial-head']
const DISTRICT = PATTERNS['division-head']
const OF_PARTY = PATTERNS['of-party']

/** Issuers as bodies, their names completed from the document's place and from the body over them: "Sở Y tế" → "Sở Y tế tỉnh Kiên Giang". */
export function nameIssuer(block: HeadingBlock, places: PlaceContext): NamedIssuers {
  const parent = block.parent && toBody(block.parent, places, null)
  const last = block.jointIssuers.at(-1)
  const shared = last ? (PLACE_AT_END.exec(last.words)?.[0] ?? null) : null
  return {
    parent,
    issuer: block.issuer && toBody(withShared(block.issuer, shared), places, parent),
    jointIssuers: block.jointIssuers.map((name) => toBody(withShared(name, shared), places, parent)),
  }
}

/** "HỘI PHỤ NỮ - HỘI NÔNG DÂN / TỈNH QUẢNG BÌNH": the place is said once for both. */
function withShared(name: HeadingName, shared: string | null): HeadingName {
  const folded = fold(name.words)
  return shared && !HAS_SCOPE.test(folded) && !SCOPE_END.test(folded) && !endsInPlace(folded) ? { ...name, words: `${name.words} ${shared}` } : name
}

function toBody({ text, span, words }: HeadingName, places: PlaceContext, parent: Body | null): Body {
  const { name, kind, level, place, id } = factsOf(words, places, parent)
  return { text, span, name, kind, level, place, collective: false, id }
}

type Facts = Pick<Body, 'name' | 'kind' | 'level' | 'place' | 'id'>
/** What names tell, by the names and all that is asked beside them: an archive has few issuers. */
const known = createMemory<string, Facts>()

function factsOf(words: string, places: PlaceContext, parent: Body | null): Facts {
  const key = [words, places.province, places.district, places.commune, parent?.name, parent?.kind, parent?.level].join('|')
  const before = known.get(key)
  if (before) return before
  const facts = readFacts(ownText(words), places, parent)
  known.set(key, facts)
  return facts
}

function readFacts(words: string, places: PlaceContext, parent: Body | null): Facts {
  const folded = fold(words)
  const known = findKnownBody(folded)
  const head = bodyHeads.longestAt(folded, 0, folded.length)?.value
  const name = completeName(words, places, parent)
  const kind = known?.kind ?? head?.kind ?? (isSchoolWithoutHead(folded) ? 'school' : 'other')
  const level = levelOfWords(fold(name)) ?? known?.level ?? head?.level ?? null
  const id = idOfBody({ name, kind, level, collective: false }, places)
  return { name, kind, level, place: level === 'central' ? null : placeOf(name, level, places), id }
}

function completeName(words: string, places: PlaceContext, parent: Body | null): string {
  const folded = fold(words)
  const own = [places.commune, places.district, places.province].filter((place) => place !== null)
  const scope = SCOPE_END.exec(folded)?.[1]
  if (scope) {
    const full = own.find((place) => place.startsWith(`${scope} `))
    return full ? `${words.slice(0, words.length - scope.length)}${full}` : words
  }
  if (COMMITTEE.test(folded)) return own[0] ? `${words} ${own[0]}` : words
  if (parent && (OPEN_NAMES.has(folded) || (parent.kind === 'party' && OF_PARTY.test(folded))) && !PATTERNS['party-organization'].test(folded)) return `${words} ${parent.name}`
  if (parent && parent.kind !== 'party' && BOARDS_OF_PARENT.has(folded)) return `${words} ${parent.name}`
  const party = PATTERNS['committee-at-end'].exec(folded)
  if (party) return withOwnPlace(words, party.groups!['kind']!, places)
  if (HAS_SCOPE.test(folded)) return words
  return withKindOfProvince(words, folded) ?? withPlaceOfParent(words, folded, places, parent)
}

/** "Huyện ủy" → "Huyện ủy Đại Lộc". */
function withOwnPlace(words: string, kind: string, places: PlaceContext): string {
  const own = kind === 'tỉnh' ? places.province : kind === 'xã' ? places.commune : kind === 'thành' ? (places.district ?? places.province) : places.district
  return own ? `${words} ${own.replace(KIND, '')}` : words
}

/** "Sở Y tế Ninh Thuận" → "Sở Y tế tỉnh Ninh Thuận". */
function withKindOfProvince(words: string, folded: string): string | null {
  if (!PATTERNS['of-local-place'].test(folded)) return endsInPlace(folded) ? words : null
  const parts = words.split(' ')
  for (let count = Math.min(5, parts.length - 2); count > 0; count--) {
    const province = findProvince(parts.slice(-count).map((part) => fold(part)).join(' '))
    if (province) return `${parts.slice(0, -count).join(' ')} ${province.kind} ${province.name}`
  }
  return endsInPlace(folded) ? words : null
}

function endsInPlace(folded: string): boolean {
  const words = folded.split(' ')
  return [2, 3, 4].some((count) => words.length > count && isPlaceName(words.slice(-count).join(' ')))
}

function withPlaceOfParent(words: string, folded: string, places: PlaceContext, parent: Body | null): string {
  if (parent?.level === 'central') return words
  if (parent?.kind === 'committee' && !isSchoolWithoutHead(folded) && !PATTERNS['institution-head'].test(folded)) {
    const own = PLACE_AT_END.exec(parent.name)
    return own ? `${words} ${parent.name.slice(own.index)}` : words
  }
  if (PROVINCIAL.test(folded) && places.province && (!places.district || PATTERNS['provincial-department'].test(folded))) return `${words} ${places.province}`
  if (DISTRICT.test(folded) && (places.district ?? places.commune)) return `${words} ${places.district ?? places.commune}`
  return words
}

function placeOf(name: string, level: Body['level'], places: PlaceContext): string | null {
  const printed = PLACE_AT_END.exec(name)?.[1]
  if (printed) return printed
  const own = level === 'commune' ? places.commune : level === 'district' ? places.district : level === 'province' ? places.province : null
  return own ? own.replace(KIND, '') : null
}
