import { describe, expect, it } from 'vitest'
import { rewrite } from '../../src/model/edits.js'
import { spaces } from '../../src/normalise/spaces.js'
import { lineUp } from '../../src/normalise/lined-text.js'

const clean = (text: string): string => rewrite(text, spaces.clean(lineUp(text), { paragraphsAreLines: false, rows: [] }).edits).text

describe('spaces', () => {
  it.each([
    ['runs inside a line become one', 'a  b \t c', 'a b c'],
    ['blanks at line ends go', 'a \nb\t\n  \nc ', 'a\nb\n\nc'],
    ['indents stay, as spaces', 'a\n   b\n\tc', 'a\n   b\n    c'],
    ['a tab behind a marker is a blank', '1.\tMục đích\n-\tRà soát', '1. Mục đích\n- Rà soát'],
    ['tabs between cells stay, with empty cells', 'TT \t Việc\tHạn\n1\tTập huấn\t\n', 'TT\tViệc\tHạn\n1\tTập huấn\t\n'],
    ['blanks to fill in and marks of footnotes stay', 'Số: ____/KH, (***), (*)', 'Số: ____/KH, (***), (*)'],
  ])('%s', (_, given, wanted) => {
    expect(clean(given)).toBe(wanted)
  })
})
