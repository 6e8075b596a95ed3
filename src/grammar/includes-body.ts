import { fold } from '../model/folded.js'
import type { Body, BodyKind, Level } from '../model/plan.js'
import { collectiveNouns, collectiveOpeners, positionHeads } from './bodies.js'
import { BODIES_PATTERNS as PATTERNS } from './generated/bodies-patterns.js'
import { GROUP_MEMBERS } from './generated/group-members.js'
import { toSlug } from './place-paths.js'

/** What of a body tells whether a group includes it. */
export type Member = Pick<Body, 'name' | 'kind' | 'level' | 'collective' | 'id'>

interface Rule {
  readonly kind: BodyKind | null
  readonly level: Level | null
}

const RULES = new Map<string, Rule[]>()
for (const { noun, kind, level } of GROUP_MEMBERS) RULES.set(noun, [...(RULES.get(noun) ?? []), { kind: (kind || null) as BodyKind | null, level: (level || null) as Level | null }])

const SOME = PATTERNS.some
const PLACES_OF = PATTERNS['places-of-group']
const LEVELS: Readonly<Record<string, Level>> = { xã: 'commune', phường: 'commune', 'thị trấn': 'commune', 'đặc khu': 'commune', huyện: 'district', quận: 'district', 'thị xã': 'district', thị: 'district', tỉnh: 'province' }

/**
 * Does a group include a body: "UBND các huyện" of Hải Dương the UBND of huyện Tứ Kỳ, "các sở, ban, ngành tỉnh" its Sở Y tế? A body includes itself,
 * an office the body that it heads ("Giám đốc Sở Y tế"). `null`: it may, but the text does not say which of them are meant ("các sở liên quan").
 */
export function includesBody(group: Member, body: Member): boolean | null {
  if (group.id !== null && group.id === body.id) return true
  const name = fold(group.name)
  if (!group.collective) return isSame(group, body) || (group.kind === 'position' && headsBody(name, group, body))
  if (!standsWithin(group, body)) return false
  const said = group.kind === 'position' ? withoutOffice(name) : name
  if (!isOneOf(said, body)) return false
  return SOME.test(said) ? null : true
}

const isSame = (a: Member, b: Member): boolean => (a.id === null || b.id === null) && fold(a.name) === fold(b.name)

/** "Giám đốc Sở Y tế tỉnh Hải Dương" heads it. */
function headsBody(name: string, office: Member, body: Member): boolean {
  const headed = withoutOffice(name)
  if (headed === name || headed === '') return false
  if (office.id === null || body.id === null) return headed === fold(body.name)
  const [plain = ''] = body.id.split('.', 1)
  return office.id.slice(office.id.indexOf('.')) === body.id.slice(body.id.indexOf('.')) && toSlug(headed).startsWith(plain) && office.id.split('.', 1)[0]!.endsWith(plain)
}

/** "thủ trưởng các sở, ban, ngành" → "các sở, ban, ngành". */
function withoutOffice(name: string): string {
  let rest = name
  for (let head = positionHeads.longestAt(rest, 0, rest.length); head; head = positionHeads.longestAt(rest, 0, rest.length)) rest = rest.slice(head.end).replace(PATTERNS['position-joint'], '')
  return rest
}

/** Is the body where the members of the group are? Where neither tells, it is not kept out. */
function standsWithin({ id: group }: Member, { id: body }: Member): boolean {
  const within = group?.split('.').slice(1).join('.')
  if (!within || body === null) return true
  return body.endsWith(`.${within}`)
}

function isOneOf(name: string, body: Member): boolean {
  const places = PLACES_OF.exec(name)
  const head = places?.groups?.['before']?.replace(PATTERNS.many, '') ?? ''
  if (places && head && !head.includes(',')) return fold(body.name).startsWith(head) && isOfPlaces(places.groups!['places']!, places.groups!['many'] === 'cấp', body)
  const opener = collectiveOpeners.longestAt(name, 0, name.length)
  const rest = opener ? name.slice(opener.end + 1) : name
  const nouns = readNouns(rest)
  if (!nouns.length) return fold(body.name).startsWith(rest)
  if (nouns.every((noun) => noun in LEVELS || noun === 'thành phố') && !isOfPlaces(nouns.join(', '), false, body)) return false
  const level = levelOfWords(rest)
  return nouns.some((noun) => isNamedBy(noun, level, body))
}

/** "sở, ban, ngành và UBND các xã" → the nouns up to what is none. */
function readNouns(rest: string): string[] {
  const nouns: string[] = []
  for (let at = 0; at < rest.length; ) {
    const noun = collectiveNouns.longestAt(rest, at, rest.length)
    if (!noun) break
    nouns.push(rest.slice(at, noun.end))
    const separator = PATTERNS['noun-separator'].exec(rest.slice(noun.end))
    if (!separator) break
    at = noun.end + separator[0].length
  }
  return nouns
}

function isNamedBy(noun: string, level: Level | null, { name, kind, level: own }: Member): boolean {
  const rules = RULES.get(noun)
  if (!rules) return fold(name).startsWith(`${noun} `)
  return rules.some((rule) => {
    const wanted = rule.level ?? level
    return (rule.kind === null ? kind !== 'position' : rule.kind === kind) && (wanted === null || own === null || own === wanted)
  })
}

/** "cấp tỉnh", "ngành tỉnh": the level that the words after the nouns tell. */
function levelOfWords(rest: string): Level | null {
  const said = PATTERNS['level-said'].exec(rest.replace(PATTERNS['level-noun'], ''))?.groups?.['level']
  return said === 'trung ương' ? 'central' : said === 'tỉnh' ? 'province' : said === 'huyện' ? 'district' : said === 'xã' ? 'commune' : null
}

/** "xã, phường, thị trấn": is the body's place one of those; `isLevel`: "cấp xã" is every commune, whatever its kind. */
function isOfPlaces(places: string, isLevel: boolean, { level, id }: Member): boolean {
  const segment = id?.split('.')[1]
  const kinds = places.split(PATTERNS['place-separator']).map((kind) => kind.trim().replace(PATTERNS['kind-opener'], ''))
  return kinds.some((kind) => {
    if (kind.startsWith('cấp')) return true
    if (kind.startsWith('thành phố')) return level === 'province' ? kinds.includes('tỉnh') : level === 'district' && (segment === undefined || segment.startsWith('thanh-pho-'))
    const word = Object.keys(LEVELS).find((known) => kind === known || kind.startsWith(`${known} `))
    if (word === undefined || LEVELS[word] !== level) return false
    return isLevel || level === 'province' || segment === undefined || segment.startsWith(`${toSlug(word)}-`)
  })
}
