import type { Word } from '../layout/page-content.js'
import { mapX, mapY, multiply } from './matrix.js'
import type { Glyph, PdfFont, TextState } from './text-state.js'

/** A word and what only its page tells of it. */
export interface PdfWord extends Word {
  /** Of the font, without the prefix of a subset. */
  readonly font: string
  /** Painted: not laid under a scan by OCR. */
  readonly visible: boolean
  /** In parts that the file marks as no part of its text (/Artifact): running heads, page numbers. */
  readonly artifact: boolean
  /** Number of the annotation it belongs to (a stamp, a signature's panel), counted from 1; 0 for the page's own words. */
  readonly annotation: number
}

/** Where on the page's own plan letters stand. */
export interface Standing {
  readonly artifact: boolean
  readonly annotation: number
}

interface Look extends Standing {
  readonly font: string
  readonly bold: boolean
  readonly visible: boolean
}

interface OpenWord {
  text: string
  left: number
  right: number
  readonly baseline: number
  readonly fontSize: number
  readonly state: Look
  readonly spaced: boolean
}

/** A gap of this share of the font size ends a word. */
const WORD_GAP = 0.1
/** A blank that ends no further from a word stands before it; the narrowest letters are wider. */
const NEAR_BLANK = 0.2
const MOST_LETTERS = 400
/** The code AD: a dash, or ư in TCVN3. No text has this sign. */
export const DASH_OR_U = '\ufdd0'

/** Gathers letters into words as the operators of a page paint them. */
export class WordGatherer {
  readonly words: PdfWord[] = []
  /** Letters that do not run from left to right: stamps in the margin. */
  turned = 0
  #open: OpenWord | undefined
  #look: Look | undefined
  #font: PdfFont | undefined
  #mode = 0
  /** The last blank that was painted: where it ends. */
  #blankRight = 0
  #blankBaseline = Number.NaN

  /** Paints letters and moves the pen of the state. */
  show(state: TextState, glyphs: readonly (Glyph | number)[], standing: Standing): void {
    const { font, fontSize } = state
    const size = Math.abs(fontSize)
    const advance = (font.fontMatrix?.[0] ?? 0.001) * fontSize
    const device = multiply(state.ctm, state.matrix)
    const along = Math.hypot(device[0], device[1])
    const level = Math.abs(device[1]) <= 0.05 * along && device[0] > 0
    const emSize = size * Math.hypot(device[2], device[3])
    const look = this.#lookOf(state, standing)
    const y = state.y + state.rise
    const [fromX, fromY] = [mapX(device, 0, y), mapY(device, 0, y)]
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        state.x -= (glyph * fontSize * state.scale) / 1000
        continue
      }
      const before = state.x
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
      const width = glyph.width * advance
      state.x += (width + spacing) * state.scale
      const letters = glyph.unicode
      if (!letters) continue
      if (!level) {
        this.turned += letters.length
        continue
      }
      const left = device[0] * before + fromX
      const right = left + device[0] * width * state.scale
      const baseline = device[1] * before + fromY
      this.#put(glyph.originalCharCode === 0xad && letters === '-' ? DASH_OR_U : letters, left, right, baseline, emSize, look)
    }
  }

  /** Equal looks of letters that follow one another are one object. */
  #lookOf(state: TextState, { artifact, annotation }: Standing): Look {
    const { font, mode } = state
    const last = this.#look
    if (last && this.#font === font && this.#mode === mode && last.artifact === artifact && last.annotation === annotation) return last
    this.#font = font
    this.#mode = mode
    this.#look = { font: fontNameOf(font.name), bold: isBold(state), visible: mode !== 3 && mode !== 7, artifact, annotation }
    return this.#look
  }

  #put(letters: string, left: number, right: number, baseline: number, emSize: number, look: Look): void {
    if (isBlank(letters)) {
      this.flush()
      this.#blankRight = right
      this.#blankBaseline = baseline
      return
    }
    const open = this.#open
    if (open && this.#goesOn(open, left, baseline, emSize, look)) {
      open.text += letters
      open.right = Math.max(open.right, right)
      return
    }
    this.flush()
    const spaced = Math.abs(this.#blankBaseline - baseline) < 0.05 * emSize && Math.abs(left - this.#blankRight) < NEAR_BLANK * emSize
    this.#open = { text: letters, left, right, baseline, fontSize: emSize, state: look, spaced }
  }

  #goesOn(open: OpenWord, left: number, baseline: number, emSize: number, look: Look): boolean {
    const gap = left - open.right
    return (
      Math.abs(gap) < WORD_GAP * emSize && Math.abs(baseline - open.baseline) < 0.05 * emSize && Math.abs(emSize - open.fontSize) < 0.05 * emSize &&
      (look === open.state || (look.bold === open.state.bold && look.visible === open.state.visible && look.font === open.state.font && look.artifact === open.state.artifact)) && open.text.length < MOST_LETTERS
    )
  }

  /** Ends the word that is open. */
  flush(): void {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    const { text, left, right, baseline, spaced, state } = open
    const { font, bold, visible, artifact, annotation } = state
    this.words.push({ text, left, right, baseline, fontSize: Math.round(open.fontSize * 100) / 100, bold, spaced, confidence: null, font, visible, artifact, annotation })
  }
}

function isBlank(letters: string): boolean {
  if (letters.length === 1) {
    const code = letters.charCodeAt(0)
    return code <= 0x20 || code === 0xa0 || code === 0x200b
  }
  return /^[\s\u00a0\u200b]*$/.test(letters)
}

/** "BAAAAA+TimesNewRomanPS-BoldMT" without the prefix of its subset. */
export const fontNameOf = (name: string | undefined): string => (name ?? '').replace(/^[A-Z]{6}\+/, '')

const isBold = ({ font, mode }: TextState): boolean => font.bold === true || font.black === true || mode === 2 || /bold|black|heavy/i.test(font.name ?? '')
