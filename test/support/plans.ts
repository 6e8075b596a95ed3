import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extractPlan } from '../../src/index.js'
import type { PlanDocument } from '../../src/model/plan.js'

export interface FixturePlan {
  readonly name: string
  readonly document: PlanDocument
}

let plans: readonly FixturePlan[] | undefined

/** Every plan of fixtures/plans that is text or a web page, extracted. */
export function fixturePlans(): readonly FixturePlan[] {
  plans ??= readdirSync('fixtures/plans').sort().flatMap((name) => {
    const text = `fixtures/plans/${name}/plan.txt`
    const html = `fixtures/plans/${name}/plan.html`
    if (existsSync(text)) return [{ name, document: extractPlan(readFileSync(text, 'utf8')) }]
    return existsSync(html) ? [{ name, document: extractPlan(readFileSync(html, 'utf8'), { mediaType: 'text/html' }) }] : []
  })
  return plans
}

export const fixturePlan = (name: string): PlanDocument => fixturePlans().find((plan) => plan.name === name)!.document
