import { TIME_BOUNDS } from '../../grammar/generated/time-bounds.js'
import { TIME_CUES } from '../../grammar/generated/time-cues.js'
import { fold, isLetter, isWordUnit } from '../../model/folded.js'

export type Bound = (typeof TIME_BOUNDS)[number]['bound']
export type Cue = (typeof TIME_CUES)[number]['cue']

/** The words before a phrase, taken together. */
export interface Surrounding {
  readonly start: number
  readonly bound: Bound | ''
  readonly part: '' | 'early' | 'middle' | 'late'
  readonly labelled: boolean
  /** After *tầm nhìn*, *định hướng*, which stay outside. */
  readonly vision: boolean
}

/** Phrases as a tree of their words from the last to the first. */
interface Branch<V> {
  readonly next: Map<string, Branch<V>>
  value: V | null
}

/** A tree and the letters that its phrases end in, so that most places are told apart by one look. */
interface Tree<V> {
  readonly root: Branch<V>
  readonly lastLetters: Uint8Array
}

export interface Before<V> {
  readonly start: number
  readonly value: V
}

function plant<V>(rows: readonly (readonly [phrase: string, value: V])[]): Tree<V> {
  const root: Branch<V> = { next: new Map(), value: null }
  const lastLetters = new Uint8Array(65536)
  for (const [phrase, value] of rows) {
    let branch = root
    for (const word of fold(phrase).split(' ').reverse()) {
      if (!branch.next.has(word)) branch.next.set(word, { next: new Map(), value: null })
      branch = branch.next.get(word)!
    }
    branch.value = value
    lastLetters[fold(phrase).charCodeAt(phrase.length - 1)] = 1
  }
  return { root, lastLetters }
}

const isTerm = (bound: Bound): boolean => bound.startsWith('term-')
const BOUNDS = plant(TIME_BOUNDS.filter(({ bound }) => !isTerm(bound)).map(({ phrase, bound }) => [phrase, bound] as const))
const TERMS = plant(TIME_BOUNDS.filter(({ bound }) => isTerm(bound)).map(({ phrase, bound }) => [phrase, bound] as const))
const NOT_AFTER = plant(TIME_CUES.filter(({ cue }) => cue === 'not-after').map(({ word }) => [word, true] as const))
const TOLD = plant(TIME_CUES.filter(({ cue }) => cue === 'told').map(({ word }) => [word, true] as const))
const EVERYDAY = plant(TIME_CUES.filter(({ cue }) => cue === 'everyday').map(({ word }) => [word, true] as const))

const LONGEST_WORD = 12
const WIDEST_GAP = 4

/** The longest phrase of a tree that ends right before `at`; only spaces may stand between. */
function phraseBefore<V>({ root, lastLetters }: Tree<V>, folded: string, at: number, floor: number): Before<V> | undefined {
  let branch = root
  let start = at
  let best: Before<V> | undefined
  for (;;) {
    let end = start
    while (end > floor && start - end < WIDEST_GAP && folded.charCodeAt(end - 1) === 0x20) end--
    let from = end
    if (branch === root && lastLetters[folded.charCodeAt(end - 1)] !== 1) return undefined
    while (from > floor && end - from < LONGEST_WORD && isWordUnit(folded.charCodeAt(from - 1))) from--
    if (from === end || (from === floor && from > 0 && isWordUnit(folded.charCodeAt(from - 1)))) return best
    const next = branch.next.get(folded.slice(from, end))
    if (!next) return best
    branch = next
    start = from
    if (branch.value !== null) best = { start, value: branch.value }
  }
}

export function boundBefore(folded: string, at: number, floor: number): Before<Bound> | undefined {
  const before = phraseBefore(BOUNDS, folded, at, floor)
  return before?.value === 'label' && isPartOfWord(folded, before.start) ? undefined : before
}

/** "490/BVHTTDL-GĐ ngày …", "ngoại khóa tháng 10": the letters of a label inside a symbol or a longer word. */
const isPartOfWord = (folded: string, start: number): boolean => folded.charCodeAt(start - 1) === 0x2d || folded.charCodeAt(start - 1) === 0x2f || LONGER.test(folded.slice(Math.max(0, start - 7), start + 4))

const LONGER = /(?:ngoại|nội|chính|bế) khóa$/
export const termBefore = (folded: string, at: number, floor: number): Before<Bound> | undefined => phraseBefore(TERMS, folded, at, floor)
export const hasLookAlikeBefore = (folded: string, at: number): boolean => phraseBefore(NOT_AFTER, folded, at, 0) !== undefined
/** "kết quả quý I/2024", "so với quý I/2023": the time is told of, not planned. */
export const hasToldBefore = (folded: string, at: number): boolean => phraseBefore(TOLD, folded, at, 0) !== undefined
export const hasEverydayBefore = (folded: string, at: number): boolean => phraseBefore(EVERYDAY, folded, at, 0) !== undefined

