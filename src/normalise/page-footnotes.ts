import type { Span } from '../model/span.js'
import { NOTHING, type Cleaner, type Cleaning } from './cleaner.js'
import { opensFootnote } from './footnote-line.js'
import { headingLineOf } from './heading-line.js'
import { markerOf } from './line-marker.js'
import type { LinedText } from './lined-text.js'
import { isPageNumber } from './page-number.js'
import { rearrange } from './rearrangement.js'
import { endsSentence } from './wrapping.js'

const NOTE_LINES = 25
const PARAGRAPH_LINES = 60

/**
 * Notes at the foot of a page that cut a paragraph in two go behind that paragraph:
 *
 *     khắc phục 03 vị trí tiềm ẩn tai nạn1 trên các        khắc phục 03 vị trí tiềm ẩn tai nạn1 trên các
 *     1 Theo Thông tư số 26/2012/TT-BGTVT.            →    tuyến đường huyện.
 *     2                                                    1 Theo Thông tư số 26/2012/TT-BGTVT.
 *     tuyến đường huyện.
 */
export const pageFootnotes: Cleaner = {
  id: 'page-footnotes',
  clean: (given, { paragraphsAreLines }) => (paragraphsAreLines ? NOTHING : moveNotes(given)),
}

interface Move {
  /** Indexes of lines: the note from … to (its page number is not part), and the line it is to stand before. */
  readonly from: number
  readonly to: number
  readonly before: number
}

function moveNotes({ text, filled: lines }: LinedText): Cleaning {
  const moves: Move[] = []
  for (let i = 1; i < lines.length; i++) {
    if (!isPageNumber(text, lines[i]!)) continue
    const from = noteAbove(text, lines, i, moves.at(-1)?.before ?? 0)
    if (from < 0 || endsSentence(text, lines[from - 1]!)) continue
    const before = paragraphEnd(text, lines, i + 1)
    if (before > i + 1) moves.push({ from, to: i, before })
  }
  if (!moves.length) return NOTHING
  return { edits: [], rearranged: rearrange(text, piecesOf(text, lines, moves)) }
}

/** The first line of the notes that end above a page number; -1 where there are none. */
function noteAbove(text: string, lines: readonly Span[], number: number, least: number): number {
  let from = -1
  for (let i = number - 1; i > Math.max(least, number - NOTE_LINES); i--) {
    if (isPageNumber(text, lines[i]!)) break
    if (opensFootnote(text, lines[i]!) || markerOf(text, lines[i]!) === 'footnote') from = i
  }
  return from
}

/** The line behind the paragraph that goes on at `start`: the next one with a marker or of another kind. */
function paragraphEnd(text: string, lines: readonly Span[], start: number): number {
  for (let i = start; i < Math.min(lines.length, start + PARAGRAPH_LINES); i++) {
    const line = lines[i]!
    if (markerOf(text, line) || headingLineOf(text, line) || isPageNumber(text, line)) return i
  }
  return start
}

function piecesOf(text: string, lines: readonly Span[], moves: readonly Move[]): Span[] {
  const begin = (i: number): number => (i < lines.length ? text.lastIndexOf('\n', lines[i]!.start - 1) + 1 : text.length + 1)
  const pieces: Span[] = []
  let from = 0
  for (const move of moves) {
    pieces.push({ start: from, end: begin(move.from) - 1 }, { start: begin(move.to), end: begin(move.before) - 1 }, { start: begin(move.from), end: begin(move.to) - 1 })
    from = begin(move.before)
  }
  if (from <= text.length) pieces.push({ start: from, end: text.length })
  return pieces
}
