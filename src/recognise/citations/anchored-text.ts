import { codeAt, type FoldedText, foldMarked, placesOf } from '../../model/folded.js'
import { ANCHOR_MARKS } from './anchors.js'
import { joinWrappedLines } from './wrapped-lines.js'

/** A folded text with where citations may be anchored and where its lines end. */
export interface AnchoredText extends FoldedText {
  /** Offsets of the marked units of anchors ({@link ANCHOR_MARKS}), in order. */
  readonly anchors: Int32Array
  /** Offsets of the line breaks, in order. */
  readonly breaks: readonly number[]
}

/** Fold a text for this recogniser, wrapped lines joined, by one look at each letter; `odd`: whether a cleaner of characters may change it. */
export function foldForCitations(text: string): AnchoredText & { readonly odd: boolean } {
  const breaks: number[] = []
  const { folded, places, odd } = foldMarked(text, ANCHOR_MARKS, (units, of, found) => joinWrappedLines(units, of, found, breaks))
  return { text, folded, anchors: places, breaks, odd }
}

/** The same of a text that is folded already, its lines as they are. */
export function anchorsIn({ text, folded }: FoldedText): AnchoredText {
  const places = placesOf(text, ANCHOR_MARKS)
  const isBreak = (place: number): boolean => codeAt(folded, place) === BREAK
  return { text, folded, anchors: places.filter((place) => !isBreak(place)), breaks: [...places.filter(isBreak)] }
}

const BREAK = 0x0a
