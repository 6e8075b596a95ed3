import type { Line } from './line.js'

/** Where the running text of a page begins and ends from left to right, and how far its lines stand apart. */
export interface Margins {
  readonly left: number
  readonly right: number
  /** Between the baselines of most neighbours. */
  readonly pitch: number
  /** First lines of paragraphs stand further in than the others. */
  readonly indented: boolean
}

const INDENT = 0.7

/** Margins of the lines given; `undefined` where too few of them are long to tell. */
export function marginsOf(lines: readonly Line[], width: number): Margins | undefined {
  const long = lines.filter((line) => line.right - line.left > 0.45 * width)
  if (long.length < 3) return undefined
  const left = mostCommon(long.map((line) => line.left), 'least')
  const right = mostCommon(long.map((line) => line.right), 'most')
  const size = long[0]!.fontSize
  const inside = long.filter((line) => line.left > left + INDENT * line.fontSize).length
  return { left, right, pitch: pitchOf(lines, right, size), indented: inside > 0 && long.length - inside > 0 && inside >= 0.08 * long.length }
}

/**
 * How far lines of one paragraph stand apart: behind lines that reach the right margin most go on. Where paragraphs are set apart, this is
 * the least of the common distances, not the most common one.
 */
function pitchOf(lines: readonly Line[], right: number, size: number): number {
  const gaps: number[] = []
  const behindFull: number[] = []
  for (let i = 1; i < lines.length; i++) {
    const [last, next] = [lines[i - 1]!, lines[i]!]
    const gap = next.baseline - last.baseline
    if (next.page !== last.page || gap < 0.9 * size || gap > 2.6 * size) continue
    gaps.push(gap)
    if (right - last.right < 4 * size && Math.abs(next.fontSize - last.fontSize) < 0.6) behindFull.push(gap)
  }
  return mostCommon(behindFull.length > 2 ? behindFull : gaps, 'least') || 1.3 * size
}

/** The place most values lie at, two points more or less; where two are as common, the least or the most. */
function mostCommon(values: readonly number[], prefer: 'least' | 'most'): number {
  const counts = new Map<number, { count: number; sum: number }>()
  for (const value of values) {
    const key = Math.round(value / 2)
    const entry = counts.get(key) ?? { count: 0, sum: 0 }
    counts.set(key, { count: entry.count + 1, sum: entry.sum + value })
  }
  let best = 0
  let most = 0
  for (const [key, { count, sum }] of [...counts].sort((a, b) => (prefer === 'least' ? a[0] - b[0] : b[0] - a[0]))) {
    const around = count + (counts.get(key - 1)?.count ?? 0) + (counts.get(key + 1)?.count ?? 0)
    if (around > most) {
      most = around
      best = sum / count
    }
  }
  return best
}
