import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import type { Edit } from '../model/edits.js'
import { fold } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { NOTHING, type Cleaner, type Cleaning } from './cleaner.js'
import { type Block, isFilled, type Split } from './column-split.js'
import { headingBlock } from './heading-columns.js'
import type { LinedText, TextLine } from './lined-text.js'
import { rearrange } from './rearrangement.js'
import { closingBlock, isRecipients } from './recipient-columns.js'

const HEADING_LINES = 40
const ATTACHED_LINES = 12
const CLOSING_LINES = 40
const WIDE_GAP = / {3}|\t/

/**
 * The heading block and the closing block are set in two columns; a plain text prints them side by side:
 *
 *     ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 *       HUYỆN TỨ KỲ                    Độc lập - Tự do - Hạnh phúc
 *     Số:      /KH-UBND            Tứ Kỳ, ngày      tháng 3 năm 2023
 *
 * The left column comes first, then the right one.
 */
export const columns: Cleaner = {
  id: 'columns',
  clean: (given, { paragraphsAreLines, rows }) => splitColumns(given, paragraphsAreLines ? rows : undefined),
}

/** `rows` of tables, where a structured reader told them: no column runs through them, and only wide gaps part columns. */
function splitColumns({ text, lines }: LinedText, rows: readonly Span[] | undefined): Cleaning {
  if (rows && !WIDE_GAP.test(text)) return NOTHING
  const blocks = blocksOf(text, lines, rows ? linesBefore(lines, rows) : undefined)
  if (!blocks.length) return NOTHING
  const pieces: Span[] = []
  let from = 0
  for (const block of blocks) {
    const first = lines[block.from]!.from
    if (first < from) continue
    if (first > from) pieces.push({ start: from, end: first - 1 })
    for (const group of rows ? groupsOf(text, block.splits) : [block.splits]) {
      pieces.push(...group.map(({ left }) => left).filter(isFilled), ...group.map(({ right }) => right).filter(isFilled))
    }
    const next = lines[block.from + block.splits.length]
    from = next ? next.from : text.length + 1
  }
  if (from <= text.length) pieces.push({ start: from, end: text.length })
  return { edits: [], rearranged: rearrange(text, pieces) }
}

/** The heading on top, those of attached documents, each list of recipients. */
function blocksOf(text: string, lines: readonly TextLine[], endOf: ((line: number) => number) | undefined): Block[] {
  const upTo = (from: number, count: number): readonly TextLine[] => lines.slice(from, Math.min(from + count, endOf?.(from) ?? lines.length))
  const blocks = [headingBlock(text, upTo(0, HEADING_LINES), 0)]
  for (const i of linesWith(text, lines, 'CỘNG H')) if (i >= HEADING_LINES) blocks.push(headingBlock(text, upTo(i, ATTACHED_LINES), i))
  if (!endOf) for (const [i, line] of lines.entries()) if (isRecipients(text, line)) blocks.push(closingBlock(text, upTo(i, CLOSING_LINES), i, true))
  return blocks.filter((block) => block !== undefined).sort((a, b) => a.from - b.from)
}

/** The line of the number and the dateline is a row of its own below the issuer and the national heading. */
function groupsOf(text: string, splits: readonly Split[]): (readonly Split[])[] {
  const number = splits.findIndex(({ left }) => PATTERNS['number-column'].test(fold(text.slice(left.start, left.start + 6))))
  return number > 0 ? [splits.slice(0, number), splits.slice(number)] : [splits]
}

/**
 * The closing block of a structured reader, whose lines are drawn in two columns with blanks, stays line by line: a tab between the columns
 * tells the sides apart.
 */
export const closingColumns: Cleaner = {
  id: 'closing-columns',
  clean: (given, { paragraphsAreLines, rows }) => (paragraphsAreLines && WIDE_GAP.test(given.text) ? { edits: closingEdits(given, rows) } : NOTHING),
}

function closingEdits(given: LinedText, rows: readonly Span[]): Edit[] {
  const { text } = given
  return closingRows(given, rows)
    .map(({ left, right }) => ({ start: left.end + Math.max(0, text.slice(left.end, right.start).search(/[ \t]/)), end: right.start, insert: '\t' }))
    .filter(({ start, end, insert }) => text.slice(start, end) !== insert)
}

/** Lines of two columns below *nơi nhận*, outside tables. */
export function closingRows({ text, lines }: LinedText, rows: readonly Span[]): Split[] {
  const endOf = linesBefore(lines, rows)
  const found: Split[] = []
  let from = 0
  for (const [i, line] of lines.entries()) {
    if (i < from || !isRecipients(text, line)) continue
    const splits = closingBlock(text, lines.slice(i, Math.min(i + CLOSING_LINES, endOf(i))), i, false)?.splits ?? []
    found.push(...splits.filter(({ left, right }) => isFilled(left) && isFilled(right)))
    from = i + splits.length
  }
  return found
}

/** Of a line, the next one that is a row of a table. */
function linesBefore(lines: readonly Span[], rows: readonly Span[]): (line: number) => number {
  const next = new Int32Array(lines.length + 1).fill(lines.length)
  let row = rows.length - 1
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!
    while (row >= 0 && rows[row]!.start >= line.end && rows[row]!.start > line.start) row--
    next[i] = row >= 0 && rows[row]!.end > line.start ? i : next[i + 1]!
  }
  return (line) => next[line]!
}

/** Lines that hold the words, but do not begin with them. */
function linesWith(text: string, lines: readonly Span[], words: string): number[] {
  const found: number[] = []
  let i = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    while (i < lines.length && lines[i]!.end < at) i++
    if (i < lines.length && lines[i]!.start < at && found.at(-1) !== i) found.push(i)
  }
  return found
}
