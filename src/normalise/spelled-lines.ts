import type { Edit } from '../model/edits.js'
import { isLetter } from '../model/folded.js'
import { isSyllable } from './syllable.js'

const FEWEST = 5
const MOST = 60
const LONGEST = 7

/** Lines whose letters all stand apart: "K Ế H O Ạ C H" → "KẾ HOẠCH". The fewest syllables that use up all letters are taken. */
export function spelledLines(text: string): Edit[] {
  const edits: Edit[] = []
  for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1 || text.length) {
    while (text.charCodeAt(start) === 32) start++
    const end = endOfSpelling(text, start)
    if (end > start) edits.push(...spacesInside(text, start, end))
  }
  return edits
}

/** Where the single letters end; `start` where there are too few or something else follows on the line. */
function endOfSpelling(text: string, start: number): number {
  let at = start
  let letters = 0
  while (isLetter(text.charCodeAt(at)) && !isLetter(text.charCodeAt(at + 1))) {
    letters++
    if (text.charCodeAt(at + 1) !== 32 || !isLetter(text.charCodeAt(at + 2))) {
      at++
      break
    }
    at += 2
  }
  const rest = text.charCodeAt(at)
  const ended = at >= text.length || rest === 10 || rest === 58 || rest === 46
  return ended && letters >= FEWEST && letters <= MOST ? at : start
}

/** The spaces that part no syllables. */
function spacesInside(text: string, start: number, end: number): Edit[] {
  const word = text.slice(start, end).replaceAll(' ', '')
  const ends = syllableEnds(word)
  if (!ends) return []
  return Array.from({ length: word.length - 1 }, (_, i) => i + 1)
    .filter((letter) => !ends.has(letter))
    .map((letter) => ({ start: start + 2 * letter - 1, end: start + 2 * letter, insert: '' }))
}

function syllableEnds(word: string): ReadonlySet<number> | undefined {
  const best: (readonly number[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const before = best[from]
      if (before && isSyllable(word.slice(from, end)) && before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, end]
    }
  }
  const whole = best[word.length]
  return whole && new Set(whole)
}
