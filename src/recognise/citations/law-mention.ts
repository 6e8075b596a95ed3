import { documentType } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { lawOfLetters, writtenOut } from '../../grammar/law-abbreviations.js'
import { knownLawEnd, type LawHead } from '../../grammar/laws.js'
import { readNotationFrom } from '../../grammar/notations.js'
import { isDigit, isUpper, isWordUnit, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { Span } from '../../model/span.js'
import type { Source } from './context.js'
import { mentionOf, type Mention } from './mention.js'

const NOT_A_LAW = PATTERNS['not-a-law']
const LAW_STOP = PATTERNS['law-stop']
const AMENDING = PATTERNS['amending-law']
const AMENDED_LAWS = PATTERNS['amended-laws']
const NUMBER_LEAD = PATTERNS['number-lead']
const YEAR_BARE = PATTERNS['year-bare']

const TYPE_OF_HEAD: Readonly<Record<LawHead, string>> = { 'luật': 'L', 'bộ luật': 'BL', 'pháp lệnh': 'PL', 'hiến pháp': 'HP' }
const HEAD_LENGTH: Readonly<Record<string, number>> = Object.fromEntries(Object.entries(TYPE_OF_HEAD).map(([head, code]) => [code, head.length]))
/** An unknown name has at most so many words. */
const MOST_WORDS = 16

/** A law by name. Laws inside an amending law's name are citations of their own: they are looked for up to `innerEnd`, from `resumeAt` on. */
export interface LawMention {
  readonly mention: Mention
  readonly resumeAt: number
  readonly innerEnd: number
}

/**
 * A law, code, ordinance or constitution by its name, *Luật …*. Yes: "Luật Bình đẳng giới", "Bộ luật Lao động năm 2019",
 * "luật quản lý thuế". No: "pháp luật", "luật sư", "dự án Luật …", "Luật của Quốc hội".
 * @param limit nothing behind it belongs to this law: the end of the amending law's name that it stands in
 */
export function readLawMention(source: Source, at: number, head: LawHead, limit: number): LawMention | undefined {
  const { folded } = source
  const isCode = head === 'luật' && folded.startsWith('bộ ', at - 3) && wordStartsAt(folded, at - 3)
  const start = isCode ? at - 3 : at
  const kind = isCode ? 'bộ luật' : head
  const nameAt = at + head.length
  if (!wordStartsAt(folded, start) || !wordEndsAt(folded, nameAt)) return undefined
  if (head !== 'hiến pháp' && folded[nameAt] !== ' ') return undefined
  if (NOT_A_LAW.test(folded.slice(Math.max(0, start - 20), start))) return undefined
  if (head === 'luật' && !isCode) {
    const amending = readAmendingLaw(source, start, nameAt + 1)
    if (amending) return amending
  }
  const end = nameEnd(source, kind, start, nameAt)
  if (end === undefined) return undefined
  const mention = end >= limit ? namedLaw(source, start, end, TYPE_OF_HEAD[kind]!) : withNumber(source, start, end, TYPE_OF_HEAD[kind]!)
  return { mention, resumeAt: mention.end, innerEnd: mention.end }
}

function nameEnd(source: Source, head: LawHead, start: number, nameAt: number): number | undefined {
  const known = knownLawEnd(source.folded, head, nameAt)
  if (head === 'hiến pháp') return isUpper(source.text.charCodeAt(start)) ? Math.max(known, nameAt) : undefined
  if (known > nameAt) return known
  return isUpper(source.text.charCodeAt(start)) ? unknownNameEnd(source, nameAt) : undefined
}

/** The end of a name that the table lacks: a capitalised word and what goes with it. */
function unknownNameEnd({ text, folded }: Source, nameAt: number): number | undefined {
  let i = nameAt + 1
  if (!isUpper(text.charCodeAt(i))) return undefined
  let end = i
  for (let words = 0; words < MOST_WORDS; words++) {
    LAW_STOP.lastIndex = i
    if (LAW_STOP.test(folded)) break
    let to = i
    while (isWordUnit(folded.charCodeAt(to)) || (folded.charCodeAt(to) === 0x26 && isUpper(text.charCodeAt(to + 1)))) to++
    if (to === i) break
    end = to
    const short = words < 3 && folded[to] === ',' && folded[to + 1] === ' ' && !isUpper(text.charCodeAt(to + 2))
    i = short ? to + 2 : to + 1
    if (!short && folded[to] !== ' ') break
  }
  while (folded.startsWith(' và', end - 3)) end -= 3
  return end > nameAt + 1 ? end : undefined
}

/** "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B": the name goes to the last law in it. */
function readAmendingLaw(source: Source, start: number, at: number): LawMention | undefined {
  const { text, folded } = source
  AMENDING.lastIndex = at
  const opening = AMENDING.exec(folded)
  if (!opening) return undefined
  let end = AMENDING.lastIndex
  const counted = countedLawsEnd(folded, end)
  if (counted !== undefined && isUpper(text.charCodeAt(start))) return { mention: withNumber(source, start, counted, 'L'), resumeAt: counted, innerEnd: counted }
  const inside = end
  for (let rounds = 0; rounds < 8; rounds++) {
    const law = PATTERNS['next-law'].exec(folded.slice(end, end + 24))
    if (!law) break
    const nameAt = end + law[0].length
    const to = nameEnd(source, law.groups!['kind'] as LawHead, nameAt - law.groups!['kind']!.length, nameAt)
    if (to === undefined) break
    end = to
  }
  while (folded[end - 1] === ' ') end--
  if (end === inside && !isUpper(text.charCodeAt(start))) return undefined
  const mention = withNumber(source, start, end, 'L')
  return { mention, resumeAt: end > inside ? inside : mention.end, innerEnd: end }
}

/** "… một số điều của 37 luật có liên quan đến quy hoạch": the laws are counted, not named. */
function countedLawsEnd(folded: string, at: number): number | undefined {
  AMENDED_LAWS.lastIndex = folded[at - 1] === ' ' ? at - 1 : at
  return AMENDED_LAWS.test(folded) ? AMENDED_LAWS.lastIndex : undefined
}

/** Behind the name may stand "(sửa đổi)", a number and symbol, or a bare year. */
function withNumber(source: Source, start: number, end: number, type: string): Mention {
  const law = namedLaw(source, start, end, type)
  if (!mayBeNumbered(source.folded, end)) return law
  NUMBER_LEAD.lastIndex = end
  const lead = NUMBER_LEAD.exec(source.folded)
  const reading = lead ? readNotationFrom(source, end + lead[0].length) : undefined
  if (reading && reading.form !== 'party' && lead) {
    const closing = lead[0].includes('(') && source.folded[reading.end] === ')' ? 1 : 0
    return Object.assign(law, { end: reading.end + closing, coreEnd: reading.end + closing, notation: reading.notation, parts: reading.parts, numberSpan: { start: reading.start, end: reading.end } })
  }
  YEAR_BARE.lastIndex = end
  const year = YEAR_BARE.exec(source.folded)
  if (!year) return law
  const yearAt = end + year[0].indexOf(year.groups!['year']!)
  return Object.assign(law, { end: YEAR_BARE.lastIndex, date: year.groups!['year']!, dateSpan: { start: yearAt, end: yearAt + 4 } })
}

/** Words right behind a law that say it was amended: "(sửa đổi, bổ sung năm 2017)"; null where there are none. */
export function readAmended({ folded }: Source, end: number): Span | null {
  const at = folded.charCodeAt(end) === 0x2c ? end + 2 : end + 1
  const first = folded.charCodeAt(at)
  if (first !== 0x28 && first !== 0x73 && first !== 0x111) return null
  AMENDED.lastIndex = end
  const match = AMENDED.exec(folded)
  if (!match) return null
  const start = end + match[0].search(/[^ ,]/)
  return { start, end: AMENDED.lastIndex }
}

const AMENDED = PATTERNS['amended']

/** A code by its letters, *BLHS*: "Điều 175 BLHS", "BLTTDS năm 2015". */
export function readLawLetters(source: Source, at: number): Mention | undefined {
  let end = at
  while (isWordUnit(source.folded.charCodeAt(end))) end++
  const isAddress = source.folded.charCodeAt(at - 1) === 0x2f && isWordUnit(source.folded.charCodeAt(at - 2)) && !isUpper(source.text.charCodeAt(at - 2))
  return !isAddress && lawOfLetters(source.text.slice(at, end)) && wordStartsAt(source.folded, at) ? withNumber(source, at, end, 'BL') : undefined
}

/** What a law's name alone tells. */
const namedLaw = ({ text }: Source, start: number, end: number, code: string): Mention =>
  mentionOf({ start, end, by: 'citation.law', type: documentType(code)!, typed: true, typeSpan: { start, end: Math.min(end, start + HEAD_LENGTH[code]!) }, name: lawOfLetters(text.slice(start, end)) ?? writtenOut(text.slice(start, end)), nameSpan: { start, end } })

/** Does a digit, *số*, *luật số* or a bracket follow, comma and spaces passed over? */
function mayBeNumbered(folded: string, end: number): boolean {
  let at = end
  while (at - end < 4 && (folded.charCodeAt(at) === 0x20 || folded.charCodeAt(at) === 0x2c)) at++
  const code = folded.charCodeAt(at)
  if (code === 0x28 || isDigit(code)) return true
  return (code === 0x73 && folded.charCodeAt(at + 1) === 0x1ed1) || ((code === 0x6c || code === 0x62 || code === 0x70) && LAW_AGAIN.test(folded.slice(at, at + 14)))
}

const LAW_AGAIN = PATTERNS['law-again']
