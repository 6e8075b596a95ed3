import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { readText } from '../../src/read/text.js'

const linesOf = (text: string): string[] => normalise(readText(text)).text.split('\n')

const HEAD = ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']

describe('a table whose cells were printed one a line', () => {
  it('has its rows again', () => {
    const text = [...HEAD, 'I', 'Trồng cây', '1', 'Ươm cây giống', 'Sở Nông nghiệp', 'Các huyện', 'Quý I', '2', 'Phát động Tết trồng cây', 'Tỉnh đoàn', 'Các xã', 'Tháng 2'].join('\n')
    expect(linesOf(text)).toEqual([HEAD.join('\t'), 'I\tTrồng cây\t\t\t', '1\tƯơm cây giống\tSở Nông nghiệp\tCác huyện\tQuý I', '2\tPhát động Tết trồng cây\tTỉnh đoàn\tCác xã\tTháng 2'])
  })

  it('keeps empty cells where blank lines stand for them', () => {
    const text = [...HEAD, '1', 'Ươm cây giống', 'Sở Nông nghiệp', '', 'Quý I', '2', 'Báo cáo', 'Văn phòng', '', 'Tháng 12'].join('\n')
    expect(linesOf(text).slice(1)).toEqual(['1\tƯơm cây giống\tSở Nông nghiệp\t\tQuý I', '2\tBáo cáo\tVăn phòng\t\tTháng 12'])
  })

  it('puts a time into its column and surplus lines into the cell they belong to', () => {
    const text = [...HEAD, '1', 'Tổ chức các lớp:', '- Lớp kỹ thuật;', '- Lớp quản lý', 'Sở Nông nghiệp', 'Sở Tài chính', 'Sở Nội vụ', 'Quý I', '2', 'Báo cáo', 'Văn phòng', 'Hằng năm'].join('\n')
    expect(linesOf(text).slice(1)).toEqual(['1\tTổ chức các lớp: - Lớp kỹ thuật; - Lớp quản lý\tSở Nông nghiệp; Sở Tài chính\tSở Nội vụ\tQuý I', '2\tBáo cáo\tVăn phòng\t\tHằng năm'])
  })

  it('may have bars between them', () => {
    const cells = ['TT', 'Nội dung\ncông việc', 'Chủ trì', 'Thời gian', '1', 'Ươm cây\ngiống', 'Sở Nông nghiệp', 'Quý I', '2', 'Báo cáo', '', 'Quý II']
    expect(linesOf(`Bảng việc:\n${cells.join('\n|\n')}\n|\nHết.`)).toEqual(['Bảng việc:', 'TT\tNội dung công việc\tChủ trì\tThời gian', '1\tƯơm cây giống\tSở Nông nghiệp\tQuý I', '2\tBáo cáo\t\tQuý II', 'Hết.'])
  })

  it('is none without a head and rows', () => {
    const text = 'TT\nHuyện ủy\n1\nHĐND huyện\n2\nUBND huyện\n3\nMTTQ huyện'
    expect(linesOf(text)).toEqual(text.split('\n'))
  })

  it('leads each cell back to where it stood', () => {
    const text = [...HEAD, '1', 'Ươm cây giống', 'Sở Nông nghiệp', 'Các huyện', 'Quý I', '2', 'Báo cáo', 'Văn phòng', 'Các sở', 'Quý II'].join('\n')
    const { text: rows, toSource } = normalise(readText(text))
    for (const cell of ['Ươm cây giống', 'Văn phòng', 'Quý II']) {
      const at = rows.indexOf(cell)
      const { start, end } = toSource({ start: at, end: at + cell.length })
      expect(text.slice(start, end)).toBe(cell)
    }
  })
})

describe('rows with bars between their cells', () => {
  it('get tabs', () => {
    expect(linesOf('TT | Việc | Chủ trì | Hạn |\n1 | Trồng cây | Sở Nông nghiệp | Quý I |\n2 | Báo cáo |  | Quý II |')).toEqual(['TT\tViệc\tChủ trì\tHạn', '1\tTrồng cây\tSở Nông nghiệp\tQuý I', '2\tBáo cáo\t\tQuý II'])
  })

  it('stay where a bar opens them, and a line alone stays', () => {
    const text = '| TT | Việc |\n| 1 | Trồng cây |\nThể thao | Văn hóa | Du lịch'
    expect(linesOf(text)).toEqual(text.split('\n'))
  })
})
