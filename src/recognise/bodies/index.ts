import { endsCompound } from '../../grammar/compound-words.js'
import { type FoldedText, isWordUnit, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { BodyReader, ReadBody } from '../../model/body-reader.js'
import type { PlaceContext } from '../../model/place-context.js'
import type { Body } from '../../model/plan.js'
import type { Found } from './found.js'
import { nameRemembered, recallBody } from './memory.js'
import { type NameBody, nameBodyOf } from './name-body.js'
import { headOf, readShared, readSharedName, separatorEnd } from './read-list.js'

/**
 * A reader of body names for a document that belongs to `place`: "Sở Y tế", "UBND các xã, thị trấn", "Giám đốc Sở Nội vụ",
 * "các sở, ban, ngành", "Ban Vì sự tiến bộ phụ nữ của huyện". Names are written out and completed from the place.
 * `own` are a user's own names, as written in the documents.
 */
export function createBodyReader(place: PlaceContext, own: readonly string[] = []): BodyReader {
  const ownNames = [...own].sort((a, b) => b.length - a.length)
  const nameBody = nameBodyOf(place)
  const read: ReadBody = (text, at, limit) => {
    if (!isWordUnit(text.folded.charCodeAt(at)) || !wordStartsAt(text.folded, at)) return undefined
    const found = ownNames.length > 0 ? findOwn(text, at, limit, ownNames) : undefined
    if (found) return nameBody.name(text, at, found)
    const unfolded = { text: text.text, fold: () => text }
    const known = recallBody(unfolded, at, limit)
    if (!known.found || endsCompound(text.text, at)) return undefined
    const { text: printed, start, end, facts } = nameRemembered(known, unfolded, at, nameBody)[0]!
    return { text: printed, span: { start: at + start, end: at + end }, name: facts.name, kind: facts.kind, level: facts.level, place: facts.place, collective: facts.collective, id: facts.id }
  }
  return { read, readList: (text, at, limit) => readList(read, text, at, limit, nameBody) }
}

function findOwn({ text }: FoldedText, at: number, limit: number, names: readonly string[]): Found | undefined {
  const named = names.find((name) => text.startsWith(name, at) && at + name.length <= limit && wordEndsAt(text, at + name.length))
  return named === undefined ? undefined : { end: at + named.length, kind: 'other', level: null, collective: false }
}

function readList(read: ReadBody, text: FoldedText, at: number, limit: number, nameBody: NameBody): Body[] {
  const bodies: Body[] = []
  let head: string | undefined
  for (let start = at; start < limit; ) {
    const found = readShared(text, start, limit).map((shared) => nameBody.name(text, shared.start, shared.found))
    const single = found.length ? undefined : read(text, start, limit)
    const short = found.length || single || head === undefined ? undefined : readSharedName(text, start, limit, head)
    if (single) head = headOf(text.folded, single.span.start, single)
    if (single) found.push(single)
    else if (short) found.push(nameBody.name(text, start, short))
    if (!found.length) break
    bodies.push(...found)
    const end = bodies.at(-1)!.span.end
    start = separatorEnd(text.folded, end, limit)
    if (start === end) break
  }
  return bodies
}
