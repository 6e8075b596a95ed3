import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src/model/folded.js'
import type { Target } from '../../../src/model/plan.js'
import { recogniseDates } from '../../../src/recognise/dates/index.js'
import { recogniseTargets, type TargetRange } from '../../../src/recognise/targets/index.js'
import { readNumber } from '../../../src/recognise/targets/read-number.js'

function read(words: string, { anywhere = true, by = null }: Partial<TargetRange> = {}): Target[] {
  const text = foldText(words)
  const dates = recogniseDates(text, { issued: null, planYear: null })
  return recogniseTargets(text, [{ span: { start: 0, end: words.length }, section: 'II', by, anywhere }], dates)
}

describe('numbers', () => {
  it.each([
    ['2.989,5', 2989.5], ['33,59', 33.59], ['05', 5], ['1.250.000.000', 1_250_000_000], ['0.7', 0.7], ['12.5', 12.5], ['1,250.5', 1250.5], ['5,000,000', 5_000_000], ['0,125', 0.125],
  ])('%s is %d', (printed, value) => expect(readNumber(printed, 0, printed.length)).toEqual(expect.objectContaining({ value, end: printed.length })))

  it('reads a single comma before three digits as thousands where things are counted', () => {
    expect(read('Phục vụ 1,200 lượt khách')[0]).toMatchObject({ value: 1200, unit: 'lượt khách' })
    expect(read('Tăng trưởng đạt 1,235%')[0]).toMatchObject({ value: 1.235, unit: '%' })
  })

  it('declines what is no number of ours', () => {
    for (const printed of ['1.2.3', '1..2', '0209.3870.168']) expect(readNumber(printed, 0, printed.length)?.end === printed.length).toBe(false)
    expect(readNumber('1'.repeat(30), 0, 30)).toBeUndefined()
  })
})

describe('an aim', () => {
  it('has its words cut from the text, without marker and closing marks', () => {
    const words = 'Chỉ tiêu\n  2.1) Có 40 hợp tác xã (trừ quỹ tín dụng);\n+ “100% hộ” ký cam kết./.'
    const found = read(words)
    expect(found.map(({ text }) => text)).toEqual(['Có 40 hợp tác xã', '“100% hộ” ký cam kết'])
    for (const { text, span } of found) expect(words.slice(span.start, span.end)).toBe(text)
  })

  it('carries the path of its section', () => expect(read('Có 40 hợp tác xã')[0]!.section).toBe('II'))

  it('is read once where ranges overlap, in whatever order they come', () => {
    const text = foldText('Có 40 hợp tác xã. Có 50 tổ hợp tác.')
    const range = (start: number, end: number): TargetRange => ({ span: { start, end }, section: null, by: null, anywhere: true })
    const values = recogniseTargets(text, [range(17, 36), range(0, 36), range(0, 16)], []).map(({ value }) => value)
    expect(values).toEqual([40, 50])
  })

  it('is not looked for outside the ranges', () => {
    expect(recogniseTargets(foldText('Có 40 hợp tác xã'), [], [])).toEqual([])
  })
})

describe('the time by which', () => {
  it('is the nearest in the clause, else the one at the head of the line, else the heading’s', () => {
    expect(read('Đến năm 2025: có 40 hợp tác xã; 100% thôn có nhà văn hóa; đến năm 2030 có 60 hợp tác xã', { by: '2028' }).map(({ by }) => by)).toEqual(['2025', '2025', '2030'])
    expect(read('Có 40 hợp tác xã', { by: '../2028' })[0]!.by).toBe('2028')
  })

  it('is not that of an earlier clause, of a comparison or of a bracket’s remark', () => {
    expect(read('Rà soát xong trước ngày 20/01/2027; tổ chức cho 100% hộ ký cam kết', { anywhere: false })[0]!.by).toBeNull()
    expect(read('Giảm 10% số vụ so với cùng kỳ năm 2023')[0]!.by).toBeNull()
    expect(read('Tốc độ tăng (giá so sánh năm 2010) đạt 9%')[0]!.by).toBeNull()
    expect(read('Có 12 xã (đến năm 2027)')[0]!.by).toBe('2027')
  })

  it('holds for the lines below a line that only names it, until the next of them', () => {
    expect(read('a) Đến năm 2025\n- Có 40 tổ.\n- Có 50 tổ.\nb) Đến năm 2030:\n- Có 60 tổ.').map(({ by }) => by)).toEqual(['2025', '2025', '2030'])
  })

  it('is none for recurring times', () => expect(read('Hằng năm có 40 tổ')[0]!.by).toBeNull())
})

describe('elsewhere than among the targets', () => {
  it('what follows an aim in the same paragraph is aimed at too', () => {
    const words = 'Năm 2027 toàn tỉnh phấn đấu trồng 9.000 ha rừng; khoán bảo vệ 95.000 ha. Độ che phủ duy trì ở mức 49,9%.\nToàn tỉnh có 12 xã.'
    expect(read(words, { anywhere: false }).map(({ value }) => value)).toEqual([9000, 95_000, 49.9])
  })
})

describe('hostile input', () => {
  it.each(['100% ', '5 xã, ', 'từ ', '(', '1.1.1.', 'trên 5% và ', '5', '5-5 - ', 'từ 5 trở ', 'a5', '5/', ' ', '- ', 'phấn đấu ', '(5%;'])('of %j repeated is read to its end', (unit) => {
    const words = unit.repeat(Math.ceil(60_000 / unit.length))
    for (const { text, span } of read(words)) expect(words.slice(span.start, span.end)).toBe(text)
  })
})
