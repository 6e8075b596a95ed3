import { HEADING_LINES } from '../grammar/generated/heading-lines.js'
import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { codeAt, fold, isUpper, withOldTones } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { isCapitals } from './lines.js'
import { buildPhrases, foldedUnit, phraseAt } from './line-phrases.js'

type Row = (typeof HEADING_LINES)[number]
type KindRow = Row & { readonly line: Exclude<Row['line'], 'unit'> }
export type HeadingLine = Exclude<Row['line'], 'unit'> | 'dateline'

const isKind = (row: Row): row is KindRow => row.line !== 'unit'
const PHRASES = buildPhrases(HEADING_LINES.filter(isKind).map((row): [string, KindRow] => [row.phrase, row]))
const DATELINE = PATTERNS.dateline
const LONGEST = 110

/** A line of the heading or closing block that is a paragraph of its own: *quốc hiệu, tiêu ngữ, số, địa danh, tên loại, kính gửi, nơi nhận*. */
export function headingLineOf(text: string, line: Span): HeadingLine | null {
  const length = line.end - line.start
  if (length > LONGEST || length < 2) return null
  const match = phraseAt(PHRASES, text, line.start, line.end)
  if (match && fits(match.value, match.at, text, line)) return match.value.line
  return length < 70 && isDateline(text, line) ? 'dateline' : null
}

const FIRST_UNITS = new Map<HeadingLine, Set<number>>()
for (const { line, phrase } of HEADING_LINES.filter(isKind)) {
  for (const words of [fold(phrase), withOldTones(fold(phrase))]) FIRST_UNITS.set(line, (FIRST_UNITS.get(line) ?? new Set()).add(codeAt(words, 0)))
}

/** Is the line one of that kind? Asked of every line of a text, it looks at the first letter of most. */
export const isHeadingLine = (text: string, line: Span, kind: Exclude<HeadingLine, 'dateline'>): boolean =>
  FIRST_UNITS.get(kind)!.has(foldedUnit(codeAt(text, line.start))) && headingLineOf(text, line) === kind

/** Lines of most kinds may say more behind their phrase, but they are no sentences of the text. */
function fits({ line: kind, whole }: KindRow, at: number, text: string, line: Span): boolean {
  if (kind === 'signed' || kind === 'attached') return true
  const rest = text.slice(at, line.end)
  if (whole === 'yes') return !/[^ :.*]/.test(rest) && isCapitals(text, line)
  if (kind === 'national') return isCapitals(text, line)
  if (kind === 'annex') return isCapitals(text, line) || /^ ?[IVXL\d]{0,5}[.:]?$/.test(rest)
  if (kind === 'motto') return rest.length < 4
  if (kind === 'number' && !NUMBER.test(text.slice(line.start + 2, line.end))) return false
  return isUpper(codeAt(text, line.start)) || (kind === 'number' && codeAt(text, line.start + 2) === 58)
}

/** Behind "Số": a colon, or a number or its blank and the symbol: "Số 21-CTr/HU", "Số……/KH-TrgLL". */
const NUMBER = /^ ?:|^ ?[\d.…_ ]*[-–/]? ?[\d.…_ ]*\p{Lu}[\p{L}\d/&., –-]{1,24}$/u

function isDateline(text: string, line: Span): boolean {
  if (!isUpper(codeAt(text, line.start))) return false
  const content = text.slice(line.start, line.end)
  if (!content.includes('ngày')) return false
  const dateline = DATELINE.exec(content)?.[0] ?? ''
  return dateline.includes('tháng') && dateline.length > content.length - 3
}
