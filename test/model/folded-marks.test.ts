import { describe, expect, it } from 'vitest'
import { foldMarked, foldText, markUnits, placesOf } from '../../src/model/folded.js'

describe('marked units', () => {
  const marks = markUnits('/-', ['uT', 'ậr'])

  it('are found in every form that folds to them, a capital only as itself', () => {
    const text = 'Luật, LUẬT – 1/2 tru Tru nhận'
    expect([...placesOf(text, marks)].map((at) => text.slice(at - 1, at + 1))).toEqual(['uậ', 'UẬ', ' –', '1/', 'Tr'])
  })

  it('are found while a text is folded, as by themselves', () => {
    const text = 'Uỷ ban – Luật HOÀ 3/4 Trung'.repeat(40)
    const { folded, places, odd } = foldMarked(text, marks)
    expect(folded).toBe(foldText(text).folded)
    expect(odd).toBe(false)
    expect([...places]).toEqual([...placesOf(text, marks)])
  })

  it('says where a cleaner of characters may have work', () => {
    expect(foldMarked('Luật\u00a05', marks).odd).toBe(true)
  })

  it('lets the folded units be changed and places be dropped before they become a string', () => {
    const { folded, places } = foldMarked('a/b/c', marks, (units, _text, found) => {
      units.fill(0x20, 1, 2)
      return found.subarray(1)
    })
    expect(folded).toBe('a b/c')
    expect([...places]).toEqual([3])
  })
})
