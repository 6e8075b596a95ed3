import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { factsOf } from '../../grammar/symbol-facts.js'
import { lawKey } from '../../grammar/laws.js'
import { fold } from '../../model/folded.js'
import { ownText } from '../../model/own-text.js'
import type { Body } from '../../model/plan.js'
import { rememberWords } from '../../model/remember.js'
import type { Group, Mention } from './mention.js'
import { lawOf } from './resolve-law.js'

/**
 * Which mentions mean the same instrument. By the rule of Hướng dẫn 36-HD/VPTW the first mention is full and later ones have type and
 * number alone: those without date or issuer join the one instrument that they fit, and stay by themselves where two could be meant.
 * Short forms go with what they stand for.
 */
export function groupMentions(mentions: readonly Mention[]): Group[] {
  const groups: Group[] = []
  const byKey = new Map<string, Group[]>()
  const withYear = mentions.some(lacksSymbol)
  const join = (mention: Mention): void => {
    const keys = keysOf(mention, withYear)
    const fitting = groupFor(byKey.get(keys[0] ?? ''), mention)
    const group = fitting ?? groupOf(mention)
    if (fitting) takeIn(group, mention)
    else groups.push(group)
    mention.group = group
    for (const key of keys) {
      const known = byKey.get(key)
      if (!known) byKey.set(key, [group])
      else if (known.length < MOST_NAMESAKES && !known.includes(group)) known.push(group)
    }
  }
  for (const mention of mentions) if (mention.refersTo === null && isFull(mention)) join(mention)
  for (const mention of mentions) if (mention.refersTo === null && mention.by !== 'citation.self' && !mention.own && !isFull(mention)) join(mention)
  for (const mention of mentions) {
    const group = mention.refersTo?.group
    if (!group) continue
    takeIn(group, mention)
    mention.group = group
  }
  for (const { mentions: ofGroup } of groups) if (ofGroup.length > 1) ofGroup.sort((a, b) => a.start - b.start)
  return groups.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start)
}

/** The one instrument that it fits; of several the one of which as little is known. */
function groupFor(known: readonly Group[] | undefined, mention: Mention): Group | undefined {
  if (!known) return undefined
  const fitting = known.filter((group) => fits(group, mention))
  return fitting.length === 1 ? fitting[0] : fitting.find(({ bare }) => bare)
}

/** A new group with what its first mention states: most instruments are mentioned once. */
function groupOf(mention: Mention): Group {
  const { date, issuer, notation } = mention
  return { mentions: [mention], years: date ? [date.slice(0, 4)] : [], issuers: issuer ? [issuerKey(issuer)] : [], number: notation?.text ?? null, bare: !isFull(mention) }
}

/** More instruments with one number than this are not told apart. */
const MOST_NAMESAKES = 12

/** Does it say by itself which instrument it is: a law's number or year, a number with its day? */
const isFull = ({ by, own, name, notation, date }: Mention): boolean => by !== 'citation.self' && !own && (date !== null || (notation !== null && (name !== null || (notation.year !== null && (notation.symbol !== null || by === 'citation.standard')))))

function takeIn(group: Group, mention: Mention): void {
  group.mentions.push(mention)
  group.number ??= mention.notation?.text ?? null
  group.bare &&= !isFull(mention)
  const year = mention.date?.slice(0, 4)
  if (year && !group.years.includes(year)) group.years.push(year)
  const issuer = mention.issuer && issuerKey(mention.issuer)
  if (issuer && group.issuers.length < MOST_NAMESAKES && !group.issuers.includes(issuer)) group.issuers.push(issuer)
}

/** A number and its year alone: "Nghị định 100/2019". */
const lacksSymbol = ({ notation, by }: Mention): boolean => notation !== null && notation.symbol === null && notation.year !== null && by !== 'citation.standard'

/** Under what a mention is looked up: its number and symbol, or its name; under both it is found. */
function keysOf(mention: Mention, withYear: boolean): string[] {
  const { notation, name, type } = mention
  const law = name === null ? null : lawOf(mention)
  const number = notation?.number ? notation.text : law && law.because !== 'only' ? law.law.notation : ''
  if (notation?.number && type && lacksSymbol(mention)) return [`${type.code} ${plainNumber(notation.number)}/${notation.year}`]
  const keys = number ? [`${notation?.symbol === null && type ? `${type.code} ` : ''}${plainNumber(number)}`] : []
  if (name !== null) keys.push(lawKey(name))
  if (withYear && notation?.number && notation.year !== null && type) keys.push(`${type.code} ${plainNumber(notation.number)}/${notation.year}`)
  return keys
}

function plainNumber(number: string): string {
  let from = 0
  while (number.charCodeAt(from) === 0x30) from++
  return from ? number.slice(from) : number
}

/** Nothing that the mention states contradicts what is known of the instrument; two days of one year are one instrument with a slip. */
function fits({ number, years, issuers }: Group, { notation, parts, issuer, date, name }: Mention): boolean {
  if (name !== null && notation && number !== null && number !== notation.text) return false
  const central = notation?.year !== null && number === notation?.text && factsOf(parts).single !== undefined
  if (central) return true
  return (date === null || !years.length || years.includes(date.slice(0, 4))) && (issuer === null || !issuers.length || issuers.includes(issuerKey(issuer)))
}

/** The office and its holder issue alike: "Bộ trưởng Bộ Y tế" and "Bộ Y tế". */
export const issuerKey = ({ name }: Pick<Body, 'name'>): string => withoutHolder(name)
const withoutHolder = rememberWords((name) => ownText(fold(name).replace(PATTERNS.holder, '')))