const wordsOf = (cue: Cue): readonly string[] => TIME_CUES.filter((row) => row.cue === cue).map(({ word }) => fold(word))
/** Words of things that are counted, by their first letters. */
const COUNTED = new Map<number, string[]>()
for (const word of wordsOf('not-before')) COUNTED.set(word.charCodeAt(0), [...(COUNTED.get(word.charCodeAt(0)) ?? []), word])
/** Letters by which the words of a finder are told apart. */
const LETTERS = 3

const NAMED = finderOf(wordsOf('named'))
const DONE = finderOf(wordsOf('done'))
const CAMPAIGNS = finderOf(wordsOf('campaign'))

const startsWord = (folded: string, word: string, at: number): boolean => folded.startsWith(word, at) && !isLetter(folded.charCodeAt(at + word.length))

/** Does something that is counted stand after `at` ("10/12 xã", "2/3 số hộ")? */
export function isCounted(folded: string, at: number): boolean {
  const from = folded.charCodeAt(at) === 0x20 ? at + 1 : at
  const first = folded.charCodeAt(from)
  return first === 0x25 || (COUNTED.get(first)?.some((word) => startsWord(folded, word, from)) ?? false)
}

const isClauseEnd = (code: number): boolean => code === 0x0a || code === 0x3b || code === 0x2e

/** Begin of the sentence, item or cell that `at` stands in, `reach` units back at most. */
export function sentenceStart(text: string, at: number, reach: number): number {
  const floor = Math.max(0, at - reach)
  let start = at
  while (start > floor) {
    const code = text.charCodeAt(start - 1)
    if (code === 0x09 || (isClauseEnd(code) && (code !== 0x2e || !isWordUnit(text.charCodeAt(start))))) break
    start--
  }
  return start
}

/** Words by the letters they begin with, so that most words of a clause are passed over by one look. */
interface Finder {
  readonly firsts: Uint8Array
  readonly words: ReadonlyMap<number, readonly string[]>
  /** Letters that tell them apart: three, or fewer where a word is shorter. */
  readonly letters: number
}

function finderOf(list: readonly string[]): Finder {
  const letters = Math.min(LETTERS, ...list.map(({ length }) => length))
  const firsts = new Uint8Array(65536)
  const words = new Map<number, string[]>()
  for (const word of list) {
    const key = keyAt(word, 0, letters)
    firsts[word.charCodeAt(0)] = 1
    words.set(key, [...(words.get(key) ?? []), word])
  }
  return { firsts, words, letters }
}

function keyAt(folded: string, at: number, letters: number): number {
  let key = 0
  for (let index = 0; index < letters; index++) key = Math.imul(key, 31) + folded.charCodeAt(at + index)
  return key
}

/** Does one of the words stand whole in `[from, to)`? */
function hasOne(folded: string, from: number, to: number, { firsts, words, letters }: Finder): boolean {
  let inWord = from > 0 && isLetter(folded.charCodeAt(from - 1))
  for (let at = from; at < to; at++) {
    const code = folded.charCodeAt(at)
    if (!inWord && firsts[code] === 1 && words.get(keyAt(folded, at, letters))?.some((word) => at + word.length <= to && startsWord(folded, word, at))) return true
    inWord = isLetter(code)
  }
  return false
}

/** Of most times none of the words is near, so that where the sentence begins need not be known. */
const hasOneInSentence = (text: string, folded: string, at: number, reach: number, finder: Finder): boolean =>
  hasOne(folded, Math.max(0, at - reach), at, finder) && hasOne(folded, sentenceStart(text, at, reach), at, finder)

/** "Ngày Gia đình", "ngày Chuyển đổi số": a day that goes by a name, which begins with a capital. */
const NAME_OF_DAY = /[Nn]gày (?=\p{Lu})/u

/** Is a festive day being named before `at` in its sentence ("Ngày Gia đình Việt Nam")? */
export function hasNamedDayBefore(text: string, folded: string, at: number): boolean {
  const start = sentenceStart(text, at, 90)
  return hasOne(folded, start, at, NAMED) || NAME_OF_DAY.test(text.slice(start, at))
}

/** Is something to be finished, by the words right before `at` ("hoàn thành trong")? */
export const hasDoneBefore = (text: string, folded: string, at: number): boolean => hasOneInSentence(text, folded, at, 44, DONE)

/** Does a campaign or contest stand before `at` in its sentence ("Tháng hành động … (tháng 6/2023)")? */
export const hasCampaignBefore = (text: string, folded: string, at: number): boolean => hasOneInSentence(text, folded, at, 90, CAMPAIGNS)
