import { dist } from './dist.js'

const { normalise } = (await import(dist('normalise/index.js'))) as typeof import('../../src/normalise/index.js')
const { readText } = (await import(dist('read/text.js'))) as typeof import('../../src/read/text.js')
const { extractPlan } = (await import(dist('run/extract-plan.js'))) as typeof import('../../src/run/extract-plan.js')
const { PASSES } = (await import(dist('run/passes.js'))) as typeof import('../../src/run/passes.js')

export interface StageTime {
  readonly name: string
  readonly milliseconds: number
}

const REST = 'lines, and printing the document'

/** What each stage takes of the whole extraction, by a stopwatch around each; of each plan the least of several rounds. */
export function timeStages(plans: readonly string[], rounds = 12): StageTime[] {
  const least = plans.map(() => new Map<string, number>())
  const clock = createStopwatch()
  for (let round = 0; round < rounds; round++) {
    for (const [index, plan] of plans.entries()) {
      for (const [name, time] of clock.time(plan)) least[index]!.set(name, Math.min(time, least[index]!.get(name) ?? Number.POSITIVE_INFINITY))
    }
  }
  clock.stop()
  const sums = new Map<string, number>()
  for (const times of least) for (const [name, time] of times) sums.set(name, (sums.get(name) ?? 0) + time)
  const inStages = [...sums].reduce((sum, [name, time]) => sum + (name === REST ? 0 : time), 0)
  sums.set(REST, Math.max(0, sums.get(REST)! - inStages))
  return [...sums].map(([name, milliseconds]) => ({ name, milliseconds }))
}

/** Puts a stopwatch around each pass until it is stopped; the time of the whole stands at {@link REST}. */
function createStopwatch(): { time: (plan: string) => Map<string, number>; stop: () => void } {
  let times = new Map<string, number>()
  const measured = <T>(name: string, run: () => T): T => {
    const start = performance.now()
    const value = run()
    times.set(name, (times.get(name) ?? 0) + performance.now() - start)
    return value
  }
  const untimed = PASSES.map(({ run }) => run)
  for (const [index, pass] of PASSES.entries()) Object.assign(pass, { run: (...args: Parameters<typeof pass.run>) => measured(pass.id, () => untimed[index]!(...args)) })
  const time = (plan: string): Map<string, number> => {
    times = new Map()
    measured('read and normalise', () => normalise(readText(plan)))
    measured(REST, () => extractPlan(plan))
    return times
  }
  return { time, stop: () => PASSES.forEach((pass, index) => void Object.assign(pass, { run: untimed[index]! })) }
}
