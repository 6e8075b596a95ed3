import { type Language, wordLabel, wordMessage, wordShort } from '../../grammar/wording.js'
import type { LintFinding } from '../../model/lint.js'
import type { Severity } from '../../model/plan.js'

/** A place in a file of text, from 1, in UTF-16 code units. */
export interface FilePlace {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A finding with the words that it is about and where they stand in the file; null where its format has no lines. */
export interface PlacedFinding extends LintFinding {
  readonly text: string | null
  readonly place: FilePlace | null
  /** Counted from 1; null where its format knows no pages. */
  readonly page: number | null
}

/** What was found in one file. */
export interface LintReport {
  readonly source: string
  readonly findings: readonly PlacedFinding[]
}

/** One line a finding, as compilers print them: `plan.txt:12:5: warning: … [form/date-wording]`. */
export function toLintText({ source, findings }: LintReport, language: Language): string {
  if (!findings.length) return `${wordLabel('lint-clean', language, { source })}\n`
  const lines = findings.map(({ place, page, severity, message, rule }) => {
    const at = place ? `:${place.line}:${place.column}` : page === null ? '' : `:p${page}`
    return `${source}${at}: ${wordMessage(`severity.${severity}`, {}, language)}: ${message} [${rule}]\n`
  })
  return `${lines.join('')}${wordLabel('lint-count', language, { source, count: findings.length })}\n`
}

export const toLintJson = (reports: readonly LintReport[]): string => `${JSON.stringify(reports, null, 2)}\n`

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' }

/** SARIF 2.1.0 (OASIS), as code hosts and editors read it. */
export function toSarif(reports: readonly LintReport[], language: Language): string {
  const ids = [...new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort()
  const run = {
    tool: { driver: { name: 'kehoach', rules: ids.map((id) => ({ id, shortDescription: { text: wordShort(id, language) } })) } },
    columnKind: 'utf16CodeUnits',
    results: reports.flatMap(({ source, findings }) => findings.map((finding) => toResult(source, finding, ids))),
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function toResult(source: string, { rule, severity, message, place, text, page }: PlacedFinding, ids: readonly string[]): object {
  const region = place && { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn, ...(text === null ? {} : { snippet: { text } }) }
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(source) }, ...(region ? { region } : {}) } }],
    ...(page === null ? {} : { properties: { page } }),
  }
}

/** A relative reference, or `file:` of a path from the root; backslashes are those of Windows. */
function toUri(source: string): string {
  const path = source.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':')
  return /^[A-Za-z]:\//.test(path) ? `file:///${path}` : path.startsWith('/') ? `file://${path}` : path.replace(/^([^/]*):/, './$1:')
}
