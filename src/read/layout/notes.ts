import type { Block } from './blocks.js'
import { isRaised, type Line, textOfLine } from './line.js'
import type { PageContent, Rule } from './page-content.js'

const NOTE = /^(?:\d{1,3}|\[\d{1,3}\]|\(\d{1,2}\)|\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])\s?\S/u

/** How many lines at the foot of a page are notes (*chú thích*): below a short rule at the margin, or set smaller and opened by a raised number. */
export function countNotes(page: PageContent, lines: readonly Line[]): number {
  const rule = separatorOf(page, lines)
  if (rule) {
    const below = lines.findIndex((line) => line.baseline - 0.5 * line.fontSize > rule.at)
    if (below > 0 && NOTE.test(textOfLine(lines[below]!))) return lines.length - below
  }
  return smallLinesAtFoot(lines)
}

/** The lowest short rule that begins where the lines do. */
function separatorOf({ rules, width, height }: PageContent, lines: readonly Line[]): Rule | undefined {
  const left = Math.min(...lines.map((line) => line.left))
  return rules.filter(({ horizontal, at, from, to }) => horizontal && at > 0.35 * height && Math.abs(from - left) < 40 && to - from > 40 && to - from < 0.45 * width).sort((a, b) => b.at - a.at)[0]
}

function smallLinesAtFoot(lines: readonly Line[]): number {
  const last = lines.at(-1)
  const body = bodySize(lines)
  if (!last || last.fontSize > body - 1.4) return 0
  let from = lines.length
  while (from > 0 && lines[from - 1]!.fontSize < body - 1.4) from--
  for (let i = from; i < lines.length; i++) if (from > 0 && opensRaised(lines[i]!)) return lines.length - i
  return 0
}

/** A line that a raised number opens. */
const opensRaised = ({ words: [first, second] }: Line): boolean => first !== undefined && second !== undefined && /^\d{1,3}$/.test(first.text) && first.fontSize < 0.85 * second.fontSize && second.baseline - first.baseline > 0.1 * second.fontSize

const UNIT = /(?:^|[^\p{L}])[kdcm]?m$/u

/** The mark of a footnote that a word is, if it is one: a raised number behind no unit of length. */
export function markOf(line: Line, index: number): string | undefined {
  const word = line.words[index]!
  return isRaised(line, word) && !(index > 0 && UNIT.test(line.words[index - 1]!.text)) ? word.text : undefined
}

/** Numbers of the notes at the foot of a page whose marks stand raised in its text. */
export function notedMarks(blocks: readonly Block[]): ReadonlySet<string> {
  const numbers = new Set(blocks.flatMap((block) => (block.kind === 'notes' ? block.lines.filter(opensNote).map((line) => /^\d+/.exec(line.words[0]!.text)?.[0] ?? '') : [])))
  if (!numbers.size) return numbers
  const body = blocks.flatMap((block) => (block.kind === 'text' ? block.lines : block.kind === 'table' ? block.rows.flat().flatMap(({ lines }) => lines) : []))
  const marks = body.flatMap((line) => line.words.flatMap((_, i) => markOf(line, i) ?? []))
  return new Set(marks.filter((mark) => numbers.has(mark)))
}

/** A line that opens a note, its number in the brackets in which its mark is written. */
export function withBracketedNumber(line: Line, marks: ReadonlySet<string>): Line {
  const [first, ...rest] = line.words
  return first && marks.has(first.text) ? { ...line, words: [{ ...first, text: `[${first.text}]`, baseline: line.baseline }, ...rest] } : line
}

/** The line with a blank behind the number that opens it. */
export function withBlankBehindNumber(line: Line): Line {
  const [first, second, ...rest] = line.words
  if (!first) return line
  const glued = /^(\d{1,3})(\p{L}.*)$/u.exec(first.text)
  if (glued) {
    const middle = first.left + ((first.right - first.left) * glued[1]!.length) / first.text.length
    return { ...line, words: [{ ...first, text: glued[1]!, right: middle }, { ...first, text: glued[2]!, left: middle, spaced: true }, ...line.words.slice(1)] }
  }
  return second && /^\d{1,3}$/.test(first.text) ? { ...line, words: [first, { ...second, spaced: true, left: Math.max(second.left, first.right) }, ...rest] } : line
}

/** Does the line open a note? */
export const opensNote = (line: Line): boolean => NOTE.test(textOfLine(line))

function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const line of lines) letters.set(line.fontSize, (letters.get(line.fontSize) ?? 0) + line.right - line.left)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
