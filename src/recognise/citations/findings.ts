import { absentIssuer, isIssuerCode } from '../../grammar/issuer-codes.js'
import { replacementOf } from '../../grammar/laws.js'
import { factsOf } from '../../grammar/symbol-facts.js'
import type { Finding } from '../../model/diagnostics.js'
import { fold } from '../../model/folded.js'
import type { Relation } from '../../model/plan.js'
import { issuerKey } from './instruments.js'
import type { Group, Mention } from './mention.js'
import { isCalledByNumber } from './short-form.js'
import { lawOf } from './resolve-law.js'

/** What is known when the citations of a text are looked over. */
export interface Read {
  readonly mentions: readonly Mention[]
  readonly groups: readonly Group[]
  /** What is said of each mention. */
  readonly relationOf: (mention: Mention) => Relation
  /** ISO day of the text, or null. */
  readonly issued: string | null
  /** Types with a number and no symbol that stand for no instrument that is known. */
  readonly unresolved: readonly Mention[]
}

/** What a careful clerk would point out about the citations; only what is sure. */
export function findFaults({ mentions, groups, relationOf, issued, unresolved }: Read): Finding[] {
  const findings: Finding[] = []
  for (const mention of mentions) {
    if (mention.own || mention.refersTo) continue
    typeMismatch(mention, findings)
    impossibleDate(mention, findings)
    issuerNotThere(mention, findings)
    if (mention.notation?.number === null && mention.typed) findings.push({ code: 'citation/number-missing', severity: 'info', span: { start: mention.start, end: mention.end }, args: { symbol: mention.notation.symbol ?? '' } })
    if (issued?.length === 10) supersededNumber(mention, relationOf(mention), issued, findings)
  }
  dateConflicts(mentions, findings)
  for (const group of groups) {
    if (group.issuers.length > 1) issuerConflict(group, findings)
    if (group.years.length === 0) dateMissing(group, relationOf, findings)
  }
  for (const { start, end, type, shortNumber } of unresolved) {
    if (type && isCalledByNumber(type.code)) findings.push({ code: 'citation/unresolved', severity: 'info', span: { start, end }, args: { type: type.name, number: shortNumber ?? '' } })
  }
  return findings
}

/** A ministry's code on a day when the ministry was not there yet, or no more. */
function issuerNotThere({ notation, parts, date, dateSpan }: Mention, findings: Finding[]): void {
  if (!notation || date?.length !== 10 || date.includes('X') || parts.length < 2 || !factsOf(parts).mayNameOne) return
  for (const part of parts.slice(1)) {
    const absent = absentIssuer(part, date)
    if (absent) findings.push({ code: 'citation/issuer-not-there', severity: 'warning', span: dateSpan, args: { issuer: absent.name, notation: notation.text, date } })
  }
}

/** A law's number that another law of the name had replaced by the day of the text; a ground must be in force, elsewhere the old law may be meant. */
function supersededNumber(mention: Mention, relation: Relation, issued: string, findings: Finding[]): void {
  if (mention.by !== 'citation.law' && !LAWS.has(mention.type?.code ?? '')) return
  const law = lawOf(mention)
  if (law?.because !== 'number' || relation === 'replaces' || relation === 'repeals' || relation === 'amends') return
  const replacement = replacementOf(law.law, issued)
  if (!replacement) return
  findings.push({
    code: 'citation/superseded-number', severity: relation === 'basis' ? 'warning' : 'info', span: mention.numberSpan,
    args: { name: law.law.name, notation: law.law.notation, replacement: replacement.notation, since: replacement.from },
  })
}

const LAWS: ReadonlySet<string> = new Set(['L', 'BL', 'PL'])

/** One number on one day, two bodies of which neither is part of the other's name. */
function issuerConflict({ mentions }: Group, findings: Finding[]): void {
  const stated = mentions.filter(({ issuer, notation }) => issuer !== null && !issuer.collective && notation?.number)
  const first = stated[0]
  const other = first && stated.find(({ issuer }) => isOther(issuerKey(first.issuer!), issuerKey(issuer!)))
  if (!first || !other || !first.issuer || !other.issuer) return
  findings.push({ code: 'citation/issuer-conflict', severity: 'warning', span: other.issuer.span, args: { notation: first.notation!.text, first: first.issuer.name, second: other.issuer.name } })
}

const isOther = (a: string, b: string): boolean => !a.includes(b) && !b.includes(a)

