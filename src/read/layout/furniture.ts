import { FURNITURE } from '../../grammar/generated/furniture.js'
import { LINES_PATTERNS as PATTERNS } from '../../grammar/generated/lines-patterns.js'
import { fold } from '../../model/folded.js'
import { type Line, textOfLine } from './line.js'
import type { PageContent, Word } from './page-content.js'

/** How far from the head and foot of a page numbers, running heads and feet stand: surely, and where they count or repeat over pages. Points. */
const EDGE = 84
const WIDE_EDGE = 115
const PAGE_NUMBER = PATTERNS['printed-page-number']
const STARTS = FURNITURE.filter(({ match }) => match === 'starts').map(({ phrase }) => fold(phrase))
const STAMP = FURNITURE.map(({ phrase }) => fold(phrase))
const NATIONAL = PATTERNS['national-on-page']
const MAY_OPEN_PANEL = new RegExp(STARTS.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'u')
/** Lines of one panel stand no further apart than this share of their font size. */
const PANEL_PITCH = 2.2

/** Lines that a reader of the document skips: page numbers, and what repeats at the same edge of most pages. */
export function findEdgeLines(pages: readonly { readonly content: PageContent; readonly lines: readonly Line[] }[]): Set<Line> {
  const found = new Set<Line>()
  const repeated = new Map<string, Line[]>()
  for (const { content, lines } of pages) {
    for (const line of edgeLines(content, lines)) {
      const text = textOfLine(line)
      const sure = Math.min(line.baseline, content.height - line.baseline) < EDGE
      if (sure && PAGE_NUMBER.test(text)) found.add(line)
      const key = keyOf(line, text, content)
      repeated.set(key, [...(repeated.get(key) ?? []), line])
    }
  }
  const fewest = Math.max(2, Math.ceil(pages.length * 0.4))
  for (const lines of repeated.values()) if (new Set(lines.map(({ page }) => page)).size >= fewest) for (const line of lines) found.add(line)
  return found
}

/** Alike on each page: the same words at the same height, a page number counted from the same page. */
function keyOf(line: Line, text: string, { height }: PageContent): string {
  const head = line.baseline < height / 2
  const place = Math.round((head ? line.baseline : height - line.baseline) / 6)
  const number = PAGE_NUMBER.test(text) ? Number(/\d+/.exec(text)![0]) - line.page : ''
  return `${head ? 'head' : 'foot'} ${number === '' ? place : ''} ${number} ${text.replace(/\d+/g, '#')}`
}

/** The first and last lines of a page as far as they stand in its edges: no more than three at each; of a page that opens a document none but its number. */
function edgeLines({ height }: PageContent, lines: readonly Line[]): Line[] {
  const opens = lines.slice(0, 4).some((line) => NATIONAL.test(textOfLine(line)))
  const head = lines.slice(0, 3).filter((line) => line.baseline < WIDE_EDGE && (!opens || PAGE_NUMBER.test(textOfLine(line))))
  const foot = lines.slice(-3).filter(({ baseline }) => baseline > height - WIDE_EDGE && !head.some((line) => line.baseline === baseline))
  return [...head, ...foot]
}

/** Words without the panels of digital signatures ("Ký bởi: … Email: … Thời gian ký: …"), which may lie over the text. */
export function withoutPanels(words: readonly Word[], lines: readonly Line[]): Word[] {
  if (!lines.some((line) => MAY_OPEN_PANEL.test(fold(textOfLine(line))))) return [...words]
  const pieces = lines.flatMap(piecesOf)
  const panel = new Set<Word>()
  for (const [i, piece] of pieces.entries()) {
    const text = fold(textOfPiece(piece))
    if (!STARTS.some((phrase) => text.startsWith(phrase))) continue
    for (const word of piece) panel.add(word)
    takePanel(pieces, i, panel)
  }
  return panel.size ? words.filter((word) => !panel.has(word)) : [...words]
}

/** Runs of words without a wide blank. */
function piecesOf(line: Line): Word[][] {
  const pieces: Word[][] = [[]]
  for (const [i, word] of line.words.entries()) {
    if (i > 0 && word.left - line.words[i - 1]!.right > 1.5 * word.fontSize) pieces.push([])
    pieces.at(-1)!.push(word)
  }
  return pieces
}

const textOfPiece = (piece: readonly Word[]): string => piece.map(({ text }) => text).join(' ')

/** The lines below that are of the same panel: as small, at the same place, with its words or unfinished. */
function takePanel(pieces: readonly Word[][], from: number, panel: Set<Word>): void {
  const [head] = pieces[from]!
  let last = head!.baseline
  for (let i = from + 1; i < pieces.length; i++) {
    const first = pieces[i]![0]!
    if (first.baseline - last > PANEL_PITCH * head!.fontSize) break
    if (first.baseline <= last || Math.abs(first.left - head!.left) > 1.5 * head!.fontSize || Math.abs(first.fontSize - head!.fontSize) > 0.6) continue
    const text = fold(textOfPiece(pieces[i]!))
    if (!STAMP.some((phrase) => text.startsWith(phrase)) && head!.fontSize > 11) break
    for (const word of pieces[i]!) panel.add(word)
    last = first.baseline
  }
}
