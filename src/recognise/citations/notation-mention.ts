import { typeCodeOfSymbol, typeWordsBefore, documentType, type TypeWords } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { isIssuerCode } from '../../grammar/issuer-codes.js'
import { lookAlikeBefore } from '../../grammar/look-alikes.js'
import { factsOf } from '../../grammar/symbol-facts.js'
import { readDashNotation, readNotation, readSpacedNotation, type NotationReading } from '../../grammar/notations.js'
import { isDigit, wordEndsAt } from '../../model/folded.js'
import type { Body, DocumentType } from '../../model/plan.js'
import type { CitationRule, Source } from './context.js'
import { isListHead } from './list-head.js'
import { mentionOf, type Mention } from './mention.js'
import { bodyAt } from './tail.js'
import { typeWordsApart } from './type-apart.js'

const NUMBER_WORD = PATTERNS['number-word']
const LIST_JOINT = PATTERNS['list-joint']
const ISSUER_REACH = 80
/** A number left blank by spaces is at most so long. */
const LONGEST_BLANK = 60

/** A judgment's number ends in its instance: 45/2022/HS-ST, 12/2021/DS-PT, 03/2020/KDTM-GĐT. */
const isCourtFile = ({ parts, notation }: NotationReading): boolean => notation.year !== null && parts.length === 2 && (parts[1] === 'ST' || parts[1] === 'PT' || parts[1] === 'GĐT')

/** Words that stand before a number. */
interface Before {
  /** Where the type's words begin, or the number where there are none. */
  readonly start: number
  readonly words: TypeWords | undefined
  readonly saidNumber: boolean
  /** Where the type's words end. */
  readonly typeEnd: number
  /** What "số", if said, leaves: where the words before it end. */
  readonly wordsEnd: number
  /** The issuer, where it stands between the type and "số". */
  readonly issuer: Body | null
}

/**
 * A citation by number and symbol (số, ký hiệu). Yes: "Quyết định số 2232/QĐ-TTg", "21-CT/TW", "số …/KH-UBND".
 * No: "Mẫu số 01/TB-TĐT", "giấy phép 30/GP-TTĐT", "24/7", "HIV/AIDS".
 */
export function readNotationMention(source: Source, slash: number, previous: Mention | undefined): Mention | undefined {
  const isSmall = isSmallLetter(source.text.charCodeAt(slash + 1))
  const reading = isSmall ? readSmallNotation(source, slash) : readNotation(source, slash)
  if (!reading || factsOf(reading.parts).isLookAlike || isCourtFile(reading)) return undefined
  const before = readBefore(source, reading.start, reading)
  if (isSmall && !isSaid(reading, before)) return undefined
  const carried = before.words === undefined && isListMember(source, reading.start, previous)
  if (!carried && !isInstrument(source, reading, before)) return undefined
  const type = typeOf(reading, before.words, carried ? previous! : undefined)
  return mentionOf({
    start: before.start, end: reading.end, coreEnd: reading.end, by: ruleOf(reading, type), type, typed: before.words !== undefined, carried,
    plural: before.words ? isListHead(source.folded, before.start) : carried && previous!.plural,
    notation: reading.notation, parts: reading.parts, issuer: before.issuer, numberSpan: { start: reading.start, end: reading.end },
    typeSpan: before.words ? { start: before.start, end: before.typeEnd } : carried ? previous!.typeSpan : null,
  })
}

const isSmallLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || code === 0x111

const SMALL_REACH = 40
const SMALL_SYMBOL = /[a-zđ][a-zđ\d.&/-]*/y

/** A symbol in small letters, "số 12/qđ-ubnd", read as if it were in capitals. */
function readSmallNotation({ text, folded }: Source, slash: number): NotationReading | undefined {
  const from = Math.max(0, slash - SMALL_REACH)
  SMALL_SYMBOL.lastIndex = slash + 1
  const symbol = SMALL_SYMBOL.exec(folded)?.[0]
  if (symbol === undefined || symbol !== text.slice(slash + 1, slash + 1 + symbol.length) || !wordEndsAt(folded, slash + 1 + symbol.length)) return undefined
  const raised = text.slice(from, slash + 1) + symbol.toUpperCase().replace('TTG', 'TTg')
  const reading = readNotation({ text: raised, folded: folded.slice(from, from + raised.length) }, slash - from)
  return reading && { ...reading, start: from + reading.start, end: from + reading.end }
}

