import edtf from 'edtf'
import { describe, expect, it } from 'vitest'
import { judge, readChrono, readOurs, readPhrases, tally, withoutBounds } from '../../benchmarks/quality/date-phrases.js'

const rows = readPhrases()

describe('the table of phrases', () => {
  it('has at least 200 rows, no phrase twice, a quarter of them no times', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200)
    expect(new Set(rows.map(({ phrase }) => phrase)).size).toBe(rows.length)
    expect(rows.filter(({ expected }) => !expected.length).length).toBeGreaterThanOrEqual(rows.length / 4)
  })

  it('expects values that the reference library reads', () => {
    for (const value of rows.flatMap(({ expected }) => expected)) if (value !== 'null') expect(() => edtf(value), value).not.toThrow()
  })
})

describe('what is made of them', () => {
  it('is wrong in at most one of a hundred, and right in nearly all', () => {
    const { right, wrong, misses } = tally('ours', rows, readOurs)
    expect(wrong, JSON.stringify(misses)).toBeLessThanOrEqual(rows.length / 100)
    expect(right).toBeGreaterThanOrEqual(rows.length * 0.98)
  })

  it('is more than the peer makes of them', () => {
    expect(tally('peer', rows, readChrono, withoutBounds).right).toBeLessThan(tally('ours', rows, readOurs).right)
  })

  it('is judged to the letter', () => {
    expect(judge(['2024'], ['2024'])).toBe('right')
    expect(judge(['2024'], ['2023'])).toBe('wrong')
    expect(judge(['2024'], [])).toBe('silent')
    expect(judge([], ['2024'])).toBe('wrong')
    expect(judge(['2024', '2025'], ['2024'])).toBe('silent')
  })
})
