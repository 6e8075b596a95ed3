/** How alike a gold item and a found item are: 0 is no match. */
export type Similarity<G, F> = (gold: G, found: F) => number

export interface Alignment {
  /** Indexes of gold and found items that belong together. */
  readonly pairs: readonly (readonly [gold: number, found: number])[]
  readonly missing: readonly number[]
  readonly extra: readonly number[]
}

/** The best one-to-one matching that keeps reading order, as in a diff: the sum of similarities is the greatest. */
export function alignInOrder<G, F>(gold: readonly G[], found: readonly F[], similarity: Similarity<G, F>): Alignment {
  const alike = gold.map((g) => found.map((f) => similarity(g, f)))
  const best = bestSums(alike, gold.length, found.length)
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < gold.length && j < found.length) {
    const score = alike[i]![j]!
    if (score > 0 && Math.abs(best[i]![j]! - (best[i + 1]![j + 1]! + score)) < 1e-9) pairs.push([i++, j++])
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++
    else j++
  }
  return withRest(pairs, gold.length, found.length)
}

/** `sums[i][j]`: the greatest sum that the items from i and j on can reach. */
function bestSums(alike: readonly (readonly number[])[], rows: number, columns: number): Float64Array[] {
  const sums = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const score = alike[i]![j]!
      const together = score > 0 ? sums[i + 1]![j + 1]! + score : 0
      sums[i]![j] = Math.max(sums[i + 1]![j]!, sums[i]![j + 1]!, together)
    }
  }
  return sums
}

/** In order first; what that left over (footnotes, two columns) may still meet, first come first served. */
export function alignInAnyOrder<G, F>(gold: readonly G[], found: readonly F[], similarity: Similarity<G, F>): Alignment {
  const { pairs, missing, extra } = alignInOrder(gold, found, similarity)
  const left = new Set(extra)
  const late: [number, number][] = []
  for (const g of missing) {
    const partner = [...left].find((f) => similarity(gold[g]!, found[f]!) > 0)
    if (partner === undefined) continue
    left.delete(partner)
    late.push([g, partner])
  }
  return withRest([...pairs, ...late], gold.length, found.length)
}

function withRest(pairs: readonly (readonly [number, number])[], golds: number, founds: number): Alignment {
  const matched = new Set(pairs.map(([g]) => g))
  const used = new Set(pairs.map(([, f]) => f))
  const rest = (length: number, taken: ReadonlySet<number>): number[] => Array.from({ length }, (_, index) => index).filter((index) => !taken.has(index))
  return { pairs, missing: rest(golds, matched), extra: rest(founds, used) }
}
