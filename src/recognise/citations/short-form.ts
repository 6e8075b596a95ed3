import { documentTypeByName, typeWordsBefore, typeWordsEnd } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { lookAlikeBefore } from '../../grammar/look-alikes.js'
import { isPlainYear } from '../../grammar/notation-numbers.js'
import { readNotationFrom } from '../../grammar/notations.js'
import { isDigit, isUpper, isWordUnit, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { DocumentType } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import { endsWords } from './anchors.js'
import type { Source } from './context.js'
import { isListHead } from './list-head.js'
import { mentionOf, type Mention } from './mention.js'

const SHORT_NUMBER = PATTERNS['short-number']

/**
 * A type that points back, or at the document itself. Yes: "Kế hoạch này", "Nghị định nêu trên", "Luật này".
 * No: "các văn bản này", "Quyết định trên cơ sở …".
 * @param at offset of "này" or "trên"
 */
export function readPointing(source: Source, at: number, word: 'này' | 'trên'): Mention | undefined {
  const { folded } = source
  const end = at + word.length
  if (folded[at - 1] !== ' ' || !wordEndsAt(folded, end)) return undefined
  const said = word === 'trên' ? saidEnd(folded, at) : at - 1
  if (word === 'trên' && said === at - 1 && !endsWords(folded.charCodeAt(end))) return undefined
  const words = typeWordsBefore(source, said)
  if (!words?.type || isListHead(folded, words.start)) return undefined
  const self = word === 'này' && words.type.code === source.context.ownType
  return mentionOf({ start: words.start, end, by: self ? 'citation.self' : 'citation.short-form', type: words.type, typed: true, typeSpan: { start: words.start, end: said } })
}

/** Where the words end that "nêu trên", "nói trên", "kể trên", "dẫn trên" or "trên" points with. */
function saidEnd(folded: string, at: number): number {
  for (const word of [' nêu', ' nói', ' dẫn', ' kể']) if (folded.endsWith(word, at - 1)) return at - 1 - word.length
  return at - 1
}

/**
 * A type with a number and no symbol, *Kế hoạch số 151*.
 * @param at offset of the "số"
 */
export function readShortNumber(source: Source, at: number): Mention | undefined {
  const { text, folded } = source
  if (folded[at - 1] !== ' ' || !wordStartsAt(folded, at)) return undefined
  if (hasSymbol(folded, at + 3)) return undefined
  SHORT_NUMBER.lastIndex = at
  const match = SHORT_NUMBER.exec(folded)
  const words = match ? typeWordsBefore(source, at - 1) : undefined
  if (!match || !words?.type || lookAlikeBefore(folded, at - 1)) return undefined
  const end = at + match[0].length
  const numberAt = end - match.groups!['number']!.length
  if (folded.startsWith(' trung ương', end) && isUpper(text.charCodeAt(end + 1))) return undefined
  if (isWordUnit(folded.charCodeAt(end)) || (folded.charCodeAt(end) === 0x2d && isUpper(text.charCodeAt(end + 1))) || readNotationFrom(source, numberAt)) return undefined
  return mentionOf({ start: words.start, end, by: 'citation.short-form', type: words.type, typed: true, typeSpan: { start: words.start, end: at - 1 }, shortNumber: text.slice(numberAt, end), numberSpan: { start: numberAt, end } })
}

/** Types that are called by their number alone: no *Đề án 06*, no *Chương trình 135*, which are names. */
const CALLED_BY_NUMBER: ReadonlySet<string> = new Set(['NQ', 'CT', 'QĐ', 'NĐ', 'TT', 'KL', 'CĐ', 'CV', 'KH', 'TB', 'QyĐ', 'QĐi', 'HD'])
export const isCalledByNumber = (code: string): boolean => CALLED_BY_NUMBER.has(code)
const BARE_NUMBER = PATTERNS['bare-number']
const BARE_REACH = 24

/**
 * A type and its number without "số", where an issuer follows. Yes: "Chỉ thị 16 của Thủ tướng Chính phủ", "Quyết định 06 ngày 06/01/2022 của
 * Thủ tướng". No: "Nghị quyết 5 năm của …", "Kế hoạch 2024 của …", which may be a year.
 * @param at offset of the "của"
 */
export function readBareNumber(source: Source, at: number): Mention | undefined {
  const { text, folded } = source
  const from = Math.max(0, at - BARE_REACH)
  const match = BARE_NUMBER.exec(folded.slice(from, at))
  if (!match) return undefined
  const start = from + match.index
  const end = start + match.groups!['number']!.length
  const words = folded.charCodeAt(start - 1) === 0x20 && wordEndsAt(folded, end) ? typeWordsBefore(source, start - 1) : undefined
  if (!words?.type || !CALLED_BY_NUMBER.has(words.type.code)) return undefined
  return mentionOf({ start: words.start, end, by: 'citation.short-form', type: words.type, typed: true, typeSpan: { start: words.start, end: start - 1 }, shortNumber: text.slice(start, end), numberSpan: { start, end } })
}

/** Types whose number has its year: before "số", and without it. */
const WITH_YEAR: ReadonlySet<string> = new Set(['NĐ', 'TT', 'TTLT', 'PL', 'L', 'BL', 'NQ', 'QĐ', 'CT'])
const WITH_YEAR_ALONE: ReadonlySet<string> = new Set(['NĐ', 'TT', 'TTLT', 'PL', 'L', 'BL'])

/**
 * A number and its year whose symbol was left out. Yes: "Nghị định 100/2019", "Thông tư số 133/2016 của Bộ Tài chính". No: "Kế hoạch 5/2020", "tháng 3/2020".
 * @param slash offset of the slash before the year
 */
export function readNumberOfYear({ text, folded }: Source, slash: number): Mention | undefined {
  const year = text.slice(slash + 1, slash + 5)
  if (!isPlainYear(year)) return undefined
  let start = slash
  while (isDigit(text.charCodeAt(start - 1))) start--
  const number = text.slice(start, slash)
  const said = PATTERNS['number-said'].exec(folded.slice(Math.max(0, start - 5), start))
  const typeEnd = said ? start - said[0].length - 1 : start - 1
  const words = number.length > 0 && number.length < 5 ? typeWordsBefore({ text, folded }, typeEnd) : undefined
  if (!words?.type || !(said ? WITH_YEAR : WITH_YEAR_ALONE).has(words.type.code)) return undefined
  const end = slash + 5
  return mentionOf({
    start: words.start, end, by: 'citation.normative', type: words.type, typed: true, typeSpan: { start: words.start, end: typeEnd }, numberSpan: { start, end },
    notation: { text: `${number}/${year}`, number, year: Number(year), symbol: null },
  })
}

/** Does a slash follow the digits at `at`? */
function hasSymbol(folded: string, at: number): boolean {
  let end = at
  while (isDigit(folded.charCodeAt(end))) end++
  return end > at && folded.charCodeAt(end) === 0x2f
}

const ALIAS = PATTERNS['alias']
const ALIAS_REACH = 120
const MOST_ALIASES = 40

/** Names that the document gives to what it cites, "(sau đây gọi tắt là Nghị quyết 05)": every later place where one stands. */
export function readAliases(source: Source, mentions: readonly Mention[]): Mention[] {
  const names = new Set<string>()
  const places: Mention[] = []
  for (const mention of mentions) {
    const from = mention.title?.span.end ?? mention.end
    if (mention.notation === null || names.size >= MOST_ALIASES || !hasBracket(source.folded, from)) continue
    const alias = ALIAS.exec(source.folded.slice(from, from + ALIAS_REACH))
    const name = alias?.groups?.['name']
    if (!alias || !name || names.has(name)) continue
    const nameAt = from + alias[0].indexOf(name, alias[0].indexOf(' là'))
    if (!isUpper(source.text.charCodeAt(nameAt))) continue
    names.add(name)
    places.push(...placesOf(source, { start: nameAt, end: nameAt + name.length }, typeOfAlias(source, nameAt) ?? mention.type, mention))
  }
  return places
}

const hasBracket = (folded: string, at: number): boolean => folded.charCodeAt(at) === 0x28 || folded.charCodeAt(at + 1) === 0x28

/** The type that an alias begins with: "Nghị quyết 05", "Luật". */
const typeOfAlias = ({ folded }: Source, at: number): DocumentType | undefined => {
  const end = typeWordsEnd(folded, at)
  return end === undefined ? undefined : documentTypeByName(folded.slice(at, end))
}

/** Every later place of the name (of a law's name also the one in the bracket, where it is read as a law), in the same letters; one that goes on to a number, or to a longer name, is none. */
function placesOf({ text, folded }: Source, alias: Span, type: DocumentType | null, refersTo: Mention): Mention[] {
  const name = text.slice(alias.start, alias.end)
  const places: Mention[] = []
  const isLaw = folded.startsWith('luật ', alias.start) || folded.startsWith('bộ luật ', alias.start)
  for (let at = text.indexOf(name, isLaw ? alias.start : alias.end); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length
    if (!wordStartsAt(folded, at) || !wordEndsAt(folded, end) || goesOn(text, folded, end)) continue
    places.push(mentionOf({ start: at, end, by: 'citation.short-form', type, typed: true, typeSpan: null, refersTo }))
  }
  return places
}

/** A slash, a dash, "số", a number, "này" or a capital behind a name make it another one's. */
function goesOn(text: string, folded: string, end: number): boolean {
  const next = folded.charCodeAt(end)
  if (next === 0x2f || next === 0x2d) return true
  return next === 0x20 && (isUpper(text.charCodeAt(end + 1)) || isDigit(folded.charCodeAt(end + 1)) || PATTERNS['named-behind'].test(folded.slice(end, end + 10)))
}
