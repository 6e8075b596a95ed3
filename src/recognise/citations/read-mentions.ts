import { findAnchors, type Anchor } from './anchors.js'
import type { Source } from './context.js'
import { readLawMention } from './law-mention.js'
import type { Mention } from './mention.js'
import { readNotationMention } from './notation-mention.js'
import { readPointing, readShortNumber } from './short-form.js'
import { readStandardMention } from './standard-mention.js'
import { readTail } from './tail.js'

interface Read {
  readonly mention: Mention
  /** Anchors before it belong to the mention. */
  readonly resumeAt: number
}

/** Every mention with its number or name, date and issuer, in reading order. */
export function readMentions(source: Source): Mention[] {
  const mentions: Mention[] = []
  const { skip } = source.context
  let taken = 0
  let outerEnd = 0
  let skipped = 0
  for (const anchor of findAnchors(source.text, source.folded)) {
    if (anchor.at < taken) continue
    while (skipped < skip.length && skip[skipped]!.end <= anchor.at) skipped++
    if (skip[skipped] && skip[skipped]!.start <= anchor.at) continue
    const read = readAnchor(source, anchor, mentions.at(-1))
    if (!read || read.mention.start < taken) continue
    const { mention, resumeAt } = read
    const hasInner = resumeAt < mention.coreEnd
    readTail(source, mention, outerEnd > mention.start ? outerEnd : source.folded.length)
    if (hasInner) outerEnd = mention.coreEnd
    mentions.push(mention)
    taken = hasInner ? resumeAt : Math.max(mention.end, outerEnd > mention.start ? mention.end : 0)
  }
  return mentions
}

function readAnchor(source: Source, { at, kind }: Anchor, previous: Mention | undefined): Read | undefined {
  switch (kind) {
    case 'luật': case 'pháp lệnh': case 'hiến pháp': return readLawMention(source, at, kind)
    case '/': return whole(readNotationMention(source, at, previous))
    case 'vn ': return whole(readStandardMention(source, at - 1))
    case 'số ': return whole(readShortNumber(source, at))
    case 'này': case 'trên': return whole(readPointing(source, at, kind))
  }
}

const whole = (mention: Mention | undefined): Read | undefined => mention && { mention, resumeAt: mention.end }
