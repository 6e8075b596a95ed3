import { expect, it } from 'vitest'
import { WITHOUT_LAYOUT } from '../../../src/model/source-text.js'
import { mendText } from '../../../src/read/ocr/mend.js'

const seen = (text: string, confidence: number | null) =>
  mendText({ text, reader: 'ocr', mediaType: 'image/png', paragraphsAreLines: true, ...WITHOUT_LAYOUT, runs: [{ span: { start: 0, end: text.length }, page: 1, box: [0, 0, 1, 1], fontSize: 13, confidence }] })

it('puts lost marks back in well-known words, each with a finding', () => {
  const { text, findings } = seen('Luật bình đằng giới, sáng kiên', 0.8)
  expect(text).toBe('Luật bình đẳng giới, sáng kiến')
  expect(findings.map(({ code, args }) => [code, args])).toEqual([['ocr/mended', { found: 'đằng', mended: 'đẳng' }], ['ocr/mended', { found: 'kiên', mended: 'kiến' }]])
})

it('mends digits and the Đ of notations', () => {
  expect(seen('Nghị định số 1O/2020/N§-CP ngày 2l tháng 3', 0.8).text).toBe('Nghị định số 10/2020/NĐ-CP ngày 21 tháng 3')
})

it('touches nothing that OCR is sure of, and nothing that it did not read', () => {
  expect(seen('sáng kiên', 0.99).text).toBe('sáng kiên')
  expect(seen('sáng kiên', null).text).toBe('sáng kiên')
})
