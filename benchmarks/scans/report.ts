import type { Damage } from './damages.js'
import { layerOf, type Measured } from './measure.js'

export interface Row {
  readonly damage: Damage
  readonly scans: readonly Measured[]
}

const MEASURES = ['words', 'marks', 'sections', 'citations', 'tasks', 'header'] as const
type Measure = (typeof MEASURES)[number]
export type Means = Readonly<Record<Measure, number>>

/** Least means of a kind of damage, by its name; kinds that are not named have none. */
export type Floors = Readonly<Record<string, Partial<Means>>>

export function meansOf(scans: readonly Measured[]): Means {
  const mean = (value: (scan: Measured) => number): number => scans.reduce((sum, scan) => sum + value(scan), 0) / Math.max(1, scans.length)
  const layer = (name: Measure): number => mean(({ board }) => layerOf(board, name))
  return { words: mean(({ words }) => words), marks: mean(({ marks }) => marks), sections: layer('sections'), citations: layer('citations'), tasks: layer('tasks'), header: layer('header') }
}

function cellsOf({ damage, scans }: Row): string[] {
  const means = meansOf(scans)
  const sum = (value: (scan: Measured) => number): number => scans.reduce((all, scan) => all + value(scan), 0)
  const poor = sum((scan) => scan.poor.length)
  const told = sum((scan) => scan.poor.filter((page) => page.told).length)
  return [`${damage.name}${damage.hard ? ' (hard)' : ''}`, String(sum(({ pages }) => pages)), ...MEASURES.map((measure) => means[measure].toFixed(3)), String(sum(({ mended }) => mended)), String(sum(({ unsure }) => unsure)), poor ? `${told} of ${poor}` : '-']
}

const HEAD = ['damage', 'pages', ...MEASURES, 'mended', 'unsure', 'poor pages told']

export function toTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  return cells.map((row) => row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ')).join('\n')
}

export const toMarkdown = (rows: readonly Row[]): string =>
  [HEAD, HEAD.map(() => '---'), ...rows.map(cellsOf)].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** Kinds of damage whose means are below their floors, and poor pages of which nothing was said, in words. */
export function belowFloors(rows: readonly Row[], floors: Floors): string[] {
  return rows.flatMap(({ damage, scans }) => {
    const means = meansOf(scans)
    return Object.entries(floors[damage.name] ?? {}).flatMap(([measure, floor]) => {
      const got = means[measure as Measure]
      return got < floor ? [`below its floor: ${damage.name}, ${measure} ${got.toFixed(3)} < ${floor}`] : []
    })
  })
}
