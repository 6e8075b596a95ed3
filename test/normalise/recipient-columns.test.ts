import { describe, expect, it } from 'vitest'
import { LINES_PATTERNS } from '../../src/grammar/generated/lines-patterns.js'
import { isRecipients } from '../../src/normalise/recipient-columns.js'
import { samplesOf } from '../support/pattern-samples.js'

describe('the words over the recipients', () => {
  it('are no prose that begins alike', () => {
    expect(isRecipients('mới nhận được văn bản', { start: 0, end: 20 })).toBe(false)
  })

  it('are known in every form of their pattern: the look before the pattern declines none', () => {
    const samples = samplesOf(LINES_PATTERNS['recipients-begin'])
    expect(samples.length).toBeGreaterThan(5)
    expect(samples.map((words) => `${words[0]!.toUpperCase()}${words.slice(1)}:`).filter((line) => !isRecipients(line, { start: 0, end: line.length }))).toEqual([])
  })
})
