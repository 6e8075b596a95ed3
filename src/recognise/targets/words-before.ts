import { isWordUnit, unitAt } from '../../model/folded.js'

const SPACE = 32
/** The longest phrase that is looked for before a number has so many words. */
const MOST = 4

/** Starts of the words that end just before `at`, the nearest first; only spaces may stand between them. */
export function wordsBefore(folded: string, at: number, floor: number): number[] {
  const starts: number[] = []
  let end = at
  while (starts.length < MOST) {
    while (end > floor && unitAt(folded, end - 1) === SPACE) end--
    let start = end
    while (start > floor && isWordUnit(unitAt(folded, start - 1))) start--
    if (start === end) break
    starts.push(start)
    end = start
  }
  return starts
}

/** The longest phrase of a list that ends just before `at`: where it begins. */
export function phraseBefore(folded: string, at: number, floor: number, has: (phrase: string) => boolean): number | undefined {
  const end = trimmedEnd(folded, at, floor)
  const starts = wordsBefore(folded, at, floor)
  for (let i = starts.length - 1; i >= 0; i--) if (has(folded.slice(starts[i]!, end))) return starts[i]
  return undefined
}

export function trimmedEnd(folded: string, at: number, floor: number): number {
  let end = at
  while (end > floor && unitAt(folded, end - 1) === SPACE) end--
  return end
}
