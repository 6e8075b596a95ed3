import { bodyHeads, expandAbbreviations, findKnownBody, isNamePair, readOpening } from '../../grammar/bodies.js'
import { type FoldedText, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { BodyReader, ReadBody } from '../../model/body-reader.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import { completeName, levelOf, placeOf } from './complete-name.js'
import type { Found } from './found.js'
import { findCollective } from './read-collective.js'
import { readNamed } from './read-named.js'
import { findPosition } from './read-position.js'
import { readShared, readSharedName, separatorEnd } from './read-list.js'

/**
 * A reader of body names for a document that belongs to `place`: "Sở Y tế", "UBND các xã, thị trấn", "Giám đốc Sở Nội vụ",
 * "các sở, ban, ngành", "Ban Vì sự tiến bộ phụ nữ của huyện". Names are written out and completed from the place.
 * `own` are a user's own names, as written in the documents.
 */
export function createBodyReader(place: PlaceContext, own: readonly string[] = []): BodyReader {
  const ownNames = [...own].sort((a, b) => b.length - a.length)
  const read: ReadBody = (text, at, limit) => {
    if (!wordStartsAt(text.folded, at)) return undefined
    const found = (ownNames.length > 0 ? findOwn(text, at, limit, ownNames) : undefined) ?? findBody(text, at, limit)
    return found && toBody(text, at, found, place)
  }
  return { read, readList: (text, at, limit) => readList(read, text, at, limit, place) }
}

function findOwn({ text }: FoldedText, at: number, limit: number, names: readonly string[]): Found | undefined {
  const named = names.find((name) => text.startsWith(name, at) && at + name.length <= limit && wordEndsAt(text, at + name.length))
  return named === undefined ? undefined : { end: at + named.length, kind: 'other', level: null, collective: false }
}

function findBody(text: FoldedText, at: number, limit: number): Found | undefined {
  const opening = readOpening(text.folded, at, limit)
  if (!opening) return undefined
  const { not = 0, head, position, noun } = opening
  if (not > 0 && not >= Math.max(head?.end ?? 0, position?.end ?? 0, noun && noun.end > not ? noun.end : 0)) return undefined
  const shared = opening.opener === undefined ? [] : readShared(text, at, limit)
  if (shared.length) return { end: shared.at(-1)!.found.end, kind: 'department', level: null, collective: true }
  return findPosition(text, at, limit, opening) ?? readNamed(text, at, limit, head) ?? findCollective(text, at, limit, opening)
}

function readList(read: ReadBody, text: FoldedText, at: number, limit: number, place: PlaceContext): Body[] {
  const bodies: Body[] = []
  for (let start = at; start < limit; ) {
    const found = readShared(text, start, limit).map((shared) => toBody(text, shared.start, shared.found, place))
    const body = found.length ? undefined : (read(text, start, limit) ?? readWithHeadOf(text, start, limit, bodies.at(-1), place))
    if (body) found.push(body)
    if (!found.length) break
    bodies.push(...found)
    const end = bodies.at(-1)!.span.end
    start = separatorEnd(text.folded, end, limit)
    if (start === end) break
  }
  return bodies
}

/** "Phòng Nội vụ, | Tư pháp": a list that gives the head once. */
function readWithHeadOf(text: FoldedText, at: number, limit: number, last: Body | undefined, place: PlaceContext): Body | undefined {
  if (!last || last.collective || (last.kind !== 'division' && last.kind !== 'department' && last.kind !== 'ministry')) return undefined
  const from = text.folded.indexOf(' ', last.span.start)
  const head = text.folded.slice(last.span.start, from)
  const end = text.folded.indexOf(' ', at)
  const first = text.folded.slice(at, end < 0 ? limit : Math.min(end, limit))
  if (!bodyHeads.longestAt(head, 0, head.length) || !isNamePair(head, first)) return undefined
  const found = readSharedName(text, at, limit, head)
  return found && toBody(text, at, found, place)
}

function toBody(text: FoldedText, at: number, found: Found, place: PlaceContext): Body {
  const spanned = cut(text.text, at, found.end)
  const head = found.sharedHead ? `${found.sharedHead[0]!.toUpperCase()}${found.sharedHead.slice(1)} ` : ''
  const printed = `${head}${spanned.text.replace(/\s+/g, ' ')}`
  const folded = `${head.toLowerCase()}${text.folded.slice(at, found.end).replace(/\s+/g, ' ')}`
  const known = findKnownBody(folded)
  const kind = found.kind === 'position' || found.collective ? found.kind : (known?.kind ?? found.kind)
  const level = known?.level ?? levelOf(folded) ?? found.level
  const written = expandAbbreviations(printed)
  const name = found.collective ? written : completeName(written, kind, level, place)
  return { ...spanned, name, kind, level, place: found.collective ? null : placeOf(name), collective: found.collective }
}
