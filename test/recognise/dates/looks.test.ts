import { describe, expect, it } from 'vitest'
import { DATES_PATTERNS } from '../../../src/grammar/generated/dates-patterns.js'
import { foldText } from '../../../src/model/folded.js'
import { recogniseDates } from '../../../src/recognise/dates/index.js'
import { samplesOf } from '../../support/pattern-samples.js'

const isFound = (before: string, words: string, after: string): boolean => {
  const end = before.length + words.length
  return recogniseDates(foldText(`${before}${words}${after}.`), { issued: '2024-05-06', planYear: 2024 }).some(({ span }) => span.start < end && span.end > before.length)
}

/** Before a pattern is tried, a look at a letter or two declines most places. A look that does not know all that the pattern matches loses times. */
describe('looks before a pattern decline nothing that it matches', () => {
  it.each([
    ['half', '', ''],
    ['half-year', '', ''],
    ['year', '', ''],
    ['recurring', '', ''],
    ['weekday', '', ' hằng tuần'],
    ['weekday', '', ', ngày 5/3/2024'],
    ['term', 'trong ', ''],
    ['signing', 'kể từ ', ''],
    ['day-blank', '', ''],
    ['day-blank-numeric', '', ''],
  ] as const)('%s', (id, before, after) => {
    const samples = samplesOf(DATES_PATTERNS[id]).filter((words) => !words.startsWith('0 '))
    expect(samples.length).toBeGreaterThan(10)
    expect(samples.filter((words) => !isFound(before, words, after))).toEqual([])
  })
})
