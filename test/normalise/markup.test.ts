import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { readText } from '../../src/read/text.js'

const clean = (text: string): string => normalise(readText(text)).text

describe('markup left in a text', () => {
  it.each([
    ['a break', 'KẾ HOẠCH <br> Tổ chức Tết. <br/>Trung thu', 'KẾ HOẠCH\nTổ chức Tết.\nTrung thu'],
    ['entities', 'Sở GD&amp;ĐT&nbsp;tỉnh', 'Sở GD&ĐT tỉnh'],
    ['headings and escapes of Markdown', '## I. MỤC TIÊU\n1\\. Mục tiêu chung\n\\- Trồng cây', 'I. MỤC TIÊU\n1. Mục tiêu chung\n- Trồng cây'],
    ['emphasis', '**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**\n*Nơi nhận:*\n__Lê A__', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNơi nhận:\nLê A'],
    ['links of Markdown', 'Thực hiện [Kế hoạch số 12/KH-UBND](https://vi.du/12) của tỉnh', 'Thực hiện Kế hoạch số 12/KH-UBND của tỉnh'],
  ])('%s becomes what it shows', (_, given, wanted) => {
    expect(clean(given)).toBe(wanted)
  })

  it.each(['Bộ NN&PTNT', 'tỷ lệ < 5%', 'Luật[1], Nghị định [2](sửa đổi)', 'C:\\Kế hoạch', 'lớp 5#1', 'phụ biểu (*) và (*)', '* Ghi chú: số liệu *'])('%s is none', (text) => {
    expect(clean(text)).toBe(text)
  })
})
