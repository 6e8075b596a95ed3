import { readOpening } from '../../grammar/bodies.js'
import { type FoldedText, isWordUnit, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { BodyReader, ReadBody } from '../../model/body-reader.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body } from '../../model/plan.js'
import type { Found } from './found.js'
import { createNameBody, type NameBody } from './name-body.js'
import { findCollective } from './read-collective.js'
import { readNamed } from './read-named.js'
import { findPosition } from './read-position.js'
import { headOf, readShared, readSharedName, separatorEnd } from './read-list.js'

/**
 * A reader of body names for a document that belongs to `place`: "Sở Y tế", "UBND các xã, thị trấn", "Giám đốc Sở Nội vụ",
 * "các sở, ban, ngành", "Ban Vì sự tiến bộ phụ nữ của huyện". Names are written out and completed from the place.
 * `own` are a user's own names, as written in the documents.
 */
export function createBodyReader(place: PlaceContext, own: readonly string[] = []): BodyReader {
  const ownNames = [...own].sort((a, b) => b.length - a.length)
  const nameBody = createNameBody(place)
  const read: ReadBody = (text, at, limit) => {
    if (!isWordUnit(text.folded.charCodeAt(at)) || !wordStartsAt(text.folded, at)) return undefined
    const found = (ownNames.length > 0 ? findOwn(text, at, limit, ownNames) : undefined) ?? findBody(text, at, limit)
    return found && nameBody(text, at, found)
  }
  return { read, readList: (text, at, limit) => readList(read, text, at, limit, nameBody) }
}

function findOwn({ text }: FoldedText, at: number, limit: number, names: readonly string[]): Found | undefined {
  const named = names.find((name) => text.startsWith(name, at) && at + name.length <= limit && wordEndsAt(text, at + name.length))
  return named === undefined ? undefined : { end: at + named.length, kind: 'other', level: null, collective: false }
}

/** What stands at a place, before it is named. */
export function findBody(text: FoldedText, at: number, limit: number): Found | undefined {
  const opening = readOpening(text.folded, at, limit)
  if (!opening) return undefined
  const shared = opening.opener === undefined ? [] : readShared(text, at, limit)
  if (shared.length) return { end: shared.at(-1)!.found.end, kind: 'department', level: null, collective: true, shared }
  return findPosition(text, at, limit, opening) ?? readNamed(text, at, limit, opening.head) ?? findCollective(text, at, limit, opening)
}

function readList(read: ReadBody, text: FoldedText, at: number, limit: number, nameBody: NameBody): Body[] {
  const bodies: Body[] = []
  let head: string | undefined
  for (let start = at; start < limit; ) {
    const found = readShared(text, start, limit).map((shared) => nameBody(text, shared.start, shared.found))
    const single = found.length ? undefined : read(text, start, limit)
    const short = found.length || single || head === undefined ? undefined : readSharedName(text, start, limit, head)
    if (single) head = headOf(text.folded, single)
    if (single) found.push(single)
    else if (short) found.push(nameBody(text, start, short))
    if (!found.length) break
    bodies.push(...found)
    const end = bodies.at(-1)!.span.end
    start = separatorEnd(text.folded, end, limit)
    if (start === end) break
  }
  return bodies
}
