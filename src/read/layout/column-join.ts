import { LINES_PATTERNS as PATTERNS } from '../../grammar/generated/lines-patterns.js'
import type { Block, TextBlock } from './blocks.js'
import { isSameSize, type Line, textOfLine } from './line.js'

/** A block of two columns at the end of a page. */
interface Columns {
  readonly left: TextBlock
  readonly right: TextBlock
}

const RECIPIENTS = PATTERNS['recipients-of-column']
const ENTRY = /^[-–—+•]/

/**
 * A closing block that the end of a page broke: recipients (*nơi nhận*) and signature go on in their own columns.
 *
 *     Nơi nhận:            TM. ỦY BAN NHÂN DÂN
 *     - UBND tỉnh;             CHỦ TỊCH
 *     ────────────────── page 4 ──────────────
 *     - Lưu: VT.             Lò Văn Thắng
 */
export function joinColumns(pages: readonly (readonly Block[])[]): Block[][] {
  const joined = pages.map((blocks) => [...blocks])
  for (let i = 0; i + 1 < joined.length; i++) {
    const open = closingColumns(joined[i]!)
    const first = joined[i + 1]![0]
    if (!open || first?.kind !== 'text') continue
    if (first.column) takeColumns(joined, i, open)
    else takeLeftLines(joined, i, open, first)
  }
  return joined
}

/** The last two blocks of a page, where they are a closing block. */
function closingColumns(blocks: readonly Block[]): Columns | undefined {
  const [left, right] = blocks.slice(-2)
  if (left?.kind !== 'text' || right?.kind !== 'text' || !left.column || !right.column) return undefined
  return left.lines.some((line) => RECIPIENTS.test(textOfLine(line))) ? { left, right } : undefined
}

const leftEdge = ({ lines }: TextBlock): number => Math.min(...lines.map(({ left }) => left))
const rightEdge = ({ lines }: TextBlock): number => Math.max(...lines.map(({ right }) => right))

/** Two columns at the head of the next page whose left one goes on with the list. */
function takeColumns(pages: Block[][], page: number, { left, right }: Columns): void {
  const [nextLeft, nextRight] = pages[page + 1]!
  if (nextLeft?.kind !== 'text' || nextRight?.kind !== 'text' || !nextRight.column) return
  if (!isEntryOrRest(nextLeft.lines[0]!, left) || rightEdge(nextLeft) > leftEdge(right) || leftEdge(nextRight) < rightEdge(nextLeft)) return
  pages[page]!.splice(-2, 2, { ...left, lines: [...left.lines, ...nextLeft.lines] }, { ...right, lines: [...right.lines, ...nextRight.lines] })
  pages[page + 1]!.splice(0, 2)
}

/** Lines at the head of the next page that stand in the left column. */
function takeLeftLines(pages: Block[][], page: number, { left, right }: Columns, next: TextBlock): void {
  const edge = leftEdge(right)
  const stop = next.lines.findIndex((line, i) => line.right > edge || !(i === 0 ? isEntryOrRest(line, left) : isNear(line, next.lines[i - 1]!, left)))
  const taken = stop < 0 ? next.lines.length : stop
  if (!taken) return
  pages[page]!.splice(-2, 2, { ...left, lines: [...left.lines, ...next.lines.slice(0, taken)] }, right)
  pages[page + 1]!.splice(0, 1, ...(taken < next.lines.length ? [{ ...next, top: next.lines[taken]!.baseline, lines: next.lines.slice(taken) }] : []))
}

/** An entry of the list, or the rest of one that the page broke: in the list's size, at its margin. */
function isEntryOrRest(line: Line, column: TextBlock): boolean {
  const last = column.lines.at(-1)!
  if (!isSameSize(line, last) || Math.abs(line.left - leftEdge(column)) > 2 * line.fontSize) return false
  return ENTRY.test(textOfLine(line)) || (ENTRY.test(textOfLine(last)) && !/[;.]$/.test(textOfLine(last)))
}

const isNear = (line: Line, above: Line, column: TextBlock): boolean =>
  line.baseline - above.baseline < 2.4 * line.fontSize && isSameSize(line, above) && Math.abs(line.left - leftEdge(column)) < 2 * line.fontSize
