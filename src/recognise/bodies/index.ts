import { expandAbbreviations, findKnownBody, readOpening } from '../../grammar/bodies.js'
import { fold, type FoldedText, isWordUnit, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { BodyReader, ReadBody } from '../../model/body-reader.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import { completeName, levelOf } from './complete-name.js'
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
    if (!isWordUnit(text.folded.charCodeAt(at)) || !wordStartsAt(text.folded, at)) return undefined
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
  const shared = opening.opener === undefined ? [] : readShared(text, at, limit)
  if (shared.length) return { end: shared.at(-1)!.found.end, kind: 'department', level: null, collective: true }
  return findPosition(text, at, limit, opening) ?? readNamed(text, at, limit, opening.head) ?? findCollective(text, at, limit, opening)
}

function readList(read: ReadBody, text: FoldedText, at: number, limit: number, place: PlaceContext): Body[] {
  const bodies: Body[] = []
  let head: string | undefined
  for (let start = at; start < limit; ) {
    const shared = readShared(text, start, limit)
    const single = shared.length ? undefined : (read(text, start, limit) ?? undefined)
    const withHead = shared.length || single || head === undefined ? undefined : readSharedName(text, start, limit, head)
    if (single) head = headOf(text.folded, single)
    const found = [...shared.map((each) => toBody(text, each.start, each.found, place)), ...(single ? [single] : []), ...(withHead ? [toBody(text, start, withHead, place)] : [])]
    if (!found.length) break
    bodies.push(...found)
    const end = bodies.at(-1)!.span.end
    start = separatorEnd(text.folded, end, limit)
    if (start === end) break
  }
  return bodies
}

/** "Phòng Nội vụ, Tư pháp": the head that a list may give once. */
function headOf(folded: string, { span, kind, collective }: Body): string | undefined {
  if (collective || (kind !== 'division' && kind !== 'department' && kind !== 'ministry')) return undefined
  const head = folded.slice(span.start, folded.indexOf(' ', span.start))
  return head === 'phòng' || head === 'sở' || head === 'bộ' || head === 'vụ' || head === 'cục' ? head : undefined
}

function toBody(text: FoldedText, at: number, found: Found, own: PlaceContext): Body {
  const spanned = cut(text.text, at, found.end)
  const head = found.sharedHead ? `${found.sharedHead[0]!.toUpperCase()}${found.sharedHead.slice(1)} ` : ''
  const printed = head + tidy(spanned.text)
  const folded = head.toLowerCase() + tidy(text.folded.slice(at, found.end))
  const known = findKnownBody(folded)
  const kind = found.kind === 'position' || found.collective ? found.kind : (known?.kind ?? found.kind)
  const level = known?.level ?? levelOf(folded) ?? found.level
  const written = expandAbbreviations(printed)
  const complete = found.collective ? undefined : completeName(written, written === printed ? folded : fold(written), kind, level, own)
  // Spreading an object here would cost more than all the rest.
  return { text: spanned.text, span: spanned.span, name: complete?.name ?? written, kind, level, place: complete?.place ?? null, collective: found.collective }
}

/** Single spaces, and without a short form in brackets. */
function tidy(text: string): string {
  if (!text.includes('(') && !text.includes('  ') && !text.includes('\n')) return text
  return text.replace(/ \([^)]*\)/g, '').replace(/\s+/g, ' ')
}
