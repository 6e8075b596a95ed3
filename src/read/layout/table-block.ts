import type { TableBlock, TableCell } from './blocks.js'
import { gridsOf, type Grid } from './grid.js'
import { linesOfWords } from './line.js'
import type { PageContent, Word } from './page-content.js'

/** Between the words of a cell and its border: Word's own margin. */
const PADDING = 5.4

/** The ruled tables of a page, and the words that stand in none. */
export function readTables(page: PageContent): { tables: TableBlock[]; rest: Word[] } {
  const grids = gridsOf(page.rules)
  if (!grids.length) return { tables: [], rest: [...page.words] }
  const inside = grids.map((): Word[] => [])
  const rest: Word[] = []
  for (const word of page.words) {
    const index = grids.findIndex((grid) => holds(grid, word))
    if (index < 0) rest.push(word)
    else inside[index]!.push(word)
  }
  const tables: TableBlock[] = []
  for (const [i, grid] of grids.entries()) {
    const table = tableOf(grid, inside[i]!, page.number)
    if (table) tables.push(table)
    else rest.push(...inside[i]!)
  }
  return { tables, rest }
}

const middleOf = (word: Word): [x: number, y: number] => [(word.left + word.right) / 2, word.baseline - 0.3 * word.fontSize]

function holds({ xs, ys }: Grid, word: Word): boolean {
  const [x, y] = middleOf(word)
  return x > xs[0]! - 1 && x < xs.at(-1)! + 1 && y > ys[0]! - 1 && y < ys.at(-1)! + 1
}

/** A table, unless it is no more than a frame or an empty form. */
function tableOf(grid: Grid, words: readonly Word[], page: number): TableBlock | undefined {
  if (!words.length) return undefined
  const columns = grid.xs.length - 1
  const owner = new Map<number, number>()
  for (const [i, cell] of grid.cells.entries()) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) for (let c = cell.column; c < cell.column + cell.colSpan; c++) owner.set(r * columns + c, i)
  }
  const contents = grid.cells.map((): Word[] => [])
  for (const word of words) {
    const [x, y] = middleOf(word)
    const row = levelAt(grid.ys, y)
    const column = levelAt(grid.xs, x)
    contents[owner.get(row * columns + column)!]!.push(word)
  }
  const rows = grid.ys.slice(1).map((): TableCell[] => [])
  for (const [i, { row, column, rowSpan, colSpan }] of grid.cells.entries()) rows[row]!.push({ column, rowSpan, colSpan, lines: linesOfWords(contents[i]!, page), right: grid.xs[column + colSpan]! - PADDING })
  const filled = dropEmptyRows(rows)
  return filled.length && filled.some((row) => row.length > 1) ? { kind: 'table', page, top: grid.ys[0]!, bottom: grid.ys.at(-1)!, xs: grid.xs, rows: filled } : undefined
}

function levelAt(levels: readonly number[], place: number): number {
  let low = 0
  let high = levels.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (levels[middle]! <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** Rows between two lines that are drawn twice hold nothing; cells that run through them are as much shorter. */
function dropEmptyRows(rows: readonly (readonly TableCell[])[]): TableCell[][] {
  const empty = rows.map((row) => row.every(({ lines }) => !lines.length) && !row.some(({ rowSpan }) => rowSpan > 1))
  return rows.flatMap((row, index) => {
    if (empty[index]) return []
    return [row.map((cell) => ({ ...cell, rowSpan: Math.max(1, cell.rowSpan - empty.slice(index, index + cell.rowSpan).filter(Boolean).length) }))]
  })
}
