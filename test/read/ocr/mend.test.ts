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

it('makes no word of another, nor a word of what is as near to two', () => {
  for (const text of ['chi tiêu hàng tháng', 'bắt đầu từ ngày 01', 'cơ quan cùng cấp', 'diễn biến dịch', 'đi đôi với', 'phường An Hòa', 'cơ sỏ']) expect(seen(text, 0.6).text).toBe(text)
  expect(seen('đầu tử, công tac, chi tiệu', 0.8).text).toBe('đầu tử, công tác, chi tiêu')
})

it('mends digits and the Đ of notations', () => {
  expect(seen('Nghị định số 1O/2020/N§-CP ngày 2l tháng 3', 0.8).text).toBe('Nghị định số 10/2020/NĐ-CP ngày 21 tháng 3')
})

it('reads the strokes of a quarter as Roman where they can be no other number', () => {
  expect(seen('xong quý 11/2024, Quý 1V; quý l11', 0.8).text).toBe('xong quý II/2024, Quý IV; quý III')
  for (const text of ['quý 1/2024', 'quý 4', 'quý 112']) expect(seen(text, 0.8).text).toBe(text)
  expect(seen('xong quý 11/2024', null)).toMatchObject({ text: 'xong quý 11/2024', findings: [] })
})

it('touches nothing that OCR is sure of, and nothing that it did not read', () => {
  expect(seen('sáng kiên', 0.99).text).toBe('sáng kiên')
  expect(seen('sáng kiên', null).text).toBe('sáng kiên')
})

it('leaves number and day of the heading open where they were hardly seen or are no number', () => {
  const { text, findings } = seen('Số: 1{7 /KH-SYT\nKiên Giang, ngày 3% tháng 10 năm 2017', 0.9)
  expect(text).toBe('Số: …… /KH-SYT\nKiên Giang, ngày …… tháng 10 năm 2017')
  expect(findings.map(({ code, args }) => [code, args])).toEqual([['ocr/unsure', { found: '1{7' }], ['ocr/unsure', { found: '3%' }]])
  expect(seen('Số: 17/KH-SYT', 0.6).text).toBe('Số: ……/KH-SYT')
  expect(seen('Cà Mau, ngày 31 tháng 13 năm 2017', 0.95).text).toBe('Cà Mau, ngày 31 tháng …… năm 2017')
})

it('keeps printed numbers and days, and empty blanks', () => {
  for (const text of ['Số: 17/KH-UBND\nHuế, ngày 05 tháng 10 năm 2017', 'Số:      /KH-UBND', 'Số: …/KH-UBND\nHuế, ngày … tháng 3 năm 2020', 'Số 25a/2021/QĐ-UBND']) expect(seen(text, 0.93).text).toBe(text)
  expect(seen('Căn cứ Công văn số 13/SYT-NV ngày 2 tháng 3 năm 2021', 0.5).text).toBe('Căn cứ Công văn số 13/SYT-NV ngày 2 tháng 3 năm 2021')
})

it('writes small what stands among small letters', () => {
  expect(seen('- SỞ Thông tin làm theo TỜ trình, hay Ở cơ sỞ với mức đỘ cao', 0.9).text).toBe('- Sở Thông tin làm theo Tờ trình, hay ở cơ sở với mức độ cao')
  for (const text of ['UBND TỈNH', 'SỞ Y TẾ', 'TỔ CHỨC THỰC HIỆN', 'BQL dự án', 'Ở cấp xã', 'tại TT Y tế']) expect(seen(text, 0.9).text).toBe(text)
})

it('writes small the letters of one shape behind a small word', () => {
  expect(seen('sáng kiến cấp CƠ SỞ. Hội nghị SƠ kết ở UBND xã, BCĐ XV', 0.9).text).toBe('sáng kiến cấp cơ sở. Hội nghị sơ kết ở UBND xã, BCĐ XV')
})

it('counts the Roman numbers of headings where their neighbours leave no other', () => {
  const headings = (...signs: string[]): string => signs.map((sign, i) => `${sign} ${['MỤC ĐÍCH, YÊU CẦU', 'CHỈ TIÊU CHUNG', 'NHIỆM VỤ TRỌNG TÂM', 'TỔ CHỨC THỰC HIỆN'][i]}\nviệc`).join('\n')
  expect(seen(headings('I.', 'II.', 'II.', 'IV.'), 0.9).text).toBe(headings('I.', 'II.', 'III.', 'IV.'))
  expect(seen(headings('1/', 'II/', 'II/', 'TV/'), 0.9).text).toBe(headings('I/', 'II/', 'III/', 'IV/'))
  expect(seen(headings('U', '1', 'III/', 'IV/'), 0.9).text).toBe(headings('I/', 'II/', 'III/', 'IV/'))
  for (const signs of [['I.', 'II.', 'IV.'], ['1.', '2.', '3.'], ['II.', 'V.'], ['I.', 'II.', 'I.', 'II.']]) expect(seen(headings(...signs), 0.9).text).toBe(headings(...signs))
})

it('puts the stroke of a notation back, and one dash for two', () => {
  expect(seen('Kế hoạch 41KH-UBND và Quyết định số 919/QĐ--TTg', 0.9).text).toBe('Kế hoạch 41/KH-UBND và Quyết định số 919/QĐ-TTg')
})

it('reads one plus alone behind an item that has ended as its dash', () => {
  expect(seen('- Việc một.\n+ Việc hai.\n- Việc ba:\n+ Việc bốn;\n+ Việc năm.', 0.9).text).toBe('- Việc một.\n- Việc hai.\n- Việc ba:\n+ Việc bốn;\n+ Việc năm.')
  expect(seen('- Việc một.\n+ Việc hai;\n+ Việc ba.', 0.9).text).toBe('- Việc một.\n+ Việc hai;\n+ Việc ba.')
})

