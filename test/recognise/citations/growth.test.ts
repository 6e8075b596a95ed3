import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src/model/folded.js'
import { recogniseCitations } from '../../../src/recognise/citations/index.js'

const HOSTILE: Readonly<Record<string, (n: number) => string>> = {
  'slashes without numbers': (n) => 'số /////'.repeat(n),
  'capitals and slashes': (n) => 'A/'.repeat(n * 4),
  'symbols that never end': (n) => 'số 12/A-B-'.repeat(n),
  'nothing but "luật"': (n) => 'Luật '.repeat(n * 2),
  'unknown laws': (n) => 'Luật Ất, '.repeat(n),
  'titles that open and never close': (n) => 'Kế hoạch số 12/KH-UBND về '.repeat(n),
  'laws that amend laws': (n) => 'Luật sửa đổi, bổ sung một số điều của '.repeat(n),
  'short forms with nothing to stand for': (n) => 'Kế hoạch số 12 Nghị định này '.repeat(n),
  'short forms with much to stand for': (n) => 'Nghị định số 1/2020/NĐ-CP Nghị định này '.repeat(n / 2),
  'opening brackets': (n) => 'Quyết định số 12/QĐ-UBND về việc ('.repeat(n / 2),
  'opening quotes': (n) => 'Quyết định số 12/QĐ-UBND "'.repeat(n / 2),
  'blanks': (n) => 'Quyết định số ......................../'.repeat(n),
  'spaces': (n) => `số${' '.repeat(n * 20)}/KH-UBND`,
  'one word without a break': (n) => `${'a'.repeat(n * 20)}/QĐ-UBND`,
  'digits': (n) => `${'1'.repeat(n * 20)}/QĐ-UBND`,
  'names given again and again': (n) => 'Nghị quyết số 5/NQ-CP (sau đây gọi tắt là Nghị quyết 05) '.repeat(n / 4),
}

function millisecondsFor(input: string): number {
  const text = foldText(input)
  const from = performance.now()
  recogniseCitations(text, [], { readBody: () => undefined, preamble: null, skip: [], ownType: 'KH' })
  return performance.now() - from
}

describe('time grows with the text, not with its square', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, make) => {
    millisecondsFor(make(1000))
    const best = (n: number): number => Math.min(...[1, 2, 3].map(() => millisecondsFor(make(n))))
    expect(best(16_000)).toBeLessThan(Math.max(best(4000), 40) * 6)
  })
})
