/** A picture in shades of grey, row by row: 0 is black, 255 white. */
export interface GrayImage {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Pictures larger than this are no scan of a page: 100 megapixels, an A3 sheet at 600 dpi is 70. */
export const MOST_PIXELS = 100_000_000

/**
 * Grey from colour: as bright as the eye sees it, but red ink as bright as its red, so that a seal (*con dấu*) does not lie over the words below it.
 * `channels` is 3 or 4; transparent pixels are white.
 */
export function grayOfColour(data: ArrayLike<number>, width: number, height: number, channels: 3 | 4): GrayImage {
  const gray = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < gray.length; i++, at += channels) {
    const red = data[at]!
    const seen = (red * 299 + data[at + 1]! * 587 + data[at + 2]! * 114) / 1000
    const shade = Math.max(red, seen)
    gray[i] = channels === 4 ? 255 - ((255 - shade) * data[at + 3]!) / 255 : shade
  }
  return { width, height, data: gray }
}

/** From one bit a pixel, rows padded to bytes, 1 is white. */
export function grayOfBits(bits: ArrayLike<number>, width: number, height: number): GrayImage {
  const gray = new Uint8Array(width * height).fill(255)
  const row = (width + 7) >> 3
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x += 8, at++) {
      const byte = bits[at]!
      if (byte === 0xff) continue
      const most = Math.min(8, width - x)
      for (let bit = 0; bit < most; bit++) if (!((byte >> (7 - bit)) & 1)) gray[y * width + x + bit] = 0
    }
    at = (y + 1) * row
  }
  return { width, height, data: gray }
}

/** The shade that best parts dark from light (Otsu). */
export function thresholdOf({ data }: GrayImage): number {
  const counts = new Float64Array(256)
  for (let i = 0; i < data.length; i += 3) counts[data[i]!]!++
  let all = 0
  let sum = 0
  for (let shade = 0; shade < 256; shade++) {
    all += counts[shade]!
    sum += shade * counts[shade]!
  }
  let below = 0
  let sumBelow = 0
  let best = 127
  let most = -1
  for (let shade = 0; shade < 255; shade++) {
    below += counts[shade]!
    sumBelow += shade * counts[shade]!
    if (!below || below === all) continue
    const difference = sumBelow / below - (sum - sumBelow) / (all - below)
    const between = below * (all - below) * difference * difference
    if (between > most) {
      most = between
      best = shade
    }
  }
  return Math.min(Math.max(best, 60), 215)
}

/** The picture turned by an angle (radians, clockwise) around its middle, on white. */
export function rotate({ width, height, data }: GrayImage, angle: number): GrayImage {
  const turned = new Uint8Array(width * height).fill(255)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [width / 2, height / 2]
  for (let y = 0; y < height; y++) {
    let sx = cx - cos * cx + sin * (y - cy)
    let sy = cy + sin * cx + cos * (y - cy)
    for (let x = 0; x < width; x++, sx += cos, sy -= sin) {
      const x0 = Math.floor(sx)
      const y0 = Math.floor(sy)
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue
      const at = y0 * width + x0
      const fx = sx - x0
      const fy = sy - y0
      const top = data[at]! + (data[at + 1]! - data[at]!) * fx
      const bottom = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fx
      turned[y * width + x] = top + (bottom - top) * fy
    }
  }
  return { width, height, data: turned }
}

/** The picture a quarter turn clockwise. */
export function quarterTurn({ width, height, data }: GrayImage): GrayImage {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = data[y * width + x]!
  return { width: height, height: width, data: turned }
}

/** Larger or smaller by a factor: between pixels it is shaded evenly. */
export function resize(image: GrayImage, factor: number): GrayImage {
  const { width, height, data } = image
  const [newWidth, newHeight] = [Math.round(width * factor), Math.round(height * factor)]
  const resized = new Uint8Array(newWidth * newHeight)
  const stepY = (height - 1) / Math.max(1, newHeight - 1)
  const { from, share } = columnsFor(width, newWidth)
  const { last } = inkOfRows(image)
  for (let y = 0; y < newHeight; y++) {
    const sy = y * stepY
    const y0 = Math.min(Math.floor(sy), height - 2 < 0 ? 0 : height - 2)
    const fy = sy - y0
    const row = y0 * width
    const to = y * newWidth
    const next = y0 + 1 < height ? row + width : -1
    if (last[y0]! < 0 && (next < 0 || last[y0 + 1]! < 0)) {
      resized.fill(255, to, to + newWidth)
      continue
    }
    for (let x = 0; x < newWidth; x++) {
      const at = row + from[x]!
      const left = data[at]!
      const right = data[at + 1]!
      const footLeft = next < 0 ? 255 : data[at + width]!
      const footRight = next < 0 ? 255 : data[at + width + 1]!
      if (left === right && left === footLeft && left === footRight) resized[to + x] = left
      else {
        const fx = share[x]!
        const top = left + (right - left) * fx
        resized[to + x] = top + (footLeft + (footRight - footLeft) * fx - top) * fy
      }
    }
  }
  return { width: newWidth, height: newHeight, data: resized }
}

/** For each new column the old one left of it, and its share of the way to the next. */
function columnsFor(width: number, newWidth: number): { readonly from: Int32Array; readonly share: Float64Array } {
  const step = (width - 1) / Math.max(1, newWidth - 1)
  const from = new Int32Array(newWidth)
  const share = new Float64Array(newWidth)
  for (let x = 0; x < newWidth; x++) {
    const at = x * step
    from[x] = Math.min(Math.floor(at), width - 2 < 0 ? 0 : width - 2)
    share[x] = at - from[x]!
  }
  return { from, share }
}

/** What comes before the pixels in a binary PGM file, which every image library reads. */
export const headOfPgm = ({ width, height }: GrayImage): Uint8Array => new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)

/** The picture slightly blurred (a binomial kernel of three pixels): the steps of pictures in black and white hide marks above letters. */
export function smooth(image: GrayImage): GrayImage {
  const { width, height, data } = image
  const { first, last } = inkOfRows(image)
  const smoothed = new Uint8Array(data.length).fill(255)
  const down = new Uint16Array(width + 2)
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)]
    const here = y * width
    const from = Math.max(0, Math.min(first[above]!, first[y]!, first[below]!) - 1)
    const to = Math.min(width - 1, Math.max(last[above]!, last[y]!, last[below]!) + 1)
    const [start, end] = [Math.max(0, from - 1), Math.min(width - 1, to + 1)]
    for (let x = start, a = above * width + x, h = here + x, b = below * width + x; x <= end; x++) down[x + 1] = data[a++]! + 2 * data[h++]! + data[b++]!
    if (start === 0) down[0] = down[1]!
    if (end === width - 1) down[width + 1] = down[width]!
    for (let x = from; x <= to; x++) smoothed[here + x] = (down[x]! + 2 * down[x + 1]! + down[x + 2]!) >> 4
  }
  return { width, height, data: smoothed }
}

/** The first and the last pixel of each row that is not white; of a white row the width, and -1. */
function inkOfRows({ width, height, data }: GrayImage): { readonly first: Int32Array; readonly last: Int32Array } {
  const first = new Int32Array(height)
  const last = new Int32Array(height)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let from = row
    let to = row + width - 1
    while (from <= to && data[from] === 255) from++
    while (to >= from && data[to] === 255) to--
    first[y] = from - row
    last[y] = from > to ? -1 : to - row
  }
  return { first, last }
}
