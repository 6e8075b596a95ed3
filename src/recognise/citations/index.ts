import type { DateMention, Relation } from '../../model/plan.js'
import type { Finding } from '../../model/diagnostics.js'
import type { FoldedText } from '../../model/folded.js'
import { cut } from '../../model/span.js'
import { type CitationContext, findLines, type FoundCitation, type Source } from './context.js'
import { findFaults } from './findings.js'
import { readIssuerBefore } from './issuer-before.js'
import { carryOverLists } from './lists.js'
import type { Mention } from './mention.js'
import { isOwn, readOwnNumber } from './own.js'
import { pinpointsBefore } from './pinpoints.js'
import { readMentions } from './read-mentions.js'
import { resolveReferences } from './references.js'
import { readRelations } from './relation.js'
import { readAliases } from './short-form.js'
import { readTitle } from './title.js'
import { urnOf } from './urn.js'

export type { CitationContext, CitationRule, FoundCitation } from './context.js'

/**
 * Every mention of a legal or administrative instrument, *văn bản viện dẫn*, in reading order.
 * @param dates mentions of dates in reading order: a citation's date is the one right behind its number or name
 */
export function recogniseCitations(text: FoldedText, dates: readonly DateMention[], context: CitationContext): { citations: FoundCitation[]; findings: Finding[] } {
  const source: Source = { text: text.text, folded: text.folded, dates, context, lines: findLines(text.text) }
  const found = readMentions(source)
  for (const mention of found) mention.pinpoints = pinpointsBefore(source, mention.start)
  for (let index = 0; index < found.length; index++) completeMention(source, found, index)
  carryOverLists(found)
  const mentions = resolveReferences(source, withAliases(source, found))
  const own = readOwnNumber(source)
  for (const mention of mentions) mention.own = isOwn(source, mention, own)
  return { citations: toCitations(source, mentions), findings: findFaults(mentions.filter((mention) => !mention.own)) }
}

function completeMention(source: Source, mentions: readonly Mention[], index: number): void {
  const mention = mentions[index]!
  readIssuerBefore(source, mention)
  mention.title = readTitle(source, mentions, index)
}

function withAliases(source: Source, mentions: readonly Mention[]): Mention[] {
  const aliases = readAliases(source, mentions)
  if (!aliases.length) return [...mentions]
  const taken = new Set(mentions.map(({ start }) => start))
  return [...mentions, ...aliases.filter(({ start }) => !taken.has(start))].sort((a, b) => a.start - b.start)
}

function toCitations(source: Source, mentions: readonly Mention[]): FoundCitation[] {
  const indexOf = new Map(mentions.map((mention, index) => [mention, index]))
  const relations = readRelations(source, mentions)
  return mentions.map((mention, index) => toCitation(source, mention, relations[index]!, mention.refersTo ? (indexOf.get(mention.refersTo) ?? null) : null))
}

function toCitation(source: Source, mention: Mention, relation: Relation, refersTo: number | null): FoundCitation {
  const { text, span } = cut(source.text, mention.start, mention.end)
  const { type, notation, name, date, issuer, title, pinpoints, dateSpan, by } = mention
  return { text, span, type, notation, name, date, issuer, title, pinpoints: [...pinpoints], relation, refersTo, urn: urnOf(mention), dateSpan, by }
}
