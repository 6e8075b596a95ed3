import { describe, expect, it } from 'vitest'
import { TARGET_COLUMNS } from '../../../src/grammar/generated/target-columns.js'
import { targetColumns } from '../../../src/grammar/targets.js'
import { foldText } from '../../../src/model/folded.js'
import type { Cell, Table, Target } from '../../../src/model/plan.js'
import { recogniseDates } from '../../../src/recognise/dates/index.js'
import { recogniseTableTargets } from '../../../src/recognise/targets/index.js'

/** A table written as lines with bars, the first its head. */
function read(lines: readonly string[], merged: Readonly<Record<string, Partial<Pick<Cell, 'rowSpan' | 'colSpan'>>>> = {}): Target[] {
  const words = lines.join('\n')
  let at = 0
  const rows = lines.map((line) => {
    let from = at
    at += line.length + 1
    return line.split('|').map((raw): Cell => {
      const start = from + raw.length - raw.trimStart().length
      from += raw.length + 1
      return { text: raw.trim(), span: { start, end: start + raw.trim().length }, rowSpan: 1, colSpan: 1, ...merged[raw.trim()] }
    })
  })
  const [header, ...body] = rows
  const table: Table = { span: { start: 0, end: words.length }, caption: null, section: 'III', header: header!, head: [header!], rows: body }
  const text = foldText(words)
  const found = recogniseTableTargets(text, [table], recogniseDates(text, { issued: null, planYear: null }))
  for (const target of found) expect(words.slice(target.span.start, target.span.end)).toBe(target.text)
  return found
}

const brief = (targets: readonly Target[]): unknown[] => targets.map(({ text, comparator, value, valueTo, unit, by }) => [text, comparator, value, valueTo, unit, by])

describe('a table of aims', () => {
  it('has the name, the unit and the value of each in columns; a row that names a time holds for those below', () => {
    const found = read(['TT | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan theo dõi', 'I | Đến năm 2030', '1 | Độ che phủ rừng | % | ≥ 52 | Sở A', '2 | Xếp hạng | Thứ bậc | ≤ 3 vùng; ≤ 20 cả nước | Sở B', '3 | Năng suất | %/năm | 6 - 8 | Sở C', '4 | Nhận thức | | Chuyển biến rõ | Sở D'])
    expect(brief(found)).toEqual([
      ['Độ che phủ rừng', '>=', 52, null, '%', '2030'],
      ['Xếp hạng', '<=', 3, null, 'Thứ bậc', '2030'],
      ['Xếp hạng', '<=', 20, null, 'Thứ bậc', '2030'],
      ['Năng suất', '>=', 6, 8, '%/năm', '2030'],
    ])
    expect(found[0]!.section).toBe('III')
  })

  it('may have a column for each year, and one of what was, which is no aim', () => {
    expect(brief(read(['STT | Nội dung | ĐVT | Thực hiện năm 2023 | Kế hoạch năm 2024 | Năm 2025', '1 | Xã đạt chuẩn | xã | 10 | 12 | 15']))).toEqual([
      ['Xã đạt chuẩn', '=', 12, null, 'xã', '2024'],
      ['Xã đạt chuẩn', '=', 15, null, 'xã', '2025'],
    ])
  })

  it('may have merged cells and a second head of years', () => {
    const merged = { TT: { rowSpan: 2 }, 'Chỉ tiêu': { rowSpan: 2 }, ĐVT: { rowSpan: 2 }, 'Mục tiêu': { colSpan: 2 }, 'Kinh tế': { colSpan: 5 }, 'Doanh nghiệp': { rowSpan: 2 } }
    const found = read(['TT | Chỉ tiêu | ĐVT | Mục tiêu', '2025 | 2030', 'Kinh tế', '1 | Doanh nghiệp | doanh nghiệp | 120 | 200', '2 | lao động | 900 | 1.500'], merged)
    expect(brief(found)).toEqual([
      ['Doanh nghiệp', '=', 120, null, 'doanh nghiệp', '2025'],
      ['Doanh nghiệp', '=', 200, null, 'doanh nghiệp', '2030'],
      ['Doanh nghiệp', '=', 900, null, 'lao động', '2025'],
      ['Doanh nghiệp', '=', 1500, null, 'lao động', '2030'],
    ])
  })

  it('may have the unit in the value’s cell', () => {
    expect(brief(read(['TT | Tên chỉ tiêu | Mục tiêu năm 2026', '1 | Hồ sơ đúng hạn | trên 98%']))).toEqual([['Hồ sơ đúng hạn', '>', 98, null, '%', '2026']])
  })

  it('is not one of tasks, of units that do something, or of money', () => {
    expect(read(['TT | Nội dung công việc | Đơn vị chủ trì | Thời gian', '1 | Trồng 50 ha rừng | Hạt Kiểm lâm | Tháng 6'])).toEqual([])
    expect(read(['TT | Đơn vị | Số lượng', '1 | Xã A | 12'])).toEqual([])
    expect(read(['TT | Nội dung | Kinh phí', '1 | In tài liệu | 12.000.000'])).toEqual([])
  })
})

it('knows every head of a column', () => {
  expect(TARGET_COLUMNS.filter(({ phrase, column }) => targetColumns.longestAt(phrase, 0, phrase.length)?.value !== column)).toEqual([])
})
