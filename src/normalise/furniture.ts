import { FURNITURE } from '../grammar/generated/furniture.js'
import type { Edit } from '../model/edits.js'
import { codeAt } from '../model/folded.js'
import type { Span } from '../model/span.js'
import type { Cleaner, Cleaning } from './cleaner.js'
import { BAR, type LinedText } from './lined-text.js'
import { isPageNumber } from './page-number.js'
import { buildPhrases, phraseAt } from './line-phrases.js'

const PHRASES = buildPhrases(FURNITURE.map(({ phrase, match }): [string, typeof match] => [phrase, match]))

/** `-------`, `* * *`, `___ ___`, `.....`: a rule drawn with signs. */
const RULE = /^(?:[-–—_=~*.…·•#+ ]{2,}|[*|\\/])$/
const SHORTEST_PAGE = 600
const BAR_CODE = 124
const SPACE = 32
const RULE_LENGTH = 120
const STAMP_LENGTH = 160
const HEAD_LENGTH = 90

/** Signs that a rule or a page number can begin with. */
const OPENERS = new Uint8Array(65536)
for (const sign of '0123456789-–—_=~*.…·•#+|\\/tTpP') OPENERS[sign.charCodeAt(0)] = 1

/** What belongs to the paper and not to the text: page numbers, rules, stamps of digital signatures, running heads. */
export const furniture: Cleaner = {
  id: 'furniture',
  clean: (given, { rows }) => cleanFurniture(given, rows),
}

function cleanFurniture({ text, filled: lines }: LinedText, rows: readonly Span[]): Cleaning {
  const edits: Edit[] = []
  const numbers: number[] = []
  const stamps: Span[] = []
  let row = 0
  let inStamp = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    while (row < rows.length && rows[row]!.end < line.start) row++
    if (row < rows.length && rows[row]!.start <= line.start) continue
    const stamp = isStamp(text, line, inStamp)
    const signs = OPENERS[codeAt(text, line.start)] === 1 ? signsOf(text, line) : null
    if (signs === 'number') numbers.push(i)
    else if (stamp || signs) edits.push(without(line))
    else if (line.kinds & BAR && codeAt(text, line.end - 1) === BAR_CODE) pushLoneBars(text, lines, i, edits)
    if (stamp) stamps.push({ start: line.start, end: line.end })
    inStamp = stamp
  }
  return { edits: withPageNumbers(text, lines, numbers, edits), setApart: stamps }
}

const without = ({ start, end }: Span): Edit => ({ start, end, insert: '' })

/** "CỘNG HÒA … |", "| KT. CHỦ TỊCH |": bars left over from a table that laid out the page; rows of a real table have more. */
function pushLoneBars(text: string, lines: readonly Span[], i: number, edits: Edit[]): void {
  const { start, end } = lines[i]!
  const opened = codeAt(text, start) === BAR_CODE
  const inside = text.slice(start + 1, end - 1)
  if (inside.includes('|')) return
  if (inside.trim() === '' && opened) {
    edits.push({ start, end, insert: '' })
    return
  }
  if (opened && [lines[i - 1], lines[i + 1]].some((other) => other && codeAt(text, other.start) === BAR_CODE && other.end - other.start > 1)) return
  if (opened) edits.push({ start, end: codeAt(text, start + 1) === SPACE ? start + 2 : start + 1, insert: '' })
  edits.push({ start: codeAt(text, end - 2) === SPACE ? end - 2 : end - 1, end, insert: '' })
}

function signsOf(text: string, line: Span): 'rule' | 'number' | null {
  const length = line.end - line.start
  if (length > RULE_LENGTH) return null
  if (isPageNumber(text, line)) return 'number'
  return RULE.test(text.slice(line.start, line.end)) ? 'rule' : null
}

function isStamp(text: string, line: Span, inStamp: boolean): boolean {
  if (line.end - line.start > STAMP_LENGTH) return false
  const match = phraseAt(PHRASES, text, line.start, line.end)
  return match !== undefined && (match.value === 'starts' || inStamp)
}

/** Numbers that stand closer than pages are long count the rows of a table whose cells were printed one a line; blank lines tell a page's. */
function areSequenceNumbers(text: string, lines: readonly Span[], numbers: readonly number[]): boolean {
  const gaps = numbers.slice(1).map((number, i) => lines[number]!.start - lines[numbers[i]!]!.end).sort((a, b) => a - b)
  if (gaps.length < 2) return false
  const apart = numbers.filter((i) => text.startsWith('\n\n', lines[i]!.end) || text.slice(lines[i]!.start - 2, lines[i]!.start) === '\n\n').length * 2 > numbers.length
  return gaps[gaps.length >> 1]! < (apart ? SHORTEST_PAGE / 4 : SHORTEST_PAGE)
}

function withPageNumbers(text: string, lines: readonly Span[], numbers: readonly number[], edits: readonly Edit[]): readonly Edit[] {
  if (!numbers.length || areSequenceNumbers(text, lines, numbers)) return edits
  const pages = [...edits, ...numbers.map((i) => without(lines[i]!))].sort((a, b) => a.start - b.start)
  return numbers.length > 2 ? withRunningHeads(text, lines, numbers, pages) : pages
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
  const more = heads.filter((i) => !taken.has(lines[i]!.start)).map((i) => without(lines[i]!))
  return [...edits, ...more].sort((a, b) => a.start - b.start)
}
