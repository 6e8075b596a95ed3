import { readFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/node.js'
import { embeddedFont, type PdfPageFile, toPdfFile } from '../../support/pdf-file.js'

/** In the letters that the font has. */
const LINES = [
  'Trong quý II năm 2024, các thôn và xóm lên danh sách, ghi đúng thông tin,', 'báo cáo tình hình chi tiêu và thanh toán kinh phí cho xã hàng tháng.',
  'Công an xã, hai thôn bên sông và xóm trong núi đi xem, canh đê, phát', 'thông báo trên loa hàng tháng và ghi vào danh sách công khai.',
]
const BESIDE = ['Trang này có chính nó làm tin: không ai nhìn hình trang, vì các trang', 'bên trong có văn đúng. Hai thôn xa lo công tác báo cáo cho xã và ghi', 'danh sách các hàng thông tin, chi tiêu, thanh toán trong năm nay.']

const withoutMarks = (letter: string): string => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace('đ', 'd').replace('Đ', 'D')
/** The numbers of the glyphs taken for letters: "6Ӣ CÔNG 7+ѬѪ1*". */
const numbered = (letter: string): string => (/\p{L}/u.test(letter) ? String.fromCharCode(letter < '\u0080' ? letter.charCodeAt(0) - 29 : 0x480 + (letter.charCodeAt(0) % 120)) : letter)
/** Each letter taken for the next one. */
const shifted = (letter: string): string => letter.replace(/[a-y]/, (plain) => String.fromCharCode(plain.charCodeAt(0) + 1))

/** A printed page as a scanner sees it. */
async function scan(): Promise<NonNullable<PdfPageFile['picture']>> {
  const [width, height] = [1240, 1754]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(await loadImage(readFileSync(new URL('../ocr/printed-page.png', import.meta.url))), 0, 100)
  return { jpeg: canvas.toBuffer('image/jpeg', 85), width, height }
}

const good = embeddedFont()
const goodPage: PdfPageFile = { lines: BESIDE, font: good }

/** What is read of a page that lies and of a good one before it, and which pages were sent to OCR for what reason. */
async function readBeside(page: PdfPageFile) {
  const { text, findings, reader, pages } = await readDocument(toPdfFile([goodPage, page]))
  const [first, second] = pages!.map(({ span }) => text.slice(span.start, span.end))
  expect(first!.trim()).toBe(BESIDE.join(' '))
  return { text: second!.trim(), reader, findings: findings.filter(({ code }) => code.startsWith('page/')).map(({ code, args }) => ({ code, ...args })) }
}
const readByOcr = (because: string) => ({ reader: 'pdf', findings: [{ code: 'page/read-by-ocr', page: 2, because }] })

describe('a page whose text lies is read by OCR, the good page before it is not', () => {
  it.each([['numbers of glyphs', numbered], ['other letters', shifted]])('%s', async (_, says) => {
    const { text, ...told } = await readBeside({ lines: LINES, font: embeddedFont(says) })
    expect(told).toEqual(readByOcr('broken-letters'))
    expect(text).toContain('các thôn và xóm lên danh sách')
  })

  it('text without its marks', async () => {
    const { text, ...told } = await readBeside({ lines: LINES, font: embeddedFont(withoutMarks) })
    expect(told).toEqual(readByOcr('no-marks'))
    expect(text).toContain('các thôn và xóm lên danh sách')
  })

  it('text without its marks under a scan', async () => {
    const { text, ...told } = await readBeside({ lines: LINES.map((line) => [...line].map(withoutMarks).join('')), font: good, hidden: true, picture: await scan() })
    expect(told).toEqual(readByOcr('no-marks'))
    expect(text).toContain('Số: 17/KH-UBND')
  })

  it.each([
    ['one stamp', ['Ký thay: UBND xã Hoà An, ngày 05/3/2024 08:15']],
    ['the stamps of three', ['An Bình', 'Cao Sông', 'Lan Đình'].flatMap((name) => [`Kí bên: Ông ${name}, UBND xã Hoà An`, 'Email: vanthu@example.vn', 'Ngày 05/3/2024 08:15:27 +07:00'])],
  ])('%s over a scan', async (_, lines) => {
    const { text, ...told } = await readBeside({ lines, font: good, size: 8, at: [330, 190], picture: await scan() })
    expect(told).toEqual(readByOcr('stamps-only'))
    expect(text).toContain('Số: 17/KH-UBND')
    expect(text).toContain('trước ngày 30/6/2024')
  })
})

describe('a page is believed', () => {
  it.each([
    ['in English', ['The committee shall report on the progress of the work to the council', 'before the end of each quarter and publish the list of items on the', 'board of the office so that everyone in the village may read them.']],
    ['of figures and names', ['Sheet 1: ISO 9001, TCVN 5945, QCVN 14:2008/BTNMT, pH 6.5, BOD5 30 mg/l', 'COD 75 mg/l, TSS 50 mg/l, Coliform 3000 MPN/100 ml, N 20 mg/l, P 4 mg/l']],
  ])('%s', async (_, lines) => {
    const { text, findings } = await readDocument(toPdfFile([{ lines, font: good }]))
    expect(findings).toEqual([])
    expect(text.replace(/\s+/g, ' ').trim()).toBe(lines.join(' '))
  })
})
