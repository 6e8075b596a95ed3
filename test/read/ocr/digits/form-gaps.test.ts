import { expect, it } from 'vitest'
import type { SeenWord } from '../../../../src/read/ocr/engine.js'
import { formGapsOf } from '../../../../src/read/ocr/digits/form-gaps.js'
import { serifInkLength } from '../../../../src/read/ocr/digits/serif-length.js'

const EM = 40
const SLASH = { left: 420, width: 10 }
/** A page with the slash of a symbol on it and the colon of a label, at the same places in all tests. */
const image = (() => {
  const data = new Uint8Array(1600 * 400).fill(255)
  for (const top of [212, 224]) for (let y = top; y < top + 4; y++) data.fill(0, y * 1600 + 248, y * 1600 + 252)
  for (let y = 200; y < 230; y++) data.fill(0, y * 1600 + SLASH.left + Math.round((SLASH.width * (229 - y)) / 29), y * 1600 + SLASH.left + Math.round((SLASH.width * (229 - y)) / 29) + 3)
  return { width: 1600, height: 400, data }
})()
/** A word whose letters begin at `left`, as wide as it is printed unless `right` says otherwise. */
const word = (text: string, left: number, { right = left + serifInkLength(text) * EM, confidence = 0.96, top = 200 } = {}): SeenWord => ({ text, left, right: Math.round(right), top, bottom: top + 30, confidence, line: String(top) })
const heading = [word('CỘNG', 900, { top: 100 }), word('HÒA', 1050, { top: 100 }), word('NGHĨA', 1200, { top: 100 }), word('VIỆT', 1400, { top: 100 })]
const gapsOf = (...words: SeenWord[]) => formGapsOf({ words: [...heading, ...words], image, threshold: 128 }).map(({ before, behind, contents, left, right }) => ({ before: before.text, contents: contents.map(({ text }) => text), behind: behind.text, left, right }))

it('finds the number between its label and its symbol', () => {
  expect(gapsOf(word('Số:', 200), word('{34.2', 270), word('/KH-SYT', 420))).toEqual([{ before: 'Số:', contents: ['{34.2'], behind: '/KH-SYT', left: 252, right: 420 }])
})

it('parts a symbol from what OCR joined to it, by the length it is printed', () => {
  const right = 420 + Math.round(serifInkLength('/KH-SYT') * EM)
  expect(gapsOf(word('Số:', 200), word('!J/KH-SYT', 270, { right }))).toEqual([{ before: 'Số:', contents: ['!J'], behind: '/KH-SYT', left: 252, right: 420 }])
})

it('knows the symbols of the Party, and puts back a stroke that was lost', () => {
  expect(gapsOf(word('Số', 200), word('?', 280), word('-KH/TU', 420))).toMatchObject([{ before: 'Số:', behind: '-KH/TU' }])
  expect(gapsOf(word('Số:', 200), word('?', 280), word('KH-UBND', 420))).toMatchObject([{ behind: '/KH-UBND' }])
})

it('knows symbols of letters and of laws, and a number that OCR joined to its label', () => {
  expect(gapsOf(word('Số:', 200), word('?', 280), word('/UBND-VX', 420))).toMatchObject([{ behind: '/UBND-VX' }])
  expect(gapsOf(word('Số:', 200), word('?/2024/QĐ-UBND', 280, { right: 420 + serifInkLength('/2024/QĐ-UBND') * EM }))).toMatchObject([{ contents: ['?'], behind: '/2024/QĐ-UBND' }])
  expect(gapsOf(word('Số:12/KH-UBND', 200, { right: 420 + serifInkLength('/KH-UBND') * EM }))).toMatchObject([{ contents: ['12'], behind: '/KH-UBND' }])
})

it('takes no number within a sentence for that of a heading', () => {
  expect(gapsOf(word('hoạch', 80), word('số', 200), word('4?', 250), word('/KH-SYT', 420))).toEqual([])
  expect(gapsOf(word('Số', 200), word('4?', 250), word('/KH-SYT', 420), word('ngày', 580))).toEqual([])
})

const dateline = (...between: SeenWord[]): SeenWord[] => [word('An,', 820), ...between, word('năm', 1290), word('2024', 1380)]

it('finds day and month of a dateline', () => {
  expect(gapsOf(...dateline(word('ngày', 900), word('O5', 1000), word('tháng', 1090), word('1?', 1210)))).toEqual([
    { before: 'ngày', contents: ['O5'], behind: 'tháng', left: 976, right: 1090 }, { before: 'tháng', contents: ['1?'], behind: 'năm', left: 1177, right: 1290 },
  ])
})

it('parts the words of a dateline from what OCR joined to them', () => {
  expect(gapsOf(...dateline(word('ngàyØ', 900, { right: 1040, confidence: 0.2 }), word('#tháng', 1050, { right: 1180, confidence: 0.1 }), word('02', 1210)))[0]).toEqual({ before: 'ngày', contents: ['Ø', '#'], behind: 'tháng', left: 976, right: 1093 })
})

it('knows where the words of a dateline stand that OCR did not see', () => {
  expect(gapsOf(...dateline(word('4', 1040), word('02', 1220)))[0]).toEqual({ before: 'ngày', contents: ['4'], behind: 'tháng', left: 963, right: 1123 })
})

it('takes no date within a sentence for that of a heading', () => {
  const sentence = ['Căn', 'cứ', 'Kế', 'hoạch', 'của', 'Sở', 'Y', 'tế', 'gửi', 'đến', 'từ', 'trước,']
  expect(gapsOf(...sentence.map((text, i) => word(text, 70 * i, { right: 70 * i + 60 })), ...dateline(word('ngày', 900), word('O5', 1000), word('tháng', 1090), word('1?', 1210)))).toEqual([])
})

it('has no gap where nothing is written between the words of a form', () => {
  expect(gapsOf(word('Số:', 200), word('/KH-SYT', 256))).toEqual([])
})
