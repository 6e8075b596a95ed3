import { fold, wordStartsAt } from '../model/folded.js'
import { createEndWords } from './end-words.js'
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

const BY_END = createEndWords(BEFORE)
const NONE: readonly string[] = []

/** Does the first part of a symbol say that the number belongs to a licence, a contract, a court file? */
export const isLookAlikeSymbol = (part: string): boolean => SYMBOLS.has(part)

/** Do the words that end at `end` say that the number after them is none of an instrument ("Mẫu số", "giấy phép số")? */
export function lookAlikeBefore(folded: string, end: number): boolean {
  return (BY_END.before(folded, end) ?? NONE).some((phrase) => folded.endsWith(phrase, end) && wordStartsAt(folded, end - phrase.length))
}
