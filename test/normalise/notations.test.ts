import { describe, expect, it } from 'vitest'
import { rewrite } from '../../src/model/edits.js'
import { notations } from '../../src/normalise/notations.js'
import { lineUp } from '../../src/normalise/lined-text.js'

const clean = (text: string): string => rewrite(text, notations.clean(lineUp(text), { paragraphsAreLines: false, rows: [] }).edits).text

describe('notations', () => {
  it.each([
    ['Nghị định 125/2021/NĐ - CP ngày', 'Nghị định 125/2021/NĐ-CP ngày'],
    ['Quyết định số 1790/QĐ -TTg của', 'Quyết định số 1790/QĐ-TTg của'],
    ['Kế hoạch số 155/ KH-UBND và 54 /KH-UBND', 'Kế hoạch số 155/KH-UBND và 54/KH-UBND'],
    ['Số: /KH – UBND', 'Số: /KH-UBND'],
    ['Số: …./KH - THCS', 'Số: …./KH-THCS'],
    ['Thông tư 07/2016/TT- BNNPTNT', 'Thông tư 07/2016/TT-BNNPTNT'],
    ['Thông tư liên tịch 16/2013/ TTLT-BYT – BNN&PTNT', 'Thông tư liên tịch 16/2013/TTLT-BYT – BNN&PTNT'],
    ['Chương trình số 21 -CTr/HU', 'Chương trình số 21-CTr/HU'],
    ['Kế hoạch số 171 - KH/TWĐTN-ĐKT', 'Kế hoạch số 171-KH/TWĐTN-ĐKT'],
    ['Nghị định 43/2017/NĐ-CPngày 14/4/2017', 'Nghị định 43/2017/NĐ-CP ngày 14/4/2017'],
  ])('%s → %s', (given, wanted) => {
    expect(clean(given)).toBe(wanted)
  })

  it.each(['từ 15/11 -15/12 hằng năm', 'và/hoặc A - B', '3/5 Ha - Nam', '2/3 số hộ', 'trực 24/7 - Công an', 'Quyết định 30/2020/NĐ-CP - UBND tỉnh chỉ đạo', 'tại 5/ Sở - Ban', 'lô 5/7 KH - UBND', 'Nghị quyết 28/NQ-CP - Sở Y tế'])('%s stays', (text) => {
    expect(clean(text)).toBe(text)
  })
})
