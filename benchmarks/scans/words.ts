import { foldedWords } from '../quality/likeness.js'

export interface WordScore {
  /** F1 of words in reading order, case folded. */
  readonly words: number
  /** Of the words whose letters came through, the share whose marks did too. */
  readonly marks: number
}

const bareOf = (word: string): string => word.normalize('NFD').replace(/\p{M}+/gu, '').replace(/đ/g, 'd')

export function scoreWords(truth: string, seen: string): WordScore {
  const [want, got] = [foldedWords(truth), foldedWords(seen)]
  const words = f1(want, got)
  const bare = f1(want.map(bareOf), got.map(bareOf))
  return { words, marks: bare ? words / bare : 0 }
}

const f1 = (want: readonly string[], got: readonly string[]): number => (want.length + got.length ? (2 * longestShared(want, got)) / (want.length + got.length) : 1)

/** Length of the longest common subsequence. */
function longestShared(a: readonly string[], b: readonly string[]): number {
  let above = new Int32Array(b.length + 1)
  let row = new Int32Array(b.length + 1)
  for (const word of a) {
    for (let j = 1; j <= b.length; j++) row[j] = word === b[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!)
    ;[above, row] = [row, above]
  }
  return above[b.length]!
}
