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
    if (marker?.kind === 'annex' || (marker && marker.kind !== 'upper' && said < 0 && marker.kind !== 'roman')) return undefined
    if (isAttachedLine(text, line)) {
      said = index
      break
    }
  }
  if (said < 0) return undefined
  const title = titleAbove(text, lines, first, said)
  if (!title) return undefined
  let last = said
  while (last + 1 < lines.length && continuesNote(text, lines, said, last)) last++
  return { line: last + 1, title, lines: Array.from({ length: last - first + 1 }, (_, index) => first + index) }
}

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
