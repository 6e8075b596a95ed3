import type { Instrument, Pinpoint, Relation, ResolvedLaw as PrintedLaw } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import type { FoundCitation, Source } from './context.js'
import type { Group } from './instruments.js'
import type { Mention } from './mention.js'
import { readRelations } from './relation.js'
import { type ResolvedLaw, resolveLaw } from './resolve-law.js'
import { partitionOf, urnOf } from './urn.js'

/** Mentions and groups as they stand in the output, pointing at one another by index. */
export function printCitations(source: Source, mentions: readonly Mention[], groups: readonly Group[]): { citations: FoundCitation[]; instruments: Instrument[] } {
  const indexOf = new Map<Mention, number>()
  for (const mention of mentions) indexOf.set(mention, indexOf.size)
  const instrumentOf = new Map<Mention, number>()
  for (const [index, group] of groups.entries()) for (const mention of group.mentions) instrumentOf.set(mention, index)
  const relations = readRelations(source, mentions)
  const instruments = groups.map((group) => toInstrument(group, group.mentions.map((mention) => indexOf.get(mention)!), relations))
  const citations = mentions.map((mention, index) => {
    const instrument = instrumentOf.get(mention) ?? null
    const urn = instrument === null ? null : instruments[instrument]!.urn
    return { ...toCitation(source, mention, relations[index]!, urn), refersTo: mention.refersTo ? (indexOf.get(mention.refersTo) ?? null) : null, instrument }
  })
  return { citations, instruments }
}

function toCitation(source: Source, mention: Mention, relation: Relation, urn: string | null): Omit<FoundCitation, 'refersTo' | 'instrument'> {
  const { text, span } = cut(source.text, mention.start, mention.end)
  const { type, notation, name, date, issuer, title, by } = mention
  const found = resolveLaw(mention)
  const parts = { type: mention.typeSpan, notation: mention.numberSpan, name: mention.nameSpan, date: mention.dateSpan, issuer: issuer?.span ?? null, title: title?.span ?? null }
  return { text, span, type, notation, name, date, issuer, title, pinpoints: toPinpoints(mention, urn), relation, urn, parts, resolved: found ? toResolved(found) : null, by }
}

const toResolved = ({ law, because }: ResolvedLaw): PrintedLaw => ({ name: law.name, notation: law.notation || null, date: law.adopted || null, because })

function toPinpoints({ pinpoints }: Mention, urn: string | null): Pinpoint[] {
  return pinpoints.map(({ path, ...place }) => ({ ...place, urn: urn && `${urn}~${partitionOf(path)}` }))
}

/** What all mentions state together: of each part the fullest mention's, then that of the next that has it. */
function toInstrument({ mentions }: Group, indexes: number[], relations: readonly Relation[]): Instrument {
  const byFullness = [...mentions].sort((a, b) => fullness(b) - fullness(a) || a.start - b.start)
  const first = <K extends 'type' | 'notation' | 'name' | 'issuer' | 'title'>(key: K): Mention[K] | null => byFullness.find((mention) => mention[key] !== null)?.[key] ?? null
  const numbered = byFullness.find(({ notation }) => notation?.symbol) ?? byFullness[0]!
  const date = byFullness.find((mention) => mention.date?.length === 10 && !mention.date.includes('X'))?.date ?? byFullness.find((mention) => mention.date !== null)?.date ?? null
  const said = { type: first('type'), notation: numbered.notation, name: first('name'), date, issuer: first('issuer'), parts: numbered.parts, by: numbered.by }
  const found = resolveLaw(said)
  const all = [...new Set(indexes.map((index) => relations[index]!))]
  const special = all.filter((relation) => relation !== 'refers')
  return {
    type: said.type, notation: said.notation, name: said.name, date, issuer: said.issuer, title: first('title'),
    resolved: found ? toResolved(found) : null, urn: urnOf(said, found?.law), relations: special.length ? special : all, mentions: indexes,
  }
}

const fullness = ({ refersTo, notation, name, date, issuer, title }: Mention): number =>
  refersTo ? -1 : [notation, name, date, issuer, title].filter((part) => part !== null).length
