import { startsVerb } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { Body, Cell, Task } from '../../model/plan.js'
import { buildTask } from './build-task.js'
import { readStatedBodies } from './cell-bodies.js'
import { type Due, findDue, findStatedDue } from './due.js'
import type { PlacedTable, TaskInput } from './input.js'
import type { Column } from './table-columns.js'
import type { GridRow } from './table-grid.js'

/**
 * A table without a column of work whose cells say what is to be done: the heads name who does it, or when.
 *
 *     Thời gian | Tỉnh đoàn            | Huyện đoàn
 *     Tháng 3   | Phát động Tháng …    | Ra quân …
 */
export function readCellTasks(input: TaskInput, table: PlacedTable, rows: readonly GridRow[], columns: readonly Column[]): Task[] {
  const holders = columns.flatMap((column, x) => (column.head && (column.use === 'other' || column.use === 'agent' || column.use === 'period') && holdsWork(input, rows, x) ? [x] : []))
  const time = columns.findIndex(({ use }) => use === 'due')
  const doer = columns.findIndex(({ use }, x) => (use === 'agent' || use === 'responsible') && !holders.includes(x))
  const timed = time >= 0 || holders.some((x) => columns[x]!.period)
  if (holders.length < 2 || !timed) return []
  let due: Due | undefined
  return rows.flatMap((row) => {
    const when = row[time]
    if (when?.text) due = findStatedDue(input.text.text, when.span, input.dates)
    const who = row[doer]?.text ? bodiesIn(input, table, row[doer]) : []
    return holders.flatMap((x) => {
      const cell = row[x]
      if (!cell?.text || cell === row[time] || row.indexOf(cell) < x) return []
      const { period, head } = columns[x]!
      const own = findDue(input.text, cell.span, input.dates, input.citations, input.issued)
      const given = period && head ? { edtf: period.edtf, text: head.text, span: head.span, by: 'task.due-head' } : due
      const responsible = who.length || period || isTimeOfDay(head!) ? who : bodiesIn(input, table, head!)
      return [buildTask(input, { span: cell.span, section: table.section, group: table.group, assignment: { responsible, coordinating: [], by: 'task.column-head' }, due: own ?? given, output: undefined, origin: 'table', rule: 'task.cell' })]
    })
  })
}

const bodiesIn = (input: TaskInput, table: PlacedTable, { span }: Cell): readonly Body[] => readStatedBodies(input.text, span, input.bodies, table.breaks).responsible

const isTimeOfDay = ({ text }: Cell): boolean => PATTERNS['time-of-day'].test(text)

/** At least half of a column's cells begin with a verb of work. */
function holdsWork(input: TaskInput, rows: readonly GridRow[], x: number): boolean {
  const cells = rows.slice(0, 60).flatMap((row) => (row[x]?.text ? [row[x]] : []))
  const verbs = cells.filter(({ span }) => {
    const marker = /^[-+*•\d.\s]*/.exec(input.text.folded.slice(span.start, span.end))![0]
    return startsVerb(input.text.folded, span.start + marker.length, span.end)
  })
  return verbs.length > 0 && verbs.length * 2 >= cells.length
}
