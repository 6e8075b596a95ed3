import { expect, it } from 'vitest'
import type { SeenWord } from '../../../src/read/ocr/engine.js'
import { unsureBands, withSecondLook } from '../../../src/read/ocr/second-look.js'

const word = (text: string, left: number, top: number, confidence: number, line: string): SeenWord => ({ text, left, right: left + 20 * text.length, top, bottom: top + 30, confidence, line })

it('takes from the second look what the first was unsure of, and no more', () => {
  const first = [word('Điều', 100, 50, 0.95, 'a'), word('1.', 200, 50, 0.9, 'a'), word('2', 100, 100, 0.3, 'b'), word('đếc', 140, 150, 0.4, 'c'), word('SYT', 800, 150, 0.9, 'c')]
  const bands = unsureBands(first)
  expect(bands.map(({ top }) => top)).toEqual([100, 150])
  const second = [word('Đ1ều', 100, 50, 0.9, 'a'), word('Nơi', 100, 100, 0.9, 'b'), word('đốc', 140, 150, 0.9, 'c'), word('SYTT', 800, 150, 0.8, 'c'), word('~', 400, 100, 0.2, 'd')]
  expect(withSecondLook(first, second, bands).map(({ text }) => text)).toEqual(['Điều', '1.', 'SYT', 'Nơi', 'đốc'])
})

it('a page seen well needs no second look', () => {
  expect(unsureBands([word('Điều', 100, 50, 0.95, 'a'), word('1', 200, 50, 0.5, 'a')])).toEqual([])
})
