import type { Span } from '../../model/span.js'
import type { Quantity } from './quantity.js'

/** One aim: its words and the number in them. */
export interface Aim {
  readonly span: Span
  readonly quantity: Quantity
}
