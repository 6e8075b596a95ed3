/** Letters without a blank between them, in one font, where they stand on a page. All lengths are points (1/72 inch) from the page's upper left corner. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The line the letters stand on. */
  readonly baseline: number
  readonly fontSize: number
  readonly bold: boolean
  /** A blank of the file stands before it, however narrow. */
  readonly spaced: boolean
  /** Of OCR, 0 to 1; null where nothing was guessed. */
  readonly confidence: number | null
  /** Digits that a hand wrote. */
  readonly hand?: true
}

/** A ruling line, straight along an axis: `at` is its y where it is horizontal and its x where it is vertical. */
export interface Rule {
  readonly horizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What stands on a page, as a PDF says or OCR saw it. */
export interface PageContent {
  /** Counted from 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
  readonly rules: readonly Rule[]
}

/** Share of the font size that letters rise above the baseline, and hang below it. */
const ASCENT = 0.8
const DESCENT = 0.22

export const topOf = (word: Word): number => word.baseline - ASCENT * word.fontSize
export const bottomOf = (word: Word): number => word.baseline + DESCENT * word.fontSize
