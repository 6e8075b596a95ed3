import type { Block } from './blocks.js'
import { buildTable, type CellShape, type Row } from './word-table.js'

interface Level {
  rows: Row[]
  cells: (readonly Block[])[]
  blocks: Block[]
}

const createLevel = (): Level => ({ rows: [], cells: [], blocks: [] })

/** Puts together tables, and tables inside their cells, from paragraphs that know only how deep they stand. */
export class TableStack {
  readonly #blocks: Block[] = []
  readonly #levels: Level[] = []

  /** A block inside `depth` tables. */
  add(block: Block, depth: number): void {
    this.#open(depth)
    ;(this.#levels.at(-1)?.blocks ?? this.#blocks).push(block)
  }

  endCell(depth: number): void {
    this.#open(depth)
    const level = this.#levels.at(-1)
    if (!level) return
    level.cells.push(level.blocks)
    level.blocks = []
  }

  endRow(depth: number, shapes: readonly CellShape[], header: boolean): void {
    this.#open(depth)
    const level = this.#levels.at(-1)
    if (!level) return
    if (level.blocks.some(isFull)) level.cells.push(level.blocks)
    if (level.cells.length) level.rows.push({ cells: level.cells, shapes, header })
    level.cells = []
    level.blocks = []
  }

  /** A page begins with a row: what stands before is another table. */
  beginPage(): void {
    const [outer] = this.#levels
    if (this.#levels.length === 1 && outer && !outer.cells.length && !outer.blocks.some(isFull)) this.#open(0)
  }

  finish(): Block[] {
    this.#open(0)
    return this.#blocks
  }

  #open(depth: number): void {
    while (this.#levels.length > depth) this.#close()
    while (this.#levels.length < depth) this.#levels.push(createLevel())
  }

  /** A table ends where a paragraph outside it begins; cells of a row that did not end are kept as one. */
  #close(): void {
    const level = this.#levels.pop()!
    const into = this.#levels.at(-1)?.blocks ?? this.#blocks
    if (level.blocks.some(isFull)) level.cells.push(level.blocks)
    if (level.cells.length) level.rows.push({ cells: level.cells, shapes: [], header: false })
    if (level.rows.length) into.push(buildTable(level.rows))
  }
}

const isFull = (block: Block): boolean => block.kind === 'table' || block.text.trim() !== ''
