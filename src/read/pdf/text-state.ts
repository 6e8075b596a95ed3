import { IDENTITY, type Matrix } from './matrix.js'

/** The font of a page's letters, as far as reading needs it. */
export interface PdfFont {
  /** With the prefix of a subset: "BAAAAA+TimesNewRomanPS-BoldMT". */
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly vertical?: boolean
  readonly isType3Font?: boolean
  readonly fontMatrix?: ArrayLike<number>
}

/** A letter as pdf.js gives it; a bare number in its place moves the pen back by thousandths of the font size. */
export interface Glyph {
  readonly unicode: string
  /** Its code in the font. */
  readonly originalCharCode?: number
  readonly width: number
  readonly isSpace: boolean
}

/** What the operators of a page have set so far. */
export interface TextState {
  ctm: Matrix
  font: PdfFont
  fontSize: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  /** 3 paints nothing: the letters that OCR put under a scan. */
  mode: number
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  lineWidth: number
}

export const startState = (ctm: Matrix): TextState => ({
  ctm, font: {}, fontSize: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0, matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0, lineWidth: 1,
})

/** Sets the pen to the begin of a line that lies `x`, `y` from the begin of the last one. */
export function moveLine(state: TextState, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

export function setTextMatrix(state: TextState, matrix: Matrix): void {
  state.matrix = matrix
  state.x = state.lineX = 0
  state.y = state.lineY = 0
}
