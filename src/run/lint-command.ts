import type { Writable } from 'node:stream'
import { isAsGrave, lint } from '../export/lint/index.js'
import { type FilePlace, type LintReport, type PlacedFinding, toLintJson, toLintText, toSarif } from '../export/lint/report.js'
import type { LintFinding } from '../model/lint.js'
import type { Severity } from '../model/plan.js'
import type { Span } from '../model/span.js'
import { extractPlaced } from './extract-plan.js'
import { type InputRequest, readOrTell } from './inputs.js'
import { readDocument, type ReadSource } from './read-document.js'
import { write } from './write.js'

export const LINT_FORMATS = ['text', 'json', 'sarif'] as const
export type LintFormat = (typeof LINT_FORMATS)[number]

/** What `kehoach lint` was asked for, and where it may write. */
export interface LintRequest extends InputRequest {
  readonly format: LintFormat
  /** Day that dues are compared with. */
  readonly today: string
  /** Rules, or groups of them ("task"), that are left out. */
  readonly ignore: readonly string[]
  /** Findings less grave are not printed. */
  readonly least: Severity
  readonly out: Writable
}

/** Lint every input; how many could not be read, and how grave what was found in the others is. */
export async function runLint(request: LintRequest): Promise<{ readonly failed: number; readonly findings: readonly LintFinding[] }> {
  const reports: LintReport[] = []
  let failed = 0
  for (const source of request.sources) {
    const report = await readOrTell(source, request, async () => lintSource(source, await readDocument(source === '-' ? request.stdin : source, { limits: { bytes: request.limit } }), request))
    if (!report) failed++
    else {
      reports.push(report)
      if (request.format === 'text') await write(request.out, toLintText(report, request.language))
    }
  }
  if (request.format !== 'text') await write(request.out, request.format === 'json' ? toLintJson(reports) : toSarif(reports, request.language))
  return { failed, findings: reports.flatMap(({ findings }) => findings) }
}

function lintSource(source: string, read: ReadSource, { language, today, ignore, least }: LintRequest): LintReport {
  const { document, locate, toSource } = extractPlaced(read, { language })
  const linesFrom = read.reader === 'text' ? lineBegins(read.text) : null
  const place = (span: Span | null): Pick<PlacedFinding, 'text' | 'place' | 'page'> => {
    if (!span) return { text: null, place: null, page: null }
    return { text: document.text.slice(span.start, span.end), place: linesFrom && placeIn(linesFrom, toSource(span)), page: locate(span)[0]?.page ?? null }
  }
  const kept = lint(document, { today, language }).filter((finding) => isAsGrave(finding, least) && !ignore.some((each) => finding.rule === each || finding.rule.startsWith(`${each}/`)))
  return { source, findings: kept.map((finding) => ({ ...finding, ...place(finding.span) })) }
}

function lineBegins(text: string): number[] {
  const begins = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) begins.push(at + 1)
  return begins
}

function placeIn(begins: readonly number[], { start, end }: Span): FilePlace {
  const [line, column] = positionOf(begins, start)
  const [endLine, endColumn] = positionOf(begins, end)
  return { line, column, endLine, endColumn }
}

function positionOf(begins: readonly number[], at: number): readonly [line: number, column: number] {
  let low = 0
  let high = begins.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (begins[middle]! <= at) low = middle
    else high = middle - 1
  }
  return [low + 1, at - begins[low]! + 1]
}