/** Small letters make a number only where a type stands before it, or "số" and a type in it; and where a body's code is in it. */
const isSaid = ({ parts, form }: NotationReading, { words, saidNumber }: Before): boolean =>
  form === 'state' && parts.length > 1 && (words !== undefined || (saidNumber && typeCodeOfSymbol(parts[0]!) !== undefined)) && (isStateCode(parts[0]!) || isStateCode(parts[1]!))

/**
 * An old number without a slash. Yes: "Quyết định 327-CT", "Nghị định số 13-CP". No: "đội 13-CP": a type must stand before it.
 * @param dash offset of the dash
 */
export function readOldNumber(source: Source, dash: number): Mention | undefined {
  const reading = readDashNotation(source, dash)
  if (!reading) return undefined
  const before = readBefore(source, reading.start)
  if (!before.words?.type) return undefined
  return mentionOf({
    start: before.start, end: reading.end, by: 'citation.old', type: before.words.type, typed: true, notation: reading.notation, parts: reading.parts,
    numberSpan: { start: reading.start, end: reading.end }, typeSpan: { start: before.start, end: before.typeEnd },
  })
}

/**
 * A number without its slash. Yes: "Công điện số 115 CĐ-TTg", and the next of its list, "1031 CĐ-TTg". No: "115 CĐ-ROM".
 * @param space offset of the space between number and symbol
 */
export function readSpacedNumber(source: Source, space: number, previous: Mention | undefined): Mention | undefined {
  const reading = readSpacedNotation(source, space)
  if (!reading || !isStateCode(reading.parts[1]!)) return undefined
  const before = readBefore(source, reading.start)
  const carried = !before.words && isListMember(source, reading.start, previous)
  if (!before.words?.type && !carried) return undefined
  const { notation, parts, start, end } = reading
  return mentionOf({
    start: before.start, end, by: 'citation.individual', type: before.words?.type ?? documentType(typeCodeOfSymbol(parts[0]!)!)!, typed: before.words !== undefined, carried, notation, parts, issuer: before.issuer,
    numberSpan: { start, end }, typeSpan: before.words ? { start: before.start, end: before.typeEnd } : previous!.typeSpan,
    plural: before.words ? isListHead(source.folded, before.start) : previous!.plural,
  })
}

function readBefore(source: Source, at: number, reading?: NotationReading): Before {
  const { folded } = source
  let end = at
  while (folded[end - 1] === ' ' && folded[end - 2] === ' ' && at - end < LONGEST_BLANK) end--
  const numberWord = numberWordBefore(folded, end)
  const saidNumber = numberWord >= 0
  if (saidNumber) end = numberWord
  while (end > 0 && folded[end - 1] === ' ') end--
  if (folded[end - 1] === ':') end--
  if (saidNumber && folded.endsWith(' từ', end)) end -= 3
  const words = typeWordsBefore(source, end)
  const apart = words || !saidNumber ? undefined : (readTypeOfIssuer(source, end) ?? readTypeOfWork(source, end, reading))
  return apart ?? { start: words ? words.start : at, words, typeEnd: end, saidNumber, wordsEnd: end, issuer: null }
}

/** Where the "số" begins that ends before `end`, a colon and spaces passed over; -1 where none does. The form that nearly all have is told by its letters. */
function numberWordBefore(folded: string, end: number): number {
  if (end > 3 && folded.charCodeAt(end - 1) === SPACE && folded.charCodeAt(end - 2) === O_OF_NUMBER && folded.charCodeAt(end - 3) === S && folded.charCodeAt(end - 4) === SPACE) return end - 3
  const from = Math.max(0, end - LONGEST_NUMBER_WORD)
  const number = NUMBER_WORD.exec(folded.slice(from, end))
  return number ? from + number.index + (number[0].startsWith('s') ? 0 : 1) : -1
}

const SPACE = 0x20
const S = 0x73
const O_OF_NUMBER = 0x1ed1
const LONGEST_NUMBER_WORD = 7

/** "Nghị quyết của Quốc hội số 41/2017/QH14": the issuer stands between type and number. */
function readTypeOfIssuer(source: Source, end: number): Before | undefined {
  const from = Math.max(source.lines.startOf(end), end - ISSUER_REACH)
  const of = source.folded.slice(from, end).lastIndexOf(' của ')
  const words = of > 0 ? typeWordsBefore(source, from + of) : undefined
  const body = words ? bodyAt(source, from + of + 5, end) : undefined
  return words && body?.span.end === end ? { start: words.start, words, typeEnd: from + of, saidNumber: true, wordsEnd: end, issuer: body } : undefined
}

