import { describe, expect, it } from 'vitest'
import { rewrite } from '../../src/model/edits.js'
import { words } from '../../src/normalise/words.js'
import { lineUp } from '../../src/normalise/lined-text.js'

const clean = (text: string): string => rewrite(text, words.clean(lineUp(text), { paragraphsAreLines: false, rows: [] }).edits).text

describe('split letters', () => {
  it.each([
    ['HUY ỆN QUẾ SƠN', 'HUYỆN QUẾ SƠN'],
    ['ĐIỀ U KHO ẢN THI HÀNH', 'ĐIỀU KHOẢN THI HÀNH'],
    ['T Ổ CHỨC TH ỰC HIỆN', 'TỔ CHỨC THỰC HIỆN'],
    ['thự c hi ện kế hoạch', 'thực hiện kế hoạch'],
    ['chú trọng tiếp nh ận hồ sơ', 'chú trọng tiếp nhận hồ sơ'],
    ['K Ế H O Ạ C H\nPhòng, chống thiên tai', 'KẾ HOẠCH\nPhòng, chống thiên tai'],
    ['N G H Ị Q U Y Ế T:', 'NGHỊ QUYẾT:'],
  ])('%s is mended', (given, wanted) => {
    expect(clean(given)).toBe(wanted)
  })

  it('a rare syllable is mended only in a text of split letters', () => {
    expect(clean('thu ốc')).toBe('thu ốc')
    expect(clean('phát tri ển, ki ểm tra, nh ận thu ốc')).toBe('phát triển, kiểm tra, nhận thuốc')
  })

  it.each(['ở Ủy ban nhân dân các ấp', 'bà con Pa Ủ, Ia Ơ, Ea Súp', 'điểm a ở trên', 'UBND ấn định', 'i ốt, a xít, vi ta min', 'HĐND ở xã', 'ăn ở, ăn uống', 'Y tế, ý kiến', 'TP Ở', 'A B C D E', '(để t/h)', 'điểm a và c khoản 2', 'số n'])('%s stays', (text) => {
    expect(clean(text)).toBe(text)
  })
})
