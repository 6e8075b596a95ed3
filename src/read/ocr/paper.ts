import type { GrayImage } from './gray-image.js'

/** Side of the squares in which the shade of the paper is measured, in points: more than a letter, less than a shadow. */
const SQUARE = 16
/** The paper of a square is as bright as this share of its pixels, from the dark end: letters cover less of it. */
const PAPER = 0.7
/** Squares darker than this are no paper: bars, photographs, the edge of the glass. */
const DARKEST = 70
/** Paper so bright, and as bright all over, is left as it is. */
const WHITE = 225
const EVEN = 0.9
const MADE = 250

/**
 * The picture with its paper made white: a shadow or grey paper would be taken for ink, and ruling lines that are taken out would leave white bars.
 * White paper stays as it is.
 */
export function whitePaper(image: GrayImage, scale: number): GrayImage {
  const side = Math.max(8, Math.round(SQUARE * scale))
  const columns = Math.ceil(image.width / side)
  const rows = Math.ceil(image.height / side)
  const shades = shadesOf(image, side, columns, rows)
  const sorted = Float64Array.from(shades).filter((shade) => shade >= DARKEST).sort()
  if (!sorted.length) return image
  const [dark, usual] = [sorted[Math.floor(sorted.length * 0.05)]!, sorted[sorted.length >> 1]!]
  if (usual >= WHITE && dark >= usual * EVEN) return image
  return brighten(image, smoothed(shades, columns, rows, usual), side, columns, rows)
}

/** The shade of the paper in each square. */
function shadesOf({ width, height, data }: GrayImage, side: number, columns: number, rows: number): Float64Array {
  const shades = new Float64Array(columns * rows)
  const counts = new Uint32Array(256)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0)
      let all = 0
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 2) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 2, all++) counts[data[y * width + x]!]!++
      }
      let seen = 0
      let shade = 0
      while (shade < 255 && (seen += counts[shade]!) < PAPER * all) shade++
      shades[row * columns + column] = shade
    }
  }
  return shades
}

/** Each square as bright as the median of those around it; what is no paper as bright as most paper is. */
function smoothed(shades: Float64Array, columns: number, rows: number, usual: number): Float64Array {
  const even = new Float64Array(shades.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const around: number[] = []
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) if (shades[y * columns + x]! >= DARKEST) around.push(shades[y * columns + x]!)
      }
      around.sort((a, b) => a - b)
      even[row * columns + column] = around[around.length >> 1] ?? usual
    }
  }
  return even
}

function brighten({ width, height, data }: GrayImage, paper: Float64Array, side: number, columns: number, rows: number): GrayImage {
  const bright = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const down = Math.min(Math.max((y + 0.5) / side - 0.5, 0), rows - 1)
    const row = Math.min(Math.floor(down), Math.max(0, rows - 2))
    const [above, below] = [row * columns, Math.min(row + 1, rows - 1) * columns]
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const across = Math.min(Math.max((x + 0.5) / side - 0.5, 0), columns - 1)
      const left = Math.min(Math.floor(across), Math.max(0, columns - 2))
      const right = Math.min(left + 1, columns - 1)
      const [fx, fy] = [across - left, down - row]
      const top = paper[above + left]! + (paper[above + right]! - paper[above + left]!) * fx
      const foot = paper[below + left]! + (paper[below + right]! - paper[below + left]!) * fx
      bright[at] = Math.min(255, (data[at]! * MADE) / (top + (foot - top) * fy))
    }
  }
  return { width, height, data: bright }
}
