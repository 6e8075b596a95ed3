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
  const gray = new Uint8Array(width * height)
  const row = (width + 7) >> 3
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) gray[i] = (bits[y * row + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
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
export function resize({ width, height, data }: GrayImage, factor: number): GrayImage {
  const [newWidth, newHeight] = [Math.round(width * factor), Math.round(height * factor)]
  const resized = new Uint8Array(newWidth * newHeight)
  const [stepX, stepY] = [(width - 1) / Math.max(1, newWidth - 1), (height - 1) / Math.max(1, newHeight - 1)]
  for (let y = 0, i = 0; y < newHeight; y++) {
    const sy = y * stepY
    const y0 = Math.min(Math.floor(sy), height - 2 < 0 ? 0 : height - 2)
    const fy = sy - y0
    for (let x = 0; x < newWidth; x++, i++) {
      const sx = x * stepX
      const x0 = Math.min(Math.floor(sx), width - 2 < 0 ? 0 : width - 2)
      const fx = sx - x0
      const at = y0 * width + x0
      const top = data[at]! + ((data[at + 1] ?? 255) - data[at]!) * fx
      const bottom = (data[at + width] ?? 255) + ((data[at + width + 1] ?? 255) - (data[at + width] ?? 255)) * fx
      resized[i] = top + (bottom - top) * fy
    }
  }
  return { width: newWidth, height: newHeight, data: resized }
}

/** As a binary PGM file, which every image library reads. */
export function toPgm({ width, height, data }: GrayImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const file = new Uint8Array(head.length + data.length)
  file.set(head)
  file.set(data, head.length)
  return file
}

/** The picture slightly blurred (a binomial kernel of three pixels): the steps of pictures in black and white hide marks above letters. */
export function smooth({ width, height, data }: GrayImage): GrayImage {
  const across = new Uint16Array(data.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let x = 0; x < width; x++) across[row + x] = data[row + Math.max(0, x - 1)]! + 2 * data[row + x]! + data[row + Math.min(width - 1, x + 1)]!
  }
  const smoothed = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const [above, here, below] = [Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width]
    for (let x = 0; x < width; x++) smoothed[here + x] = (across[above + x]! + 2 * across[here + x]! + across[below + x]!) >> 4
  }
  return { width, height, data: smoothed }
}
