import { describe, expect, it } from 'vitest'
import { extractCitations } from '../../../src/citations.js'
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
  'numbers that share a symbol': (n) => 'các Nghị định số 01, 02, 03, 04 và 05/2020/NĐ-CP; '.repeat(n / 8),
  'numbers that never come to a symbol': (n) => 'số 01, 02, '.repeat(n),
  'one number by many issuers': (n) => Array.from({ length: n / 4 }, (_, i) => `Nghị định số 1/2020/NĐ-CP của Bộ Y${i}; `).join(''),
  'one number of many days': (n) => Array.from({ length: n / 4 }, (_, i) => `Quyết định số 1/QĐ-TTg ngày ${(i % 28) + 1}/${(i % 12) + 1}/${1950 + (i % 70)}; `).join(''),
  'many plans with one number': (n) => Array.from({ length: n / 4 }, (_, i) => `Kế hoạch số 1/KH-UBND ngày 1/1/${1950 + (i % 70)}; Kế hoạch số 1/KH-UBND; `).join(''),
  'places that come to nothing': (n) => 'điểm a khoản 1 Điều 2 '.repeat(n),
  'places and lines': (n) => 'điểm a khoản 1 Điều 2\nNghị định số 1/2020/NĐ-CP\n'.repeat(n / 4),
  'letters of codes': (n) => 'BLHS BLTTDS 13-CP 45 - CT '.repeat(n / 2),
  'numbers with a year': (n) => 'Nghị định 100/2019, '.repeat(n / 2),
  'names given without a number': (n) => 'Nghị quyết số 5/NQ-CP (sau đây gọi tắt là Chiến lược) Chiến lược '.repeat(n / 4),
  'names given again and again': (n) => 'Nghị quyết số 5/NQ-CP (sau đây gọi tắt là Nghị quyết 05) '.repeat(n / 4),
}

function millisecondsFor(input: string): number {
  const text = foldText(input)
  const from = performance.now()
  recogniseCitations(text, [], { readBody: () => undefined, preamble: null, skip: [], ownType: 'KH' })
  return performance.now() - from
}

function millisecondsAlone(input: string): number {
  const from = performance.now()
  extractCitations(input)
  return performance.now() - from
}

describe('time grows with the text, not with its square', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, make) => {
    millisecondsFor(make(1000))
    const best = (n: number): number => Math.min(...[1, 2, 3].map(() => millisecondsFor(make(n))))
    expect(best(16_000)).toBeLessThan(Math.max(best(4000), 40) * 6)
  })

  it.each(Object.entries(HOSTILE).filter(([name]) => /numbers|lines|spaces|digits|days/.test(name)))('with the dates read on the way: %s', (_, make) => {
    millisecondsAlone(make(1000))
    const best = (n: number): number => Math.min(...[1, 2, 3].map(() => millisecondsAlone(make(n))))
    expect(best(16_000)).toBeLessThan(Math.max(best(4000), 40) * 6)
  })
})
