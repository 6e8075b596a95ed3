import type { Rule } from './page-content.js'

/** A cell of a ruled table: rows and columns it takes up, and its box. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A ruled table on one page. */
export interface Grid {
  /** x of the column borders, from left to right, and y of the row borders, top down. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** In reading order. */
  readonly cells: readonly GridCell[]
}

/** Lines that lie closer are one. */
const SAME = 3
/** Lines that miss each other by less meet. */
const REACH = 4
const MOST_LINES = 4000
const MOST_ATOMS = 60_000

/** The tables that ruling lines draw: lines that meet, with two cells at least between them. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const lines = mergeRules(rules)
  if (lines.length > MOST_LINES) return []
  return connected(lines).flatMap((group) => {
    const grid = gridOf(group)
    return grid ? [grid] : []
  }).sort((a, b) => a.ys[0]! - b.ys[0]!)
}

/** Lines on one axis that touch or overlap become one. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => Number(a.horizontal) - Number(b.horizontal) || a.at - b.at || a.from - b.from)
  const merged: Rule[] = []
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i]!
    const level: Rule[] = []
    for (; i < sorted.length && sorted[i]!.horizontal === first.horizontal && sorted[i]!.at - first.at < SAME; i++) level.push(sorted[i]!)
    level.sort((a, b) => a.from - b.from)
    let open = level[0]!
    for (const rule of level.slice(1)) {
      if (rule.from <= open.to + SAME) open = { ...open, to: Math.max(open.to, rule.to) }
      else {
        merged.push(open)
        open = rule
      }
    }
    merged.push(open)
  }
  return merged
}

const meet = (h: Rule, v: Rule): boolean => v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH

/** Groups of lines that meet, each with both kinds. */
function connected(lines: readonly Rule[]): Rule[][] {
  const across = lines.filter(({ horizontal }) => horizontal).sort((a, b) => a.at - b.at)
  const down = lines.filter(({ horizontal }) => !horizontal)
  const parent = lines.map((_, i) => i)
  const index = new Map(lines.map((line, i) => [line, i]))
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  for (const v of down) {
    for (let i = firstAtOrBelow(across, v.from - REACH); i < across.length && across[i]!.at <= v.to + REACH; i++) {
      if (meet(across[i]!, v)) parent[root(index.get(across[i]!)!)] = root(index.get(v)!)
    }
  }
  const groups = new Map<number, Rule[]>()
  for (const [i, line] of lines.entries()) groups.set(root(i), [...(groups.get(root(i)) ?? []), line])
  return [...groups.values()].filter((group) => group.some(({ horizontal }) => horizontal) && group.some(({ horizontal }) => !horizontal))
}

function firstAtOrBelow(across: readonly Rule[], y: number): number {
  let low = 0
  let high = across.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (across[middle]!.at < y) low = middle + 1
    else high = middle
  }
  return low
}

function gridOf(lines: readonly Rule[]): Grid | undefined {
  const across = lines.filter(({ horizontal }) => horizontal)
  const down = lines.filter(({ horizontal }) => !horizontal)
  const xs = levelsOf(down)
  const ys = levelsOf(across)
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || columns < 1 || rows * columns > MOST_ATOMS || rows * columns < 2) return undefined
  const cells = cellsOf(xs, ys, across, down)
  return cells.length > 1 ? { xs, ys, cells } : undefined
}

/** The distinct places of lines, in order. */
function levelsOf(rules: readonly Rule[]): number[] {
  const levels: number[] = []
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b)) if (!levels.length || at - levels.at(-1)! > SAME) levels.push(at)
  return levels
}

/** Atoms of the grid without a border between them are one cell; only those that make a box are joined. */
function cellsOf(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]): GridCell[] {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const borders = bordersOf(xs, ys, across, down)
  const taken = new Uint8Array(rows * columns)
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue
      let right = column
      while (right + 1 < columns && !borders.right(row, right) && !taken[row * columns + right + 1]) right++
      let bottom = row
      while (bottom + 1 < rows && spansDown(borders, bottom, column, right)) bottom++
      for (let r = row; r <= bottom; r++) for (let c = column; c <= right; c++) taken[r * columns + c] = 1
      cells.push({ row, column, rowSpan: bottom - row + 1, colSpan: right - column + 1, left: xs[column]!, right: xs[right + 1]!, top: ys[row]!, bottom: ys[bottom + 1]! })
    }
  }
  return cells
}

interface Borders {
  readonly right: (row: number, column: number) => boolean
  readonly below: (row: number, column: number) => boolean
}

/** No line below any atom of the run, and none between the atoms of the run below. */
function spansDown(borders: Borders, row: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column++) if (borders.below(row, column) || (column < right && borders.right(row + 1, column))) return false
  return true
}

function bordersOf(xs: readonly number[], ys: readonly number[], across: readonly Rule[], down: readonly Rule[]): Borders {
  const at = (rules: readonly Rule[], levels: readonly number[]): Rule[][] => {
    const groups: Rule[][] = levels.map(() => [])
    for (const rule of rules) {
      const level = levels.findLastIndex((place) => place <= rule.at + 0.01)
      groups[Math.max(level, 0)]!.push(rule)
    }
    return groups
  }
  const [rowLines, columnLines] = [at(across, ys), at(down, xs)]
  const covers = (rules: readonly Rule[], from: number, to: number): boolean => {
    const middle = (from + to) / 2
    return rules.some((rule) => rule.from <= middle && rule.to >= middle)
  }
  return {
    right: (row, column) => covers(columnLines[column + 1]!, ys[row]!, ys[row + 1]!),
    below: (row, column) => covers(rowLines[row + 1]!, xs[column]!, xs[column + 1]!),
  }
}
