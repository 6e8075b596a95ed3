import { describe, expect, it } from 'vitest'
import { type GrayImage, rotate, thresholdOf } from '../../../src/read/ocr/gray-image.js'
import { skewOf } from '../../../src/read/ocr/skew.js'

const [WIDTH, HEIGHT] = [1240, 1754]

/** Lines of words as black boxes. */
function page(): GrayImage {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (let y = 150; y < HEIGHT - 150; y += 36) {
    for (let x = 150; x < WIDTH - 200; x += 60 + ((x + y) % 5) * 9) for (let row = y; row < y + 16; row++) data.fill(0, row * WIDTH + x, row * WIDTH + x + 44)
  }
  return { width: WIDTH, height: HEIGHT, data }
}

const degrees = (image: GrayImage): number => (skewOf(image, thresholdOf(image)) * 180) / Math.PI

describe('a page laid in askew', () => {
  it.each([-2.5, -0.6, 0, 0.4, 1.7])('by %d degrees is measured, and straight when turned back', (angle) => {
    const askew = rotate(page(), (angle * Math.PI) / 180)
    expect(degrees(askew)).toBeCloseTo(angle, 0)
    const straight = rotate(askew, -skewOf(askew, thresholdOf(askew)))
    expect(Math.abs(degrees(straight))).toBeLessThan(0.15)
  })
})
