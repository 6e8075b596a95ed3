import type { Edit } from '../model/edits.js'
import { isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'
import type { Cleaner } from './cleaner.js'
import { bareSyllableAt, isSyllable, isVowel } from './syllable.js'

/** With so many sure joints a text is one of split letters, and doubtful joints are mended too. */
const MANY = 3
const LONGEST = 7

/**
 * Letters that a scan or a PDF set apart from their word are put back: "HUY ỆN" → "HUYỆN", "tiếp nh ận" → "tiếp nhận".
 * A joint is mended only where one of the two pieces is no syllable and both together are one.
 */
export const letters: Cleaner = {
  id: 'letters',
  clean: (text) => ({ edits: letterEdits(text) }),
}

function letterEdits(text: string): Edit[] {
  const joints = jointsOf(text, false)
  return (joints.length < MANY ? joints : jointsOf(text, true)).map((space) => ({ start: space, end: space + 1, insert: '' }))
}

/** The spaces that part a word. */
function jointsOf(text: string, bold: boolean): number[] {
  const joints: number[] = []
  const { length } = text
  for (let i = 1; i < length; i++) {
    if (text.charCodeAt(i) !== 32) continue
    const next = text.charCodeAt(i + 1)
    if (isVowel(next) ? standsAlone(text, i, bold) : !isLetter(next) || !isConsonantsOnly(text, i + 2)) continue
    if (isLetter(text.charCodeAt(i - 1)) && partsWord(text, i, bold, joints.at(-1))) joints.push(i)
  }
  return joints
}

/** Vowels that end few words: "ĐIỀ", "thươ", "chuâ" want a final. */
const WANTS_MORE = 'ăằắẳẵặâầấẩẫậêềếểễệơờớởỡợôồốổỗộĂẰẮẲẴẶÂẦẤẨẪẬÊỀẾỂỄỆƠỜỚỞỠỢÔỒỐỔỖỘ'

/** The usual case, told without cutting words: behind the space stands a word of its own ("ở", "Ủy"), before it one with a vowel. */
function standsAlone(text: string, space: number, bold: boolean): boolean {
  const bare = bareSyllableAt(text, space + 1)
  if (bare === undefined || (bold && bare === 'rare') || WANTS_MORE.includes(text[space - 1]!)) return false
  for (let i = space - 1; i >= space - 3 && i >= 0; i--) if (isVowel(text.charCodeAt(i))) return true
  return false
}

/** The word goes on with no vowel and is short: "c", "ng", "nh". */
function isConsonantsOnly(text: string, at: number): boolean {
  const second = text.charCodeAt(at)
  return !isLetter(second) || (!isVowel(second) && !isLetter(text.charCodeAt(at + 1)))
}

/** Do the pieces around a space make one syllable, and is one of them none? */
function partsWord(text: string, space: number, bold: boolean, joint: number | undefined): boolean {
  const before = wordBefore(text, space)
  const behind = wordBehind(text, space + 1)
  const mended = joint !== undefined && joint === before.start - 1
  const first = mended ? text.slice(wordBefore(text, joint).start, joint) + text.slice(before.start, before.end) : text.slice(before.start, before.end)
  const second = text.slice(behind.start, behind.end)
  const whole = first + second
  if (whole.length > LONGEST || !hasMark(whole) || (whole.length < 3 && isItemLetter(text, before))) return false
  if (isUpper(second.charCodeAt(0)) !== isUpper(first.charCodeAt(first.length - 1))) return false
  const ownWord = isSyllable(second) && !(bold && bareSyllableAt(second, 0) === 'rare')
  return !(isSyllable(first) && ownWord) && isSyllable(whole)
}

/** "điểm c ở trên": a letter that names an item. */
const isItemLetter = (text: string, word: Span): boolean => ITEM_NOUN.test(text.slice(Math.max(0, word.start - 7), word.start))
const ITEM_NOUN = /(?:điểm|mục|nhóm|khối|lớp|loại|bảng|hạng|và|,|hoặc) $/i

function wordBefore(text: string, end: number): Span {
  let start = end
  while (start > 0 && end - start <= LONGEST && isLetter(text.charCodeAt(start - 1))) start--
  return { start, end }
}

function wordBehind(text: string, start: number): Span {
  let end = start
  while (end - start <= LONGEST && isLetter(text.charCodeAt(end))) end++
  return { start, end }
}

/** A letter with a Vietnamese mark: joining is sure only where one tells that this is no abbreviation. */
function hasMark(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return true
  return false
}
