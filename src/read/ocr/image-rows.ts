import type { GrayImage } from './gray-image.js'

/** Rows of a picture one after another, made when they are asked for. */
export interface ImageRows {
  readonly width: number
  readonly height: number
  /** The rows must be asked for from above to below; one and the one before it are kept. */
  readonly row: (y: number) => Row
}

/** Shades of a row from `at` on. All that is not white lies between `first` and `last`; a white row has its `last` before its `first`. */
export interface Row {
  readonly data: Uint8Array
  readonly at: number
  readonly first: number
  readonly last: number
}

export function rowsOf({ width, height, data }: GrayImage): ImageRows {
  return {
    width, height,
    row: (y) => {
      const at = y * width
      let [first, last] = [at, at + width - 1]
      while (first <= last && data[first] === 255) first++
      while (last >= first && data[last] === 255) last--
      return { data, at, first: first - at, last: last - at }
    },
  }
}

export function imageOf({ width, height, row }: ImageRows): GrayImage {
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++) {
    const { data: shades, at, first, last } = row(y)
    if (first <= last) data.set(shades.subarray(at + first, at + last + 1), y * width + first)
  }
  return { width, height, data }
}

/** The picture larger or smaller by a factor: between pixels it is shaded evenly. */
export function resized({ width, height, row }: ImageRows, factor: number): GrayImage {
  const [newWidth, newHeight] = [Math.round(width * factor), Math.round(height * factor)]
  const data = new Uint8Array(newWidth * newHeight).fill(255)
  const stepY = (height - 1) / Math.max(1, newHeight - 1)
  const columns = columnsFor(width, newWidth)
  for (let y = 0; y < newHeight; y++) {
    const above = Math.min(Math.floor(y * stepY), Math.max(0, height - 2))
    const top = row(above)
    const foot = above + 1 < height ? row(above + 1) : top
    between(top, foot, y * stepY - above, columns, data, y * newWidth)
  }
  return { width: newWidth, height: newHeight, data }
}

interface Columns {
  /** For each new column the old one left of it. */
  readonly from: Int32Array
  /** The share of the way to the old one right of it. */
  readonly share: Float64Array
}

function columnsFor(width: number, newWidth: number): Columns {
  const step = (width - 1) / Math.max(1, newWidth - 1)
  const from = new Int32Array(newWidth)
  const share = new Float64Array(newWidth)
  for (let x = 0; x < newWidth; x++) {
    const at = x * step
    from[x] = Math.min(Math.floor(at), Math.max(0, width - 2))
    share[x] = at - from[x]!
  }
  return { from, share }
}

/** One row of a picture that is resized: `part` is how far it lies from one old row to the next. */
function between(top: Row, foot: Row, part: number, { from, share }: Columns, into: Uint8Array, to: number): void {
  const first = Math.min(top.first, foot.first)
  const last = Math.max(top.last, foot.last)
  if (first > last) return
  const { data: above, at: aboveAt } = top
  const { data: below, at: belowAt } = foot
  let x = 0
  while (x < from.length && from[x]! + 1 < first) x++
  for (; x < from.length && from[x]! <= last; x++) {
    const column = from[x]!
    const left = above[aboveAt + column]!
    const right = above[aboveAt + column + 1]!
    const footLeft = below[belowAt + column]!
    const footRight = below[belowAt + column + 1]!
    if ((left & right & footLeft & footRight) === 255) continue
    const across = share[x]!
    const upper = left + (right - left) * across
    into[to + x] = upper + (footLeft + (footRight - footLeft) * across - upper) * part
  }
}
