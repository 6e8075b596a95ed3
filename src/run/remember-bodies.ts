import type { BodyReader } from '../model/body-reader.js'
import type { FoldedText } from '../model/folded.js'
import type { Body } from '../model/plan.js'

interface Read {
  readonly body: Body | undefined
  readonly limit: number
}

/** A reader that reads each place of one text once: citations, tasks and recipients ask for the same names again and again. */
export function rememberBodies(reader: BodyReader): BodyReader {
  const known = new Map<number, Read>()
  const read = (text: FoldedText, at: number, limit: number): Body | undefined => {
    const before = known.get(at)
    if (before && holds(before, limit)) return before.body
    const body = reader.read(text, at, limit)
    known.set(at, { body, limit })
    return body
  }
  return { ...reader, read }
}

/** A name that ended before its limit is the same under any limit behind it; where none began, none begins under a smaller limit. */
const holds = ({ body, limit: before }: Read, limit: number): boolean =>
  limit === before || (body ? body.span.end < before && body.span.end <= limit : limit < before)
