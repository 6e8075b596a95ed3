import type { Edit } from '../model/edits.js'
import { codeAt, isLetter } from '../model/folded.js'
import type { TextLine } from './lined-text.js'
import { isSyllable } from './syllable.js'

const FEWEST = 5
const SHORTEST = 2 * FEWEST - 1
const MOST = 60
const LONGEST = 7
const SPACE = 32
/** Signs that may follow a spelled word on its line. */
const ENDS = ':.'

/** Lines whose letters all stand apart: "K Ế H O Ạ C H" → "KẾ HOẠCH". The fewest syllables that use up all letters are taken. */
export function spelledLines(text: string, lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = []
  for (const line of lines) {
    const end = endOfSpelling(text, line)
    if (end > line.start) edits.push(...spacesInside(text, line.start, end))
  }
  return edits
}

/** Where the single letters end; the line's begin where there are too few or something else follows on the line. */
function endOfSpelling(text: string, { start, to }: TextLine): number {
  if (to - start < SHORTEST || isLetter(codeAt(text, start + 1))) return start
  let at = start
  let letters = 0
  while (isLetterAt(text, at, to) && !isLetterAt(text, at + 1, to)) {
    letters++
    if (!isLetterAt(text, at + 2, to) || codeAt(text, at + 1) !== SPACE) {
      at++
      break
    }
    at += 2
  }
  const ended = at >= to || ENDS.includes(text[at]!)
  return ended && letters >= FEWEST && letters <= MOST ? at : start
}

const isLetterAt = (text: string, at: number, to: number): boolean => at < to && isLetter(codeAt(text, at))

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
