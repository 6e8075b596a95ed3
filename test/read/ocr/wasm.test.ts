import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDocument } from '../../../src/node.js'

const page = readFileSync(new URL('printed-page.png', import.meta.url))
const path = process.env['PATH']

beforeAll(() => {
  process.env['PATH'] = ''
})
afterAll(() => {
  process.env['PATH'] = path
})

it('reads a picture by tesseract.js where no tesseract is on the path', async () => {
  const source = await readDocument(page, { name: 'trang.png' })
  expect(source.ocr?.engine).toMatch(/^tesseract\.js /)
  expect(source.text).toContain('Số: 17/KH-UBND')
  expect(source.text).toContain('ngày 05 tháng 3 năm 2024')
  expect(source.text).toContain('trước ngày 30/6/2024')
}, 60_000)

it.each([20, 60, 2000, 8000])('a picture cut off after %i bytes is corrupt', async (length) => {
  await expect(readDocument(page.subarray(0, length), { name: 'trang.png' })).rejects.toMatchObject({ code: 'corrupt' })
})
