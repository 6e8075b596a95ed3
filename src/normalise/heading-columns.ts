import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { codeAt, fold, foldUnit } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { type Block, type Split, trimPiece } from './column-split.js'
import { BAR, indentOf, SPACE, TAB, type TextLine } from './lined-text.js'
import { isRecipients } from './recipient-columns.js'

/** A line that holds the national heading at its right: it begins before 90 letters and is shorter than 60. */
const LONGEST_NATIONAL = 150
/** Of the shortest national heading or motto, all in capitals. */
const FEWEST_CAPITALS = 10
const S = 115
const GAP = / {3,}|\t+| ?\| ?/g

/** From the line that holds the national heading beside the issuer to the last line of two columns near it. */
export function headingBlock(text: string, top: readonly TextLine[], begin: number): Block | undefined {
  const splits = new Map<number, Split>()
  let column = Number.POSITIVE_INFINITY
  for (const [i, line] of top.entries()) {
    if (splits.size && (line.end - line.start > LONGEST_NATIONAL || i - Math.max(...splits.keys()) > 6 || isRecipients(text, line))) break
    const split = headingSplit(text, line, column)
    if (!split) continue
    splits.set(i, split)
    column = Math.min(column, split.right.start - line.from)
  }
  if (!splits.size) return undefined
  const from = Math.min(...splits.keys())
  const to = Math.max(...splits.keys())
  const block = top.slice(from, to + 1).map((line, i) => splits.get(from + i) ?? oneSided(text, line, column))
  return { from: begin + from, splits: block }
}

function headingSplit(text: string, line: TextLine, column: number): Split | undefined {
  if (line.end - line.start < 12) return undefined
  const national = mayBeNational(text, line) ? nationalIn(text.slice(line.start, line.end)) : -1
  if (national >= 0) return splitAt(text, line, line.start + national)
  if (foldUnit(codeAt(text, line.start)) === S) {
    const content = text.slice(line.start, line.end)
    const folded = fold(content)
    if (PATTERNS['number-opener'].test(folded.slice(0, 8))) {
      const place = placeBeforeDay(content, folded)
      return place > 0 ? splitAt(text, line, line.start + place) : undefined
    }
  }
  return column === Number.POSITIVE_INFINITY ? undefined : splitAtGap(text, line, column)
}

/** Few lines have the capitals of a national heading or the words of the motto. */
const mayBeNational = (text: string, line: TextLine): boolean =>
  line.end - line.start < LONGEST_NATIONAL && (line.capitals >= FEWEST_CAPITALS || PATTERNS['motto-inside'].test(text.slice(line.start, line.end)))

/** Where the national heading or the motto begins behind other words. */
function nationalIn(content: string): number {
  const national = PATTERNS['national-column'].exec(fold(content))
  return national && national.index > 2 && national.index < 90 && isNationalLine(content.slice(national.index)) ? national.index : -1
}

/** At the first gap near the column, or at a bar. */
function splitAtGap(text: string, line: TextLine, column: number): Split | undefined {
  if ((line.kinds & (TAB | BAR)) === 0 && (line.doubled & SPACE) === 0) return undefined
  for (const gap of text.slice(line.start, line.end).matchAll(GAP)) {
    const at = line.start + gap.index + gap[0].length
    if (gap.index > 0 && at < line.end && (at - line.from >= column - 12 || gap[0].includes('|'))) return splitAt(text, line, at)
  }
  return undefined
}

/** The rest of the line is capitals or the motto, and not a sentence that names the Party or the Republic. */
const isNationalLine = (rest: string): boolean => rest.length < 60 && (rest.toUpperCase() === rest || PATTERNS['motto-begin'].test(rest))

/** Where the dateline begins on a line that the number opens: "Số: 54/KH-UBND Tứ Kỳ, ngày 7 tháng 3 năm 2023". */
function placeBeforeDay(content: string, folded: string): number {
  const day = PATTERNS['dateline-inside'].exec(folded)
  if (!day) return -1
  let at = day.index
  while (at > 0) {
    let from = at
    while (from > 0 && content[from - 1] === ' ') from--
    if (at - from > 2 && at < day.index) return at
    const space = Math.max(content.lastIndexOf(' ', from - 1), content.lastIndexOf('|', from - 1), content.lastIndexOf('\t', from - 1))
    const word = content.slice(space + 1, from)
    if (word === '' || /[/\d:…]|^-|-$|\.\./.test(word) || (word.length > 1 && word.toUpperCase() === word && !/\.$|^T[PX]$/.test(word))) return at
    if (space < 0) return -1
    at = space + 1
  }
  return -1
}

function splitAt(text: string, line: Span, at: number): Split {
  return { left: trimPiece(text, line.start, at), right: trimPiece(text, at, line.end) }
}

function oneSided(text: string, line: TextLine, column: number): Split {
  const indent = indentOf(line)
  const content = text.slice(line.start, line.end)
  const right = (indent > 0 && indent >= column - 12) || (isNationalLine(content) && PATTERNS['national-column'].test(fold(content)))
  const none = { start: line.end, end: line.end }
  return right ? { left: none, right: line } : { left: line, right: none }
}
