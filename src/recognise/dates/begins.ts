import { createWordScan } from '../../grammar/word-scan.js'
import { codeAt, type FoldedText, foldMarked, isDigit, isWordUnit, type Marks, markUnits, unitAt } from '../../model/folded.js'

/** The words that a time begins with; further ones stand before these and are read back to. */
const WORDS = ['0', 'ngày', 'năm', 'nửa', 'tháng', 'thứ', 'thường n', 'từ n', 'từ b', 'quý', 'qúy', 'qi', 'qv', 'q.', 'q0', 'hàng', 'hằng', 'mỗi', 'chủ n', 'chủn', 'chủ  n', 'mùng', 'mồng', 'rằm', 'những năm', 'thập', 'thế k', 'học k']
const BEGINS = createWordScan(WORDS)
/** Further ones that the names of holidays and festive days begin with. */
const BEGINS_OR_NAMES = createWordScan([...WORDS, 'tết', 'quốc khánh', 'giỗ', 'lễ', 'tuần lễ'])

const isGap = (code: number): boolean => !isWordUnit(code)

/**
 * Digits that begin a word, and of each of the words two letters that are rare together: the *gà* of *ngày*, the *há* of *tháng*, the *nă* of *năm*,
 * the *qu* of *quý*, the *mỗ* of *mỗi*. The second of two is found.
 */
const MARKS: Marks = markUnits('', [isGap, '0123456789'], ['gh', 'àáưứậếữằủọ'], ['ntmrlu', 'ăửừếùồằễầ'], ['qim', 'uúỗiv.0123456789'])

/** A text of which nothing but dates is wanted: folded, with the places where a time or the name of a day may begin. */
export interface ScannedText extends FoldedText {
  readonly begins: readonly number[]
  /** A cleaner of characters may change it. */
  readonly odd: boolean
}

/** Fold a text and find in the same walk over its letters where times may begin. */
export function foldForDates(text: string): ScannedText {
  const { folded, places, odd } = foldMarked(text, MARKS)
  const begins: number[] = isDigit(unitAt(folded, 0)) ? [0] : []
  for (let index = 0; index < places.length; index++) {
    const place = places[index]!
    const start = wordStart(folded, place)
    if (start >= 0 && (start === place ? isDigit(codeAt(folded, start)) : BEGINS_OR_NAMES.startsAt(folded, start))) begins.push(start)
  }
  return { text, folded, begins, odd }
}

/** The begin of the word that `place` is in, two letters back at most, else -1. */
function wordStart(folded: string, place: number): number {
  for (let start = place; start >= place - 2; start--) if (!isWordUnit(unitAt(folded, start - 1))) return start
  return -1
}

/** Gives the next place at or behind `from`, or `to`. */
export type NextBegin = (from: number) => number

export function nextIn(folded: string, to: number, names: boolean): NextBegin {
  const scan = names ? BEGINS_OR_NAMES : BEGINS
  return (from) => scan.next(folded, from, to)
}

/** The next of places that are known; `from` never goes back. */
export function nextOf(begins: readonly number[], to: number): NextBegin {
  let index = 0
  return (from) => {
    while (index < begins.length && begins[index]! < from) index++
    return index < begins.length ? begins[index]! : to
  }
}
