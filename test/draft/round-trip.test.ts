import { describe, expect, it } from 'vitest'
import { toDocx } from '../../src/draft/docx.js'
import { findUnfounded } from '../../src/draft/provenance.js'
import { toDraftText } from '../../src/draft/text.js'
import { extractPlan } from '../../src/index.js'
import { draftPlan } from '../../src/run/draft-plan.js'
import { extractFile } from '../../src/run/extract-file.js'
import { foundFacts, statedFacts } from '../support/draft-facts.js'
import { fixturePlans } from '../support/plans.js'
import { PROFILES } from '../support/profiles.js'

const cases = fixturePlans().map(({ name, document }) => [name, document] as const)

describe('a draft of every fixture plan', () => {
  it.each(cases)('says as text what it says that it says, for every kind of body, and nothing of its own: %s', (_, document) => {
    for (const profile of PROFILES) {
      const draft = draftPlan(document, profile)
      expect(foundFacts(extractPlan(toDraftText(draft)), draft)).toEqual(statedFacts(draft))
      expect(findUnfounded(draft, document, profile)).toEqual([])
    }
  })

  it.each(cases)('says as a Word document what it says that it says: %s', async (_, document) => {
    for (const profile of [PROFILES[0]!, PROFILES[3]!]) {
      const draft = draftPlan(document, profile)
      expect(foundFacts(await extractFile(await toDocx(draft)), draft)).toEqual(statedFacts(draft))
    }
  })
})
