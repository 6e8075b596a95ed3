import type { Edit } from '../model/edits.js'
import { codeAt, isDigit, isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { oddKindOf } from './odd-signs.js'

/** Kinds of signs, one bit each; the kinds of a line's signs are put together, so that one number tells what the line lacks. */
export const SPACE = 1
export const TAB = 2
export const BAR = 4
export const UPPER = 8
export const LOWER = 16
export const DIGIT = 32
/** What badly stripped HTML and Markdown leave: < & \ [ * _ # */
export const MARKUP = 64
/** Changed by the cleaner of characters. */
export const ODD = 128
const OTHER = 256
const BREAK = 512

const KINDS = buildKinds()

function buildKinds(): Uint16Array {
  const kinds = new Uint16Array(65536)
  for (let code = 0; code < kinds.length; code++) {
    const letter = isLetter(code) ? (isUpper(code) ? UPPER : LOWER) : 0
    kinds[code] = (letter || (isDigit(code) ? DIGIT : OTHER)) | (oddKindOf(code) ? ODD : 0)
  }
  for (const sign of '<&\\[*_#') kinds[sign.charCodeAt(0)]! |= MARKUP
  kinds[0x7c]! |= BAR
  kinds[0x20] = SPACE
  kinds[0x09] = TAB
  kinds[0x0a] = BREAK
  return kinds
}

/** A line and what one look at each of its letters tells. The span lacks the blanks at the line's ends; of a blank line it is empty. */
export interface TextLine extends Span {
  /** Where the line begins and ends with its blanks. */
  readonly from: number
  readonly to: number
  /** The kinds of its signs. */
  readonly kinds: number
  /** Kinds of which two signs stand side by side. */
  readonly doubled: number
  /** How many of its letters are capitals. */
  readonly capitals: number
}

/** A text and its lines, looked through once for all cleaners that read it, when the first of them asks. */
export interface LinedText {
  readonly text: string
  /** The kinds of all its signs. */
  readonly kinds: number
  /** All lines, without the spaces and tabs at their ends. */
  readonly lines: readonly TextLine[]
  /** All lines, without the spaces at their ends. Tabs stay: once the spaces are cleaned they part cells. */
  readonly tabbed: readonly TextLine[]
  /** Those of {@link tabbed} that hold something. */
  readonly filled: readonly TextLine[]
}

export const lineUp = (text: string): LinedText => new LookedThrough(text, () => linesFrom(text, 0, text.length, []))

/** The text that edits make of another: only the lines that they touch are looked through again. */
export const lineUpEdited = (before: LinedText, edits: readonly Edit[], text: string): LinedText => new LookedThrough(text, () => editedLines(before.tabbed, edits, text))

class LookedThrough implements LinedText {
  #tabbed: readonly TextLine[] | undefined
  #filled: readonly TextLine[] | undefined
  #kinds: number | undefined

  constructor(
    readonly text: string,
    private readonly look: () => readonly TextLine[],
  ) {}

  get tabbed(): readonly TextLine[] {
    return (this.#tabbed ??= this.look())
  }

  get filled(): readonly TextLine[] {
    return (this.#filled ??= this.tabbed.filter(({ start, end }) => end > start))
  }

  get lines(): readonly TextLine[] {
    return this.kinds & TAB ? this.tabbed.map((line) => (line.kinds & TAB ? trimmed(this.text, line, SPACE | TAB) : line)) : this.tabbed
  }

  get kinds(): number {
    return (this.#kinds ??= this.tabbed.reduce((kinds, line) => kinds | line.kinds, 0))
  }
}

/** The lines of a part of a text that begins and ends as lines do, added to those before it. */
function linesFrom(text: string, begin: number, end: number, lines: TextLine[]): TextLine[] {
  let from = begin
  let kinds = 0
  let doubled = 0
  let capitals = 0
  let before = 0
  for (let at = begin; at <= end; at++) {
    const kind = at < end ? KINDS[codeAt(text, at)]! : BREAK
    if (kind !== BREAK) {
      kinds |= kind
      doubled |= kind & before
      capitals += (kind & UPPER) >> 3
      before = kind
      continue
    }
    lines.push(trimmed(text, { from, to: at, kinds, doubled, capitals }, SPACE))
    from = at + 1
    kinds = doubled = capitals = before = 0
  }
  return lines
}

function editedLines(old: readonly TextLine[], edits: readonly Edit[], text: string): TextLine[] {
  const lines: TextLine[] = []
  let shift = 0
  let next = 0
  for (let i = 0; i < old.length; i++) {
    const { from } = old[i]!
    if (next >= edits.length || edits[next]!.start > old[i]!.to) {
      lines.push(shifted(old[i]!, shift))
      continue
    }
    const begin = from + shift
    for (; next < edits.length && edits[next]!.start <= old[i]!.to; next++) {
      const { start, end, insert } = edits[next]!
      shift += insert.length - (end - start)
      while (end > old[i]!.to) i++
    }
    linesFrom(text, begin, old[i]!.to + shift, lines)
  }
  return lines
}

const shifted = (line: TextLine, by: number): TextLine =>
  by === 0 ? line : { start: line.start + by, end: line.end + by, from: line.from + by, to: line.to + by, kinds: line.kinds, doubled: line.doubled, capitals: line.capitals }

/** A line without the signs at its ends that are `blank`. */
function trimmed(text: string, { from, to, kinds, doubled, capitals }: Omit<TextLine, keyof Span>, blank: number): TextLine {
  let start = from
  let end = to
  while (start < end && (KINDS[codeAt(text, start)]! & blank) !== 0) start++
  while (end > start && (KINDS[codeAt(text, end - 1)]! & blank) !== 0) end--
  return { start, end, from, to, kinds, doubled, capitals }
}

/** How far a line is moved in from the left edge, in characters. */
export const indentOf = ({ start, from }: TextLine): number => start - from

/** Is every letter of the line a capital, and has it two at least? */
export const isInCapitals = ({ kinds, capitals }: TextLine): boolean => (kinds & LOWER) === 0 && capitals > 1
