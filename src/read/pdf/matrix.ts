/** An affine map, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  return [
    a * inner[0] + c * inner[1], b * inner[0] + d * inner[1], a * inner[2] + c * inner[3], b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e, b * inner[4] + d * inner[5] + f,
  ]
}

export const mapX = (m: Matrix, x: number, y: number): number => m[0] * x + m[2] * y + m[4]
export const mapY = (m: Matrix, x: number, y: number): number => m[1] * x + m[3] * y + m[5]

/** Six numbers of an operator, or the identity where it has none. */
export function toMatrix(values: ArrayLike<number> | null | undefined): Matrix {
  return values && values.length >= 6 ? [values[0]!, values[1]!, values[2]!, values[3]!, values[4]!, values[5]!] : IDENTITY
}
