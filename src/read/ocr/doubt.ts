import type { Finding } from '../../model/diagnostics.js'
import type { Edit } from '../../model/edits.js'
import type { SourceText } from '../../model/source-text.js'
import type { Span } from '../../model/span.js'
import { COMMON_TYPES } from './mend-notation.js'

/** Digits believed less than this are no answer where a hand may have written them; printed ones are believed more. */
export const BELIEVED = 0.8
/** What stands for them: the blank of a form. */
const BLANK = '……'
/** What OCR sees for the ố of *Số*. */
export const LETTERS_OF_LABEL = 'ốóôồổỗòõoỐÓÔ06'
/** *Số: 54/KH-UBND* at the begin of a line: what stands between its label and its symbol. */
const NUMBER_LINE = new RegExp(`^[^\\p{L}\\n]{0,4}S[${LETTERS_OF_LABEL}] ?[:;.]? {0,4}([^\\n/]{1,24}?) {0,4}(?=[/-] {0,3}\\p{Lu}|\\/ ?(?:19|20)\\d\\d ?\\/)`, 'dgmu')
/** *Kiên Giang, ngày 05 tháng 10 năm 2017* on a line of its own: what stands for day and month. */
const DATELINE = /^[^\n\d/]{2,40}?[,.;]? ngày {1,4}([^\n,]{1,14}?) {1,4}tháng {1,4}([^\n,]{1,10}?) {1,4}năm [^\p{L}\n]{2,10}$/dgmu

const isNumber = (value: string): boolean => /^[\dIlOo|]{1,6}\p{Ll}?$/u.test(value)
const upTo = (most: number) => (value: string): boolean => {
  const digits = value.replace(/[Il|]/g, '1').replace(/[Oo]/g, '0')
  return /^\d{1,2}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= most
}
/** The symbol that stands right behind a number, its stroke lost or taken for a letter: "IKH" of "Số: IKH-UBND", "KH" of "Số: 41KH-UBND". */
const SYMBOL_BEHIND = new RegExp(`( ?[Il!|\\\\])?(?:${COMMON_TYPES})$`, 'u')
const isEmpty = (value: string): boolean => /^[\s.…_]*$/.test(value)

/** Number and day of a heading that were read with little belief, or as no number is written: each becomes a blank. A hand wrote most of them; what was read as written by hand stays. */
export function doubtfulDigits({ text, runs }: SourceText): Edit[] {
  const guessed = runs.filter((run): run is typeof run & { confidence: number } => run.confidence !== null && !run.hand)
  /** The least belief in what stands there; null where OCR read none of it. */
  const beliefIn = (start: number, end: number): number | null => {
    const there = guessed.filter(({ span }) => span.start < end && span.end > start)
    return there.length ? Math.min(...there.map(({ confidence }) => confidence)) : null
  }
  const edits: Edit[] = []
  const look = (start: number, value: string, isGood: (value: string) => boolean, blank = BLANK): void => {
    if (isEmpty(value)) return
    const belief = beliefIn(start, start + value.length)
    if (belief !== null && (belief < BELIEVED || !isGood(value))) edits.push({ start, end: start + value.length, insert: blank })
  }
  for (const { 1: value = '', indices } of text.matchAll(NUMBER_LINE)) {
    const symbol = SYMBOL_BEHIND.exec(value)
    look(indices![1]![0], value.slice(0, symbol?.index), isNumber, symbol && !symbol[1] ? `${BLANK}/` : BLANK)
  }
  for (const { 1: day = '', 2: month = '', indices } of text.matchAll(DATELINE)) {
    look(indices![1]![0], day, upTo(31))
    look(indices![2]![0], month, upTo(12))
  }
  return edits
}

/** Numbers of notations believed less than this are told; what a printer set is mostly believed more. */
const TOLD = 0.62
/** Strokes of a quarter's Roman number are easily lost. */
const QUARTER_TOLD = 0.9
const NOTATION = /\d[^\s]*\/[^\s]*\p{Lu}{2}[^\s,;.]*/gu
const QUARTER = /(?<=[Qq]uý )[IVXHTLl1|]{1,4}(?![\p{L}\d])/gu

/** Notations and quarters that were hardly seen: they stay as they were seen, but not in silence. */
export function doubtfulNumbers({ text, runs }: SourceText): Span[] {
  const guessed = runs.filter((run): run is typeof run & { confidence: number } => run.confidence !== null && !run.hand)
  let at = 0
  const beliefIn = (start: number, end: number): number => {
    while (at < guessed.length && guessed[at]!.span.end <= start) at++
    let least = 1
    for (let i = at; i < guessed.length && guessed[i]!.span.start < end; i++) least = Math.min(least, guessed[i]!.confidence)
    return least
  }
  const find = (pattern: RegExp, told: number) => {
    at = 0
    return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })).filter(({ start, end }) => beliefIn(start, end) < told)
  }
  return [...find(NOTATION, TOLD), ...find(QUARTER, QUARTER_TOLD)]
}

/** Numbers that a hand wrote: however likely, they are to be held against the picture. */
export function handwrittenNumbers({ text, runs }: SourceText): Finding[] {
  return runs.filter(({ hand }) => hand).map(({ span }) => ({ code: 'ocr/handwritten', severity: 'warning', span, args: { found: text.slice(span.start, span.end) } }))
}

/** Pages whose letters are believed less than this, all over: about one word in ten is wrong on them. Of few letters the mean tells less. */
const POOR_PAGE = 0.92
const POOR_FEW = 0.9
const FEW_LETTERS = 400

/** Pages that OCR hardly read: what they say has to be held against the picture. */
export function doubtfulPages({ pages, runs }: SourceText): Finding[] {
  const believed = new Map<number, { sum: number; letters: number }>()
  for (const { page, span, confidence } of runs) {
    if (confidence === null) continue
    const { sum, letters } = believed.get(page) ?? { sum: 0, letters: 0 }
    believed.set(page, { sum: sum + confidence * (span.end - span.start), letters: letters + span.end - span.start })
  }
  return (pages ?? []).flatMap(({ number, span }): Finding[] => {
    const { sum, letters } = believed.get(number) ?? { sum: 0, letters: 0 }
    if (!letters || sum / letters >= (letters < FEW_LETTERS ? POOR_FEW : POOR_PAGE)) return []
    return [{ code: 'page/hardly-read', severity: 'warning', span, args: { page: number, confidence: Math.round((sum / letters) * 100) / 100 } }]
  })
}
