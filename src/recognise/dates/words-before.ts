import { DATES_PATTERNS as PATTERNS } from '../../grammar/generated/dates-patterns.js'
import { TIME_BOUNDS } from '../../grammar/generated/time-bounds.js'
import { TIME_CUES } from '../../grammar/generated/time-cues.js'
import { fold, isLetter, isWordUnit, unitAt } from '../../model/folded.js'
import { type Before, phrasesBefore } from './phrases-before.js'
import { type WordsWithin, wordsWithin } from './words-within.js'

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

const isTerm = (bound: Bound): boolean => bound.startsWith('term-')
const BOUNDS = phrasesBefore(TIME_BOUNDS.filter(({ bound }) => !isTerm(bound)).map(({ phrase, bound }) => [phrase, bound] as const))
const TERMS = phrasesBefore(TIME_BOUNDS.filter(({ bound }) => isTerm(bound)).map(({ phrase, bound }) => [phrase, bound] as const))
const NOT_AFTER = phrasesBefore(TIME_CUES.filter(({ cue }) => cue === 'not-after').map(({ word }) => [word, true] as const))
const TOLD = phrasesBefore(TIME_CUES.filter(({ cue }) => cue === 'told').map(({ word }) => [word, true] as const))
const EVERYDAY = phrasesBefore(TIME_CUES.filter(({ cue }) => cue === 'everyday').map(({ word }) => [word, true] as const))

export function boundBefore(folded: string, at: number, floor: number): Before<Bound> | undefined {
  const before = BOUNDS(folded, at, floor)
  return before?.value === 'label' && isPartOfWord(folded, before.start) ? undefined : before
}

/** "490/BVHTTDL-GĐ ngày …", "ngoại khóa tháng 10": the letters of a label inside a symbol or a longer word. */
const isPartOfWord = (folded: string, start: number): boolean => unitAt(folded, start - 1) === 0x2d || unitAt(folded, start - 1) === 0x2f || (unitAt(folded, start) === 0x6b && LONGER.test(folded.slice(Math.max(0, start - 7), start + 4)))

const LONGER = PATTERNS['longer-word']
export const termBefore = TERMS
export const hasLookAlikeBefore = (folded: string, at: number): boolean => NOT_AFTER(folded, at, 0) !== undefined
/** "kết quả quý I/2024", "so với quý I/2023": the time is told of, not planned. */
export const hasToldBefore = (folded: string, at: number): boolean => TOLD(folded, at, 0) !== undefined
export const hasEverydayBefore = (folded: string, at: number): boolean => EVERYDAY(folded, at, 0) !== undefined

const wordsOf = (cue: Cue): readonly string[] => TIME_CUES.filter((row) => row.cue === cue).map(({ word }) => fold(word))
/** Words of things that are counted, by their first letters. */
const COUNTED = new Map<number, string[]>()
for (const word of wordsOf('not-before')) COUNTED.set(word.charCodeAt(0), [...(COUNTED.get(word.charCodeAt(0)) ?? []), word])
const NAMED = wordsWithin(wordsOf('named'))
const DONE = wordsWithin(wordsOf('done'))
const CAMPAIGNS = wordsWithin(wordsOf('campaign'))

const startsWord = (folded: string, word: string, at: number): boolean => folded.startsWith(word, at) && !isLetter(unitAt(folded, at + word.length))

/** Does something that is counted stand after `at` ("10/12 xã", "2/3 số hộ")? */
export function isCounted(folded: string, at: number): boolean {
  const from = unitAt(folded, at) === 0x20 ? at + 1 : at
  const first = unitAt(folded, from)
  return first === 0x25 || (COUNTED.get(first)?.some((word) => startsWord(folded, word, from)) ?? false)
}

const isClauseEnd = (code: number): boolean => code === 0x0a || code === 0x3b || code === 0x2e

/** Begin of the sentence, item or cell that `at` stands in, `reach` units back at most. */
export function sentenceStart(text: string, at: number, reach: number): number {
  const floor = Math.max(0, at - reach)
  let start = at
  while (start > floor) {
    const code = unitAt(text, start - 1)
    if (code === 0x09 || (isClauseEnd(code) && (code !== 0x2e || !isWordUnit(unitAt(text, start))))) break
    start--
  }
  return start
}

/** Of most times none of the words is near, so that where the sentence begins need not be known. */
const hasOneInSentence = (text: string, folded: string, at: number, reach: number, isOne: WordsWithin): boolean =>
  isOne(folded, Math.max(0, at - reach), at) && isOne(folded, sentenceStart(text, at, reach), at)

const NAME_OF_DAY = PATTERNS['name-of-day']

/** Is a festive day being named before `at` in its sentence ("Ngày Gia đình Việt Nam")? */
export function hasNamedDayBefore(text: string, folded: string, at: number): boolean {
  const start = sentenceStart(text, at, 90)
  return NAMED(folded, start, at) || NAME_OF_DAY.test(text.slice(start, at))
}

/** Is something to be finished, by the words right before `at` ("hoàn thành trong")? */
export const hasDoneBefore = (text: string, folded: string, at: number): boolean => hasOneInSentence(text, folded, at, 44, DONE)

/** Does a campaign or contest stand before `at` in its sentence ("Tháng hành động … (tháng 6/2023)")? */
export const hasCampaignBefore = (text: string, folded: string, at: number): boolean => hasOneInSentence(text, folded, at, 90, CAMPAIGNS)
