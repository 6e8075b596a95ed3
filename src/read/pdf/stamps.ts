import { FURNITURE } from '../../grammar/generated/furniture.js'
import { fold } from '../../model/folded.js'
import type { PdfWord } from './glyph-words.js'

const PHRASES = FURNITURE.map(({ phrase }) => fold(phrase))
/** A number, a day, a name: what signing programs stamp into a document. Panels say more. */
const LONGEST = 60

/**
 * Words without the panels that signing programs lay over a page as annotations. Number and day of issue are stamped the same way:
 * short annotations that say nothing of a signature stay.
 */
export function withoutStamps(words: readonly PdfWord[]): PdfWord[] {
  const texts = new Map<number, string>()
  for (const { annotation, text } of words) if (annotation) texts.set(annotation, `${texts.get(annotation) ?? ''} ${text}`)
  if (!texts.size) return [...words]
  const panels = new Set([...texts].filter(([, text]) => isPanel(text)).map(([annotation]) => annotation))
  return words.filter(({ annotation }) => !panels.has(annotation))
}

function isPanel(text: string): boolean {
  if (text.length > LONGEST) return true
  const folded = fold(text)
  return PHRASES.some((phrase) => folded.includes(phrase))
}
