import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/model/folded.js'
import { readFootnotes } from '../../src/segment/footnotes.js'
import { splitLines } from '../../src/segment/lines.js'

const read = (text: string) => {
  const folded = foldText(text)
  return readFootnotes(folded, splitLines(folded))
}

describe('footnotes', () => {
  it('know where their mark stands', () => {
    const text = 'Củng cố các tổ công nghệ số[1] ở thôn.\n[1] Lập theo Quyết định số 9/QĐ-UBND.'
    const { footnotes, lines } = read(text)
    expect(footnotes).toMatchObject([{ marker: '1', text: 'Lập theo Quyết định số 9/QĐ-UBND.' }])
    expect(text.slice(footnotes[0]!.referredAt!.start, footnotes[0]!.referredAt!.end)).toBe('[1]')
    expect([...lines]).toEqual([1])
  })

  it('begin anew on each page where a raised digit marks them', () => {
    const { footnotes } = read('Đề án thứ nhất1 và việc khác.\n1 Kế hoạch số 5/KH-UBND.\nĐề án thứ hai1 và việc khác.\n1 Kế hoạch số 6/KH-UBND.')
    expect(footnotes.map(({ referredAt }) => referredAt!.start)).toEqual([14, 68])
  })

  it('are no items of a list, no rows of a table, no virus', () => {
    expect(read('Dịch cúm H5N1 và A5 tại tổ 1.\n1 Kế hoạch tiêm phòng\n2\tKế hoạch phun thuốc\n(1) Phun thuốc toàn thôn').footnotes).toEqual([])
  })
})
