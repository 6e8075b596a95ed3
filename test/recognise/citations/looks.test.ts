import { describe, expect, it } from 'vitest'
import { CITATIONS_PATTERNS } from '../../../src/grammar/generated/citations-patterns.js'
import { extractCitations } from '../../../src/run/extract-citations.js'
import { samplesOf } from '../../support/pattern-samples.js'

const relationOf = (words: string): string | undefined => extractCitations(`${words}Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.`).citations[0]?.relation

/** The last word before a mention decides whether a pattern is tried: a list of those words that lacks one loses the relation. */
describe('last words before a mention lead to every form of the patterns', () => {
  it.each([
    ['replaces', 'replaces', 'Văn bản '],
    ['amends', 'amends', 'Văn bản '],
    ['repeals', 'repeals', 'Văn bản '],
    ['guides', 'guides', 'Văn bản '],
    ['promulgates', 'promulgates', 'Văn bản '],
    ['grounded', 'basis', ''],
    ['implements', 'implements', 'Văn bản '],
  ] as const)('%s', (id, relation, before) => {
    const samples = samplesOf(CITATIONS_PATTERNS[id])
    expect(samples.length).toBeGreaterThan(3)
    expect(samples.filter((words) => relationOf(`${before}${words.trimStart()}`) !== relation)).toEqual([])
  })
})
