import type { FoldedText } from '../model/folded.js'
import type { Span } from '../model/span.js'

/** A line of the normalised text: one paragraph, table row or heading line, without its line break. */
export interface Line extends Span {
  readonly index: number
}

/** The lines of a text, in order; empty ones are left out. */
export function splitLines(text: FoldedText): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.text.length; ) {
    const found = text.text.indexOf('\n', start)
    const end = found < 0 ? text.text.length : found
    if (end > start) lines.push({ start, end, index: lines.length })
    start = end + 1
  }
  return lines
}
