import { typeOfLine } from '../grammar/heading.js'
import { OUTLINE_PATTERNS as PATTERNS } from '../grammar/generated/outline-patterns.js'
import { type FoldedText, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import type { Line } from './lines.js'
import { parseMarker } from './marker.js'

/** A document attached to this one (*ban hành kèm theo, kèm theo*): the line its body begins at, its title, the lines its heading takes up. */
export interface Attachment {
  readonly line: number
  readonly title: Span
  readonly lines: readonly number[]
}

const ATTACHED = PATTERNS['attached-to']
const NATIONAL = PATTERNS.national
const HEADING_LINES = 12

/** "(Ban hành kèm theo Quyết định số … ngày …)": a line under the title of an attached document or of an annex. */
export const isAttachedLine = ({ folded }: FoldedText, { start, end }: Line): boolean => mayBeAttached(folded, start) && ATTACHED.test(folded.slice(start, Math.min(end, start + 60)))

const mayBeAttached = (folded: string, at: number): boolean =>
  folded.charCodeAt(at) === 40 || folded.startsWith('kèm ', at) || folded.startsWith('theo ', at) || folded.startsWith('ban hành ', at)

/** Documents attached after a closing block: a heading in which a line says "kèm theo", with the title in capitals above it. */
export function findAttachments(text: FoldedText, lines: readonly Line[], closingEnds: readonly number[]): Attachment[] {
  return closingEnds.flatMap((end) => {
    const first = lines.findIndex((line) => line.start >= end)
    return first < 0 ? [] : (readAttachment(text, lines, first) ?? [])
  })
}

function readAttachment(text: FoldedText, lines: readonly Line[], first: number): Attachment | undefined {
  const limit = Math.min(lines.length, first + HEADING_LINES)
  let said = -1
  for (let index = first; index < limit; index++) {
    const line = lines[index]!
    const marker = parseMarker(text, line.start, line.end)
    if (marker?.kind === 'annex') return undefined
    if (marker && marker.kind !== 'upper' && marker.kind !== 'roman') break
    if (isAttachedLine(text, line)) {
      said = index
      break
    }
  }
  if (said < 0) return readUnmarked(text, lines, first)
  const title = titleAbove(text, lines, first, said)
  if (!title) return undefined
  let last = said
  while (last + 1 < lines.length && continuesNote(text, lines, said, last)) last++
  return { line: last + 1, title, lines: Array.from({ length: last - first + 1 }, (_, index) => first + index) }
}

/** "KẾ HOẠCH" alone on the first line behind a signature, its title in capitals below: what the decision promulgates, though no note says so. */
function readUnmarked(text: FoldedText, lines: readonly Line[], behind: number): Attachment | undefined {
  const first = lines.findIndex(({ start, end }, index) => index >= behind && /\p{L}/u.test(text.text.slice(start, end)))
  const type = lines[first]
  if (!type) return undefined
  if (typeOfLine(text.folded.slice(type.start, type.end)) === undefined || !isShouted(text, type)) return undefined
  let last = first
  while (last + 1 < lines.length && last - first < HEADING_LINES && isShouted(text, lines[last + 1]!) && !parseMarker(text, lines[last + 1]!.start, lines[last + 1]!.end)) last++
  if (last === first || last + 1 >= lines.length) return undefined
  return { line: last + 1, title: { start: type.start, end: lines[last]!.end }, lines: Array.from({ length: last - first + 1 }, (_, index) => first + index) }
}

const isShouted = ({ text }: FoldedText, { start, end }: Line): boolean => isUpper(text.charCodeAt(start)) && !/\p{Ll}/u.test(text.slice(start, end))

/** A note in brackets may go on over lines until it is closed. */
function continuesNote(text: FoldedText, lines: readonly Line[], said: number, last: number): boolean {
  const note = text.text.slice(lines[said]!.start, lines[last]!.end)
  return note.startsWith('(') && !note.includes(')') && last - said < 3
}

/** The lines in capitals right above the note, from the first that is neither national heading nor an issuer's line on. */
function titleAbove(text: FoldedText, lines: readonly Line[], first: number, said: number): Span | undefined {
  let from = said
  while (from > first && isTitleLine(text, lines[from - 1]!)) from--
  return from < said ? { start: lines[from]!.start, end: lines[said - 1]!.end } : undefined
}

function isTitleLine(text: FoldedText, line: Line): boolean {
  const folded = text.folded.slice(line.start, line.end)
  return !NATIONAL.test(folded) && isUpper(text.text.charCodeAt(line.start)) && !PATTERNS['heading-opener'].test(folded) && !PATTERNS['dateline-words'].test(folded)
}
