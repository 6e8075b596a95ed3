import { codeAt, isLetter, isUpper } from '../model/folded.js'
import { isSyllable } from './syllable.js'

/** Letters of the longest syllable, *nghiêng*. */
export const LONGEST_SYLLABLE = 7
const LONGEST_PAIR = 14

/**
 * Where a blank was lost between two words: "theoQuyết định" → "theo Quyết định", "giaiđoạn" → "giai đoạn".
 * Only where the letters are no syllable together and there is one way alone to part them into two.
 * @param shortest words of fewer letters are not looked at
 */
export function partingsIn(text: string, from: number, to: number, shortest = LONGEST_SYLLABLE): number[] {
  const found: number[] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && isLetter(codeAt(text, i))) continue
    if (i - start >= shortest && i - start <= LONGEST_PAIR) {
      const at = partingOf(text, start, i)
      if (at > 0) found.push(at)
    }
    start = i + 1
  }
  return found
}

function partingOf(text: string, start: number, end: number): number {
  if (!hasMark(text, start, end)) return -1
  const word = text.slice(start, end)
  if (isSyllable(word)) return -1
  const ways: number[] = []
  for (let i = 2; i <= word.length - 2; i++) {
    if (mayPart(word, i) && isSyllable(word.slice(0, i)) && isSyllable(word.slice(i))) ways.push(i)
  }
  const way = ways.length > 1 ? ways.filter((i) => isWrittenApart(text, word, i)) : ways
  return way.length === 1 ? start + way[0]! : -1
}

/** Capitals stand at the begin of a word: "theoQuyết" parts before Q, "Kếhoạch" anywhere, "BANHÀNH" anywhere. */
function mayPart(word: string, at: number): boolean {
  const capital = [...word.slice(1)].findIndex((_, i) => isUpper(codeAt(word, i + 1)) && !isUpper(codeAt(word, i)))
  return capital < 0 || capital + 1 === at
}

const isWrittenApart = (text: string, word: string, at: number): boolean => {
  const apart = `${word.slice(0, at)} ${word.slice(at)}`
  return text.includes(apart) || text.includes(apart.toLowerCase())
}

function hasMark(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (codeAt(text, i) > 127) return true
  return false
}
