import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { PORTAL_LABELS } from '../grammar/generated/portal-labels.js'
import { codeAt, fold, wordStartsAt } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { buildPhrases, phraseAt } from './line-phrases.js'

export interface PortalMetadata {
  /** Lines from … to, both included, as indexes. */
  readonly from: number
  readonly to: number
  readonly metadata: Readonly<Record<string, string>>
}

const LABELS = PORTAL_LABELS.map(({ label, key }) => ({ label: fold(label), key: key as string })).sort((a, b) => b.label.length - a.label.length)
const OPENING = buildPhrases(PORTAL_LABELS.map(({ label, key }): [string, string] => [label, key]))
/** What a table of a document's properties is known by. */
const TELLING = new Set(['number', 'issued', 'type', 'issuer', 'effective'])
const WINDOW = 60
const SPACE = 32
const UNKNOWN = PATTERNS['unknown-value']

/**
 * The table of properties that a portal prints beside a document, one or two a line, the value behind the label or on the next line:
 *
 *     Số hiệu: 155/KH-UBND   Loại văn bản: Kế hoạch
 *     Ngày ban hành 29/04/2025
 *
 * It is taken for one where three labels or more stand together, two of them telling ones; or status and first day of force, as vbpl.vn prints them.
 */
export function readPortalMetadata(text: string, lines: readonly Span[]): PortalMetadata | undefined {
  const found = new Map<string, string>()
  let from = -1
  let to = -1
  for (let i = 0; i < Math.min(lines.length, WINDOW); i++) {
    const labels = labelsIn(text, lines[i]!)
    if (!labels.length) continue
    if (to >= 0 && i - to > 4) {
      if (isTable(found)) break
      found.clear()
      from = -1
    }
    if (from < 0) from = i
    to = i
    for (const { key, value } of labels) {
      const behind = value || valueOnNextLine(text, lines[i + 1])
      if (!value && behind) to = i + 1
      if (behind && !UNKNOWN.test(behind) && !found.has(key)) found.set(key, behind)
    }
  }
  return isTable(found) ? { from, to, metadata: Object.fromEntries(found) } : undefined
}

function isTable(found: ReadonlyMap<string, string>): boolean {
  const telling = [...found.keys()].filter((key) => TELLING.has(key)).length
  return (found.size >= 3 && telling >= 2) || (found.size === 2 && found.has('status') && found.has('effective'))
}

/** "• Số hiệu: …": the table as a list. */
const isListed = (text: string, { start, end }: Span): boolean => end - start > 1 && codeAt(text, start + 1) === SPACE && '•*-'.includes(text[start]!)

interface Labelled {
  readonly key: string
  readonly value: string
}

/** Labels of a line with what stands behind each; the first must open the line, later ones need a colon. */
function labelsIn(text: string, line: Span): Labelled[] {
  const start = isListed(text, line) ? line.start + 2 : line.start
  const opening = line.end - start > 400 ? undefined : phraseAt(OPENING, text, start, line.end)
  if (!opening) return []
  const content = text.slice(start, line.end)
  if (!isValueBehind(content, opening.at - start)) return []
  const end = opening.at - start
  const marks = [{ key: opening.value, at: 0, end }, ...laterLabels(fold(content), end)]
  return marks.map(({ key, end }, i) => ({ key, value: clip(content.slice(end, marks[i + 1]?.at ?? content.length)) }))
}

function laterLabels(folded: string, from: number): { key: string; at: number; end: number }[] {
  const marks: { key: string; at: number; end: number }[] = []
  for (const { label, key } of LABELS) {
    const at = folded.indexOf(`${label}:`, from)
    if (at < 0 || !wordStartsAt(folded, at) || marks.some((mark) => at < mark.end && at + label.length > mark.at)) continue
    marks.push({ key, at, end: at + label.length })
  }
  return marks.sort((a, b) => a.at - b.at)
}

/** A colon, a cell border, a number or a capital follows the label: "Số hiệu 1140/KH-UBND", not "Lĩnh vực này". */
const isValueBehind = (content: string, at: number): boolean => at >= content.length || /^ ?[:|\t]/.test(content.slice(at, at + 3)) || /^ (?:\d|\p{Lu})/u.test(content.slice(at, at + 2 + 1))

const clip = (value: string): string => value.replace(/^[\s:|]+/, '').replace(/[\s|,;]+$/, '')

function valueOnNextLine(text: string, line: Span | undefined): string {
  if (!line || line.end - line.start > 120 || labelsIn(text, line).length) return ''
  return clip(text.slice(line.start, line.end))
}
