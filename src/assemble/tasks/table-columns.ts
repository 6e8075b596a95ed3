import { type TableColumn, tableColumns } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import { fold } from '../../model/folded.js'
import type { Cell } from '../../model/plan.js'
import { type GridRow, headTexts } from './table-grid.js'
import { type Period, type PlanYears, readPeriods } from './table-periods.js'

/** What a column holds: its use by its head, the second one where two share it, and the period it stands for. */
export interface Column {
  readonly use: TableColumn | 'period' | 'other'
  readonly also: 'output' | 'due' | 'coordinating' | null
  readonly period: Period | null
  readonly head: Cell | null
  /** The head's own words and those above them, folded. */
  readonly words: string
}

const OTHER = { use: 'other', also: null } as const

/**
 * What each column holds. Of several columns that may say what to do the strongest head decides ("Nội dung | Nhiệm vụ": nhiệm vụ); a
 * column of bare "Đơn vị" is that of the doers only where no other is and `namesBodies` finds bodies in its cells.
 */
export function readColumns(head: readonly (readonly Cell[])[], rows: readonly GridRow[], years: PlanYears, namesBodies: (cells: readonly Cell[]) => boolean): Column[] {
  const width = Math.max(0, ...rows.slice(0, 200).map((row) => row.length))
  const texts = headTexts(head, width)
  const periods = readPeriods(texts.map((cells) => cells.map((cell) => cell.text)), years)
  const columns = texts.map((cells, x): Column => {
    const words = cells.map((cell) => wordsOf(cell.text)).join(' ')
    if (periods[x]) return { use: 'period', also: null, period: periods[x], head: cells.at(-1) ?? null, words }
    return { ...usesOf(cells), period: null, head: cells.at(-1) ?? null, words }
  })
  return settle(columns, rows, namesBodies)
}

const wordsOf = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()

/** By the head's own words, else by those above it. */
function usesOf(cells: readonly Cell[]): Pick<Column, 'use' | 'also'> {
  for (const cell of cells.toReversed()) {
    const found = useOf(wordsOf(cell.text).replace(/\([^)]*\)/g, '').trim())
    if (found.use !== 'other') return found
  }
  return OTHER
}

function useOf(words: string): Pick<Column, 'use' | 'also'> {
  const whole = tableColumns.longestAt(words, 0, words.length)
  if (whole?.end === words.length) return { use: whole.value, also: null }
  const uses = words.split(PATTERNS['head-joint']).map((piece) => tableColumns.longestAt(piece, 0, piece.length)?.value ?? laterUse(piece))
  if (uses.includes('responsible')) return { use: 'responsible', also: (['output', 'due', 'coordinating'] as const).find((use) => uses.includes(use)) ?? null }
  if (uses.includes('output') && uses.includes('due')) return { use: 'output', also: 'due' }
  return { use: whole?.value ?? laterUse(words) ?? uses.find((use) => use !== null) ?? 'other', also: null }
}

/** "Sở, ngành chủ trì tham mưu", "Số ngày chậm nhất phải hoàn thành": the word that counts stands later in the head. */
function laterUse(head: string): TableColumn | null {
  if (PATTERNS['inspected-column'].test(head)) return 'note'
  if (PATTERNS['due-column'].test(head)) return 'due'
  if (PATTERNS['joining-column'].test(head)) return PATTERNS['leading-column'].test(head) ? 'responsible' : 'coordinating'
  if (PATTERNS['responsible-column'].test(head)) return 'responsible'
  if (PATTERNS['done-column'].test(head)) return 'due'
  if (PATTERNS['output-column'].test(head)) return 'output'
  return PATTERNS['task-column'].test(head) ? 'task' : null
}

function settle(columns: readonly Column[], rows: readonly GridRow[], namesBodies: (cells: readonly Cell[]) => boolean): Column[] {
  const uses = columns.map((column) => column.use)
  const task = uses.indexOf('task') >= 0 ? uses.indexOf('task') : uses.indexOf('content')
  const lacksDoer = !uses.includes('responsible')
  const agent = lacksDoer ? uses.findIndex((use, x) => use === 'agent' && namesBodies(cellsOf(rows, x))) : -1
  const person = lacksDoer && agent < 0 && uses[task] === 'task' ? uses.indexOf('person') : -1
  return columns.map((column, x) => {
    if (x === task) return { ...column, use: 'task' }
    if (x === agent || x === person) return { ...column, use: 'responsible' }
    if (column.use !== 'task' && column.use !== 'content') return column
    return { ...column, use: x < task ? 'group' : 'note' }
  })
}

const cellsOf = (rows: readonly GridRow[], x: number): Cell[] => [...new Set(rows.slice(0, 60).flatMap((row) => (row[x]?.text ? [row[x]] : [])))]

/** Is the table one of work: does it say what is to be done, and who does it, when, or what comes of it? */
export function isWorkTable(columns: readonly Column[], strong: boolean): boolean {
  const has = (use: Column['use']): boolean => columns.some((column) => column.use === use)
  if (!has('task') || ((has('target') || has('person')) && !strong)) return false
  return columns.some(({ use }) => use === 'responsible' || use === 'due' || use === 'output' || use === 'coordinating' || use === 'period')
}
