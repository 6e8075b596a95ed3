import { expect, it } from 'vitest'
import { likeliestClasses } from '../../../../src/read/ocr/digits/digit-path.js'

const BLANK = 2
const scoresOf = (columns: readonly (readonly number[])[]) => ({ classes: 3, columns: columns.length, data: Float64Array.from(columns.flat(), Math.log) })

it('reads a class once however many columns it fills, and twice where a blank parts them', () => {
  const [zero, one, nothing] = [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]]
  expect(likeliestClasses(scoresOf([nothing, zero, zero, one, nothing]), BLANK).found).toEqual([0, 1])
  expect(likeliestClasses(scoresOf([zero, nothing, zero]), BLANK).found).toEqual([0, 0])
})

it('is as sure as all ways to say the same together', () => {
  const columns = [[0.6, 0.1, 0.3], [0.5, 0.2, 0.3]]
  const { found, sure } = likeliestClasses(scoresOf(columns), BLANK)
  expect(found).toEqual([0])
  expect(sure).toBeCloseTo(0.6 * 0.5 + 0.6 * 0.3 + 0.3 * 0.5, 10)
})

it('needs a blank between two of the same class', () => {
  const { found, sure } = likeliestClasses(scoresOf([[0.9, 0.05, 0.05], [0.1, 0.1, 0.8], [0.9, 0.05, 0.05]]), BLANK)
  expect(found).toEqual([0, 0])
  expect(sure).toBeCloseTo(0.9 * 0.8 * 0.9, 10)
})

it('finds nothing in blanks, and is sure of nothing', () => {
  expect(likeliestClasses(scoresOf([[0.1, 0.1, 0.8]]), BLANK)).toEqual({ found: [], sure: 0 })
})
