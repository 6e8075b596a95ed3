import { anchorAt, type AnchorKind, anchorStart } from './anchors.js'
import type { Source } from './context.js'
import { readAmended, readLawLetters, readLawMention } from './law-mention.js'
import type { Mention } from './mention.js'
import { pinpointsBefore } from './pinpoints.js'
import { readNotationMention, readOldNumber, readSpacedNumber } from './notation-mention.js'
import { readPlenum } from './plenum.js'
import { readSharedNumbers } from './shared-numbers.js'
import { readBareNumber, readNumberOfYear, readPointing, readShortNumber } from './short-form.js'
import { readStandardMention } from './standard-mention.js'
import { readTail } from './tail.js'

const NONE: readonly Mention[] = []

interface Read {
  readonly mention: Mention
  /** Anchors before it belong to the mention. */
  readonly resumeAt: number
  /** What is found between here and `resumeAt` is part of the mention's name and ends with it. */
  readonly innerEnd: number
}

/**
 * Every mention with its number or name, date and issuer, in reading order.
 * @param places where the marked units of anchors stand
 */
export function readMentions(source: Source, places: Int32Array): Mention[] {
  const { text, folded } = source
  const mentions: Mention[] = []
  const { skip } = source.context
  let taken = 0
  let outer: Read | undefined
  let skipped = 0
  for (const place of places) {
    const kind = place < taken ? undefined : anchorAt(text, folded, place)
    if (!kind) continue
    const at = anchorStart(kind, place)
    const isOfOuter = outer !== undefined && at >= outer.innerEnd && at < outer.mention.end
    if (at < taken || isOfOuter) continue
    while (skipped < skip.length && skip[skipped]!.end <= at) skipped++
    if (skip[skipped] && skip[skipped]!.start <= at) continue
    const limit = outer && at < outer.innerEnd ? outer.innerEnd : source.folded.length
    const read = readAnchor(source, at, kind, mentions.at(-1), limit)
    if (!read || read.mention.start < taken) continue
    readTail(source, read.mention, limit)
    if (kind === 'của ' && !read.mention.issuer) continue
    if (read.mention.by === 'citation.law') read.mention.amended = readAmended(source, read.mention.end)
    read.mention.pinpoints = pinpointsBefore(source, read.mention.start)
    const shared = kind === '/' && !read.mention.typed ? readSharedNumbers(source, read.mention, mentions.at(-1)) : NONE
    if (shared.length) {
      if (mentions.at(-1)?.start === shared[0]!.start) mentions.pop()
      mentions.push(...shared)
    }
    mentions.push(read.mention)
    const hasInner = read.resumeAt < read.innerEnd
    if (hasInner) outer = read
    taken = hasInner ? read.resumeAt : read.mention.end
  }
  return mentions
}

function readAnchor(source: Source, at: number, kind: AnchorKind, previous: Mention | undefined, limit: number): Read | undefined {
  switch (kind) {
    case 'luật': case 'pháp lệnh': case 'hiến pháp': return readLawMention(source, at, kind, limit)
    case '/': return whole(readNotationMention(source, at, previous) ?? readNumberOfYear(source, at))
    case '-': return whole(readOldNumber(source, at) ?? readSpacedNumber(source, spaceBefore(source, at), previous))
    case 'bl': return whole(readLawLetters(source, at))
    case 'vn ': return whole(readStandardMention(source, at))
    case 'số ': return whole(readSpacedNumber(source, spaceBehind(source, at), previous) ?? readShortNumber(source, at))
    case 'của ': return whole(readBareNumber(source, at))
    case 'trung ương': return whole(readPlenum(source, at))
    case 'này': case 'trên': return whole(readPointing(source, at, kind))
  }
}

/** The space between number and symbol, from the symbol's dash or from the "số" before it. */
const spaceBefore = ({ folded }: Source, dash: number): number => folded.lastIndexOf(' ', dash - 2)
const spaceBehind = ({ folded }: Source, at: number): number => folded.indexOf(' ', at + (folded.charCodeAt(at + 2) === 0x3a ? 4 : 3))

const whole = (mention: Mention | undefined): Read | undefined => mention && { mention, resumeAt: mention.end, innerEnd: mention.end }
