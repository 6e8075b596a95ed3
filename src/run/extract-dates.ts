import { type Language, toDiagnostic } from '../grammar/wording.js'
import type { Finding } from '../model/diagnostics.js'
import { isKnownYear } from '../model/edtf.js'
import { rewrite } from '../model/edits.js'
import type { DateMention, Diagnostic } from '../model/plan.js'
import type { Span } from '../model/span.js'
import { characters } from '../normalise/characters.js'
import { lineUp } from '../normalise/lined-text.js'
import { findDateline, foldForDates, type FoundDate, recogniseDates, withOwnRoles } from '../recognise/dates/index.js'

export interface DateOptions {
  /** EDTF of the day the text was issued, which relative times count from. Default: its dateline's ("Hà Nội, ngày 15 tháng 3 năm 2024"), if it has one. */
  readonly issued?: string | null
  /** The year that days and months without one are taken to be in. Default: the year of `issued`; null: none is lent, "15/11" is XXXX-11-15. */
  readonly planYear?: number | null
  /** Language of the diagnostics' messages. Default: vi. */
  readonly language?: Language
}

export interface ExtractedDates {
  readonly dates: readonly DateMention[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Every mention of a calendar time in any Vietnamese text, in reading order, with exact spans into the text as it was given
 * (decomposed letters, no-break spaces and the like included). Synchronous and pure; it runs in browsers too.
 */
export function extractDates(text: string, options: DateOptions = {}): ExtractedDates {
  const given = foldForDates(text)
  const edits = given.odd ? characters.clean(lineUp(text), { paragraphsAreLines: false, rows: [] }).edits : []
  const way = edits.length ? rewrite(text, edits) : undefined
  const source = way ? foldForDates(way.text) : given
  const dateline = findDateline(source)
  const issued = options.issued === undefined ? (dateline?.edtf ?? null) : options.issued
  const findings: Finding[] = []
  const found = withOwnRoles(source, recogniseDates(source, { issued, planYear: options.planYear === undefined ? yearOf(issued) : options.planYear, names: true }, findings), dateline)
  return {
    dates: found.map((date) => toMention(date, text, way?.toSource)),
    diagnostics: findings.map((finding) => toDiagnostic({ ...finding, span: finding.span && (way ? way.toSource(finding.span) : finding.span) } as Finding, options.language ?? 'vi')),
  }
}

const yearOf = (issued: string | null): number | null => (issued !== null && isKnownYear(issued.slice(0, 4)) ? Number(issued.slice(0, 4)) : null)

function toMention(found: FoundDate, text: string, toSource: ((span: Span) => Span) | undefined): DateMention {
  const { edtf, role, parts, time, repeats, calendar, name } = found
  const span = toSource ? toSource(found.span) : found.span
  return { text: toSource ? text.slice(span.start, span.end) : found.text, span, edtf, role, parts, time, repeats, calendar, name }
}
