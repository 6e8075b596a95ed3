import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { codeAt, isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import { bareSyllableAt, CONSONANT, isSyllable, NO_LETTER, soundOf, VOWEL } from './syllable.js'

const LONGEST = 7

/** Vowels that end few words: "ĐIỀ", "thươ", "chuâ" want a final. */
const WANTS_MORE = 'ăằắẳẵặâầấẩẫậêềếểễệơờớởỡợôồốổỗộĂẰẮẲẴẶÂẦẤẨẪẬÊỀẾỂỄỆƠỜỚỞỠỢÔỒỐỔỖỘ'

/** A split runs through a syllable: what follows the space begins with a vowel, or is one or two consonants alone. Three signs must follow. */
export function maySplit(text: string, space: number): boolean {
  const first = soundOf(codeAt(text, space + 1))
  if (first !== CONSONANT) return first === VOWEL
  const second = soundOf(codeAt(text, space + 2))
  return second === NO_LETTER || (second === CONSONANT && soundOf(codeAt(text, space + 3)) === NO_LETTER)
}

/** The usual case, told without cutting words: behind the space stands a common word of its own ("ở", "Ủy"), before it one with a vowel. */
export function standsAlone(text: string, space: number): boolean {
  if (!isLetter(codeAt(text, space - 1))) return true
  if (bareSyllableAt(text, space + 1) !== 'common' || WANTS_MORE.includes(text[space - 1]!)) return false
  for (let i = space - 1; i >= space - 3 && i >= 0; i--) if (soundOf(codeAt(text, i)) === VOWEL) return true
  return false
}

/**
 * Do the pieces around a space make one syllable, and is one of them none? In a text of split letters (`bold`) rare words count
 * as none. `joint` is the last space that was found to part a word.
 */
export function partsWord(text: string, space: number, bold: boolean, joint: number | undefined): boolean {
  const before = wordBefore(text, space)
  const behind = wordBehind(text, space + 1)
  const mended = joint !== undefined && joint === before.start - 1
  const first = mended ? text.slice(wordBefore(text, joint).start, joint) + text.slice(before.start, before.end) : text.slice(before.start, before.end)
  const second = text.slice(behind.start, behind.end)
  const whole = first + second
  if (!first || !second || whole.length > LONGEST || !hasMark(whole) || (whole.length < 3 && isItemLetter(text, before))) return false
  if (second.length === 1 && LETTERED.has(first.toLowerCase())) return false
  if (isUpper(second.charCodeAt(0)) !== isUpper(first.charCodeAt(first.length - 1))) return false
  const ownWord = isSyllable(second) && !(bold && bareSyllableAt(second, 0) === 'rare')
  return !(isSyllable(first) && ownWord) && isSyllable(whole)
}

/** "điểm c ở trên": a letter that names an item. */
const isItemLetter = (text: string, word: Span): boolean => ITEM_NOUN.test(text.slice(Math.max(0, word.start - 7), word.start))
const ITEM_NOUN = PATTERNS['item-noun']

/** Words that a letter follows as a name: "số n", "nhóm c". */
const LETTERED: ReadonlySet<string> = new Set(['số', 'điểm', 'nhóm', 'lớp', 'khối', 'loại', 'hạng', 'mẫu', 'bảng', 'tổ', 'cột'])

function wordBefore(text: string, end: number): Span {
  let start = end
  while (start > 0 && end - start <= LONGEST && isLetter(codeAt(text, start - 1))) start--
  return { start, end }
}

function wordBehind(text: string, start: number): Span {
  let end = start
  while (end < text.length && end - start <= LONGEST && isLetter(codeAt(text, end))) end++
  return { start, end }
}

/** A letter with a Vietnamese mark: joining is sure only where one tells that this is no abbreviation. */
function hasMark(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (codeAt(word, i) > 127) return true
  return false
}
