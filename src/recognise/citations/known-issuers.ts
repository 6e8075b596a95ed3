import type { ReadBody } from '../../model/body-reader.js'
import { type FoldedText, unitAt } from '../../model/folded.js'
import { ownText } from '../../model/own-text.js'
import type { Body } from '../../model/plan.js'
import { createMemory, type Memory } from '../../model/remember.js'

/** A name that was read before, with the letters behind it. */
interface KnownName {
  readonly key: string
  readonly length: number
  readonly body: Body
}

/** Names that one reader read, by a hash of their letters. */
type KnownNames = Memory<number, readonly KnownName[]>

const KNOWN = new WeakMap<ReadBody, KnownNames>()
const MOST_KNOWN = 2000
const LONGEST = 48
/** So many letters behind a name belong to what it is remembered by. */
const BEHIND = 4
const FAR_BEHIND = 10
const MOST_NAMESAKES = 6

/**
 * The body that begins at `at`. The same few issuers come again and again ("của Thủ tướng Chính phủ về …"): each reader reads a name once
 * before the same letters.
 */
export function readIssuerName(source: FoldedText, readBody: ReadBody, at: number, limit: number): Body | undefined {
  const { text, folded } = source
  const stop = stopOf(folded, at, Math.min(limit, at + LONGEST))
  const known = namesOf(readBody)
  const hash = hashOf(folded, at, stop)
  const names = known.get(hash)
  const name = names && nameAt(names, text, at, limit)
  if (name) return { ...name.body, text: text.slice(at, at + name.length), span: { start: at, end: at + name.length } }
  const body = readBody(source, at, limit)
  if (!body || body.collective) return body
  const last = Math.max(stop, body.span.end)
  const keyEnd = last + (goesOn(folded, last) ? FAR_BEHIND : BEHIND)
  if (keyEnd > limit && limit < folded.length && unitAt(folded, limit) !== 0x0a) return body
  known.set(hash, [{ key: ownText(text.slice(at, Math.min(limit, keyEnd))), length: body.span.end - at, body: { ...body, text: ownText(body.text) } }, ...(names ?? []).slice(0, MOST_NAMESAKES - 1)])
  return body
}

function nameAt(names: readonly KnownName[], text: string, at: number, limit: number): KnownName | undefined {
  for (const name of names) if (text.startsWith(name.key, at) && at + name.key.length <= limit) return name
  return undefined
}

/** Does a comma or *và* stand there, behind which a name may go on? */
const goesOn = (folded: string, at: number): boolean => unitAt(folded, at) === 0x2c || folded.startsWith(' và ', at)

/** Of a few letters of the name and of what stands behind it: the same name before another word is another. */
function hashOf(folded: string, at: number, stop: number): number {
  let hash = stop - at
  for (let place = at; place < stop; place += 5) hash = (Math.imul(hash, 31) + unitAt(folded, place)) | 0
  return (Math.imul(hash, 31) + unitAt(folded, stop + 1) * 7 + unitAt(folded, stop + 4)) | 0
}

/** The names that `readBody` read; documents ask the same reader again and again. */
function namesOf(readBody: ReadBody): KnownNames {
  if (readBody === lastReader) return lastNames
  lastReader = readBody
  lastNames = KNOWN.get(readBody) ?? createMemory(MOST_KNOWN)
  KNOWN.set(readBody, lastNames)
  return lastNames
}

let lastReader: ReadBody | undefined
let lastNames: KnownNames = createMemory(MOST_KNOWN)

/** Where a clause may end or a title begin. */
function stopOf(folded: string, at: number, limit: number): number {
  for (let i = at; i < limit; i++) {
    const code = unitAt(folded, i)
    if (code > 0x3b) continue
    if (code === 0x20) {
      if (opensTitle(folded, i + 1)) return i
    } else if (code !== 0x2d) return i
  }
  return Math.min(limit, at + 8)
}

function opensTitle(folded: string, at: number): boolean {
  switch (unitAt(folded, at)) {
    case 0x28: return true
    case 0x76: return folded.startsWith('về ', at) || folded.startsWith('và ', at)
    case 0x62: return folded.startsWith('ban hành', at)
    case 0x71: return folded.startsWith('quy định', at)
    case 0x70: return folded.startsWith('phê duyệt', at)
    case 0x73: return folded.startsWith('sửa đổi', at)
    case 0x68: return folded.startsWith('hướng dẫn', at)
    case 0x74: return folded.startsWith('thực hiện', at) || folded.startsWith('triển khai', at)
    default: return false
  }
}
