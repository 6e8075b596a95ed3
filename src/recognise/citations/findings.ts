import { typeCodeOfSymbol } from '../../grammar/document-types.js'
import { isIssuerCode, issuerOfCode } from '../../grammar/issuer-codes.js'
import type { Finding } from '../../model/diagnostics.js'
import { fold } from '../../model/folded.js'
import type { Mention } from './mention.js'

/** What a careful clerk would point out about the citations; only what is sure. */
export function findFaults(mentions: readonly Mention[]): Finding[] {
  const findings: Finding[] = []
  for (const mention of mentions) typeMismatch(mention, findings)
  for (const mention of mentions) impossibleDate(mention, findings)
  dateConflicts(mentions, findings)
  return findings
}

/** Types whose abbreviation is no body's and no unit's: only these contradict the words before them. */
const SURE_TYPES = new Set(['NQ', 'NĐ', 'QĐ', 'CT', 'KH', 'TT', 'TTLT', 'TTr', 'BC', 'TB', 'HD', 'CTr', 'KL', 'CĐ', 'ĐA', 'PL', 'NQLT', 'VBHN'])
/** Words and symbols that go together though they differ: a circular by joint symbol, a Party regulation numbered as a decision. */
const COMPATIBLE = new Set(['TT TTLT', 'NQ NQLT', 'QĐi QĐ', 'QyĐ QĐ', 'QC QĐ', 'HP NQ', 'L NQ', 'ĐA QĐ', 'DA QĐ', 'PA QĐ', 'QyĐ QĐi', 'CT CTr'])

/** "Nghị quyết số 28/NĐ-CP": the words and the symbol name two types. */
function typeMismatch(mention: Mention, findings: Finding[]): void {
  const { type, notation, parts, typed } = mention
  if (!typed || !type || !notation || !parts.length || type.code === 'QCVN' || type.code === 'TCVN') return
  const symbol = typeCodeOfSymbol(parts[0]!)
  const body = parts[1]
  if (!symbol || symbol === type.code || !SURE_TYPES.has(symbol) || COMPATIBLE.has(`${type.code} ${symbol}`)) return
  if (type.code === 'CV' && !(body && isIssuerCode(body))) return
  if (!body) return
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

/** One instrument that is given two dates. */
function dateConflicts(mentions: readonly Mention[], findings: Finding[]): void {
  const first = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const { notation, date } = mention
    if (!notation?.number || !date || date.length !== 10 || date.includes('X')) continue
    const known = first.get(notation.text) ?? []
    const other = known.find((one) => one.date !== date && isSameInstrument(one, mention))
    if (other && mention.dateSpan) findings.push({ code: 'citation/date-conflict', severity: 'warning', span: mention.dateSpan, args: { notation: notation.text, first: other.date!, second: date } })
    if (!known.some((one) => one.date === date)) first.set(notation.text, [...known, mention])
  }
}

/** A number with its year is one instrument where its code names one body; else type, issuer and the year of the date must agree. */
function isSameInstrument(a: Mention, b: Mention): boolean {
  if (a.type?.code !== b.type?.code) return false
  const central = a.parts.some((part) => issuerOfCode(part, null)?.scope === 'one')
  const sameIssuer = a.issuer && b.issuer ? fold(a.issuer.name) === fold(b.issuer.name) : central || a.issuer === b.issuer
  if (!central && !sameIssuer) return false
  if (a.notation!.year !== null) return central || sameIssuer
  const sameTitle = a.title !== null && b.title !== null && fold(a.title.text) === fold(b.title.text)
  return sameIssuer && (a.date!.slice(0, 4) === b.date!.slice(0, 4) || sameTitle)
}
