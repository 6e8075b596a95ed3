import { describe, expect, it } from 'vitest'
import { rewrite } from '../../src/model/edits.js'
import { characters } from '../../src/normalise/characters.js'
import { lineUp } from '../../src/normalise/lined-text.js'

const clean = (text: string): string => rewrite(text, characters.clean(lineUp(text), { paragraphsAreLines: false, rows: [] }).edits).text

describe('characters', () => {
  it.each([
    ['decomposed letters are composed', 'Ke\u0302\u0301 hoa\u0323ch', 'Kế hoạch'],
    ['a mark behind a composed letter is composed too', 'Kê\u0301 hoạch', 'Kế hoạch'],
    ['look-alikes become what they stand for', '\u00d0à N\u1eb5ng, \u0110\u01af\u1ee2C, hư\u1edbng, h\u01a3\u1edbng', 'Đà Nẵng, ĐƯỢC, hướng, hướng'],
    ['a look-alike takes the mark behind it', '\u01a2\u0301', 'Ứ'],
    ['odd spaces are plain', 'Số:\u00a0\u2003/KH\u202f', 'Số:  /KH '],
    ['invisible signs are dropped', '\ufeffk\u00adinh\u200b phí\u200e', 'kinh phí'],
    ['every line break is one', 'a\r\nb\rc\u2028d\fe\u0085g', 'a\nb\nc\nd\ne\ng'],
    ['bullets of the Symbol font are bullets', '\uf0b7 Rà soát\n\uf02d Báo cáo', '• Rà soát\n- Báo cáo'],
    ['what is clean stays', 'Ủy ban nhân dân – “Huế”', 'Ủy ban nhân dân – “Huế”'],
  ])('%s', (_, given, wanted) => {
    expect(clean(given)).toBe(wanted)
  })

  it('a clean text gives no edits', () => {
    expect(characters.clean(lineUp('Kế hoạch số 12/KH-UBND\nngày 05/02/2020'), { paragraphsAreLines: false, rows: [] }).edits).toEqual([])
  })
})
