import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import type { Edit } from '../model/edits.js'
import type { Span } from '../model/span.js'
import { codeAt, fold, foldUnit, isUpper } from '../model/folded.js'
import { NOTHING, type Cleaner, type Cleaning } from './cleaner.js'
import { BAR, indentOf, type LinedText, SPACE, TAB, type TextLine } from './lined-text.js'
import { trimSpan } from './lines.js'
import { rearrange } from './rearrangement.js'

/** A line of two columns; either side may be empty. */
interface Split {
  readonly left: Span
  readonly right: Span
}

const HEADING_LINES = 40
const ATTACHED_LINES = 12
const CLOSING_LINES = 40
/** A recipient that goes on in a second line is shorter than this. */
const LONGEST_RECIPIENT = 60
const NATIONAL = PATTERNS['national-column']
const SIGN_OFF = PATTERNS['sign-off-column']
/** A line that holds the national heading at its right: it begins before 90 letters and is shorter than 60. */
const LONGEST_NATIONAL = 150
/** Of the shortest national heading or motto, all in capitals. */
const FEWEST_CAPITALS = 10
const MOTTO = PATTERNS['motto-inside']
const S = 115
const GAP = / {3,}|\t+| ?\| ?/g
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

const isFilled = (span: Span): boolean => span.end > span.start

interface Block {
  readonly from: number
  readonly splits: readonly Split[]
}

/** From the line that holds the national heading beside the issuer to the last line of two columns near it. */
function headingBlock(text: string, top: readonly TextLine[], begin: number): Block | undefined {
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
  line.end - line.start < LONGEST_NATIONAL && (line.capitals >= FEWEST_CAPITALS || MOTTO.test(text.slice(line.start, line.end)))

/** Where the national heading or the motto begins behind other words. */
function nationalIn(content: string): number {
  const national = NATIONAL.exec(fold(content))
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

/** Without blanks, bars and dots that only draw the table. */
function trimPiece(text: string, from: number, to: number): Span {
  let { start, end } = trimSpan(text, from, to)
  while (start < end && text[start] === '|') ({ start, end } = trimSpan(text, start + 1, end))
  while (end > start && text[end - 1] === '|') ({ start, end } = trimSpan(text, start, end - 1))
  return { start, end }
}

function oneSided(text: string, line: TextLine, column: number): Split {
  const indent = indentOf(line)
  const content = text.slice(line.start, line.end)
  const right = (indent > 0 && indent >= column - 12) || (isNationalLine(content) && NATIONAL.test(fold(content)))
  const none = { start: line.end, end: line.end }
  return right ? { left: none, right: line } : { left: line, right: none }
}

/** The recipients (*nơi nhận*) with the signature beside them. */
function closingBlock(text: string, lines: readonly TextLine[], from: number, mayTouch: boolean): Block | undefined {
  const splits: Split[] = []
  let last = -1
  for (const [i, line] of lines.entries()) {
    if (i && (endsClosing(text, line) || isRecipients(text, line))) break
    const split = closingSplit(text, line, mayTouch)
    if (split && isFilled(split.left) && isFilled(split.right)) last = i
    splits.push(split ?? { left: line, right: { start: line.end, end: line.end } })
  }
  if (last < 0) return undefined
  let to = last
  for (let i = last + 1; i < splits.length && i - to <= 2; i++) {
    const { left, right } = splits[i]!
    if (isFilled(left) && /^[-–+*•] ?[^*]/.test(text.slice(left.start, left.start + 3))) to = i
    else if (isFilled(right) || (isFilled(left) && (mayTouch || left.end - left.start > LONGEST_RECIPIENT))) break
  }
  return { from, splits: splits.slice(0, to + 1) }
}

/** An annex or a table row: the closing block is over. */
function endsClosing(text: string, line: Span): boolean {
  const content = text.slice(line.start, line.end)
  return PATTERNS['no-columns'].test(content) || (content.match(/\t/g)?.length ?? 0) > 1
}

const STAR = 42
/** Second letter of *nơi nhận*, as printed or misread. */
const SECOND_OF_RECIPIENTS: ReadonlySet<number> = new Set([...'ơoớ'].map((letter) => letter.charCodeAt(0)))

function isRecipients(text: string, line: Span): boolean {
  if (line.end - line.start < 8) return false
  const first = codeAt(text, line.start)
  if (first !== 78 && first !== 110 && first !== 65 && first !== 77 && first !== 42) return false
  if (first !== STAR && !SECOND_OF_RECIPIENTS.has(foldUnit(codeAt(text, line.start + 1)))) return false
  return PATTERNS['recipients-begin'].test(fold(text.slice(line.start, Math.min(line.start + 14, line.end))))
}

/** `mayTouch`: one blank may be all that is left between the columns. */
function closingSplit(text: string, line: TextLine, mayTouch: boolean): Split | undefined {
  const content = text.slice(line.start, line.end)
  if (!content) return undefined
  if (indentOf(line) >= 30) return { left: { start: line.start, end: line.start }, right: line }
  for (const gap of content.matchAll(/ {3,}|\t+| ?\| ?|[ .…]{4,}| (?=[KTPCGBHVQ])/g)) {
    const at = gap.index + gap[0].length
    const rest = content.slice(at)
    if (gap.index === 0 || (gap[0] === ' ' && !(mayTouch && isRecipientItem(content.slice(0, gap.index))))) continue
    if (isSignOff(rest, gap[0] !== ' ')) return splitOff(text, line, gap.index, at)
  }
  return undefined
}

/** "Nơi nhận:", "- Như trên;": what stands left of a signature. */
const isRecipientItem = (left: string): boolean => PATTERNS['recipient-item'].test(left)

/** Opens `rest` a signature: an office in capitals, or, behind a wide gap, a name? */
function isSignOff(rest: string, wide: boolean): boolean {
  if (!rest || !isUpper(rest.charCodeAt(0))) return false
  if (rest.toUpperCase() === rest && rest.length > 6 && !/[;,]/.test(rest) && SIGN_OFF.test(fold(rest))) return true
  return wide && rest.length < 60 && !/[;:,]$/.test(rest)
}

function splitOff(text: string, line: Span, gapAt: number, restAt: number): Split {
  return { left: trimPiece(text, line.start, line.start + gapAt), right: trimPiece(text, line.start + restAt, line.end) }
}
