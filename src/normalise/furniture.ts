import { FURNITURE } from '../grammar/generated/furniture.js'
import type { Edit } from '../model/edits.js'
import { fold } from '../model/folded.js'
import type { Span } from '../model/span.js'
import type { Cleaner } from './cleaner.js'
import { linesOf } from './lines.js'

const STAMPS = FURNITURE.filter(({ match }) => match === 'starts').map(({ phrase }) => fold(phrase))
const STAMP_PARTS = FURNITURE.filter(({ match }) => match === 'stamp').map(({ phrase }) => fold(phrase))
const STAMP_LETTERS = new Set([...STAMPS, ...STAMP_PARTS].flatMap((phrase) => [phrase[0]!, phrase[0]!.toUpperCase()]))

/** `4`, `- 4 -`, `Trang 2/10`, `4 | Page` */
const PAGE_NUMBER = /^(?:[-–—] ?\d{1,3} ?[-–—]|\d{1,3}|(?:trang|page) ?:? ?\d{1,3}(?: ?(?:\/|of|trên) ?\d{1,3})?|\d{1,3} ?\| ?page)$/
/** `-------`, `* * *`, `___ ___`, `.....`: a rule drawn with signs. */
const RULE = /^(?:[-–—_=~*.…·•#+ ]{2,}|\*|[|\\/])$/

/** What belongs to the paper and not to the text: page numbers, rules, stamps of digital signatures, running heads. */
export const furniture: Cleaner = {
  id: 'furniture',
  clean: (text, { rows }) => ({ edits: furnitureEdits(text, rows) }),
}

function furnitureEdits(text: string, rows: readonly Span[]): Edit[] {
  const edits: Edit[] = []
  const lines = linesOf(text)
  const repeated = runningHeads(text, lines)
  let row = 0
  let inStamp = false
  for (const line of lines) {
    if (line.end === line.start) continue
    while (row < rows.length && rows[row]!.end < line.start) row++
    if (row < rows.length && rows[row]!.start <= line.start) continue
    const stamp = isStamp(text, line, inStamp)
    if (stamp || isRuleOrNumber(text, line) || repeated.has(line.start)) edits.push({ ...line, insert: '' })
    inStamp = stamp
  }
  return edits
}

function isRuleOrNumber(text: string, line: Span): boolean {
  const length = line.end - line.start
  if (length > 20 && !/[-–—_=~*.…·•#+| \\/]/.test(text[line.start]!)) return false
  if (length > 120) return false
  const content = text.slice(line.start, line.end)
  return RULE.test(content) || (length <= 20 && PAGE_NUMBER.test(content.toLowerCase()))
}

function isStamp(text: string, line: Span, inStamp: boolean): boolean {
  if (line.end - line.start > 160 || !STAMP_LETTERS.has(text[line.start]!)) return false
  const head = fold(text.slice(line.start, Math.min(line.end, line.start + 40)))
  return STAMPS.some((phrase) => head.startsWith(phrase)) || (inStamp && STAMP_PARTS.some((phrase) => head.startsWith(phrase)))
}

/** Lines that stand again and again beside a page number or a form feed: running heads and feet. */
function runningHeads(text: string, lines: readonly Span[]): ReadonlySet<number> {
  const filled = lines.filter((line) => line.end > line.start)
  const found = new Map<string, number[]>()
  for (let i = 0; i < filled.length; i++) {
    const line = filled[i]!
    if (line.end - line.start > 90 || !besidePageNumber(text, filled, i)) continue
    const key = text.slice(line.start, line.end).replace(/\d+/g, '#')
    if (key.length < 4) continue
    found.set(key, [...(found.get(key) ?? []), line.start])
  }
  return new Set([...found.values()].filter((starts) => starts.length > 2).flat())
}

function besidePageNumber(text: string, filled: readonly Span[], i: number): boolean {
  for (const j of [i - 1, i + 1]) {
    const line = filled[j]
    if (line && line.end - line.start <= 12 && PAGE_NUMBER.test(text.slice(line.start, line.end).toLowerCase())) return true
  }
  return false
}
