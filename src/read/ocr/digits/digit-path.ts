/** Log-probabilities of the classes, column after column. */
export interface ClassScores {
  readonly classes: number
  readonly columns: number
  readonly data: Float64Array
}

/**
 * The classes of the likeliest path through the columns, without their repeats and the blanks between them, and how likely it is that the picture says just
 * this: the sum over all paths that do. Source: A. Graves and others, Connectionist Temporal Classification, ICML 2006.
 */
export function likeliestClasses(scores: ClassScores, blank: number): { readonly found: readonly number[]; readonly sure: number } {
  const { classes, columns, data } = scores
  const found: number[] = []
  let before = blank
  for (let column = 0; column < columns; column++) {
    let best = 0
    for (let i = 1; i < classes; i++) if (data[column * classes + i]! > data[column * classes + best]!) best = i
    if (best !== blank && best !== before) found.push(best)
    before = best
  }
  return { found, sure: found.length ? probabilityOf(found, scores, blank) : 0 }
}

/** Forward pass of CTC over the classes with blanks between them. */
function probabilityOf(found: readonly number[], { classes, columns, data }: ClassScores, blank: number): number {
  const states = [blank, ...found.flatMap((one) => [one, blank])]
  let ways = states.map((state, i) => (i < 2 ? data[state]! : -Infinity))
  for (let column = 1; column < columns; column++) {
    ways = states.map((state, i) => {
      const past = [ways[i]!, ways[i - 1] ?? -Infinity, state !== blank && state !== states[i - 2] ? (ways[i - 2] ?? -Infinity) : -Infinity]
      return logSum(past) + data[column * classes + state]!
    })
  }
  return Math.exp(logSum(ways.slice(-2)))
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values)
  return most === -Infinity ? most : most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0))
}
