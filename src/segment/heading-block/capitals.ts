import { type FoldedText, isLetter, isUpper } from '../../model/folded.js'
import type { Span } from '../../model/span.js'

/** Are all its letters capitals? */
export function isCapitals(text: FoldedText, { start, end }: Span): boolean {
  let letters = 0
  for (let i = start; i < end; i++) {
    const code = text.text.charCodeAt(i)
    if (!isLetter(code)) continue
    if (!isUpper(code)) return false
    letters++
  }
  return letters > 0
}
