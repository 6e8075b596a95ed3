import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { Body, Cell } from '../../model/plan.js'
import { indexWithin, type Span } from '../../model/span.js'
import { type Budget, readStatedBudget, unitOfHead } from './budget.js'
import { readStatedBodies } from './cell-bodies.js'
import { datesIn, type Due, findDue, findStatedDue, trimSpan } from './due.js'
import type { PlacedTable, TaskInput } from './input.js'
import type { Column } from './table-columns.js'
import type { GridRow } from './table-grid.js'
import { joinPeriods, type Period } from './table-periods.js'

/** What one row of a table of work says. */
export interface RowRead {
  readonly task: Cell | undefined
  /** The cell of a column of groups ("Lĩnh vực"). */
  readonly group: string | null
  readonly responsible: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly due: Due | undefined
  /** A time of beginning in a column of its own. */
  readonly start: Due | undefined
  readonly output: Span | undefined
  readonly budget: Budget | null
}

const DITTO = PATTERNS.ditto
/** A dash or a cross where nothing is to be said. */
const BLANK = /^[-–—.…x/\s]*$/i

/** A row by its columns; `above`: the row before it, which marks of repetition and cells left blank before the task refer to. */
export function readRow(input: TaskInput, table: PlacedTable, row: GridRow, columns: readonly Column[], above: RowRead | undefined): RowRead {
  const cell = (use: Column['use']): Cell | undefined => row.find((candidate, x) => columns[x]?.use === use && candidate?.text)
  const task = cell('task')
  const doers = readDoers(input, table, row, columns, above)
  const join = cell('coordinating')
  const joining = join && !DITTO.test(join.text) && !BLANK.test(join.text) ? readStatedBodies(input.text, join.span, input.bodies, table.breaks) : undefined
  const repeats = join !== undefined && DITTO.test(join.text)
  const output = cell('output')
  const start = cell('start')
  return {
    task,
    group: row.find((candidate, x) => columns[x]?.use === 'group' && candidate?.text)?.text ?? null,
    responsible: doers.responsible,
    coordinating: repeats ? (above?.coordinating ?? []) : [...doers.coordinating, ...(joining?.responsible ?? []), ...(joining?.coordinating ?? [])],
    due: doers.due ?? readDue(input, row, columns, task, above),
    start: start && !BLANK.test(start.text) ? findStatedDue(input.text.text, start.span, input.dates) : undefined,
    budget: readBudget(input, row, columns),
    output: doers.output ?? (output && DITTO.test(output.text) ? above?.output : output && !BLANK.test(output.text) ? output.span : undefined),
  }
}

function readBudget(input: TaskInput, row: GridRow, columns: readonly Column[]): Budget | null {
  const x = columns.findIndex(({ use }, index) => use === 'budget' && row[index]?.text && !BLANK.test(row[index].text))
  const paid = row[columns.findIndex(({ use }) => use === 'source')]
  const source = paid?.text && !BLANK.test(paid.text) && !DITTO.test(paid.text) ? paid.span : undefined
  const cell = row[x] ?? (source && paid)
  return cell ? readStatedBudget(input.text, cell.span, unitOfHead(columns[x]?.words ?? ''), source) : null
}

interface Doers {
  readonly responsible: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly due?: Due | undefined
  readonly output?: Span | undefined
}

/** The doers' column, with what else its head says it holds; left blank before the task it means the row above. */
function readDoers(input: TaskInput, table: PlacedTable, row: GridRow, columns: readonly Column[], above: RowRead | undefined): Doers {
  const x = columns.findIndex(({ use }, index) => use === 'responsible' && row[index]?.text)
  const cell = row[x]
  if (!cell || BLANK.test(cell.text)) {
    const before = columns.findIndex(({ use }) => use === 'responsible') < columns.findIndex(({ use }) => use === 'task')
    return { responsible: before && !cell ? [] : before ? (above?.responsible ?? []) : [], coordinating: [] }
  }
  if (DITTO.test(cell.text)) return { responsible: above?.responsible ?? [], coordinating: [] }
  const { also } = columns[x]!
  const parts = also === 'output' ? partOutput(input, cell.span) : also === 'due' ? partDue(input, cell.span) : { bodies: cell.span }
  const { responsible, coordinating } = readStatedBodies(input.text, parts.bodies, input.bodies, table.breaks)
  const split = also === 'coordinating' && !coordinating.length
  return { ...parts, responsible: split ? responsible.slice(0, 1) : responsible, coordinating: split ? responsible.slice(1) : coordinating }
}

const COLON = 58

/** "Các khoa: Danh mục minh chứng": doer and output in one cell. */
function partOutput({ text }: TaskInput, span: Span): { readonly bodies: Span; readonly output?: Span } {
  const colon = indexWithin(text.folded, COLON, span.start, span.end)
  if (colon < 0) return { bodies: span }
  return { bodies: { start: span.start, end: colon }, output: trimSpan(text.text, colon + 1, span.end) }
}

/** "Khoa Kinh tế, trước ngày 15/01/2026": doer and time in one cell. */
function partDue({ text, dates }: TaskInput, span: Span): { readonly bodies: Span; readonly due?: Due | undefined } {
  const first = datesIn(dates, span)[0]
  if (!first) return { bodies: span }
  const before = /[,;(:-][^,;(:-]{0,24}$/.exec(text.folded.slice(span.start, first.span.start))
  return { bodies: { start: span.start, end: before ? span.start + before.index : first.span.start }, due: findStatedDue(text.text, span, dates) }
}

/** The time column's time, or that of the marked months; where it is empty and stands first ("Tháng") or says "as above", that of the row above; a later date in the task itself wins. */
function readDue(input: TaskInput, row: GridRow, columns: readonly Column[], task: Cell | undefined, above: RowRead | undefined): Due | undefined {
  const own = task ? findDue(input.text, task.span, input.dates, input.citations, input.issued) : undefined
  const time = timeCell(input, row, columns)
  if (time && !DITTO.test(time.text) && !BLANK.test(time.text)) {
    const column = findStatedDue(input.text.text, time.span, input.dates)
    return own && task!.span.start > time.span.start && column.edtf !== null ? own : column.edtf === null && own ? own : column
  }
  const marked = markedTime(row, columns)
  if (marked) return marked
  const first = columns.findIndex(({ use }) => use === 'due')
  const inherits = first >= 0 && (first < columns.findIndex(({ use }) => use === 'task') || (time !== undefined && DITTO.test(time.text)))
  return own ?? (inherits ? above?.due : undefined)
}

/** Of several columns of times the last in which a time stands; else the first that is filled. */
function timeCell(input: TaskInput, row: GridRow, columns: readonly Column[]): Cell | undefined {
  const cells = row.filter((cell, x) => cell?.text && columns[x]?.use === 'due')
  return cells.findLast((cell) => datesIn(input.dates, cell!.span).length > 0) ?? cells[0]
}

const LONGEST_MARK = 4

/** Crosses in columns of months or quarters. */
function markedTime(row: GridRow, columns: readonly Column[]): Due | undefined {
  const marked: { readonly period: Period; readonly head: Cell }[] = []
  row.forEach((cell, x) => {
    const { period = null, head = null } = columns[x] ?? {}
    if (period && head && cell?.text && !/^[-–—.0]+$/.test(cell.text) && cell.text.length <= LONGEST_MARK && !marked.some((known) => known.period === period)) marked.push({ period, head })
  })
  const edtf = joinPeriods(marked.map(({ period }) => period))
  const last = marked.at(-1)
  return edtf && last ? { edtf, text: last.head.text, span: last.head.span, by: 'task.due-marks' } : undefined
}
