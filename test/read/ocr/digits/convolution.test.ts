import { expect, it } from 'vitest'
import { convolve, greatest, unpackLayer } from '../../../../src/read/ocr/digits/convolution.js'

const base64 = (bytes: readonly number[]): string => btoa(bytes.map((byte) => String.fromCharCode(byte & 255)).join(''))

it('weighs each pixel and those around it, and what is outside the picture not at all', () => {
  const layer = unpackLayer({ channels: [1, 2], high: 1, wide: 3, rim: [0, 1], field: [1, 1], weights: base64([1, 2, -4, 0, 1, 0]), scales: [0.5, 3], biases: [10, 0] })
  const { channels, height, width, data } = convolve({ channels: 1, height: 1, width: 3, data: Float32Array.of(1, 0, 2) }, layer)
  expect([channels, height, width]).toEqual([2, 1, 3])
  expect([...data]).toEqual([10 + 1, 10 + 0.5 - 4, 10 + 2, 3, 0, 6])
})

it('adds up the channels before it, and rows without a rim are fewer', () => {
  const layer = unpackLayer({ channels: [2, 1], high: 2, wide: 1, rim: [0, 0], field: [1, 1], weights: base64([1, 10, 100, -100]), scales: [1], biases: [0] })
  const { height, width, data } = convolve({ channels: 2, height: 2, width: 2, data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8) }, layer)
  expect([height, width]).toEqual([1, 2])
  expect([...data]).toEqual([1 + 30 + 500 - 700, 2 + 40 + 600 - 800])
})

it('keeps the greatest of each field, and nothing below 0', () => {
  const { height, width, data } = greatest({ channels: 1, height: 2, width: 5, data: Float32Array.of(-1, -2, 3, 1, 9, -3, -4, 2, 8, 9) }, [2, 2])
  expect([height, width]).toEqual([1, 2])
  expect([...data]).toEqual([0, 8])
})
