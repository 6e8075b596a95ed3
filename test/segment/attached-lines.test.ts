import { describe, expect, it } from 'vitest'
import { OUTLINE_PATTERNS } from '../../src/grammar/generated/outline-patterns.js'
import { foldText } from '../../src/model/folded.js'
import { isAttachedLine } from '../../src/segment/attachments.js'
import { splitLines } from '../../src/segment/lines.js'
import { samplesOf } from '../support/pattern-samples.js'

describe('the line that says what is attached to what', () => {
  it('is found in every form of its pattern: the look before the pattern declines none', () => {
    const samples = samplesOf(OUTLINE_PATTERNS['attached-to']).filter((words) => words.trim() === words && !words.includes('\n'))
    expect(samples.length).toBeGreaterThan(30)
    const missed = samples.filter((words) => {
      const text = foldText(`${words} số 5`)
      return !isAttachedLine(text, splitLines(text)[0]!)
    })
    expect(missed).toEqual([])
  })
})
