import type { DateMention } from '../../model/plan.js'
import type { Finding } from '../../model/diagnostics.js'
import type { FoldedText } from '../../model/folded.js'
import { cut, type Span } from '../../model/span.js'
import { findAnchors, type Anchor } from './anchors.js'
import type { CitationContext, FoundCitation, Source } from './context.js'
import { readLawMention } from './law-mention.js'
import type { Mention } from './mention.js'
import { readNotationMention } from './notation-mention.js'
import { pinpointsBefore } from './pinpoints.js'
import { relationOf } from './relation.js'
import { readStandardMention } from './standard-mention.js'
import { readTail } from './tail.js'
import { readTitle } from './title.js'
import { urnOf } from './urn.js'

export type { CitationContext, CitationRule, FoundCitation } from './context.js'

/**
 * Every mention of a legal or administrative instrument, *văn bản viện dẫn*, in reading order.
 * @param dates mentions of dates in reading order: a citation's date is the one right behind its number or name
 */
export function recogniseCitations(text: FoldedText, dates: readonly DateMention[], context: CitationContext): { citations: FoundCitation[]; findings: Finding[] } {
  const source: Source = { text: text.text, folded: text.folded, dates, context }
  const mentions = readMentions(source)
  mentions.forEach((mention, index) => {
    mention.title = readTitle(source, mention, mentions, index)
  })
  return { citations: toCitations(source, mentions), findings: [] }
}

function readMentions(source: Source): Mention[] {
  const mentions: Mention[] = []
  let taken = 0
  let limit = 0
  let skipped = 0
  const { skip } = source.context
  for (const anchor of findAnchors(source.text, source.folded)) {
    if (anchor.at < taken) continue
    while (skipped < skip.length && skip[skipped]!.end <= anchor.at) skipped++
    if (skip[skipped] && skip[skipped]!.start <= anchor.at) continue
    const read = readAnchor(source, anchor, mentions.at(-1))
    if (!read || read.mention.start < taken) continue
    const { mention, resumeAt } = read
    const outer = limit > mention.start ? limit : source.folded.length
    if (resumeAt < mention.end) limit = mention.end
    readTail(source, mention, outer)
    mentions.push(mention)
    taken = resumeAt < mention.coreEnd ? resumeAt : mention.end
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function readAnchor(source: Source, { at, kind }: Anchor, previous: Mention | undefined): { mention: Mention; resumeAt: number } | undefined {
  if (kind === 'law') return readLawMention(source, at, 'luật')
  if (kind === 'ordinance') return readLawMention(source, at, 'pháp lệnh')
  if (kind === 'constitution') return readLawMention(source, at, 'hiến pháp')
  const mention = kind === 'standard' ? readStandardMention(source, at) : readNotationMention(source, at, previous)
  return mention && { mention, resumeAt: mention.end }
}

function toCitations(source: Source, mentions: readonly Mention[]): FoundCitation[] {
  let title: Span = { start: 0, end: 0 }
  return mentions.map((mention) => {
    const insideTitle = mention.start < title.end
    if (mention.title && mention.title.span.end > title.end) title = mention.title.span
    return {
      ...cut(source.text, mention.start, mention.end), type: mention.type, notation: mention.notation, name: mention.name, date: mention.date, issuer: mention.issuer, title: mention.title,
      pinpoints: pinpointsBefore(source, mention.start), relation: relationOf(source, mention, insideTitle), refersTo: null, urn: urnOf(mention), dateSpan: mention.dateSpan, by: mention.by,
    }
  })
}
