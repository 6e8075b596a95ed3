import type { Finding } from '../../model/diagnostics.js'
import { fold, type FoldedText } from '../../model/folded.js'
import type { Citation, DatedWords, Instrument } from '../../model/plan.js'
import { type AnchoredText, anchorsIn } from './anchored-text.js'
import { findIn } from './date-list.js'
import { type CitationContext, type DateFinder, linesBetween, type Source } from './context.js'
import { findFaults } from './findings.js'
import { groupMentions } from './instruments.js'
import { readIssuerBefore } from './issuer-before.js'
import { carryAnnounced, carryOverLists } from './lists.js'
import type { Mention } from './mention.js'
import { isOwn, readOwnNumber } from './own.js'
import { printCitations } from './print.js'
import { readMentions } from './read-mentions.js'
import { resolveReferences } from './references.js'
import { readAliases } from './short-form.js'
import { readTitle } from './title.js'

export type { CitationContext, CitationRule, DateFinder } from './context.js'
export { type AnchoredText, foldForCitations } from './anchored-text.js'
export { readPlainDate } from './plain-date.js'

/** What is cited: each mention in reading order, each instrument once, and what a careful clerk would point out. */
export interface FoundCitations {
  readonly citations: Citation[]
  readonly instruments: Instrument[]
  readonly findings: Finding[]
}

/**
 * Every mention of a legal or administrative instrument, *văn bản viện dẫn*, in reading order.
 * @param text folded, with its anchors if they are known ({@link foldForCitations})
 * @param dates mentions of dates in reading order, or what finds them: a citation's date is the one right behind its number or name
 */
export function recogniseCitations(text: FoldedText | AnchoredText, dates: readonly DatedWords[] | DateFinder, context: CitationContext): FoundCitations {
  const { folded, anchors, breaks } = 'anchors' in text ? text : anchorsIn(text)
  const source: Source = { text: text.text, folded, dates: 'startingIn' in dates ? dates : findIn(dates), context, lines: linesBetween(breaks, folded.length) }
  const found = readMentions(source, anchors)
  for (let index = 0; index < found.length; index++) completeMention(source, found, index)
  carryOverLists(found)
  carryAnnounced(source, found)
  for (const mention of found) nameCommittee(source, mention)
  const unresolved: Mention[] = []
  const mentions = resolveReferences(source, withAliases(source, found), unresolved)
  const own = readOwnNumber(source)
  if (own) for (const mention of mentions) mention.own = isOwn(source, mention, own)
  const groups = groupMentions(mentions)
  const { citations, instruments, relationOf } = printCitations(source, mentions, groups)
  return { citations, instruments, findings: findFaults({ mentions, groups, relationOf, issued: context.issued ?? null, unresolved: unresolved.filter(({ shortNumber }) => !own?.text.startsWith(`${shortNumber}/`) && !own?.text.startsWith(`${shortNumber}-`)) }) }
}

function completeMention(source: Source, mentions: readonly Mention[], index: number): void {
  const mention = mentions[index]!
  readIssuerBefore(source, mention)
  mention.title = readTitle(source, mentions, index)
}

/** "-NQ/TƯ" is of the Party's centre (TW), but of a province's committee (TU) where that is said to have issued it. */
function nameCommittee({ text }: Source, mention: Mention): void {
  const { notation, numberSpan, issuer } = mention
  if (!notation?.symbol?.endsWith('TW') || !numberSpan || !issuer || (issuer.level !== 'province' && !fold(issuer.name).includes('thành ủy')) || !text.startsWith('TƯ', numberSpan.end - 2)) return
  const ofProvince = (words: string): string => `${words.slice(0, -1)}U`
  mention.notation = { ...notation, text: ofProvince(notation.text), symbol: ofProvince(notation.symbol) }
  mention.parts = [...mention.parts.slice(0, -1), ofProvince(mention.parts.at(-1)!)]
}

/** Names given in brackets, in their places among the mentions; one that was read as a law of its own name ("Luật CNTT") stands for what it was given to. */
function withAliases(source: Source, mentions: readonly Mention[]): readonly Mention[] {
  const aliases = readAliases(source, mentions)
  if (!aliases.length) return mentions
  const taken = new Map(mentions.map((mention) => [mention.start, mention]))
  for (const { start, refersTo } of aliases) {
    const law = taken.get(start)
    if (law?.by === 'citation.law' && law.notation === null && law.date === null && law !== refersTo) law.refersTo = refersTo
  }
  return [...mentions, ...aliases.filter(({ start }) => !taken.has(start))].sort((a, b) => a.start - b.start)
}