/** "Kế hoạch kiểm tra số 12/KH-SYT": what the plan is of stands between type and number, and the symbol is that of the type. */
function readTypeOfWork(source: Source, end: number, reading: NotationReading | undefined): Before | undefined {
  const code = reading && factsOf(reading.parts).type
  const apart = code ? typeWordsApart(source, end, code) : undefined
  return apart && { start: apart.words.start, words: apart.words, typeEnd: apart.end, saidNumber: true, wordsEnd: end, issuer: null }
}

/** Does the number follow another citation as the next member of its list? */
function isListMember({ folded }: Source, at: number, previous: Mention | undefined): boolean {
  return previous !== undefined && previous.notation !== null && at - previous.end < 24 && at > previous.end && LIST_JOINT.test(folded.slice(previous.end, at))
}

/** What is said around a number must make it an instrument; the less is said, the more its symbol must tell. */
function isInstrument(source: Source, reading: NotationReading, before: Before): boolean {
  const { parts, notation, form } = reading
  if (before.words) return before.words.type?.code !== 'HĐ'
  if (notation.number === null) return false
  if (lookAlikeBefore(source.folded, before.wordsEnd)) return false
  const typed = factsOf(parts).type !== undefined
  const ofAssembly = isOfAssembly(parts[0]!)
  if (before.saidNumber) return parts.length > 1 || typed || ofAssembly || isIssuerCode(parts[0]!)
  if (reading.spaced) return false
  if (form !== 'state') return form === 'party' && /^[\d.]+[a-zđ]?-/.test(notation.text) && isIssuerCode(parts[1]!)
  if (ofAssembly) return notation.year !== null
  if (parts.length < 2) return false
  return typed || isIssuerCode(parts[0]!) || /^S[A-ZĐ]{2,}/.test(parts[0]!)
}

/** "QH15", "UBTVQH14": the number of a term behind the National Assembly or its standing committee. */
const isOfAssembly = (part: string): boolean => isDigit(part.charCodeAt(part.length - 1)) && /^(?:QH|UBTVQH)\d{1,2}$/.test(part)

/** The words say the type; else the symbol; a symbol without one is that of a letter (công văn): of a "Văn bản" only where a state body wrote it. */
function typeOf(reading: NotationReading, words: TypeWords | undefined, previous: Mention | undefined): DocumentType | null {
  if (words?.type) return (reading.form === 'party' && words.partyType) || words.type
  const said = typeOfSymbol(reading) ?? previous?.type
  if (said || previous) return said ?? null
  return words && !isStateCode(reading.parts[0]!) ? null : documentType('CV')!
}

/** Ministries, departments (sở) and offices of the state; a company's code is none. */
const isStateCode = (part: string): boolean => isIssuerCode(part) || /^(?:S[A-ZĐ]{1,8}|TT[A-ZĐ]{1,6}|P[A-ZĐ]{2,8}|CC[A-ZĐ]{1,6}|VP[A-ZĐ]{1,6}|BQL[A-ZĐ]*|CA[A-ZĐ]?)$/.test(part)

function typeOfSymbol({ parts, notation, form }: NotationReading): DocumentType | undefined {
  const first = parts[0]!
  const { type } = factsOf(parts)
  if (type && form !== 'old') return documentType(type)
  if (/^QH\d*$/.test(first) && notation.year !== null) return documentType('L')
  if (/^UBTVQH\d*$/.test(first) && notation.year !== null) return documentType('NQ')
  for (const part of form === 'old' ? parts : [first]) {
    const code = typeCodeOfSymbol(part)
    if (code && !(form === 'old' && code === 'TC')) return documentType(code)
  }
  return undefined
}

function ruleOf({ notation, form, parts }: NotationReading, type: DocumentType | null): CitationRule {
  if (notation.number === null) return 'citation.blank'
  if (form === 'party') return 'citation.party'
  if (form === 'old') return 'citation.old'
  if (notation.year !== null) return 'citation.normative'
  return type?.code === 'CV' && factsOf(parts).type === undefined ? 'citation.letter' : 'citation.individual'
}
