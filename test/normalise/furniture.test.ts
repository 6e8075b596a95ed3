import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { readText } from '../../src/read/text.js'

const linesOf = (text: string): string[] => normalise(readText(text)).text.split('\n')

describe('furniture of the paper', () => {
  it.each(['4', '- 4 -', 'Trang 2/10', 'trang 3', '-------', '* * *', '***', '____  ____', '.....', '|'])('%j is taken out', (line) => {
    expect(linesOf(`Mở đầu.\n\n${line}\n\nKết thúc.`)).toEqual(['Mở đầu.', 'Kết thúc.'])
  })

  it.each(['2023', '- 30%', '|---|---|', '12.', 'Trang bị đủ'])('%j is kept', (line) => {
    expect(normalise(readText(`Mở đầu.\n\n${line}\n\nKết thúc.`)).text).toContain(line)
  })

  it('a stamp of a digital signature is set apart, line by line', () => {
    const text = 'Người ký: UBND TỈNH HÀ TĨNH\nEmail: ubnd@example.vn\nCơ quan: TỈNH HÀ TĨNH\nNgày ký: 21.03.2018 16:41:00 +07:00\nKẾ HOẠCH\nEmail: hộp thư nhận báo cáo'
    const { text: normalised, setApart } = normalise(readText(text))
    expect(normalised.split('\n')).toEqual(['KẾ HOẠCH', 'Email: hộp thư nhận báo cáo'])
    expect(setApart).toHaveLength(4)
  })

  it('a running head beside page numbers is taken out, and only there', () => {
    const page = (number: number): string => `CÔNG BÁO TỈNH HÀ NAM\n\n${number}\n\n- Nội dung trang ${number}: ${'rà soát, thống kê, báo cáo; '.repeat(30)}\n`
    expect(linesOf([1, 2, 3].map(page).join('\n')).some((line) => line.startsWith('CÔNG BÁO'))).toBe(false)
  })

  it('numbers of table rows that were printed one a line are kept', () => {
    expect(linesOf('TT\nViệc\n1\nTập huấn\n2\nKiểm tra\n3\nBáo cáo\n4\nTổng kết')).toEqual(['TT', 'Việc', '1', 'Tập huấn', '2', 'Kiểm tra', '3', 'Báo cáo', '4', 'Tổng kết'])
  })
})
