import { HEADING_LINES } from '../grammar/generated/heading-lines.js'
import { fold, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { isCapitals } from './lines.js'

export type HeadingLine = (typeof HEADING_LINES)[number]['line'] | 'dateline'

const PHRASES = HEADING_LINES.map(({ line, phrase, whole }) => ({ line, phrase: fold(phrase), whole: whole === 'yes' }))
const FIRST_LETTERS = new Set(PHRASES.flatMap(({ phrase }) => [phrase[0]!, phrase[0]!.toUpperCase()]))
const DATELINE = /^[\p{Lu}][^\d,;:]{1,40}[,.]? ?ngày ?[\d.…]{0,6}(?: ?tháng ?[\d.…]{0,6})? ?(?:năm ?[\d.…]{0,6})?/u

/** A line of the heading or closing block that is a paragraph of its own: *quốc hiệu, tiêu ngữ, số, địa danh, tên loại, kính gửi, nơi nhận*. */
export function headingLineOf(text: string, line: Span): HeadingLine | null {
  const length = line.end - line.start
  if (length > 110 || length < 2) return null
  const first = text[line.start]!
  if (FIRST_LETTERS.has(first)) {
    const content = fold(text.slice(line.start, line.end))
    for (const { line: kind, phrase, whole } of PHRASES) {
      if (!content.startsWith(phrase)) continue
      const rest = content.slice(phrase.length)
      if (whole ? !/[^ :.*]/.test(rest) && isCapitals(text, line) : fits(kind, rest, text, line)) return kind
    }
  }
  return length < 70 && isDateline(text, line) ? 'dateline' : null
}

/** Lines of these kinds may say more behind their phrase, but they are no sentences of the text. */
function fits(kind: HeadingLine, rest: string, text: string, line: Span): boolean {
  if (kind === 'signed' || kind === 'attached') return true
  if (kind === 'national') return isCapitals(text, line)
  if (kind === 'annex') return isCapitals(text, line) || /^ ?[ivxl\d]{0,5}[.:]?$/.test(rest)
  if (kind === 'motto') return rest.length < 4
  return isUpper(text.charCodeAt(line.start))
}

function isDateline(text: string, line: Span): boolean {
  const content = text.slice(line.start, line.end)
  if (!content.includes('ngày')) return false
  const match = DATELINE.exec(content)
  return match !== null && match[0].includes('tháng') && match[0].length > content.length - 3
}
