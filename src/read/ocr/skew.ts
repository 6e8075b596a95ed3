import type { BitImage, GrayImage } from './gray-image.js'

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
export function skewOf(image: GrayImage | BitImage, threshold: number): number {
  const step = Math.max(1, Math.round(image.width / 800))
  const dark = darkPixels(image, threshold, step, Math.round(image.width * 0.04))
  if (!dark || dark.count < LEAST_DARK) return 0
  const rowsOfPage = Math.ceil(image.height / step)
  const sharpness = (degrees: number): number => sharpnessAt(dark, Math.tan(degrees * RADIANS), rowsOfPage)
  const coarse = best(-MOST_DEGREES, MOST_DEGREES, 0.5, sharpness)
  return best(coarse - 0.5, coarse + 0.5, STEP, sharpness) * RADIANS
}

/** Places of dark pixels, in steps from a margin. */
interface DarkPixels {
  readonly count: number
  readonly columns: Uint16Array
  readonly rows: Uint16Array
  /** Steps that the margin is wide. */
  readonly margin: number
}

/** One pixel of each step; `undefined` where too many are dark. */
function darkPixels(image: GrayImage | BitImage, threshold: number, step: number, margin: number): DarkPixels | undefined {
  const { width, height } = image
  const columns = new Uint16Array(MOST_DARK)
  const rows = new Uint16Array(MOST_DARK)
  const bytes = (width + 7) >> 3
  let count = 0
  for (let y = margin, row = 0; y < height - margin; y += step, row++) {
    for (let x = margin, column = 0; x < width - margin; x += step, column++) {
      if ('bits' in image ? (image.bits[y * bytes + (x >> 3)]! << (x & 7)) & 128 : image.data[y * width + x]! >= threshold) continue
      if (count === MOST_DARK) return undefined
      columns[count] = column
      rows[count++] = row
    }
  }
  return { count, columns, rows, margin: margin / step }
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
function sharpnessAt({ count, columns, rows, margin }: DarkPixels, slope: number, rowsOfPage: number): number {
  const counts = new Int32Array(rowsOfPage + 2 * SHEARED)
  const moved = margin - slope * margin + SHEARED + 0.5
  for (let i = 0; i < count; i++) counts[(rows[i]! - slope * columns[i]! + moved) | 0]!++
  let sum = 0
  for (let i = 1; i < counts.length; i++) sum += (counts[i]! - counts[i - 1]!) ** 2
  return sum
}
