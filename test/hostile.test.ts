import { describe, expect, it } from 'vitest'
import { bestTime, HOSTILE } from '../benchmarks/speed/hostile.js'
import { extractPlan } from '../src/run/extract-plan.js'

/** Below this the clock and the rest of the machine say more than the text. */
const LEAST_MS = 40
const TRIES = 3

describe('hostile input takes time that grows with its length', () => {
  it.each(HOSTILE.map((hostile) => [hostile.name, hostile] as const))('%s', (_, { size, make, mediaType }) => {
    const timeOf = (text: string): number => bestTime(() => extractPlan(text, mediaType ? { mediaType } : {}), () => performance.now())
    const small = make(size)
    const large = make(size * 4)
    const ratios: number[] = []
    for (let i = 0; i < TRIES; i++) {
      const long = timeOf(large)
      ratios.push(long <= LEAST_MS ? 1 : long / Math.max(timeOf(small), LEAST_MS / 6))
      if (ratios.at(-1)! <= 6) break
    }
    expect(Math.min(...ratios)).toBeLessThanOrEqual(6)
  })
})
