import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/node.js'
import { namedFont, type PdfPageFile, toPdfFile } from '../../support/pdf-file.js'
import { encodeLetters } from '../../support/old-encodings.js'

const LINES = [
  'Điều 1. Giao các phòng chuyên môn rà soát hồ sơ, lập danh mục công việc và', 'báo cáo kết quả thực hiện về Văn phòng trước ngày 15/6/2009 để tổng hợp.',
  'Điều 2. Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành, hướng dẫn', 'các hộ gia đình đăng ký, được hưởng hỗ trợ từ nguồn ngân sách đã phân bổ.',
]

const MORE = ['Điều 3. Quyết định này có hiệu lực từ ngày ký; những quy định trước đây', 'trái với Quyết định này đều được bãi bỏ.']

const pageIn = (encoding: 'tcvn3' | 'vni', font: string, lines: readonly string[] = LINES): PdfPageFile => ({ lines: lines.map((line) => encodeLetters(line, encoding)), font: namedFont(font) })
const words = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** TCVN3 has no capitals with a tone. */
const inTcvn3 = LINES.join(' ').replace('Ủy', 'ủy')

describe('pages typed in fonts of old encodings are decoded, not sent to OCR', () => {
  it.each([
    ['.VnTime', 'tcvn3', inTcvn3], ['AAAAAA+.VnArial', 'tcvn3', inTcvn3], ['VNI-Times', 'vni', LINES.join(' ')], ['BCDEFG+VNI-Helve', 'vni', LINES.join(' ')],
  ] as const)('%s', async (font, encoding, text) => {
    const source = await readDocument(toPdfFile([pageIn(encoding, font)]))
    expect(words(source.text)).toBe(text)
    expect(source.encoding).toBe(encoding)
    expect(source.findings).toEqual([])
    expect(source.ocr).toBeNull()
  })

  it('.VnTimeH in capitals', async () => {
    const source = await readDocument(toPdfFile([{ lines: [encodeLetters('kế hoạch', 'tcvn3'), encodeLetters('phòng, chống thiên tai', 'tcvn3')], font: namedFont('.VnTimeH') }]))
    expect(words(source.text)).toBe('KẾ HOẠCH PHÒNG, CHỐNG THIÊN TAI')
    expect(source.encoding).toBe('tcvn3')
  })

  it('two encodings in one file', async () => {
    const source = await readDocument(toPdfFile([pageIn('tcvn3', '.VnTime'), pageIn('vni', 'VNI-Times', MORE)]))
    expect(words(source.text)).toBe(`${inTcvn3} ${MORE.join(' ')}`)
    expect(source.encoding).toBe('tcvn3+vni')
  })
})

describe('pages in an old encoding whose fonts have another name', () => {
  it.each([['tcvn3', inTcvn3], ['vni', LINES.join(' ')]] as const)('%s', async (encoding, text) => {
    const source = await readDocument(toPdfFile([pageIn(encoding, 'TimesNewRoman')]))
    expect(words(source.text)).toBe(text)
    expect(source.encoding).toBe(encoding)
  })
})

describe('a dash with the code of the soft hyphen', () => {
  it('stays a dash in a font of Unicode letters', async () => {
    const { text, encoding } = await readDocument(toPdfFile([{ lines: ['Can cu', 'So: 17/KH\u00adUBND'], font: namedFont('Arial') }]))
    expect(words(text)).toBe('Can cu So: 17/KH-UBND')
    expect(encoding).toBe('unicode')
  })
})
