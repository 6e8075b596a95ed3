import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { codeAt, fold, foldUnit, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { type Block, isFilled, type Split, trimPiece } from './column-split.js'
import { indentOf, type TextLine } from './lined-text.js'

/** A recipient that goes on in a second line is shorter than this. */
const LONGEST_RECIPIENT = 60

/** The recipients (*nơi nhận*) with the signature beside them; `mayTouch`: one blank may be all that is left between the columns. */
export function closingBlock(text: string, lines: readonly TextLine[], from: number, mayTouch: boolean): Block | undefined {
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

/** Does the line begin with *nơi nhận*? A first letter that was misread is a capital: "mới nhận" is prose. */
export function isRecipients(text: string, line: Span): boolean {
  if (line.end - line.start < 8) return false
  const first = codeAt(text, line.start)
  if (first !== 78 && first !== 110 && first !== 65 && first !== 77 && first !== 42) return false
  if (first !== STAR && !SECOND_OF_RECIPIENTS.has(foldUnit(codeAt(text, line.start + 1)))) return false
  return PATTERNS['recipients-begin'].test(fold(text.slice(line.start, Math.min(line.start + 14, line.end))))
}

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
  if (rest.toUpperCase() === rest && rest.length > 6 && !/[;,]/.test(rest) && PATTERNS['sign-off-column'].test(fold(rest))) return true
  return wide && rest.length < 60 && !/[;:,]$/.test(rest)
}

function splitOff(text: string, line: Span, gapAt: number, restAt: number): Split {
  return { left: trimPiece(text, line.start, line.start + gapAt), right: trimPiece(text, line.start + restAt, line.end) }
}
