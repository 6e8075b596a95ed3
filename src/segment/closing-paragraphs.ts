import { closingOpeners } from '../grammar/assignment.js'
import { OUTLINE_PATTERNS as PATTERNS } from '../grammar/generated/outline-patterns.js'
import type { FoldedText } from '../model/folded.js'
import type { Line } from './lines.js'
import { parseMarker } from './marker.js'

const OPENS_WITH_ISSUER = PATTERNS['closing-subject']

/**
 * The lines before the closing block that belong to no section: "Trên đây là Kế hoạch …; yêu cầu các đơn vị …", at most three.
 * `before` is the index of the first line that is no longer body.
 */
export function findClosingParagraphs(text: FoldedText, lines: readonly Line[], from: number, before: number): ReadonlySet<number> {
  const closing = new Set<number>()
  for (let index = before - 1; index >= Math.max(from, before - 3); index--) {
    const line = lines[index]!
    if (parseMarker(text, line.start, line.end)) break
    const opens = closingOpeners.longestAt(text.folded, line.start, line.end) !== undefined
    const ends = /\.\/\.?\s*$/.test(text.text.slice(line.end - 4, line.end)) && OPENS_WITH_ISSUER.test(text.folded.slice(line.start, line.start + 24)) && PATTERNS['closing-word'].test(text.folded.slice(line.start, line.end))
    const orders = PATTERNS['closing-order'].test(text.folded.slice(line.start, Math.min(line.end, line.start + 140)))
    if (!opens && !ends && !orders) break
    closing.add(index)
  }
  return closing
}
