import type { FoldedText } from './folded.js'
import type { Body } from './plan.js'

/** Reads the name of a body that begins at an offset, or declines. */
export type ReadBody = (text: FoldedText, at: number, limit: number) => Body | undefined

export interface BodyReader {
  readonly read: ReadBody
  /** Bodies joined by commas and "và" from `at` on; the list ends where the next piece is no body. */
  readonly readList: (text: FoldedText, at: number, limit: number) => Body[]
}
