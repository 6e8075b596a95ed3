import { describe, expect, it } from 'vitest'
import { bestTime, HOSTILE } from '../benchmarks/speed/hostile.js'
import { extractPlan } from '../src/run/extract-plan.js'

/** Below this the clock and the rest of the machine say more than the text. */
const LEAST_MS = 40
/** What takes longer even at the small size is not tried at four times that. */
const MOST_MS = 4000
const TRIES = 3

describe('hostile input takes time that grows with its length', () => {
  it.each(HOSTILE.map((hostile) => [hostile.name, hostile] as const))('%s', (_, { size, make, mediaType }) => {
    const timeOf = (text: string): number => bestTime(() => extractPlan(text, mediaType ? { mediaType } : {}), () => performance.now())
    const [small, large] = [make(size), make(size * 4)]
    const ratios: number[] = []
    for (let i = 0; i < TRIES && (ratios.at(-1) ?? 7) > 6; i++) {
      const short = timeOf(small)
      expect(short).toBeLessThan(MOST_MS)
      const long = timeOf(large)
      ratios.push(long <= LEAST_MS ? 1 : long / Math.max(short, LEAST_MS / 6))
    }
    expect(Math.min(...ratios)).toBeLessThanOrEqual(6)
  })
})
