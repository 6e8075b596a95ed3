import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toDocx } from '../../src/draft/docx.js'
import { extractPlan } from '../../src/index.js'
import { draftPlan } from '../../src/run/draft-plan.js'
import { fillTemplate } from '../../src/run/fill-template.js'
import { hasOffice, throughOffice } from '../support/office.js'
import { fixturePlan } from '../support/plans.js'
import { PROFILES } from '../support/profiles.js'

const asText = (bytes: Uint8Array): string => throughOffice(bytes, 'docx', 'txt:Text (encoded):UTF8').replace(/^\ufeff/, '')

describe.runIf(hasOffice)('LibreOffice', () => {
  it('reads a draft: every paragraph, and from its words the same tasks and citations', async () => {
    const draft = draftPlan(fixturePlan('district-disaster-prevention-2019'), PROFILES[0]!)
    const text = asText(await toDocx(draft))
    const lines = new Set(text.split('\n').map((line) => line.trim()))
    for (const { pieces } of draft.paragraphs) expect(lines).toContain(pieces.map((piece) => piece.text).join('').replace(/\s+/g, ' ').trim())
    const { tasks, citations } = extractPlan(text)
    expect(tasks.map((task) => [task.text, task.due])).toEqual(draft.facts.tasks.map((task) => [task.text, task.due]))
    expect(citations.map(({ notation }) => notation?.text ?? null)).toEqual(draft.facts.citations.map(({ notation }) => notation))
  }, 120_000)

  it('reads a filled template, whose table has a row a task', async () => {
    const plan = fixturePlan('commune-dengue-2021')
    const text = asText(await fillTemplate(readFileSync('templates/assignment.docx'), plan))
    for (const task of plan.tasks) expect(text).toContain(task.text)
  }, 120_000)
})

describe.runIf(!hasOffice)('where LibreOffice is not installed', () => {
  it('says that drafts were not read back with it', () => expect(hasOffice).toBe(false))
})
