import { normalise } from '../../src/normalise/index.js'
import { readText } from '../../src/read/text.js'
import { extractPlan } from '../../src/run/extract-plan.js'
import { PASSES } from '../../src/run/passes.js'

export interface StageTime {
  readonly name: string
  readonly milliseconds: number
}

const REST = 'lines, and printing the document'

/** What each stage takes of the whole extraction, by a stopwatch around each; the least of several rounds. */
export function timeStages(plans: readonly string[], rounds = 8): StageTime[] {
  const least = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    for (const [name, time] of timeRound(plans)) least.set(name, Math.min(time, least.get(name) ?? Number.POSITIVE_INFINITY))
  }
  return [...least].map(([name, milliseconds]) => ({ name, milliseconds }))
}

function timeRound(plans: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  const measured = <T>(name: string, run: () => T): T => {
    const start = performance.now()
    const value = run()
    times.set(name, (times.get(name) ?? 0) + performance.now() - start)
    return value
  }
  for (const plan of plans) measured('read and normalise', () => normalise(readText(plan)))
  const untimed = PASSES.map(({ run }) => run)
  for (const [index, pass] of PASSES.entries()) Object.assign(pass, { run: (...args: Parameters<typeof pass.run>) => measured(pass.id, () => untimed[index]!(...args)) })
  const before = [...times.values()].reduce((sum, time) => sum + time, 0)
  for (const plan of plans) measured(REST, () => extractPlan(plan))
  for (const [index, pass] of PASSES.entries()) Object.assign(pass, { run: untimed[index]! })
  const inPasses = [...times].reduce((sum, [name, time]) => sum + (name === REST ? 0 : time), 0) - before
  return times.set(REST, Math.max(0, times.get(REST)! - inPasses - before))
}
