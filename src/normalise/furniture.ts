import { FURNITURE } from '../grammar/generated/furniture.js'
import type { Edit } from '../model/edits.js'
import type { Span } from '../model/span.js'
import type { Cleaner } from './cleaner.js'
import { linesOf } from './lines.js'
import { buildTrie, phraseAt } from './phrase-trie.js'

const PHRASES = buildTrie(FURNITURE.map(({ phrase, match }): [string, typeof match] => [phrase, match]))

/** `4`, `- 4 -`, `Trang 2/10`, `4 | Page` */
const PAGE_NUMBER = /^(?:[-–—] ?\d{1,3} ?[-–—]|\d{1,3}|(?:trang|page) ?:? ?\d{1,3}(?: ?(?:\/|of|trên) ?\d{1,3})?|\d{1,3} ?\| ?page)$/i
/** `-------`, `* * *`, `___ ___`, `.....`: a rule drawn with signs. */
const RULE = /^(?:[-–—_=~*.…·•#+ ]{2,}|[*|\\/])$/
const NUMBER_LENGTH = 20
const RULE_LENGTH = 120
const STAMP_LENGTH = 160
const HEAD_LENGTH = 90

/** Signs that a rule or a page number can begin with. */
const OPENERS = new Uint8Array(65536)
for (const sign of '0123456789-–—_=~*.…·•#+|\\/tTpP') OPENERS[sign.charCodeAt(0)] = 1

/** What belongs to the paper and not to the text: page numbers, rules, stamps of digital signatures, running heads. */
export const furniture: Cleaner = {
  id: 'furniture',
  clean: (text, { rows }) => ({ edits: furnitureEdits(text, rows) }),
}

function furnitureEdits(text: string, rows: readonly Span[]): Edit[] {
  const lines = linesOf(text).filter((line) => line.end > line.start)
  const edits: Edit[] = []
  const numbers: number[] = []
  let row = 0
  let inStamp = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    while (row < rows.length && rows[row]!.end < line.start) row++
    if (row < rows.length && rows[row]!.start <= line.start) continue
    const stamp = isStamp(text, line, inStamp)
    const signs = OPENERS[text.charCodeAt(line.start)] === 1 ? signsOf(text, line) : null
    if (stamp || signs) edits.push({ ...line, insert: '' })
    if (signs === 'number') numbers.push(i)
    inStamp = stamp
  }
  return numbers.length > 2 ? withRunningHeads(text, lines, numbers, edits) : edits
}

function signsOf(text: string, line: Span): 'rule' | 'number' | null {
  const length = line.end - line.start
  if (length > RULE_LENGTH) return null
  const content = text.slice(line.start, line.end)
  if (length <= NUMBER_LENGTH && PAGE_NUMBER.test(content)) return 'number'
  return RULE.test(content) ? 'rule' : null
}

function isStamp(text: string, line: Span, inStamp: boolean): boolean {
  if (line.end - line.start > STAMP_LENGTH) return false
  const match = phraseAt(PHRASES, text, line.start, line.end)
  return match !== undefined && (match.value === 'starts' || inStamp)
}

/** Lines that stand beside page numbers again and again are running heads and feet. */
function withRunningHeads(text: string, lines: readonly Span[], numbers: readonly number[], edits: readonly Edit[]): Edit[] {
  const found = new Map<string, Set<number>>()
  for (const number of numbers) {
    for (const i of [number - 1, number + 1]) {
      const line = lines[i]
      if (!line || line.end - line.start > HEAD_LENGTH || line.end - line.start < 4) continue
      const key = text.slice(line.start, line.end).replace(/\d+/g, '#')
      found.set(key, (found.get(key) ?? new Set()).add(i))
    }
  }
  const heads = [...found.values()].filter((indexes) => indexes.size > 2).flatMap((indexes) => [...indexes])
  const taken = new Set(edits.map(({ start }) => start))
  const more = heads.filter((i) => !taken.has(lines[i]!.start)).map((i) => ({ ...lines[i]!, insert: '' }))
  return [...edits, ...more].sort((a, b) => a.start - b.start)
}
