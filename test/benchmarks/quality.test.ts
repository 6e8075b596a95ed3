import { describe, expect, it } from 'vitest'
import { alignInAnyOrder, alignInOrder } from '../../benchmarks/quality/alignment.js'
import { createBoard, f1, openLedger } from '../../benchmarks/quality/board.js'
import type { Gold } from '../../benchmarks/quality/gold.js'
import { foldNotation, foldText, likeness } from '../../benchmarks/quality/likeness.js'
import { belowFloors } from '../../benchmarks/quality/report.js'
import { scoreDocument } from '../../benchmarks/quality/score.js'
import { extractPlan } from '../../src/run/extract-plan.js'

describe('likeness', () => {
  it.each([
    ['UBND các xã', 'Uỷ ban nhân dân các xã'],
    ['Hoà Bình', 'Hòa  Bình'],
    ['Sở Lao động – TB và Xã hội', 'sở lao động - thương binh và xã hội'],
    ['“năm 2024”.', 'năm 2024'],
  ])('%s is %s', (a, b) => expect(foldText(a)).toBe(foldText(b)))

  it('counts shared words, repeats too', () => {
    expect(likeness('a b c', 'a b d')).toBeCloseTo(2 / 3)
    expect(likeness('a a', 'a')).toBeCloseTo(2 / 3)
  })

  it('folds notations', () => expect(foldNotation('12 /KH–UBND')).toBe('12/KH-UBND'))
})

describe('alignment', () => {
  const same = (a: string, b: string): number => (a === b ? 1 : 0)

  it('keeps reading order, so that a thing found in the wrong place is missing and extra', () => {
    expect(alignInOrder(['a', 'b', 'c'], ['b', 'c', 'a'], same)).toEqual({ pairs: [[1, 0], [2, 1]], missing: [0], extra: [2] })
  })

  it('lets the rest meet where the order is free', () => {
    expect(alignInAnyOrder(['a', 'b', 'c'], ['b', 'c', 'a'], same)).toMatchObject({ missing: [], extra: [] })
  })

  it('prefers the greater sum to the first pair', () => {
    expect(alignInOrder(['ab'], ['a', 'ab'], (g, f) => (g === f ? 1 : 0.5)).pairs).toEqual([[0, 1]])
  })
})

describe('scoreDocument', () => {
  const gold: Gold = {
    kind: 'document',
    dates: [{ text: 'năm 2024', edtf: '2024', role: 'period' }],
    tasks: [{ section: null, text: 'Rà soát hồ sơ', responsible: ['Phòng Nội vụ'], coordinating: [], due: null }],
    diagnostics: [],
  }

  it('counts what is missing, what is extra, and leaves out layers that the gold lacks', () => {
    const board = createBoard()
    const empty = extractPlan('')
    scoreDocument(gold, { ...empty, dates: [{ text: 'năm 2023', span: { start: 0, end: 0 }, edtf: '2023', role: 'period', parts: [], time: null, repeats: null, calendar: 'gregorian', name: null }] }, openLedger(board, 'a'))
    expect(board.totals.get('dates')).toEqual({ hit: 0, gold: 1, found: 1 })
    expect(board.totals.get('tasks')).toEqual({ hit: 0, gold: 1, found: 0 })
    expect(board.totals.has('citations')).toBe(false)
    expect(board.misses.map(({ what }) => what)).toContain('missing {"text":"năm 2024","edtf":"2024","role":"period"}')
  })

  it('calls a layer below its floor by name; a layer without a score is 0', () => {
    const board = createBoard()
    openLedger(board, 'a').count('dates', { hit: 1, gold: 2, found: 2 })
    expect(f1(board.totals.get('dates')!)).toBe(0.5)
    expect(belowFloors(board, { dates: 0.4, tasks: 0.1 })).toEqual(['below its floor: tasks 0.000 < 0.1'])
  })
})
