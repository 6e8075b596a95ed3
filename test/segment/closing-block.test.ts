import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/model/folded.js'
import { type ClosingBlock, readClosingBlocks } from '../../src/segment/closing-block/index.js'
import { splitLines } from '../../src/segment/lines.js'

const read = (text: string): readonly ClosingBlock[] => {
  const folded = foldText(text)
  return readClosingBlocks(folded, splitLines(folded), 0)
}

describe('the closing block', () => {
  const text = '1. Việc một.\nNơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT, KT (15b).\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Tám\nPHỤ LỤC\nBảng 1'
  const [block] = read(text)

  it('reaches from the recipients to the last name', () => {
    expect(text.slice(block!.start, block!.end)).toMatch(/^Nơi nhận:[\s\S]*Lê Văn Tám$/)
  })

  it('gives the words that name a body apart from what it gets the document for', () => {
    const [first] = block!.recipients
    expect(first).toMatchObject({ text: 'UBND tỉnh (b/c)', purpose: 'b/c', copies: null, name: { text: 'UBND tỉnh' } })
    for (const { text: words, span, name } of block!.recipients) {
      expect(text.slice(span.start, span.end)).toBe(words)
      expect(text.slice(name.span.start, name.span.end)).toBe(name.text)
    }
  })

  it('counts copies', () => {
    expect(block!.recipients[1]!.copies).toBe(15)
  })

  it('is found before and after an attached plan', () => {
    const decision = 'Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn Tám\nKẾ HOẠCH\n1. Việc một.\nGIÁM ĐỐC\nHoàng Thị Chín'
    expect(read(decision).map(({ signatures }) => signatures[0]!.name)).toEqual(['Lê Văn Tám', 'Hoàng Thị Chín'])
  })

  it('shares out the lines above two names that stand side by side', () => {
    const [joint] = read('TM. SỞ Y TẾ TM. HỘI NÔNG DÂN\nGIÁM ĐỐC CHỦ TỊCH\nPhạm Thị Lan Anh Đỗ Văn Thành')
    expect(joint!.signatures).toMatchObject([
      { authority: 'TM. SỞ Y TẾ', position: 'GIÁM ĐỐC', name: 'Phạm Thị Lan Anh' },
      { authority: 'TM. HỘI NÔNG DÂN', position: 'CHỦ TỊCH', name: 'Đỗ Văn Thành' },
    ])
  })

  it('takes the name that stands on the line of the office', () => {
    expect(read('Nơi nhận:\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG (Đã ký) Nguyễn Thị Lan')[0]!.signatures).toMatchObject([{ authority: 'KT. BỘ TRƯỞNG', position: 'THỨ TRƯỞNG', name: 'Nguyễn Thị Lan' }])
  })

  it('reads a signature that a row set beside the recipients', () => {
    const [row] = read('Nơi nhận:\tKT. GIÁM ĐỐC\n- Như trên;\tPHÓ GIÁM ĐỐC\n- Lưu: VT.\tLê Văn Tám')
    expect(row!.recipients.map(({ text: words }) => words)).toEqual(['Như trên', 'Lưu: VT'])
    expect(row!.signatures).toMatchObject([{ authority: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', name: 'Lê Văn Tám' }])
  })

  it('is not opened by a heading in capitals', () => {
    expect(read('GIÁM ĐỐC SỞ Y TẾ\nChủ trì việc tiêm phòng trên địa bàn tỉnh.\nCHỦ TỊCH UBND HUYỆN\nTuyên truyền.')).toEqual([])
  })
})
