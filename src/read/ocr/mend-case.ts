import { isBareSyllable, isInitialAndRhyme } from '../../grammar/syllables.js'
import type { Edit } from '../../model/edits.js'

/** A small letter, and behind it a capital that is no letter of ASCII: "đỘ", "cơ sỞ". */
const CAPITAL_INSIDE = /(?<!\p{L})\p{L}?\p{Ll}+(?=[^\x00-\x7f])\p{Lu}\p{L}*(?!\p{L})/gu
/** Words of capitals: "TỜ trình", "BỘ Chỉ huy". */
const CAPITALS = /(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/gu
/** "ở cấp CƠ SỞ.": letters that are of one shape large and small, behind a small word. */
const SAME_SHAPE = /(?<=(?:^|[^\p{L}])\p{Ll}+,? )(?:\p{Lu}{1,4}(?!\p{L}) ?){1,3}/gmu
const SHAPES = /^(?:[COSUVXZW]|[\u0300-\u036f])+$/u
/** With a tone: abbreviations have none. */
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/u

const isSyllable = (word: string): boolean => isInitialAndRhyme(word) || isBareSyllable(word)

/** OCR takes small letters with marks for capitals, which are as high: a capital inside a word, and short words in capitals between others that are not. */
export function caseEdits(text: string): Edit[] {
  const edits: Edit[] = []
  const add = (start: number, found: string, insert: string): void => {
    if (insert !== found && isSyllable(insert)) edits.push({ start, end: start + found.length, insert })
  }
  for (const { 0: found, index } of text.matchAll(CAPITAL_INSIDE)) add(index, found, found[0]! + found.slice(1).toLowerCase())
  for (const { 0: found, index } of text.matchAll(CAPITALS)) {
    if (TONED.test(found.normalize('NFD')) && !isAmongCapitals(text, index, index + found.length)) add(index, found, found[0]! + found.slice(1).toLowerCase())
  }
  for (const { 0: run, index } of text.matchAll(SAME_SHAPE)) {
    const words = [...run.matchAll(/\p{Lu}+/gu)]
    if (words.every(({ 0: found }) => SHAPES.test(found.normalize('NFD')) && /[\u0300-\u036f]/.test(found.normalize('NFD')))) for (const word of words) add(index + word.index, word[0], word[0].toLowerCase())
  }
  return edits
}

/** The word before it or behind it on the line is in capitals, or there is none behind it. */
function isAmongCapitals(text: string, start: number, end: number): boolean {
  const behind = /^ [^\n]*?(\p{L}{2,})/u.exec(text.slice(end, end + 24))?.[1]
  const before = /(\p{L}+)[^\p{L}\n]{1,3}$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1]
  const inCapitals = (word: string | undefined): boolean => word !== undefined && word.length > 1 && word === word.toUpperCase()
  return behind === undefined || inCapitals(behind) || inCapitals(before)
}
