import { describe, expect, it } from 'vitest'
import { clip, displayWidth, layOut, pad, toLine, wrap } from '../../src/export/columns.js'

describe('displayWidth', () => {
  it.each([
    ['Ủy ban nhân dân', 15],
    ['Ủy ban nhân dân'.normalize('NFD'), 15],
    ['đường Ðống', 10],
    ['計画', 4],
    ['“–…”', 4],
    ['', 0],
  ] as const)('of %s is %i', (text, width) => expect(displayWidth(text)).toBe(width))
})

describe('clip', () => {
  it('keeps what fits', () => expect(clip('Kế hoạch', 8)).toBe('Kế hoạch'))
  it('ends in an ellipsis, between words where that costs little', () => expect(clip('Ủy ban nhân dân tỉnh', 16)).toBe('Ủy ban nhân dân…'))
  it('never leaves a mark without its letter', () => expect(clip('Kế hoạch'.normalize('NFD'), 3).normalize('NFC')).toBe('Kế…'))
  it('never is wider than asked', () => {
    for (let width = 0; width < 30; width++) expect(displayWidth(clip('Kế hoạch 計画 phòng, chống thiên tai', width))).toBeLessThanOrEqual(width)
  })
})

describe('toLine', () => {
  it('folds white space and takes out control codes, so that a document cannot command the terminal', () => {
    expect(toLine(' a\n\tb\u001b[31mc\u0007\u202e ')).toBe('a b [31mc')
  })
})

describe('pad and wrap', () => {
  it('count cells, not code units', () => {
    expect(pad('Kế'.normalize('NFD'), 4)).toBe(`${'Kế'.normalize('NFD')}  `)
    expect(wrap('Phòng, chống thiên tai năm 2024', 14)).toEqual(['Phòng, chống', 'thiên tai năm', '2024'])
  })
})

describe('layOut', () => {
  const columns = [
    { title: 'Việc', cells: ['Rà soát, thống kê số hộ bị ảnh hưởng', 'Báo cáo'], weight: 2 },
    { title: 'Chủ trì', cells: ['Phòng Nội vụ', ''], weight: 1 },
    { title: 'Phối hợp', cells: ['', ''], weight: 1 },
  ]

  it('aligns, cuts to the width, and leaves out empty columns', () => {
    expect(layOut(columns, 40)).toEqual(['Việc                        Chủ trì', 'Rà soát, thống kê số hộ…    Phòng Nội vụ', 'Báo cáo'])
  })

  it('takes no more room than it needs', () => {
    expect(layOut(columns, 200)[1]).toBe('Rà soát, thống kê số hộ bị ảnh hưởng  Phòng Nội vụ')
  })

  it('prints nothing of nothing', () => expect(layOut([{ title: 'Việc', cells: [], weight: 1 }], 80)).toEqual([]))
})