/** A ground whose number needs its day to be told from another year's, and that no mention dates. */
function dateMissing({ mentions }: Group, relationOf: (mention: Mention) => Relation, findings: Finding[]): void {
  const mention = mentions[0]!
  const { notation, by } = mention
  if (!notation?.number || notation.year !== null || mention.impossible || by === 'citation.law' || by === 'citation.standard' || relationOf(mention) !== 'basis') return
  findings.push({ code: 'citation/date-missing', severity: 'info', span: { start: mention.start, end: mention.end }, args: { notation: notation.text } })
}

/** Types whose abbreviation is no body's and no unit's: only these contradict the words before them. */
const SURE_TYPES = new Set(['NQ', 'NĐ', 'QĐ', 'CT', 'KH', 'TT', 'TTLT', 'TTr', 'BC', 'TB', 'HD', 'CTr', 'KL', 'CĐ', 'ĐA', 'PL', 'NQLT', 'VBHN'])
/** Words and symbols that go together though they differ: a circular by joint symbol, a Party regulation numbered as a decision. */
const COMPATIBLE = new Set(['TT TTLT', 'TTLT TT', 'NQ NQLT', 'QĐi QĐ', 'QyĐ QĐ', 'QC QĐ', 'HP NQ', 'L NQ', 'ĐA QĐ', 'DA QĐ', 'PA QĐ', 'QyĐ QĐi', 'CT CTr'])

/** "Nghị quyết số 28/NĐ-CP": the words and the symbol name two types. */
function typeMismatch(mention: Mention, findings: Finding[]): void {
  const { type, notation, parts, typed } = mention
  if (!typed || !type || !notation || !parts.length || type.code === 'QCVN' || type.code === 'TCVN') return
  const symbol = factsOf(parts).type
  const body = parts[1]
  if (!symbol || symbol === type.code || !SURE_TYPES.has(symbol) || COMPATIBLE.has(`${type.code} ${symbol}`)) return
  if (type.code === 'CV' && !(body && isIssuerCode(body))) return
  if (!body || (type.name === 'Thông tri' && symbol === 'TTr')) return
  findings.push({ code: 'citation/type-symbol-mismatch', severity: 'warning', span: { start: mention.start, end: mention.end }, args: { type: type.name, notation: notation.text } })
}

/** A day that no calendar has, or one before the year in the number. */
function impossibleDate(mention: Mention, findings: Finding[]): void {
  if (mention.impossible) {
    findings.push({ code: 'citation/impossible-date', severity: 'warning', span: mention.impossible.span, args: { found: mention.impossible.text } })
    return
  }
  const year = mention.notation?.year
  if (!year || !mention.date || !mention.dateSpan || mention.date.startsWith('X') || Math.abs(Number(mention.date.slice(0, 4)) - year) <= 1) return
  findings.push({ code: 'citation/impossible-date', severity: 'info', span: mention.dateSpan, args: { found: mention.date } })
}

/** More dates of one number than this are not told apart. */
const MOST_DATES = 20

/** One instrument that is given two dates. */
function dateConflicts(mentions: readonly Mention[], findings: Finding[]): void {
  const first = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const { notation, date } = mention
    if (mention.own) continue
    if (!notation?.number || !date || date.length !== 10 || date.includes('X')) continue
    const known = first.get(notation.text) ?? []
    const other = known.find((one) => one.date !== date && isSameInstrument(one, mention))
    if (other && mention.dateSpan) findings.push({ code: 'citation/date-conflict', severity: 'warning', span: mention.dateSpan, args: { notation: notation.text, first: other.date!, second: date } })
    if (known.length < MOST_DATES && !known.some((one) => one.date === date)) first.set(notation.text, [...known, mention])
  }
}

/** A number with its year is one instrument where its code names one body; else type, issuer and the year of the date must agree. */
function isSameInstrument(a: Mention, b: Mention): boolean {
  if (a.type?.code !== b.type?.code) return false
  const central = factsOf(a.parts).single !== undefined
  const sameIssuer = a.issuer && b.issuer ? fold(a.issuer.name) === fold(b.issuer.name) : central || a.issuer === b.issuer
  if (!central && !sameIssuer) return false
  if (a.notation!.year !== null) return central || sameIssuer
  const sameTitle = a.title !== null && b.title !== null && fold(a.title.text) === fold(b.title.text)
  return sameIssuer && (a.date!.slice(0, 4) === b.date!.slice(0, 4) || sameTitle)
}
