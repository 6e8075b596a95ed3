import { describe, expect, it } from 'vitest'
import { rewrite } from '../../src/model/edits.js'
import { words } from '../../src/normalise/words.js'
import { lineUp } from '../../src/normalise/lined-text.js'

const clean = (text: string): string => rewrite(text, words.clean(lineUp(text), { paragraphsAreLines: false, rows: [] }).edits).text

describe('words that stick together', () => {
  it.each([
    ['Ban hành kèm theoQuyết định', 'Ban hành kèm theo Quyết định'],
    ['giaiđoạn 2021-2025', 'giai đoạn 2021-2025'],
    ['BANHÀNH KẾHOẠCH đã ban hành', 'BAN HÀNH KẾ HOẠCH đã ban hành'],
    ['Nhànước quản lý; cơ quan nhà nước', 'Nhà nước quản lý; cơ quan nhà nước'],
    ['Hội đồngnhân dân', 'Hội đồng nhân dân'],
  ])('%s', (given, wanted) => {
    expect(clean(given)).toBe(wanted)
  })

  it.each(['nghiêng, trường, chuyển, thường', 'Đắk Lắk, Krông Pắc, Plông', 'QĐ-TTg, UBNDTỉnh', 'Avương, Đakrông', 'Facebook, Internet, côngtenơ', 'Nhànước'])('%s stays', (text) => {
    expect(clean(text)).toBe(text)
  })
})
