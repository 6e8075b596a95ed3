import type { Span } from '../model/span.js'
import { codeAt, isLetter, isUpper } from '../model/folded.js'
import { indentOf, type TextLine } from './lined-text.js'
import { markerOf } from './line-marker.js'

/** How the lines of a document were broken. */
export interface Wrapping {
  /** Lines end where the paper ended, not where a paragraph does. */
  readonly wrapped: boolean
  /** So many lines break off that even a page's own blocks must have been cut by hand (`<br>` at each line's end). */
  readonly mostlyBroken: boolean
  /** Length of a full line, in characters. */
  readonly width: number
  /** A blank line stands between paragraphs and nowhere else. */
  readonly blankLinesTell: boolean
  /** Paragraphs begin with an indent that other lines lack. */
  readonly indentsTell: boolean
}

/** A text whose reader knew its paragraphs. */
export const CERTAIN: Wrapping = { wrapped: false, mostlyBroken: false, width: Number.POSITIVE_INFINITY, blankLinesTell: true, indentsTell: false }

const SENTENCE_END = 1
const CLOSER = 2
const SIGNS = new Uint8Array(65536)
for (const sign of '.;:!?…') SIGNS[sign.charCodeAt(0)] = SENTENCE_END
for (const sign of ')]”"’»\'') SIGNS[sign.charCodeAt(0)] = CLOSER

/** Does the line end a sentence or an item: `.`, `;`, `:`, `!`, `?`, `…`, also before a closing quote or bracket? */
export function endsSentence(text: string, line: Span): boolean {
  let at = line.end - 1
  while (at > line.start && SIGNS[codeAt(text, at)] === CLOSER) at--
  return SIGNS[codeAt(text, at)] === SENTENCE_END
}

export function beginsLower(text: string, line: Span): boolean {
  const first = codeAt(text, line.start)
  return isLetter(first) && !isUpper(first)
}

/** Measure a document's lines (the filled ones, in order). */
export function measureWrapping(text: string, lines: readonly TextLine[]): Wrapping {
  const broken: number[] = []
  let blanks = 0
  let blanksInside = 0
  let candidates = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!
    const next = lines[i + 1]!
    const length = line.end - line.start
    const blank = hasBlank(text, line.end, next.start)
    const inside = length > 30 && !endsSentence(text, line) && beginsLower(text, next) && markerOf(text, next) === null
    if (blank) blanks++
    if (blank && inside) blanksInside++
    if (length > 30) candidates++
    if (inside) broken.push(length)
  }
  broken.sort((a, b) => a - b)
  const width = broken[Math.floor(broken.length * 0.9)] ?? Number.POSITIVE_INFINITY
  const wrapped = broken.length > 2 && broken.length > candidates * 0.2 && width < 200
  const mostlyBroken = wrapped && broken.length > 8 && broken.length > candidates * 0.4
  return { wrapped, mostlyBroken, width, blankLinesTell: blanks > 3 && blanksInside * 10 < blanks, indentsTell: wrapped && indented(lines, width) }
}

function hasBlank(text: string, from: number, to: number): boolean {
  let breaks = 0
  for (let i = from; i < to; i++) if (codeAt(text, i) === 10) breaks++
  return breaks > 1
}

/** A few lines that are moved in further than the full lines around them. */
function indented(lines: readonly TextLine[], width: number): boolean {
  let deeper = 0
  for (let i = 1; i + 1 < lines.length; i++) {
    if (lines[i]!.end - lines[i]!.start < width * 0.6) continue
    if (indentOf(lines[i]!) - indentOf(lines[i + 1]!) >= 3) deeper++
  }
  return deeper * 20 > lines.length
}
