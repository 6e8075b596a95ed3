import { expect, it } from 'vitest'
import { withHandwriting } from '../../../../src/read/ocr/digits/handwriting.js'
import type { SeenWord } from '../../../../src/read/ocr/engine.js'
import { serifInkLength } from '../../../../src/read/ocr/digits/serif-length.js'

const EM = 40
const [WIDTH, HEIGHT] = [1600, 400]
const TOP = 200

type Box = readonly [left: number, top: number, width: number, height: number]

const word = (text: string, left: number, confidence = 0.96, width = serifInkLength(text) * EM): SeenWord => ({ text, left, right: Math.round(left + width), top: TOP, bottom: TOP + 30, confidence, line: '1' })
const OTHERS = ['CỘNG', 'HÒA', 'NGHĨA', 'VIỆT'].map((text, i) => ({ ...word(text, 900 + 150 * i), top: 100, bottom: 130, line: '0' }))

/** What becomes of a heading with this ink in it, where the reader of digits says `reads`; how often it was asked. */
async function read(words: readonly SeenWord[], ink: readonly Box[], reads?: { digits: string; sure: number }) {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255)
  for (const [left, top, width, height] of [...SLASH, ...ink]) for (let y = top; y < top + height; y++) data.fill(0, y * WIDTH + left, y * WIDTH + left + width)
  const asked: { width: number; height: number }[] = []
  const seen = await withHandwriting({ words: [...OTHERS, ...words], image: { width: WIDTH, height: HEIGHT, data }, threshold: 128 }, async () => ({ width, height }) => {
    asked.push({ width, height })
    return reads
  })
  const line = seen.filter(({ line }) => line === '1').sort((a, b) => a.left - b.left).map(({ text, confidence, hand }) => (hand ? `${text} by hand` : confidence < 0.3 ? `${text}?` : text))
  return { line, asked }
}

const LABEL = word('Số:', 200)
const SYMBOL = word('/KH-SYT', 420)
/** The slash of the symbol. */
const SLASH: readonly Box[] = Array.from({ length: 30 }, (_, i): Box => [420 + Math.round(i / 3), TOP + 29 - i, 3, 1])
const TWO_STROKES: readonly Box[] = [[290, 190, 6, 44], [330, 190, 20, 44]]

it('takes what a hand wrote for what OCR hardly saw', async () => {
  expect(await read([LABEL, word('{Z', 280, 0.4), SYMBOL], TWO_STROKES, { digits: '16', sure: 0.97 })).toEqual({ line: ['Số:', '16 by hand', '/KH-SYT'], asked: [{ width: 60, height: 44 }] })
})

it('reads what OCR passed over, but no single stroke', async () => {
  expect((await read([LABEL, SYMBOL], TWO_STROKES, { digits: '16', sure: 0.97 })).line).toEqual(['Số:', '16 by hand', '/KH-SYT'])
  expect((await read([LABEL, SYMBOL], [[290, 190, 6, 44]], { digits: '1', sure: 0.97 })).line).toEqual(['Số:', '/KH-SYT'])
})

it.each([['not sure', { digits: '16', sure: 0.6 }], ['no number', undefined], ['no number of a document', { digits: '123456', sure: 0.99 }]])('believes little of what OCR saw where the reader is %s, and takes no stroke for that of a notation', async (_, reads) => {
  expect((await read([LABEL, word('1/6/KH-SYT', 280, 0.5, 140 + serifInkLength('/KH-SYT') * EM)], TWO_STROKES, reads)).line).toEqual(['Số:', '1|6?', '/KH-SYT'])
})

it('leaves printed numbers as OCR saw them', async () => {
  expect(await read([LABEL, word('16', 285, 0.95, 70), SYMBOL], TWO_STROKES)).toEqual({ line: ['Số:', '16', '/KH-SYT'], asked: [] })
})

it('asks where OCR believes a number that is not all of the ink', async () => {
  expect((await read([LABEL, word('1', 285, 0.95, 15), SYMBOL], TWO_STROKES, { digits: '16', sure: 0.97 })).line).toEqual(['Số:', '16 by hand', '/KH-SYT'])
})

it('asks where OCR believes a number less, and is told when both see the same', async () => {
  const printed = [LABEL, word('16', 285, 0.85, 70), SYMBOL]
  expect(await read(printed, TWO_STROKES, { digits: '16', sure: 0.97 })).toMatchObject({ line: ['Số:', '16', '/KH-SYT'], asked: [{}] })
  expect((await read(printed, TWO_STROKES, { digits: '76', sure: 0.97 })).line).toEqual(['Số:', '76 by hand', '/KH-SYT'])
})

it('does not read ink that runs into the words beside it, or through the page', async () => {
  const doubtful = [LABEL, word('{Z', 280, 0.4), SYMBOL]
  expect(await read(doubtful, [[290, 190, 150, 44]], { digits: '16', sure: 0.97 })).toEqual({ line: ['Số:', '{Z?', '/KH-SYT'], asked: [] })
  expect((await read(doubtful, [[290, 0, 10, 399]], { digits: '1', sure: 0.97 })).asked).toEqual([])
})

it('takes the dots of a form for no ink', async () => {
  expect(await read([LABEL, word('......', 280, 0.4), SYMBOL], Array.from({ length: 10 }, (_, i): Box => [280 + 12 * i, 226, 4, 4]))).toEqual({ line: ['Số:', '......', '/KH-SYT'], asked: [] })
})

it('reads a day that there is', async () => {
  const dateline = [word('An,', 820), word('ngày', 900), word('tháng', 1090), word('10', 1200), word('năm', 1290), word('2024', 1380)]
  const ink: readonly Box[] = [[1000, 195, 20, 38], [1040, 195, 20, 38]]
  expect((await read(dateline, ink, { digits: '31', sure: 0.9 })).line).toEqual(['An,', 'ngày', '31 by hand', 'tháng', '10', 'năm', '2024'])
  expect((await read(dateline, ink, { digits: '37', sure: 0.9 })).line).toEqual(['An,', 'ngày', 'tháng', '10', 'năm', '2024'])
})
