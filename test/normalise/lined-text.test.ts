import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Edit, rewrite } from '../../src/model/edits.js'
import { BAR, indentOf, isInCapitals, type LinedText, lineUp, lineUpEdited, SPACE, TAB } from '../../src/normalise/lined-text.js'

const words = fc.string({ unit: fc.constantFrom('A', 'ế', ' ', '\t', '\n', '|', '1', 'Đ', '\u00a0'), maxLength: 40 })
const all = ({ text, kinds, lines, tabbed, filled }: LinedText) => ({ text, kinds, lines, tabbed, filled })

/** Sorted edits that do not overlap, from pairs of a skip and a length. */
function editsIn(text: string, steps: readonly (readonly [skip: number, length: number, insert: string])[]): Edit[] {
  const edits: Edit[] = []
  let at = 0
  for (const [skip, length, insert] of steps) {
    const start = at + skip
    const end = start + length
    if (end > text.length) break
    edits.push({ start, end, insert })
    at = end
  }
  return edits
}

test('the lines of an edited text are those that a look at all of it finds', () => {
  fc.assert(
    fc.property(words, fc.array(fc.tuple(fc.nat(6), fc.nat(9), words), { maxLength: 6 }), (text, steps) => {
      const edits = editsIn(text, steps)
      const edited = rewrite(text, edits).text
      expect(all(lineUpEdited(lineUp(text), edits, edited))).toEqual(all(lineUp(edited)))
    }),
    { numRuns: 2000 },
  )
})

test('a line tells its blanks, its kinds of signs, its capitals', () => {
  const [indented, blank, tabs, bar] = lineUp('   KẾ  HOẠCH \n  \n\ta\t\nSố | 1').lines
  expect(indented).toMatchObject({ start: 3, end: 12, from: 0, to: 13, capitals: 7 })
  expect([indentOf(indented!), isInCapitals(indented!), indented!.doubled & SPACE]).toEqual([3, true, SPACE])
  expect(blank).toMatchObject({ start: 16, end: 16 })
  expect([tabs!.kinds & TAB, tabs!.end - tabs!.start, isInCapitals(tabs!)]).toEqual([TAB, 1, false])
  expect([bar!.kinds & BAR, bar!.capitals]).toEqual([BAR, 1])
})

test('filled lines keep the tabs at their ends, which part cells', () => {
  expect(lineUp('1\tRà soát\t\n\n \n').filled.map(({ start, end }) => [start, end])).toEqual([[0, 10]])
})
