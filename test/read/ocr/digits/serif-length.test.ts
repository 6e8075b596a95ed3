import { expect, it } from 'vitest'
import { serifHeight, serifInkLength, serifLength } from '../../../../src/read/ocr/digits/serif-length.js'

it('measures words in the typeface of offices, their marks not', () => {
  expect(serifLength('ngày')).toBeCloseTo(1.944, 3)
  expect(serifLength('tháng')).toBeCloseTo(2.222, 3)
  expect(serifLength('Số:')).toBeCloseTo(serifLength('So:'), 10)
})

it('tells the height of a font by most of its letters', () => {
  const wordOf = (text: string, height: number) => ({ text, left: 10, right: 10 + height * serifInkLength(text) })
  expect(serifHeight([wordOf('CỘNG', 36), wordOf('nghĩa', 36), wordOf('Việt', 36), wordOf('tựa', 60)])).toBeCloseTo(36, 10)
})

it('tells no height by a few letters', () => {
  expect(serifHeight([{ text: 'Số:', left: 0, right: 40 }])).toBeUndefined()
})
