import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluateRoleClassifier } from '../../grammars/build/role-evaluation.js'
import { readExamples } from '../../grammars/build/role-training.js'
import { digestExamples, readRoleWeights } from '../../grammars/build/role-weights-file.js'
import { classifyRole } from '../../src/grammar/role-classifier.js'
import { titleWords } from '../../src/grammar/title-words.js'
import { SECTION_ROLE_WEIGHTS } from '../../src/grammar/generated/section-role-weights.js'

describe('weights of the section-role classifier', () => {
  it('were trained on the examples that are there: else npm run train:roles', () => expect(readRoleWeights().examples).toBe(digestExamples()))

  it('are small, and one a role for every feature', () => {
    expect(statSync(new URL('../../grammars/section-role-weights.json', import.meta.url)).size).toBeLessThan(60_000)
    expect(Object.values(SECTION_ROLE_WEIGHTS.weights).filter((row) => row.length !== SECTION_ROLE_WEIGHTS.roles.length)).toEqual([])
  })

  it('say more than the commonest role would on titles not seen', () => {
    const { accuracy, majority } = evaluateRoleClassifier()
    expect(accuracy).toBeGreaterThan(majority + 0.05)
  })

  it('know most of what they were trained on', () => {
    const examples = readExamples()
    const right = examples.filter(({ title, role }) => classifyRole(titleWords(title)) === role)
    expect(right.length / examples.length).toBeGreaterThan(0.75)
  })
})
