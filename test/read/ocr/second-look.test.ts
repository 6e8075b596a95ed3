import { expect, it } from 'vitest'
import type { SeenWord } from '../../../src/read/ocr/engine.js'
import type { GrayImage } from '../../../src/read/ocr/gray-image.js'
import { silentCells, stackRegions, unsurePlaces, withSecondLook } from '../../../src/read/ocr/second-look.js'

const word = (text: string, left: number, top: number, confidence: number, line: string): SeenWord => ({ text, left, right: left + 20 * text.length, top, bottom: top + 30, confidence, line })

it('takes from the second look what the first was unsure of, and no more', () => {
  const first = [word('Điều', 100, 50, 0.95, 'a'), word('1.', 200, 50, 0.9, 'a'), word('2ưý', 100, 140, 0.3, 'b'), word('đếc', 140, 174, 0.4, 'c'), word('SYT', 800, 174, 0.4, 'c')]
  const places = unsurePlaces(first)
  expect(places).toEqual([{ left: 100, top: 140, right: 860, bottom: 204 }])
  const second = [word('Đ1ều', 100, 50, 0.9, 'a'), word('Nơi', 100, 140, 0.9, 'b'), word('đốc', 140, 174, 0.9, 'c'), word('SYTT', 800, 174, 0.35, 'c'), word('~', 400, 140, 0.2, 'd')]
  expect(withSecondLook(first, second, places).map(({ text }) => text)).toEqual(['Điều', '1.', 'SYT', 'Nơi', 'đốc'])
})

it('looks again where lines below one another were hardly seen, not at single lines nor at a page seen well', () => {
  expect(unsurePlaces([word('2ưý', 100, 100, 0.3, 'a'), word('Nơi', 100, 300, 0.3, 'b')])).toEqual([])
  expect(unsurePlaces([word('Quyết định của Ủy ban', 100, 50, 0.95, 'a'), word('313/QĐ-UBND', 600, 50, 0.2, 'a')])).toEqual([])
  expect(unsurePlaces([word('Điều', 100, 50, 0.95, 'a'), word('1', 200, 50, 0.5, 'a'), word('Điều', 100, 84, 0.95, 'b')])).toEqual([])
})

const paint = (width: number, height: number, boxes: readonly (readonly [left: number, top: number, right: number, bottom: number])[]): GrayImage => {
  const data = new Uint8Array(width * height).fill(255)
  for (const [left, top, right, bottom] of boxes) for (let y = top; y < bottom; y++) data.fill(0, y * width + left, y * width + right)
  return { width, height, data }
}

it('knows the way back from the stack to the page', () => {
  const image = paint(400, 400, [[50, 100, 80, 120], [200, 300, 260, 320]])
  const { image: stacked, toPage } = stackRegions(image, [{ left: 50, top: 100, right: 80, bottom: 120 }, { left: 200, top: 300, right: 260, bottom: 320 }])
  const dark = [...stacked.data.keys()].filter((at) => stacked.data[at] === 0)
  const [first, last] = [dark[0]!, dark.at(-1)!].map((at) => toPage({ ...word('x', at % stacked.width, Math.floor(at / stacked.width), 1, ''), bottom: Math.floor(at / stacked.width) }))
  expect([first!.left, first!.top, last!.left, last!.top]).toEqual([50, 100, 259, 319])
})

it('finds the ink of cells in which no word was seen', () => {
  const image = paint(600, 400, [[60, 150, 70, 190], [200, 150, 300, 190]])
  const rules = [100, 240, 380].map((at) => ({ horizontal: true, at, from: 20, to: 580 }))
  const columns = [20, 120, 580].map((at) => ({ horizontal: false, at, from: 100, to: 380 }))
  expect(silentCells(image, 128, [...rules, ...columns], [word('Việc', 200, 150, 0.9, 'a')], 3)).toEqual([{ left: 60, top: 150, right: 69, bottom: 189 }])
})

it('finds the first line of a cell that was not seen, or not believed', () => {
  const image = paint(600, 400, [[140, 150, 300, 190], [140, 200, 300, 240]])
  const rules = [100, 380].map((at) => ({ horizontal: true, at, from: 20, to: 580 }))
  const columns = [20, 120, 580].map((at) => ({ horizontal: false, at, from: 100, to: 380 }))
  const second = word('tế và', 140, 200, 0.9, 'a')
  expect(silentCells(image, 128, [...rules, ...columns], [second], 3)).toEqual([{ left: 140, top: 150, right: 299, bottom: 189 }])
  expect(silentCells(image, 128, [...rules, ...columns], [second, word('Phòng', 140, 155, 0, 'b')], 3)).toEqual([{ left: 140, top: 150, right: 299, bottom: 189 }])
  expect(silentCells(image, 128, [...rules, ...columns], [second, word('Phòng', 140, 155, 0.9, 'b')], 3)).toEqual([])
})
