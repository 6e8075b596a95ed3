import { decodeLetters } from './letters.js'
import { isVietnamese } from './statistics.js'

const WORD = /[A-Za-z][A-Za-z^(+`'?~.]*/g
const MARK = /[AEIOUYaeiouy][\^(+`'?~.]|[Dd][Dd]/
/** Signs that nothing but VIQR has behind a vowel in mid-word: "Vie^.t", "ddu+o+.c", "nha^n". */
const SURE_MARK = /[AEOUaeou][\^(+][`'?~.]?[A-Za-z]/g
const FEWEST = 20
const LONGEST = 20

/** Is a text without any letter beyond ASCII Vietnamese in VIQR? Many words must carry its signs, and nearly all of them become syllables. */
export function looksLikeViqr(lines: readonly string[]): boolean {
  let words = 0
  let sure = 0
  let marked = 0
  let syllables = 0
  for (const line of lines) {
    sure += line.match(SURE_MARK)?.length ?? 0
    words += line.match(/[A-Za-z]+[^\s]*/g)?.length ?? 0
    for (const [word] of line.matchAll(WORD)) {
      if (!MARK.test(word)) continue
      marked++
      if (decodeWord(word) !== word) syllables++
    }
  }
  return sure >= FEWEST && syllables >= marked * 0.85 && marked >= words * 0.4
}

/** Each word that becomes a syllable is decoded; addresses, names of files and foreign words stay. */
export const decodeViqrWords = (line: string): string =>
  line.replace(WORD, (word, at: number) => decodeWord(word, endsSentence(line, at + word.length)))

/** A dot at the end of a line ends a sentence rather than marking the vowel before it. */
const endsSentence = (line: string, at: number): boolean => line[at - 1] === '.' && /^["')\]]*\s*$/.test(line.slice(at, at + 12))

/** "QDD", "UBNDDP": capitals that are no syllable. */
const ABBREVIATION = /^[A-Z]*D[Dd][A-Z]*[?.]?$/

function decodeWord(word: string, sentenceEnds = false): string {
  if (word.length > LONGEST || !MARK.test(word)) return word
  for (const end of wordEnds(word, sentenceEnds)) {
    const decoded = decodeLetters(word.slice(0, end), 'viqr')
    if (isMarkedSyllable(decoded) || isTwoSyllables(decoded)) return decoded + word.slice(end)
    if (end < word.length && decoded === word.slice(0, end) && sentenceEnds) return word
  }
  return ABBREVIATION.test(word) ? word.replace(/D[Dd]/g, 'Đ') : word
}

const isMarkedSyllable = (word: string): boolean => /[^\u0000-\u007f]/.test(word) && isVietnamese(word)

/** Two words that a page lost the blank between, "vềviệc"; each has to carry marks, as few foreign words do. */
function isTwoSyllables(word: string): boolean {
  for (let at = 2; at <= word.length - 2; at++) if (isMarkedSyllable(word.slice(0, at)) && isMarkedSyllable(word.slice(at))) return true
  return false
}

/** Where the word may end before its last signs: "ho^.i." is hội and a full stop. */
function wordEnds(word: string, sentenceEnds: boolean): number[] {
  const shortest = word.replace(/[`'?~.(+^]{1,3}$/, '').length
  const ends = Array.from({ length: word.length - shortest + 1 }, (_, i) => word.length - i)
  return sentenceEnds ? [...ends.slice(1), ends[0]!] : ends
}
