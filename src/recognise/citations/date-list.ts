import type { DatedWords } from '../../model/plan.js'
import type { DateFinder } from './context.js'

/** Find dates in a list of them in reading order. */
export const findIn = (dates: readonly DatedWords[]): DateFinder => ({
  startingIn(from, to) {
    let low = 0
    let high = dates.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (dates[middle]!.span.start < from) low = middle + 1
      else high = middle
    }
    const found = dates[low]
    return found && found.span.start <= to ? found : undefined
  },
})
