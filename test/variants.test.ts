import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PlanDocument } from '../src/model/plan.js'
import { extractPlan } from '../src/run/extract-plan.js'
import { brokenInvariants } from './support/invariants.js'
import { HARMLESS, toNewTones } from './support/variants.js'

const PLANS = new URL('../fixtures/plans', import.meta.url).pathname
const texts = readdirSync(PLANS).flatMap((slug) => {
  const file = readdirSync(join(PLANS, slug)).find((name) => name === 'plan.txt')
  return file ? [{ slug, text: readFileSync(join(PLANS, slug, file), 'utf8') }] : []
})

/** All but where it came from; tone marks in one place, since the text keeps its own. */
const contentOf = ({ source: _, ...content }: PlanDocument): unknown => JSON.parse(toNewTones(JSON.stringify(content)))

describe.each(Object.entries(HARMLESS))('with %s', (_, change) => {
  it.each(texts.map(({ slug, text }) => [slug, text] as const))('%s reads the same', (_, text) => {
    const document = extractPlan(change(text))
    expect(brokenInvariants(document)).toEqual([])
    expect(contentOf(document)).toEqual(contentOf(extractPlan(text)))
  })
})
