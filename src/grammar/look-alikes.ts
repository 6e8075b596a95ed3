import { fold, wordStartsAt } from '../model/folded.js'
import { LOOK_ALIKES } from './generated/look-alikes.js'

const SYMBOLS = new Set<string>()
const BEFORE = new Map<string, string[]>()
for (const { phrase, where } of LOOK_ALIKES) {
  if (where === 'symbol') SYMBOLS.add(phrase)
  else {
    const folded = fold(phrase)
    const last = folded.slice(folded.lastIndexOf(' ') + 1)
    BEFORE.set(last, [...(BEFORE.get(last) ?? []), folded])
  }
}

/** Does the first part of a symbol say that the number belongs to a licence, a contract, a court file? */
export const isLookAlikeSymbol = (part: string): boolean => SYMBOLS.has(part)

/** Do the words that end at `end` say that the number after them is none of an instrument ("Mẫu số", "giấy phép số")? */
export function lookAlikeBefore(folded: string, end: number): boolean {
  const from = folded.lastIndexOf(' ', end - 1) + 1
  const last = folded.slice(Math.max(from, folded.lastIndexOf('\n', end - 1) + 1), end).replace(/^[("]+/, '')
  return (BEFORE.get(last) ?? []).some((phrase) => folded.endsWith(phrase, end) && wordStartsAt(folded, end - phrase.length))
}
