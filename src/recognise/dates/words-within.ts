import { codeAt, isLetter, unitAt } from '../../model/folded.js'

/** Does one of some words stand whole in `[from, to)`? */
export type WordsWithin = (folded: string, from: number, to: number) => boolean

/** By so many letters nearly all words of a clause are declined. */
const LETTERS = 3
const HASHES = 4096

/** Looks for words or phrases: most words of a clause are passed over by one look at their first letter, nearly all others by their first three. */
export function wordsWithin(words: readonly string[]): WordsWithin {
  const letters = Math.min(LETTERS, ...words.map(({ length }) => length))
  const firsts = new Uint8Array(65536)
  const begins = new Uint8Array(HASHES)
  for (const word of words) {
    firsts[word.charCodeAt(0)] = 1
    begins[hashAt(word, 0, letters)] = 1
  }
  return (folded, from, to) => {
    for (let at = from; at < to; at++) {
      if (firsts[codeAt(folded, at)] === 1 && begins[hashAt(folded, at, letters)] === 1 && !isLetter(unitAt(folded, at - 1)) && hasOneAt(words, folded, at, to)) return true
    }
    return false
  }
}

function hashAt(folded: string, at: number, letters: number): number {
  let hash = 0
  for (let index = at; index < at + letters; index++) hash = Math.imul(hash, 31) + unitAt(folded, index)
  return hash & (HASHES - 1)
}

function hasOneAt(words: readonly string[], folded: string, at: number, to: number): boolean {
  for (const word of words) if (at + word.length <= to && folded.startsWith(word, at) && !isLetter(unitAt(folded, at + word.length))) return true
  return false
}
