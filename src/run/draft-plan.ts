import { buildDraft } from '../draft/build-draft.js'
import type { PlanDraft } from '../draft/plan-draft.js'
import { expandAbbreviations } from '../grammar/bodies.js'
import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import { includesBody, type Member } from '../grammar/includes-body.js'
import { fold, foldText } from '../model/folded.js'
import { NO_PLACE, type PlaceContext } from '../model/place-context.js'
import type { Body, PlanDocument } from '../model/plan.js'
import type { FullProfile, Profile } from '../model/profile.js'
import { createBodyReader } from '../recognise/bodies/index.js'
import { extractCitations } from './extract-citations.js'

/**
 * Draft the plan by which a body carries out a plan that it received: heading and closing block by Nghị định 30/2020/NĐ-CP (or the Party's Hướng dẫn
 * 36-HD/VPTW), the basis with the plan received first, and of that plan's tasks those given to this body or its units. What only a person can know is a
 * blank ("……") and stands in `blanks`; every piece of every paragraph says where it comes from.
 */
export function draftPlan(parent: PlanDocument, profile: Profile): PlanDraft {
  const full = withDefaults(profile)
  const places = placesOf(parent, full)
  const name = withCapital(expandAbbreviations(full.body.normalize('NFC').trim()))
  const own = readMember(name, places)
  const members = full.units.map((unit) => [unit.name, ...unit.aliases].map((each) => readMember(withCapital(expandAbbreviations(each)), places)))
  const given = new Map<number, true | null>()
  const units = new Map<number, number>()
  parent.tasks.forEach(({ responsible, section }, index) => {
    const named = isGiven(responsible, own)
    const sure = section === null && parent.kind === 'document' && named === null ? false : named
    const unit = members.findIndex((known) => known.some((member) => responsible.some((body) => body.kind !== 'group' && includesBody(body, member) === true)))
    if (sure !== false) given.set(index, sure)
    if (sure === false && unit >= 0 && section !== null) units.set(index, unit)
  })
  const parentName = full.parent === undefined ? null : withCapital(expandAbbreviations(full.parent))
  const titleCitations = full.title === undefined ? [] : extractCitations(full.title).citations
  return buildDraft({ parent, profile: full, name, fullName: own.name, parentName, titleCitations, ownPlace: placeOf(name, own), given, units })
}

function withDefaults({ style = 'state', units = [], daysBefore = 0, recipients = [], signer = {}, ...rest }: Profile): FullProfile {
  return { ...rest, style, units: units.map(({ name, aliases = [], tasks = [] }) => ({ name, aliases, tasks })), daysBefore, recipients, signer }
}

/** Given to it for certain by one of them, else perhaps. */
function isGiven(responsible: readonly Body[], own: Member): true | null | false {
  const answers = responsible.map((body) => isMeant(body, own))
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}

/**
 * A group means the body for certain where it names its kind ("UBND các xã", "các sở"), perhaps where it says "các địa phương";
 * "các cơ quan, đơn vị" are those of whoever speaks.
 */
function isMeant(body: Body, own: Member): true | null | false {
  const included = includesBody(body, own)
  if (included === false || !body.collective) return included
  const group = fold(body.name)
  if (group.includes(kindOfName(own))) return included
  return own.kind === 'committee' && group.includes('địa phương') ? null : false
}

/** "ủy ban nhân dân", "sở", "phòng": the words of a name that a group of its kind shares. */
const kindOfName = ({ name }: Member): string => PATTERNS['kind-of-name'].exec(fold(name))![0]

const withCapital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** A name as the reader of bodies knows it. */
function readMember(name: string, places: PlaceContext): Body {
  const text = foldText(name)
  const known = createBodyReader(places, []).read(text, 0, name.length)
  const body = known?.span.end === name.length ? known : createBodyReader(places, [name]).read(text, 0, name.length)
  const plain = { text: name, span: { start: 0, end: name.length }, name, kind: 'other', level: null, place: null, collective: false, id: null } as const
  return body?.span.end === name.length ? body : plain
}

const AREA = PATTERNS.area

/** The place that a body's own name ends with. */
const placeOf = (name: string, own: Body): string | null => AREA.exec(name)?.groups?.['name'] ?? own.place

/** Where the body is: what the profile says, else what the name of the plan's issuer tells, else nothing. */
function placesOf({ header }: PlanDocument, profile: FullProfile): PlaceContext {
  const above = AREA.exec(profile.parent ?? '')
  const issuer = above ?? AREA.exec(header.issuer?.name ?? '')
  const area = issuer && `${issuer[1]} ${issuer[2]}`
  const isProvince = issuer !== null && (issuer[1] === 'tỉnh' || (issuer[1] === 'thành phố' && header.issuer?.level !== 'district'))
  const own = AREA.exec(profile.body)
  const commune = own && ['xã', 'phường', 'thị trấn', 'đặc khu'].includes(fold(own[1]!)) ? `${own[1]} ${own[2]}` : null
  return { ...NO_PLACE, province: profile.province ?? (isProvince ? area : null), district: profile.district ?? (issuer && !isProvince && isDistrict(issuer[1]!) ? area : null), commune }
}

const isDistrict = (kind: string): boolean => ['huyện', 'quận', 'thị xã', 'thành phố'].includes(kind)
