import { LINES_PATTERNS as PATTERNS } from '../../grammar/generated/lines-patterns.js'
import { createLine, type Line } from './line.js'
import type { Word } from './page-content.js'

/** Lines that are read one below the other; `column` where they stand beside others. */
export interface Stack {
  readonly column: boolean
  readonly lines: readonly Line[]
}

/** A blank as wide as this share of the font size may be the gutter between two columns. */
const GUTTER = 1.4
const NARROWEST = 0.7
/** A one-sided line goes on with its column while it stands no further below. */
const NEAR = 2.4
const BODY_MARKER = PATTERNS['body-marker']

interface Gutter {
  readonly from: number
  readonly to: number
}

/** Lines at one height: those of two columns whose lines do not stand level count as one. */
interface Row extends Line {
  readonly parts: readonly Line[]
}

/**
 * Blocks of two columns without a border are read column by column:
 *
 *     ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI …      Nơi nhận:            KT. CHỦ TỊCH
 *     HUYỆN TỨ KỲ              Độc lập - Tự do …      - Như trên;          PHÓ CHỦ TỊCH
 *
 * A block is told by a gutter: a wide blank that no word of its lines crosses and that has words on both sides of some.
 */
export function stackLines(given: readonly Line[]): Stack[] {
  const lines = rowsOf(given)
  const stacks: Stack[] = []
  let single: Row[] = []
  for (let i = 0; i < lines.length; ) {
    const block = blockAt(lines, i)
    if (!block) {
      single.push(lines[i++]!)
      continue
    }
    const before = leadingRight(single, block.gutter)
    if (single.length > before) stacks.push({ column: false, lines: partsOf(single.slice(0, single.length - before)) })
    const members = [...single.slice(single.length - before), ...lines.slice(i, block.end)]
    stacks.push(...splitColumns(members, block.gutter))
    single = []
    i = block.end
  }
  if (single.length) stacks.push({ column: false, lines: partsOf(single) })
  return stacks
}

const partsOf = (rows: readonly Row[]): Line[] => rows.flatMap(({ parts }) => parts)

/** Lines that stand less than a line's height apart, far from one another from left to right, are of two columns. */
function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = []
  for (const line of lines) {
    const row = rows.at(-1)
    if (row && line.baseline - row.baseline < 0.9 * line.fontSize && isBeside(row, line)) {
      rows[rows.length - 1] = { ...createLine([...row.words, ...line.words], line.page), baseline: row.baseline, parts: [...row.parts, line] }
    } else rows.push({ ...line, parts: [line] })
  }
  return rows
}

const isBeside = (a: Line, b: Line): boolean => a.left - b.right > GUTTER * a.fontSize || b.left - a.right > GUTTER * b.fontSize

/** The block of columns that begins at a line with words on both sides of a gutter. */
function blockAt(lines: readonly Row[], start: number): { end: number; gutter: Gutter } | undefined {
  for (const first of guttersOf(lines[start]!)) {
    let gutter = first
    let both = 1
    let last = start
    let end = start + 1
    for (; end < lines.length; end++) {
      const line = lines[end]!
      const next = narrow(line, gutter)
      if (!next || !continuesBlock(lines, end, gutter, last)) break
      gutter = next
      if (sidesOf(line, gutter) === 'both') {
        both++
        last = end
      }
    }
    const trimmed = trimEnd(lines, start, end, last, gutter)
    if (both > 1 || isClosing(lines, start, trimmed, gutter)) return { end: trimmed, gutter }
  }
  return undefined
}

/** Wide blanks of a line, the widest first. */
function guttersOf(line: Line): Gutter[] {
  const gutters: Gutter[] = []
  for (let i = 1; i < line.words.length; i++) {
    const gutter = { from: line.words[i - 1]!.right, to: line.words[i]!.left }
    if (gutter.to - gutter.from > GUTTER * line.fontSize) gutters.push(gutter)
  }
  return gutters.sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 2)
}

/** What is left of the gutter beside the words of a line: the widest blank between those that reach into it; nothing where that is too narrow. */
function narrow(line: Line, { from, to }: Gutter): Gutter | undefined {
  let widest = { from, to: from }
  let left = from
  for (const word of line.words) {
    if (word.right <= from || word.left >= to) continue
    if (word.left - left > widest.to - widest.from) widest = { from: left, to: word.left }
    left = Math.max(left, word.right)
  }
  if (to - left > widest.to - widest.from) widest = { from: left, to }
  return widest.to - widest.from > NARROWEST * line.fontSize ? widest : undefined
}

function sidesOf(line: Line, { from, to }: Gutter): 'left' | 'right' | 'both' {
  const middle = (from + to) / 2
  if (line.right <= middle) return 'left'
  return line.left >= middle ? 'right' : 'both'
}

/** One-sided lines belong to a block while they stand near the line above them and begin no part of the body. */
function continuesBlock(lines: readonly Row[], index: number, gutter: Gutter, lastBoth: number): boolean {
  const line = lines[index]!
  const side = sidesOf(line, gutter)
  if (side === 'both') return line.baseline - lines[index - 1]!.baseline < 8 * line.fontSize
  if (side === 'right') return line.baseline - lines[index - 1]!.baseline < 12 * line.fontSize
  if (index - lastBoth > 40) return false
  const above = lines.slice(0, index).findLast((other) => sidesOf(other, gutter) !== 'right')
  return above !== undefined && line.baseline - above.baseline < NEAR * line.fontSize && !BODY_MARKER.test(firstWords(line))
}

const firstWords = (line: Line): string => line.words.slice(0, 3).map(({ text }) => text).join(' ')

/** Lines of the right column alone at the end of a block are as well read after it. */
function trimEnd(lines: readonly Row[], start: number, end: number, lastBoth: number, gutter: Gutter): number {
  let to = end
  while (to - 1 > Math.max(start, lastBoth) && sidesOf(lines[to - 1]!, gutter) === 'right') to--
  return to
}

/** One line with both sides is a block where it opens the recipients (*nơi nhận*), or a right column goes on below it. */
function isClosing(lines: readonly Row[], start: number, end: number, gutter: Gutter): boolean {
  const line = lines[start]!
  if (!PATTERNS['recipients-of-column'].test(firstWords(line)) && end - start < 3) return false
  return sidesOf(line, gutter) === 'both'
}

/** How many lines right above a block stand in its right column alone. */
function leadingRight(single: readonly Row[], gutter: Gutter): number {
  let count = 0
  while (count < single.length && count < 3 && single.at(-1 - count)!.left >= gutter.from) count++
  return count
}

function splitColumns(rows: readonly Row[], gutter: Gutter): Stack[] {
  const middle = (gutter.from + gutter.to) / 2
  const left: Word[][] = []
  const right: Word[][] = []
  for (const { words } of partsOf(rows)) {
    const here = words.filter((word) => (word.left + word.right) / 2 < middle)
    const there = words.filter((word) => (word.left + word.right) / 2 >= middle)
    if (here.length) left.push(here)
    if (there.length) right.push(there)
  }
  const page = rows[0]!.page
  const stack = (words: readonly Word[][]): Stack => ({ column: true, lines: words.map((line) => createLine(line, page)) })
  return [stack(left), stack(right)]
}
