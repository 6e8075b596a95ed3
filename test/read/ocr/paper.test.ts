import { describe, expect, it } from 'vitest'
import type { GrayImage } from '../../../src/read/ocr/gray-image.js'
import { rulesOfImage } from '../../../src/read/ocr/image-rules.js'
import { whitePaper } from '../../../src/read/ocr/paper.js'

const WIDTH = 400
const HEIGHT = 300

/** Paper of some shade, with strokes of ink a third as bright in every tenth column. */
const page = (paper: (x: number, y: number) => number): GrayImage => ({
  width: WIDTH, height: HEIGHT, data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => paper(i % WIDTH, Math.floor(i / WIDTH)) * (i % 10 ? 1 : 0.33)),
})
const shadeAt = ({ data }: GrayImage, x: number, y: number): number => data[y * WIDTH + x]!

describe('whitePaper', () => {
  it('leaves white paper as it is', () => {
    const white = page(() => 245)
    expect(whitePaper(white, 2)).toBe(white)
  })

  it('makes grey paper and a shadow white, and leaves ink dark', () => {
    for (const grey of [page(() => 150), page((x) => 240 - x / 3), page((x, y) => 235 - (x + y) / 6)]) {
      const made = whitePaper(grey, 2)
      for (const [x, y] of [[5, 5], [205, 155], [395, 295]] as const) expect(shadeAt(made, x, y)).toBeGreaterThan(225)
      for (const [x, y] of [[10, 5], [200, 150], [390, 295]] as const) expect(shadeAt(made, x, y)).toBeLessThan(110)
    }
  })

  it('leaves a black bar black', () => {
    expect(shadeAt(whitePaper(page((x) => (x < 60 ? 10 : 180)), 2), 20, 150)).toBeLessThan(30)
  })
})

describe('rulesOfImage', () => {
  const drawn = (shade: number, above: number): GrayImage => ({
    width: WIDTH, height: HEIGHT, data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
      const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)]
      if (y === 150 && x > 40 && x < 360) return shade
      return y > 140 && y < 150 && x % 8 < 3 ? above : 255
    }),
  })

  it('finds a hairline lighter than letters', () => {
    expect(rulesOfImage(drawn(175, 255), 140, 2)).toMatchObject([{ horizontal: true, left: 41, top: 150, right: 359, bottom: 150 }])
  })

  it('takes the feet of letters for none', () => {
    expect(rulesOfImage(drawn(175, 0), 140, 2)).toEqual([])
  })
})
