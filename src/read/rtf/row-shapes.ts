import type { CellShape } from '../word-table.js'

type Merge = 'none' | 'first' | 'covered'

/** Gathers the shapes of a row's cells: `\clvmgf\cellx2500`. */
export class RowShapes {
  #left = 0
  #shapes: CellShape[] = []
  #covered = false
  #vertical: Merge = 'none'
  header = false

  control(word: string, value = 0): void {
    if (word === 'trowd') this.#begin()
    else if (word === 'trleft' && !this.#shapes.length) this.#left = value
    else if (word === 'trhdr') this.header = true
    else if (word === 'clvmgf') this.#vertical = 'first'
    else if (word === 'clvmrg') this.#vertical = 'covered'
    else if (word === 'clmrg') this.#covered = true
    else if (word === 'cellx' && this.#shapes.length < MOST_CELLS) this.#end(value)
  }

  get shapes(): readonly CellShape[] {
    return this.#shapes
  }

  #begin(): void {
    this.#left = 0
    this.#shapes = []
    this.#covered = false
    this.#vertical = 'none'
    this.header = false
  }

  #end(right: number): void {
    this.#shapes.push({ left: this.#left, right, covered: this.#covered, vertical: this.#vertical })
    this.#left = right
    this.#covered = false
    this.#vertical = 'none'
  }
}

const MOST_CELLS = 200
export const ROW_WORDS: ReadonlySet<string> = new Set(['trowd', 'trleft', 'trhdr', 'clvmgf', 'clvmrg', 'clmgf', 'clmrg', 'cellx'])
