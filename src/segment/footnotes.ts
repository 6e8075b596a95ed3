import type { FoldedText } from '../model/folded.js'
import type { Footnote } from '../model/plan.js'
import { cut } from '../model/span.js'
import type { Line } from './lines.js'

export interface Footnotes {
  readonly footnotes: Footnote[]
  /** Indexes of the lines they stand on. */
  readonly lines: ReadonlySet<number>
}

const BRACKETED = /^\[(\d{1,3})\] ?(?=\S)/

/** Footnotes, *chú thích*: "[1] …" lines whose mark stands in the text above them. */
export function readFootnotes(text: FoldedText, lines: readonly Line[]): Footnotes {
  const footnotes: Footnote[] = []
  const taken = new Set<number>()
  for (const line of lines) {
    if (text.text.charCodeAt(line.start) !== 0x5b) continue
    const match = BRACKETED.exec(text.text.slice(line.start, Math.min(line.end, line.start + 12)))
    if (!match) continue
    const mark = `[${match[1]}]`
    const at = text.text.indexOf(mark)
    if (at < 0 || at >= line.start) continue
    footnotes.push({ marker: match[1]!, ...cut(text.text, line.start + match[0].length, line.end), referredAt: { start: at, end: at + mark.length } })
    taken.add(line.index)
  }
  return { footnotes, lines: taken }
}
