import type { GrayImage } from './gray-image.js'

/** A word that OCR saw: its box in pixels, its confidence from 0 to 1, and the line it was found on. */
export interface SeenWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly confidence: number
  /** Equal for the words of one line. */
  readonly line: string
  /** Digits that a hand wrote, read by the reader made for them. */
  readonly hand?: true
}

/** A page's columns and paragraphs, pieces in no order, or lines below one another. */
export type Layout = 'page' | 'pieces' | 'block'

/** Numbers of tesseract for them. */
export const MODES: Readonly<Record<Layout, string>> = { page: '3', pieces: '11', block: '6' }

/** One OCR program, ready to read pages. */
export interface OcrEngine {
  /** "tesseract 5.3.4", "tesseract.js 7.0.0". */
  readonly name: string
  /** How many pages it reads at the same time. */
  readonly lanes: number
  /**
   * @param dots to an inch of the picture
   * @param layout what the picture holds
   */
  readonly recognise: (image: GrayImage, dots: number, signal: AbortSignal, layout?: Layout) => Promise<SeenWord[]>
  readonly close: () => Promise<void>
}

/** Why no engine or no page could be had. */
export class OcrError extends Error {
  override readonly name = 'OcrError'
  readonly because: 'no-engine' | 'no-model' | 'failed' | 'timeout'

  constructor(because: OcrError['because'], options?: ErrorOptions) {
    super(because, options)
    this.because = because
  }
}
