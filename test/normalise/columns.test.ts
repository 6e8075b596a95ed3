import { describe, expect, it } from 'vitest'
import { columns } from '../../src/normalise/columns.js'
import { lineUp } from '../../src/normalise/lined-text.js'
import { normalise } from '../../src/normalise/index.js'
import type { SourceText } from '../../src/model/source-text.js'
import { readText } from '../../src/read/text.js'

const linesOf = (text: string): string[] => normalise(readText(text)).text.split('\n')

const WIDE = `   UBND HUYỆN ĐÔNG HƯNG                 CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
 PHÒNG GIÁO DỤC VÀ ĐÀO TẠO                   Độc lập - Tự do - Hạnh phúc
     Số: 12/KH-PGDĐT                  Đông Hưng, ngày 05 tháng 9 năm 2020
  V/v tập huấn giáo viên

KẾ HOẠCH
Tập huấn giáo viên`

describe('the heading block set in two columns', () => {
  const wanted = ['UBND HUYỆN ĐÔNG HƯNG', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'Số: 12/KH-PGDĐT', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Đông Hưng, ngày 05 tháng 9 năm 2020']

  it('gives the left column first, then the right one', () => {
    expect(linesOf(WIDE)).toEqual([...wanted, 'V/v tập huấn giáo viên', 'KẾ HOẠCH', 'Tập huấn giáo viên'])
  })

  it('is told by its words where one blank parts the columns', () => {
    expect(linesOf(WIDE.replace(/ {2,}/g, ' ')).slice(0, 6)).toEqual(wanted)
  })

  it.each(['|', '\t'])('may be parted by %j', (bar) => {
    expect(linesOf(WIDE.replace(/(?<=\S) {3,}/g, ` ${bar} `)).slice(0, 6)).toEqual(wanted)
  })

  it('gives number and dateline a line each', () => {
    expect(linesOf('Số:        /KH-UBND Tứ Kỳ, ngày        tháng 3 năm 2023\nKẾ HOẠCH')).toEqual(['Số: /KH-UBND', 'Tứ Kỳ, ngày tháng 3 năm 2023', 'KẾ HOẠCH'])
    expect(linesOf('Số: 9/KH-SYT TP. Cần Thơ, ngày 7 tháng 3 năm 2023\nKẾ HOẠCH').slice(0, 2)).toEqual(['Số: 9/KH-SYT', 'TP. Cần Thơ, ngày 7 tháng 3 năm 2023'])
  })

  it('is not seen in a sentence that names the Republic or the Party', () => {
    const text = 'KẾ HOẠCH\nCăn cứ Điều lệ Đảng Cộng sản Việt Nam và Luật Biên giới nước Cộng hòa xã hội chủ nghĩa Việt Nam;'
    expect(linesOf(text)).toEqual(text.split('\n'))
  })
})

describe('the closing block set in two columns', () => {
  it('gives the recipients first, then the signature', () => {
    const text = `Yêu cầu các trường thực hiện./.
Nơi nhận:                                  KT. TRƯỞNG PHÒNG
- UBND huyện (b/c);                       PHÓ TRƯỞNG PHÒNG
- Các trường;
- Lưu: VT.

                                            Bùi Thị Hoa`
    expect(linesOf(text)).toEqual(['Yêu cầu các trường thực hiện./.', 'Nơi nhận:', '- UBND huyện (b/c);', '- Các trường;', '- Lưu: VT.', 'KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG', 'Bùi Thị Hoa'])
  })

  it('is told by the office where one blank or dots part the columns', () => {
    expect(linesOf('Nơi nhận: ......... TM. ỦY BAN NHÂN DÂN\n- Như trên; KT. CHỦ TỊCH\n- Lưu: VT. PHÓ CHỦ TỊCH')).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
  })

  it('leaves recipients with capitals in one piece', () => {
    const text = 'Nơi nhận:\n- CVP, PVP KT;\n- TT. HĐND, Chủ tịch UBND;\n- Lưu: VT, TH.\nCHỦ TỊCH'
    expect(linesOf(text)).toEqual(text.split('\n'))
  })
})

describe('moved lines', () => {
  it('lead back to where they stood', () => {
    const { rearranged } = columns.clean(lineUp(WIDE), { paragraphsAreLines: false, rows: [] })
    const { text, toSource, fromSource } = rearranged!
    for (const words of ['PHÒNG GIÁO DỤC', 'CỘNG HOÀ', 'Độc lập', 'Số: 12', 'ngày 05', 'V/v', 'Tập huấn giáo viên']) {
      const start = text.indexOf(words)
      const span = toSource({ start, end: start + words.length })
      expect(WIDE.slice(span.start, span.end)).toBe(words)
      expect(fromSource(span)).toEqual({ start, end: start + words.length })
    }
  })
})

describe('columns that an office drew with blanks in a word processor', () => {
  const structured = (text: string, tables: SourceText['tables'] = []): string =>
    normalise({ ...readText(text), paragraphsAreLines: true, tables }).text

  it('of the heading are parted, the number and the dateline below the two names', () => {
    const heading = 'ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HẬU GIANG          Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND\t\tVị Thanh, ngày 14 tháng 5 năm 2008\nKẾ HOẠCH\n'
    expect(structured(heading).split('\n')).toEqual([
      'ỦY BAN NHÂN DÂN', 'TỈNH HẬU GIANG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 12/KH-UBND', 'Vị Thanh, ngày 14 tháng 5 năm 2008', 'KẾ HOẠCH',
    ])
  })

  it('of the closing block stay line by line, a tab between the sides', () => {
    const closing = 'Nơi nhận:                    KT. CHỦ TỊCH\n- Như trên;                  PHÓ CHỦ TỊCH\n- Các huyện, thị xã\nvà thành phố;\n- Lưu: VT.                   Lê Thị Mai Hoa\n'
    expect(structured(closing).split('\n')).toEqual(['Nơi nhận:\tKT. CHỦ TỊCH', '- Như trên;\tPHÓ CHỦ TỊCH', '- Các huyện, thị xã', 'và thành phố;', '- Lưu: VT.\tLê Thị Mai Hoa'])
  })

  it('do not run through a table', () => {
    const text = 'Nơi nhận:    Ghi chú\tSở Nội vụ\nviệc\tHạn\n'
    const row = (start: number, end: number): SourceText['tables'][number]['rows'][number] => [{ span: { start, end }, rowSpan: 1, colSpan: 1, header: false }]
    expect(structured(text, [{ span: { start: 0, end: text.length - 1 }, rows: [row(0, 31), row(32, 40)] }])).toBe('Nơi nhận: Ghi chú\tSở Nội vụ\nviệc\tHạn')
  })
})
