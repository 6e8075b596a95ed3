import type { Cell } from '../../model/plan.js'

export type GridRow = readonly (Cell | undefined)[]

/** No table of work is wider; a page may claim thousands of columns. */
const WIDEST = 80

/** Cells by column: a cell that spans rows or columns stands in each of them. */
export function toGrid(rows: readonly (readonly Cell[])[]): GridRow[] {
  const grid: (Cell | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row) {
      while (grid[y]![x]) x++
      const width = Math.min(cell.colSpan, WIDEST - x)
      if (width <= 0) break
      const last = Math.min(y + cell.rowSpan, rows.length)
      for (let down = y; down < last; down++) for (let across = x; across < x + width; across++) grid[down]![across] = cell
      x += width
    }
  })
  return grid
}

/** The texts of a head above each column, from the top down, each once; a blank cell of a plain head takes the text at its left. */
export function headTexts(head: readonly (readonly Cell[])[], width: number): Cell[][] {
  const grid = toGrid(head)
  return Array.from({ length: width }, (_, x) => {
    const texts: Cell[] = []
    grid.forEach((row, y) => {
      const cell = row[x]?.text ? row[x] : y < grid.length - 1 ? textAtLeft(row, x, grid[y + 1]!) : undefined
      if (cell?.text && !texts.includes(cell)) texts.push(cell)
    })
    return texts
  })
}

/** "Phân công thực hiện |  |" over "Chủ trì | Phối hợp": a blank belongs to the text at its left where something stands below both. */
function textAtLeft(row: GridRow, x: number, below: GridRow): Cell | undefined {
  if (!below[x]?.text) return undefined
  for (let left = x - 1; left >= 0; left--) {
    if (row[left]?.text) return below[left]?.text ? row[left] : undefined
    if (!below[left]?.text) return undefined
  }
  return undefined
}
