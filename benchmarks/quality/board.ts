/** Counts of one layer: items that agree, items of the gold, items found. */
export interface Tally {
  readonly hit: number
  readonly gold: number
  readonly found: number
}

export interface Miss {
  readonly document: string
  readonly layer: string
  readonly what: string
}

/** Where the scores of many documents come together, in all and for each document. */
export interface Board {
  readonly totals: Map<string, Tally>
  readonly documents: Map<string, Map<string, Tally>>
  readonly misses: Miss[]
}

export const createBoard = (): Board => ({ totals: new Map(), documents: new Map(), misses: [] })

export const precision = ({ hit, found }: Tally): number => (found ? hit / found : 1)
export const recall = ({ hit, gold }: Tally): number => (gold ? hit / gold : 1)
/** Harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
export const f1 = ({ hit, gold, found }: Tally): number => (gold + found ? (2 * hit) / (gold + found) : 1)

/** A board seen from one document. */
export interface Ledger {
  readonly count: (layer: string, tally: Tally) => void
  readonly miss: (layer: string, what: string) => void
}

export function openLedger(board: Board, document: string): Ledger {
  const own = new Map<string, Tally>()
  board.documents.set(document, own)
  const add = (tallies: Map<string, Tally>, layer: string, more: Tally): void => {
    const { hit, gold, found } = tallies.get(layer) ?? { hit: 0, gold: 0, found: 0 }
    tallies.set(layer, { hit: hit + more.hit, gold: gold + more.gold, found: found + more.found })
  }
  return {
    count: (layer, tally) => {
      add(board.totals, layer, tally)
      add(own, layer, tally)
    },
    miss: (layer, what) => board.misses.push({ document, layer, what }),
  }
}
