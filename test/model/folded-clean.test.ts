import { describe, expect, it } from 'vitest'
import { foldMarked, foldText, markUnits, withOldTones } from '../../src/model/folded.js'
import { characters } from '../../src/normalise/characters.js'
import { lineUp } from '../../src/normalise/lined-text.js'

const NO_MARKS = markUnits('')

describe('folding', () => {
  it('calls every text odd that the cleaner of characters would change', () => {
    const missed: string[] = []
    for (let code = 0; code < 0x10000; code++) {
      const text = `a${String.fromCharCode(code)}b`
      if (!foldMarked(text, NO_MARKS).odd && characters.clean(lineUp(text), { paragraphsAreLines: false, rows: [] }).edits.length) missed.push(code.toString(16))
    }
    expect(missed).toEqual([])
  })

  it('folds a text that is looked through like any other', () => {
    const text = 'Uỷ ban – “HOÀ BÌNH”, hoàn quý huỳnh thuý\tĐÔNG\n'.repeat(20)
    expect(foldMarked(text, NO_MARKS).folded).toBe(foldText(text).folded)
    expect(foldText(text).folded.slice(0, 46)).toBe('ủy ban - "hòa bình", hoàn quý huỳnh thúy đông\n')
  })

  it('gives the old places of tone marks back', () => {
    expect(withOldTones('chủ tịch ủy ban xã hòa bình')).toBe('chủ tịch uỷ ban xã hoà bình')
    expect(withOldTones('quý hoàn')).toBe('quý hoàn')
  })
})
