import type { GrayImage } from './gray-image.js'

const MOST_DEGREES = 4
const STEP = 0.1
const RADIANS = Math.PI / 180

/**
 * How far the lines of a page are turned, in radians clockwise: the angle at which its dark pixels gather in the fewest rows.
 * Dark pixels are looked at one in a few; 0 where a page has too few of them.
 */
export function skewOf({ width, height, data }: GrayImage, threshold: number): number {
  const step = Math.max(1, Math.round(width / 800))
  const xs: number[] = []
  const ys: number[] = []
  const margin = Math.round(width * 0.04)
  for (let y = margin; y < height - margin; y += step) {
    for (let x = margin; x < width - margin; x += step) {
      if (data[y * width + x]! >= threshold) continue
      xs.push(x / step)
      ys.push(y / step)
    }
  }
  if (xs.length < 500 || xs.length > 400_000) return 0
  const rows = Math.ceil(height / step)
  const sharpness = (degrees: number): number => sharpnessAt(xs, ys, Math.tan(degrees * RADIANS), rows)
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
function sharpnessAt(xs: readonly number[], ys: readonly number[], slope: number, rows: number): number {
  const counts = new Float64Array(rows + 400)
  for (let i = 0; i < xs.length; i++) counts[Math.round(ys[i]! - slope * xs[i]!) + 200]!++
  let sum = 0
  for (let i = 1; i < counts.length; i++) sum += (counts[i]! - counts[i - 1]!) ** 2
  return sum
}
