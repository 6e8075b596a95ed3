/** A layer of the net: a convolution, its negative sums cut off (but for the last layer), the greatest of each field kept. */
export interface DigitNetLayer {
  readonly channels: readonly [before: number, after: number]
  /** Of the convolution. */
  readonly high: number
  readonly wide: number
  /** Rows and columns of nothing around the picture. */
  readonly rim: readonly [rows: number, columns: number]
  readonly field: readonly [rows: number, columns: number]
  /** Bytes with a sign in base64, by channel after, channel before, row and column. */
  readonly weights: string
  /** What the weights of each channel after are multiplied with, and what is added. */
  readonly scales: readonly number[]
  readonly biases: readonly number[]
}

/** What `grammars/build/digits/train.py` learnt: from the picture of a number to the digits in it. */
export interface DigitNet {
  /** Height of a picture, and of the ink in it, in pixels; it is no wider than `columns`. */
  readonly rows: number
  readonly ink: number
  readonly columns: number
  /** Classes of the last layer after the digits: letters, scrawls and the like; nothing. */
  readonly classes: { readonly none: number; readonly blank: number }
  readonly layers: readonly DigitNetLayer[]
}
