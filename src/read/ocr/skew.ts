import type { GrayImage } from './gray-image.js'

const MOST_DEGREES = 4
const STEP = 0.1
const RADIANS = Math.PI / 180
/** A page with fewer dark pixels tells nothing, one with more is no page of letters. */
const LEAST_DARK = 500
const MOST_DARK = 400_000
/** Rows by which shearing may move a pixel, at most. */
const SHEARED = 200

/**
 * How far the lines of a page are turned, in radians clockwise: the angle at which its dark pixels gather in the fewest rows.
 * Dark pixels are looked at one in a few; 0 where a page has too few of them.
 */
export function skewOf({ width, height, data }: GrayImage, threshold: number): number {
  const step = Math.max(1, Math.round(width / 800))
  const xs = new Float64Array(MOST_DARK)
  const ys = new Float64Array(MOST_DARK)
  const margin = Math.round(width * 0.04)
  let dark = 0
  for (let y = margin; y < height - margin; y += step) {
    for (let x = margin, at = y * width + margin; x < width - margin; x += step, at += step) {
      if (data[at]! >= threshold) continue
      if (dark === MOST_DARK) return 0
      xs[dark] = x / step
      ys[dark++] = y / step
    }
  }
  if (dark < LEAST_DARK) return 0
  const [columns, rows] = [xs.subarray(0, dark), ys.subarray(0, dark)]
  const rowsOfPage = Math.ceil(height / step)
  const sharpness = (degrees: number): number => sharpnessAt(columns, rows, Math.tan(degrees * RADIANS), rowsOfPage)
  const coarse = best(-MOST_DEGREES, MOST_DEGREES, 0.5, sharpness)
  return best(coarse - 0.5, coarse + 0.5, STEP, sharpness) * RADIANS
}

function best(from: number, to: number, step: number, score: (degrees: number) => number): number {
  let found = 0
  let most = -1
  for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
    const value = score(degrees)
    if (value > most) {
      most = value
      found = degrees
    }
  }
  return found
}

/** Sum of the squared differences of neighbouring rows, when the page is sheared back. */
function sharpnessAt(columns: Float64Array, rows: Float64Array, slope: number, rowsOfPage: number): number {
  const counts = new Int32Array(rowsOfPage + 2 * SHEARED)
  for (let i = 0; i < columns.length; i++) counts[(rows[i]! - slope * columns[i]! + SHEARED + 0.5) | 0]!++
  let sum = 0
  for (let i = 1; i < counts.length; i++) sum += (counts[i]! - counts[i - 1]!) ** 2
  return sum
}
