import { type Language, wordLabel, wordShort } from '../../grammar/wording.js'
import type { PlanDocument } from '../../model/plan.js'
import { storedDocuments } from '../stored-documents.js'
import { bars, calendar, columns, escapeHtml, matrix } from './charts.js'
import { STYLE } from './style.js'
import { Findings } from './tally.js'

const MOST_BARS = 20
const MOST_YEARS = 12
const MOST_ISSUERS = 15
const MOST_CALENDARS = 3

const DECODER = new TextDecoder()

/** Read a folder of results and print it as one page of HTML that needs nothing else: no script, no network. */
export async function makeReport(directory: string, language: Language): Promise<string> {
  const findings = new Findings()
  for await (const { entry, line } of storedDocuments(directory)) findings.add(entry, line && (JSON.parse(DECODER.decode(line)) as PlanDocument))
  return toReport(findings, language)
}

/** The page. */
export function toReport(findings: Findings, language: Language): string {
  const format = (count: number): string => count.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  const word = (key: Parameters<typeof wordLabel>[0], args = {}): string => escapeHtml(wordLabel(key, language, args))
  const section = (title: Parameters<typeof wordLabel>[0], content: string, note = ''): string =>
    `<section><h2>${word(title)}</h2>${note ? `<p class="note">${note}</p>` : ''}${content || `<p class="quiet">${word('report-none')}</p>`}</section>`
  const top = (tally: Findings['leading'], name = (key: string): string => key): string => (tally.size ? bars(tally.top(MOST_BARS).map(([key, count]) => [name(key), count] as const), format) : '')
  const percent = (part: number, whole: number): string => (whole ? `${Math.round((100 * part) / whole)} %` : '–')
  const counts: readonly (readonly [Parameters<typeof wordLabel>[0], string])[] = [
    ['report-inputs', format(findings.inputs)], ['report-documents', format(findings.documents)], ['report-duplicates', format(findings.duplicates)], ['report-failures', format(findings.failures)],
    ['report-tasks', format(findings.tasks)], ['report-with-body', percent(findings.tasksWithBody, findings.tasks)], ['report-with-due', percent(findings.tasksWithDue, findings.tasks)], ['report-citations', format(findings.citations)],
  ]
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${word('report-title')}</title><style>${STYLE}</style></head>
<body>
<h1>${word('report-title')}</h1>
<dl class="counts">${counts.map(([key, value]) => `<div><dt>${word(key)}</dt><dd>${value}</dd></div>`).join('')}</dl>
${section('report-by-year', yearColumns(findings, format))}
${section('report-by-issuer', issuerMatrix(findings, format, wordLabel('report-issuer', language)), findings.issuers.size > MOST_ISSUERS ? word('report-top', { shown: MOST_ISSUERS, all: findings.issuers.size }) : '')}
${section('report-cited', top(findings.instruments, (key) => findings.instrumentNames.get(key) || key), word('report-cited-note'))}
${section('report-leading', top(findings.leading))}
${section('report-joining', top(findings.joining))}
${section('report-dues', calendars(findings, format, language), word('report-dues-note'))}
${section('report-failure-kinds', top(findings.failureCodes, (code) => wordShort(code, language)))}
${section('report-diagnostics', top(findings.diagnostics, (code) => wordShort(code, language)))}
</body>
</html>
`
}

const yearsOf = ({ years }: Findings): string[] => years.keys().sort().slice(-MOST_YEARS)

const yearColumns = (findings: Findings, format: (count: number) => string): string => (findings.documents ? columns(yearsOf(findings), findings.years, format) : '')

function issuerMatrix(findings: Findings, format: (count: number) => string, corner: string): string {
  if (!findings.documents) return ''
  const issuers = findings.issuers.top(MOST_ISSUERS).map(([name]) => name)
  return matrix(issuers, yearsOf(findings), (issuer, year) => findings.issuerYears.get(`${issuer}\n${year}`), format, corner)
}

/** The years in which most falls due, in order. */
function calendars({ dues }: Findings, format: (count: number) => string, language: Language): string {
  const byYear = new Map<string, number>()
  for (const day of dues.keys()) byYear.set(day.slice(0, 4), (byYear.get(day.slice(0, 4)) ?? 0) + dues.get(day))
  const years = [...byYear].sort((a, b) => b[1] - a[1]).slice(0, MOST_CALENDARS).map(([year]) => year).sort()
  return years.map((year) => calendar(year, dues, format, (month) => wordLabel('report-month', language, { month }))).join('')
}
