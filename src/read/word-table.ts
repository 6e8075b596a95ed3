import type { Block, BlockCell, TableBlock } from './blocks.js'

/** A cell as the definition of its row has it: its edges in twips and what merges it. */
export interface CellShape {
  readonly left: number
  readonly right: number
  /** Covered by the cell before it. */
  readonly covered: boolean
  readonly vertical: 'none' | 'first' | 'covered'
}

export interface Row {
  readonly cells: readonly (readonly Block[])[]
  /** [] where the file does not say. */
  readonly shapes: readonly CellShape[]
  readonly header: boolean
}

/** Edges that lie closer than this, in twips, are one: offices drag them by hand. */
const SAME_EDGE = 60

/** Rows as a table whose merged cells have spans; where a row's shapes are missing each cell has its own column. */
export function buildTable(rows: readonly Row[]): TableBlock {
  const columnOf = numberEdges(rows)
  const open = new Map<number, { rowSpan: number }>()
  return {
    kind: 'table',
    rows: rows.map(({ cells, shapes, header }) => {
      const built: (BlockCell & { rowSpan: number })[] = []
      const known = shapes.length >= cells.length
      for (const [i, blocks] of cells.entries()) {
        const shape = known ? shapes[i]! : undefined
        if (shape?.covered) continue
        const left = shape ? columnOf(shape.left) : i
        const above = open.get(left)
        if (shape?.vertical === 'covered' && above) {
          above.rowSpan++
          continue
        }
        const colSpan = shape ? Math.max(1, columnOf(rightEdge(shapes, i)) - left) : 1
        const cell = { blocks, rowSpan: 1, colSpan, header }
        built.push(cell)
        if (shape?.vertical === 'first') open.set(left, cell)
        else open.delete(left)
      }
      return built
    }),
  }
}

/** Of a cell and those that it covers. */
function rightEdge(shapes: readonly CellShape[], index: number): number {
  let last = index
  while (shapes[last + 1]?.covered) last++
  return shapes[last]!.right
}

/** Columns are what lies between two edges of any row. */
function numberEdges(rows: readonly Row[]): (edge: number) => number {
  const edges = [...new Set(rows.flatMap(({ shapes }) => shapes.flatMap(({ left, right }) => [left, right])))].sort((a, b) => a - b)
  const columns = new Map<number, number>()
  let column = -1
  let from = Number.NEGATIVE_INFINITY
  for (const edge of edges) {
    if (edge - from > SAME_EDGE) {
      column++
      from = edge
    }
    columns.set(edge, column)
  }
  return (edge) => columns.get(edge) ?? 0
}
