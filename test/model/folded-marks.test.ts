import { describe, expect, it } from 'vitest'
import { foldMarked, foldText, markUnits, placesOf } from '../../src/model/folded.js'

const unchanged = (): void => {}

describe('marked units', () => {
  const marks = markUnits('/-', ['uT', 'ậr'])

  it('are found in every form that folds to them, a capital only as itself', () => {
    const text = 'Luật, LUẬT – 1/2 tru Tru nhận'
    expect([...placesOf(text, marks)].map((at) => text.slice(at - 1, at + 1))).toEqual(['uậ', 'UẬ', ' –', '1/', 'Tr'])
  })

  it('are found while a text is folded, as by themselves', () => {
    const text = 'Uỷ ban – Luật HOÀ 3/4 Trung'.repeat(40)
    const { folded, places, odd } = foldMarked(text, marks, unchanged)
    expect(folded).toBe(foldText(text).folded)
    expect(odd).toBe(false)
    const found = new Set(places)
    expect([...placesOf(text, marks)].every((at) => found.has(at))).toBe(true)
  })

  it('says where a cleaner of characters may have work', () => {
    expect(foldMarked('Luật\u00a05', marks, unchanged).odd).toBe(true)
  })

  it('lets the folded units be changed before they become a string', () => {
    expect(foldMarked('a/b/c', marks, (units) => units.fill(0x20, 1, 2)).folded).toBe('a b/c')
  })
})