it('tells of notations and quarters that were hardly seen, and leaves them', () => {
  const { text, findings } = seen('Quyết định số 313/QĐ-TTg, xong trong quý II/2024', 0.5)
  expect(text).toBe('Quyết định số 313/QĐ-TTg, xong trong quý II/2024')
  expect(findings.map(({ code, args }) => [code, args])).toEqual([['ocr/unsure', { found: '313/QĐ-TTg' }], ['ocr/unsure', { found: 'II' }]])
  expect(seen('Quyết định số 313/QĐ-TTg, xong trong quý II/2024', 0.95).findings).toEqual([])
})

it('takes letters back that a symbol has twice, where it is known what it must be', () => {
  expect(seen('Quyết định số 148/QĐĐ-TTg; Công văn số 1535/BYTT-DP ngày 30/3/2022 của Bộ Y tế; Quyết định số 9/QĐÐ-UBND; số 3/QĐ-TIg của Thủ tướng Chính phủ', 0.9).text)
    .toBe('Quyết định số 148/QĐ-TTg; Công văn số 1535/BYT-DP ngày 30/3/2022 của Bộ Y tế; Quyết định số 9/QĐ-UBND; số 3/QĐ-TTg của Thủ tướng Chính phủ')
  for (const text of ['Kế hoạch số 412/KH-TTYT', 'Công văn số 5/BYTT-DP của Sở Y tế', 'Thông tư số 7/2020/TT-BTTTT', 'số 3/CTrPH-CĐGD', 'số 8/QĐ-BIC']) expect(seen(text, 0.9).text).toBe(text)
})

it('puts a blank between two syllables that have none', () => {
  expect(seen('Phòng Nộivụ và các chủthể', 0.9).text).toBe('Phòng Nội vụ và các chủ thể')
  for (const text of ['Krông Năng', 'Đắklắk', 'internet', 'khuỷu tay', 'ngoằn ngoèo', 'UBND', 'Pleiku']) expect(seen(text, 0.9).text).toBe(text)
  expect(seen('chủthể', null).text).toBe('chủthể')
})

it('tells a page that was hardly read as a whole', () => {
  const text = 'Thực hiện kế hoạch của tỉnh. '.repeat(20)
  const read = (confidence: number) => mendText({ text, reader: 'ocr', mediaType: 'image/png', paragraphsAreLines: true, ...WITHOUT_LAYOUT, pages: [{ number: 1, span: { start: 0, end: text.length } }], runs: [{ span: { start: 0, end: text.length }, page: 1, box: [0, 0, 1, 1], fontSize: 13, confidence }] })
  expect(read(0.85).findings).toEqual([{ code: 'page/hardly-read', severity: 'warning', span: { start: 0, end: text.length }, args: { page: 1, confidence: 0.85 } }])
  expect(read(0.95).findings).toEqual([])
})

it('puts the stroke back that was taken for a letter, and leaves a number open that was hardly seen', () => {
  expect(seen('Số: IKH-UBND', 0.9).text).toBe('Số: /KH-UBND')
  expect(seen('Kèm theo Kế hoạch số: !KH-UBND ngày I02I2024 của huyện', 0.9).text).toBe('Kèm theo Kế hoạch số: /KH-UBND ngày /02/2024 của huyện')
  expect(seen('Số: 45lQĐ-UBND', 0.9).text).toBe('Số: 45/QĐ-UBND')
  expect(seen('Số: 41KH-UBND', 0.6).text).toBe('Số: ……/KH-UBND')
  expect(seen('Số: 41KH-UBND', 0.9).text).toBe('Số: 41/KH-UBND')
  for (const text of ['Số: 12/KH-UBND', 'ngày 12/02/2024', 'VIKH-UBND']) expect(seen(text, 0.9).text).toBe(text)
})

it('puts the label of the recipients back that a seal made unreadable, and their "b/c"', () => {
  const list = '- Sở Nội vụ (để bíc);\n- Công an tỉnh (B/€);\nBáo Cà Mau;\n- Lưu: VT, TH.'
  const right = '- Sở Nội vụ (để b/c);\n- Công an tỉnh (B/c);\nBáo Cà Mau;\n- Lưu: VT, TH.'
  expect(seen(`thực hiện./.\nZ—“\n${list}`, 0.9).text).toBe(`thực hiện./.\nNơi nhận:\n${right}`)
  expect(seen(`Yêu cầu các đơn vị thực hiện./.\n${list}`, 0.9).text).toBe(`Yêu cầu các đơn vị thực hiện./.\nNơi nhận:\n${right}`)
  for (const label of ['Nơi nhận:', 'Nơi nhận\n:\n21', 'Nơi nhận :']) expect(seen(`xong./.\n${label}\n${right}`, 0.9).text).toBe(`xong./.\n${label}\n${right}`)
  for (const text of ['- Báo cáo;\n- Lưu trữ hồ sơ.', '- Lưu: VT.']) expect(seen(text, 0.9).text).toBe(text)
})

it('puts the point back between two digits of a number where the one before it leaves no other', () => {
  expect(seen('Phần\n2.4.1. Mua sắm\n- việc\n2.42. Sửa chữa', 0.9).text).toBe('Phần\n2.4.1. Mua sắm\n- việc\n2.4.2. Sửa chữa')
  for (const text of ['2.41. Mua sắm\n2.42. Sửa chữa', '2.4.1. Mua sắm\n2.45. Sửa chữa']) expect(seen(text, 0.9).text).toBe(text)
})
