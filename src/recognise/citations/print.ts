import type { Citation, Instrument, Pinpoint, Relation, ResolvedLaw as PrintedLaw } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import type { Source } from './context.js'
import type { Group, Mention } from './mention.js'
import { finerRelations, readRelations } from './relation.js'
import { lawOf, type ResolvedLaw, resolveLaw } from './resolve-law.js'
import { partitionOf, urnOf } from './urn.js'

export interface Printed {
  readonly citations: Citation[]
  readonly instruments: Instrument[]
  /** What is said of each mention, the words right before it heeded. */
  readonly relationOf: (mention: Mention) => Relation
}

/** Mentions and groups as they stand in the output, pointing at one another by index. */
export function printCitations(source: Source, mentions: readonly Mention[], groups: readonly Group[]): Printed {
  for (let index = 0; index < mentions.length; index++) mentions[index]!.index = index
  const relations = readRelations(source, mentions)
  const finer = finerRelations(source, mentions, relations)
  const printed = source.context.preamble === null && source.context.finer ? finer : relations
  const instrumentOf = new Int32Array(mentions.length).fill(-1)
  const instruments = groups.map((group, place) => {
    const indexes = group.mentions.map(({ index }) => index)
    for (const index of indexes) instrumentOf[index] = place
    return toInstrument(group, indexes, finer)
  })
  const citations = mentions.map((mention, index) => {
    const instrument = instrumentOf[index]!
    const refersTo = mention.refersTo && mention.refersTo.index >= 0 ? mention.refersTo.index : null
    return toCitation(source, mention, printed[index]!, refersTo, instrument < 0 ? null : instrument, instrument < 0 ? null : instruments[instrument]!.urn)
  })
  return { citations, instruments, relationOf: ({ index }) => finer[index] ?? 'refers' }
}

function toCitation({ text: all }: Source, mention: Mention, relation: Relation, refersTo: number | null, instrument: number | null, urn: string | null): Citation {
  const { start, end, type, notation, name, date, issuer, title, typeSpan, numberSpan, nameSpan, dateSpan } = mention
  const law = lawOf(mention)
  return {
    text: all.slice(start, end), span: { start, end }, type, notation, name, date, issuer, title, pinpoints: toPinpoints(mention, urn), relation, refersTo, urn,
    parts: { type: typeSpan, notation: numberSpan, name: nameSpan, date: dateSpan, issuer: issuer?.span ?? null, title: title?.span ?? null },
    amended: mention.amended && toAmended(all, mention.amended), resolved: law && toResolved(law), instrument,
  }
}

const toResolved = ({ law, because }: ResolvedLaw): PrintedLaw => ({ name: law.name, notation: law.notation || null, date: law.adopted || null, because })

function toAmended(all: string, span: Span): Citation['amended'] {
  const text = all.slice(span.start, span.end)
  return { text, span: { ...span }, years: [...text.matchAll(/\d{4}/g)].map(([year]) => Number(year)) }
}

const toPinpoints = ({ pinpoints }: Mention, urn: string | null): Pinpoint[] =>
  pinpoints.map(({ text, span, unit, value, path }) => ({ text, span, unit, value, urn: urn && `${urn}~${partitionOf(path)}` }))

/** What all mentions state together: of each part the fullest mention's, then that of the next that has it. */
function toInstrument({ mentions }: Group, indexes: number[], relations: readonly Relation[]): Instrument {
  const said = mentions.length === 1 ? mentions[0]! : joinMentions(mentions)
  const law = mentions.length === 1 ? lawOf(mentions[0]!) : (resolveLaw(said) ?? null)
  const { type, notation, name, date, issuer, title } = said
  return { type, notation, name, date, issuer, title, resolved: law && toResolved(law), urn: urnOf(said, law?.law), relations: relationsOf(indexes, relations), mentions: indexes }
}

type Said = Pick<Mention, 'type' | 'notation' | 'name' | 'date' | 'issuer' | 'title' | 'parts' | 'by'>

function joinMentions(mentions: readonly Mention[]): Said {
  const byFullness = [...mentions].sort((a, b) => fullness(b) - fullness(a) || a.start - b.start)
  const first = <K extends 'type' | 'name' | 'issuer' | 'title'>(key: K): Mention[K] | null => byFullness.find((mention) => mention[key] !== null)?.[key] ?? null
  const numbered = byFullness.find(({ notation }) => notation?.symbol) ?? byFullness[0]!
  const dated = byFullness.find((mention) => mention.date?.length === 10 && !mention.date.includes('X')) ?? byFullness.find((mention) => mention.date !== null)
  return { type: first('type'), notation: numbered.notation, name: first('name'), date: dated?.date ?? null, issuer: first('issuer'), title: first('title'), parts: numbered.parts, by: numbered.by }
}

function relationsOf(indexes: readonly number[], relations: readonly Relation[]): Relation[] {
  if (indexes.length === 1) return [relations[indexes[0]!]!]
  const all = [...new Set(indexes.map((index) => relations[index]!))]
  const special = all.filter((relation) => relation !== 'refers')
  return special.length ? special : all
}

function fullness({ refersTo, notation, name, date, issuer, title }: Mention): number {
  if (refersTo) return -1
  return (notation ? 1 : 0) + (name ? 1 : 0) + (date ? 1 : 0) + (issuer ? 1 : 0) + (title ? 1 : 0)
}
