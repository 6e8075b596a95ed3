import { BELIEVED } from '../doubt.js'
import type { SeenWord } from '../engine.js'
import type { Region } from '../second-look.js'
import { type FormGap, formGapsOf, type SeenPage } from './form-gaps.js'
import { type Blot, blotsIn, type Ink, inkOf } from './ink.js'
import type { ReadNumber } from './read-number.js'

/** Shares of the font's height: blots smaller than this are specks, and the dots of the form. */
const SPECK = 0.17
const LOWEST = 0.45
const HIGHEST = 2.2
/** How far above and below the printed letters a hand may write, and how far over the printed words beside them. */
const ABOVE = 0.9
const OVER = 0.3
/** Numbers that OCR saw nothing of are of several digits: one stroke may be anything. */
const LEAST_UNSEEN = 2
/** Less likely numbers are no answer: of those of unknown hands that are believed more, 99 in 100 are right (`train.py measure`). */
const SURE = 0.9
/** Where OCR believes less, the reader of digits is asked too. */
const TRUSTED = 0.93
/** What OCR saw and the reader of digits did not: believed so little that it becomes a blank. */
const UNREAD = 0.2

/** Opens the reader of digits; not called for pages that have no such numbers. */
type OpenReader = () => Promise<(ink: Ink) => ReadNumber | undefined>

/**
 * The words of a page with the numbers that a hand wrote into its heading (*Số: …/KH-UBND*, *ngày … tháng … năm*), where OCR, which is made for print, saw no
 * number that can be believed. What is not read for sure is believed little, and the printed words around it are parted from it.
 */
export async function withHandwriting(page: SeenPage, open: OpenReader): Promise<readonly SeenWord[]> {
  const gone = new Set<SeenWord>()
  const come = new Set<SeenWord>()
  for (const gap of formGapsOf(page)) {
    const blots = blotsOf(gap, page)
    const printed = printedNumber(gap, blots)
    if (printed?.isSure || !blots.length) continue
    const { box, ...ink } = inkOf(blots, page.image.width)
    if (ink.height < LOWEST * gap.em) continue
    const number = ink.height < HIGHEST * gap.em && !isJoined(blots, gap) ? await readInk(ink, box, gap, open) : undefined
    if (printed && (!number || number.text === printed.text)) continue
    for (const word of gap.seen) gone.add(word)
    for (const word of [gap.before, ...(number ? [number] : unread(gap)), gap.behind]) come.add(word)
  }
  return gone.size ? [...page.words.filter((word) => !gone.has(word)), ...come] : page.words
}

/** The number that a hand wrote, where it can be told for sure. */
async function readInk(ink: Ink, { left, right }: Region, { before: { line, top, bottom }, contents, isGood }: FormGap, open: OpenReader): Promise<SeenWord | undefined> {
  const number = (await open())(ink)
  if (!number || number.sure < SURE || !isGood(number.digits) || (!contents.length && number.digits.length < LEAST_UNSEEN)) return undefined
  return { text: number.digits, left, right, top, bottom, confidence: number.sure, line, hand: true }
}

/** What OCR saw, to be left blank: its strokes are not those of notations. */
function unread({ contents, left, right, before: { top, bottom, line } }: FormGap): SeenWord[] {
  const text = contents.map((word) => word.text).join(' ').replace(/[/⁄]/g, '|')
  return text ? [{ text, left, right, top, bottom, confidence: UNREAD, line }] : []
}

/** The number that OCR saw, where it can be believed and is all the ink; sure where nothing else need be asked. */
function printedNumber({ contents }: FormGap, blots: readonly Blot[]): { readonly text: string; readonly isSure: boolean } | undefined {
  const text = contents.map((word) => word.text).join('')
  const belief = Math.min(...contents.map(({ confidence }) => confidence))
  if (!contents.length || belief < BELIEVED || contents.some((word) => !/^\d{1,6}\p{Ll}?$/u.test(word.text))) return undefined
  const isSeen = ({ left, right }: Blot): boolean => contents.some((word) => (left + right) / 2 > word.left && (left + right) / 2 < word.right)
  return blots.every(isSeen) ? { text, isSure: belief >= TRUSTED } : undefined
}

/** The ink in a gap without what is printed beside it. */
function blotsOf(gap: FormGap, { image, threshold }: SeenPage): Blot[] {
  const core = { left: Math.round(gap.left) + 1, right: Math.round(gap.right), top: gap.top, bottom: gap.bottom }
  const isOutside = ({ left, right }: Blot): boolean => (left + right) / 2 < gap.left || (left + right) / 2 > gap.right
  return blotsIn(image, threshold, core, reachOf(gap)).filter((blot) => Math.max(blot.right - blot.left, blot.bottom - blot.top) > SPECK * gap.em && !isOutside(blot))
}

const reachOf = ({ left, right, top, bottom, em }: FormGap): Region => ({ left: Math.round(left - em), right: Math.round(right + em), top: Math.round(top - ABOVE * em), bottom: Math.round(bottom + ABOVE * em) })

/** Does the ink run into what stands beside, above or below the gap? */
function isJoined(blots: readonly Blot[], gap: FormGap): boolean {
  const reach = reachOf(gap)
  return blots.some((blot) => blot.left < gap.left - OVER * gap.em || blot.right > gap.right + OVER * gap.em || blot.top <= reach.top || blot.bottom >= reach.bottom)
}
