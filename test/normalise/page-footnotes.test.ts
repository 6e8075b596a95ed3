import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { readText } from '../../src/read/text.js'

const TEXT = `a) Rà soát, khắc phục dứt điểm ba vị trí tiềm ẩn tai nạn giao thông1 trên các
1 Theo Thông tư số 26/2012/TT-BGTVT ngày 20/7/2012 của Bộ Giao thông vận tải về
việc xác định vị trí nguy hiểm.
2
tuyến đường của huyện và đường liên xã, hoàn thành trước mùa mưa; kiến nghị cấp
có thẩm quyền xử lý.
b) Giải tỏa hành lang an toàn đường bộ trên toàn bộ các tuyến đường do huyện và
các xã quản lý.`

describe('a note at the foot of a page', () => {
  it('goes behind the paragraph that it cut in two', () => {
    const { text, toSource } = normalise(readText(TEXT))
    expect(text.split('\n')).toEqual([
      'a) Rà soát, khắc phục dứt điểm ba vị trí tiềm ẩn tai nạn giao thông1 trên các tuyến đường của huyện và đường liên xã, hoàn thành trước mùa mưa; kiến nghị cấp có thẩm quyền xử lý.',
      '1 Theo Thông tư số 26/2012/TT-BGTVT ngày 20/7/2012 của Bộ Giao thông vận tải về việc xác định vị trí nguy hiểm.',
      'b) Giải tỏa hành lang an toàn đường bộ trên toàn bộ các tuyến đường do huyện và các xã quản lý.',
    ])
    const at = text.indexOf('26/2012')
    const { start, end } = toSource({ start: at, end: at + 7 })
    expect(TEXT.slice(start, end)).toBe('26/2012')
  })

  it('is none without its mark in the text above', () => {
    expect(normalise(readText(TEXT.replace('thông1', 'thông'))).text).toMatch(/^a\).* trên các 1 Theo/)
  })
})
