import { describe, expect, it } from 'vitest'
import { type BitImage, grayOfBits, type GrayImage, headOfTiff } from '../../../src/read/ocr/gray-image.js'
import { imageOf, resized, rowsOf } from '../../../src/read/ocr/image-rows.js'
import { skewOf } from '../../../src/read/ocr/skew.js'
import { softened } from '../../../src/read/ocr/soften.js'

/** Always the same numbers from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff
}

/** Dark bits here and there; what pads a row is white. */
function bits(width: number, height: number, ink: number): BitImage {
  const next = numbers(width * 31 + height)
  const bytes = (width + 7) >> 3
  const data = new Uint8Array(bytes * height).fill(255)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (next() < ink) data[y * bytes + (x >> 3)]! &= ~(128 >> (x & 7))
  return { width, height, bits: data }
}

const SIZES = [1, 2, 3, 4, 5, 7, 8, 9, 16, 31, 40].flatMap((width) => [1, 2, 3, 6].map((height) => ({ width, height })))
const INKS = [0, 0.03, 0.4, 1]

/** The blur as its definition says: 1 2 1 across and down, of sixteen, the edge beside itself. */
function blurredPlainly({ width, height, data }: GrayImage): GrayImage {
  const at = (x: number, y: number): number => data[Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)]!
  const blurred = data.map((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    let sum = 0
    for (const down of [-1, 0, 1]) for (const across of [-1, 0, 1]) sum += (2 - Math.abs(down)) * (2 - Math.abs(across)) * at(x + across, y + down)
    return sum >> 4
  })
  return { width, height, data: blurred }
}

/** Between four pixels shaded by its place, as the definition says. */
function resizedPlainly({ width, height, data }: GrayImage, factor: number): GrayImage {
  const [newWidth, newHeight] = [Math.round(width * factor), Math.round(height * factor)]
  const resizedData = new Uint8Array(newWidth * newHeight)
  for (let y = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      const [sx, sy] = [x * ((width - 1) / Math.max(1, newWidth - 1)), y * ((height - 1) / Math.max(1, newHeight - 1))]
      const [x0, y0] = [Math.min(Math.floor(sx), width - 2), Math.min(Math.floor(sy), height - 2)]
      const shade = (row: number): number => data[row * width + x0]! + (data[row * width + x0 + 1]! - data[row * width + x0]!) * (sx - x0)
      resizedData[y * newWidth + x] = shade(y0) + (shade(y0 + 1) - shade(y0)) * (sy - y0)
    }
  }
  return { width: newWidth, height: newHeight, data: resizedData }
}

describe('softened', () => {
  it.each(INKS)('is the blur of its definition, once and twice, from bits and from shades, with %d of it ink', (ink) => {
    for (const { width, height } of SIZES) {
      const image = bits(width, height, ink)
      const gray = grayOfBits(image)
      const once = blurredPlainly(gray)
      expect(imageOf(softened(image, 1))).toEqual(once)
      expect(imageOf(softened(gray, 1))).toEqual(once)
      expect(imageOf(softened(image, 2))).toEqual(blurredPlainly(once))
    }
  })

  it('blurs shades too', () => {
    const next = numbers(7)
    const gray = { width: 23, height: 9, data: Uint8Array.from({ length: 23 * 9 }, () => next() * 256) }
    expect(imageOf(softened(gray, 2))).toEqual(blurredPlainly(blurredPlainly(gray)))
  })
})

describe('resized', () => {
  it.each([0.5, 0.8, 1.7, 3])('by %d is shaded between pixels', (factor) => {
    for (const { width, height } of SIZES.filter((size) => size.width > 1 && size.height > 1)) {
      const image = bits(width, height, 0.2)
      const gray = blurredPlainly(grayOfBits(image))
      expect(resized(rowsOf(gray), factor)).toEqual(resizedPlainly(gray, factor))
      expect(resized(softened(image, 1), factor)).toEqual(resizedPlainly(gray, factor))
    }
  })
})

it('the skew of bits is that of their shades', () => {
  const image = bits(1200, 600, 0)
  for (let y = 40; y < 560; y += 30) for (let x = 100; x < 1100; x++) for (let thick = 0; thick < 9; thick++) image.bits[(y + thick + Math.floor(x / 40)) * 150 + (x >> 3)]! &= ~(128 >> (x & 7))
  expect(skewOf(image, 128)).toBe(skewOf(grayOfBits(image), 128))
  expect((skewOf(image, 128) * 180) / Math.PI).toBeCloseTo(1.4, 0)
})

it('the head of a TIFF file says where its pixels are, and how many', async () => {
  const { default: utif } = await import('utif2')
  const gray = blurredPlainly(grayOfBits(bits(37, 11, 0.3)))
  const file = new Uint8Array([...headOfTiff(gray), ...gray.data])
  const [page] = utif.decode(file.buffer)
  utif.decodeImage(file.buffer, page!)
  expect([page!.width, page!.height]).toEqual([37, 11])
  expect(utif.toRGBA8(page!).filter((_, i) => i % 4 === 0)).toEqual(gray.data)
})
