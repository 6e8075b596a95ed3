import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { codeAt } from '../model/folded.js'
import type { Span } from '../model/span.js'

const PAGE_NUMBER = PATTERNS['page-number']
const LONGEST = 20

/** A line that is a page number and no more: `4`, `- 4 -`, `Trang 2/10`, `4 | Page`. */
export function isPageNumber(text: string, line: Span): boolean {
  if (line.end - line.start > LONGEST) return false
  const first = codeAt(text, line.start)
  const digit = first >= 48 && first <= 57
  return (digit || '-–—tTpP'.includes(text[line.start]!)) && PAGE_NUMBER.test(text.slice(line.start, line.end))
}
