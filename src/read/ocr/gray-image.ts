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

/** A picture in black and white as scanners pack it: one bit a pixel, rows padded to bytes, 1 is white. */
export interface BitImage {
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array | Uint8ClampedArray
}

export function grayOfBits({ width, height, bits }: BitImage): GrayImage {
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

const TIFF_TAGS = 9
const TIFF_HEAD = 8 + 2 + 12 * TIFF_TAGS + 4

/** What comes before the pixels in a TIFF file of one strip, not packed: OCR reads it row by row (a PGM file letter by letter, a PNG must be unpacked). Source: TIFF 6.0, sections 2 and 4. */
export function headOfTiff({ width, height }: GrayImage): Uint8Array {
  const [short, long] = [3, 4]
  const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, long, width], [257, long, height], [258, short, 8], [259, short, 1], [262, short, 1], [273, long, TIFF_HEAD], [277, short, 1], [278, long, height], [279, long, width * height],
  ]
  const head = new DataView(new ArrayBuffer(TIFF_HEAD))
  head.setUint32(0, 0x49492a00)
  head.setUint32(4, 8, true)
  head.setUint16(8, TIFF_TAGS, true)
  for (const [i, [tag, type, value]] of tags.entries()) {
    const at = 10 + 12 * i
    head.setUint16(at, tag, true)
    head.setUint16(at + 2, type, true)
    head.setUint32(at + 4, 1, true)
    head.setUint32(at + 8, value, true)
  }
  return new Uint8Array(head.buffer)
}
