import { isBareSyllable, isInitialAndRhyme } from '../../grammar/syllables.js'
import type { Edit } from '../../model/edits.js'

const WORD = /(?<![\p{L}\p{N}])\p{L}[\p{Ll}\p{M}]{3,12}(?![\p{L}\p{N}])/gu
const MARK = /[\u0300-\u0303\u0306\u0309\u031b\u0323đ]/u

const isSyllable = (word: string): boolean => isInitialAndRhyme(word) || isBareSyllable(word)
const isMarked = (word: string): boolean => MARK.test(word.toLowerCase().normalize('NFD'))

/** Two syllables whose blank OCR did not see: "Nộivụ", "chủthể". The word is none, and there is one place alone where it falls into two that carry marks. */
export function joinedEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isMarked(word) || isSyllable(word)) continue
    const places = [...word].flatMap((_, at) => (at > 0 && isSyllable(word.slice(0, at)) && isSyllable(word.slice(at)) ? [at] : []))
    const [at] = places
    if (at !== undefined && places.length === 1 && isMarked(word.slice(0, at)) && isMarked(word.slice(at))) edits.push({ start: index + at, end: index + at, insert: ' ' })
  }
  return edits
}
