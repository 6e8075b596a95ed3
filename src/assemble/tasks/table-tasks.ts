import { type TableColumn, tableColumns } from '../../grammar/assignment.js'
import { fold } from '../../model/folded.js'
import type { Body, Cell, Task } from '../../model/plan.js'
import { buildTask } from './build-task.js'
import { readStatedBodies } from './cell-bodies.js'
import { type Due, findDue, findStatedDue } from './due.js'
import type { PlacedTable, TaskInput } from './input.js'

/** Tasks of a table whose head names a column of work: each row is one, its text the cell that says what to do. */
export function readTableTasks(input: TaskInput, table: PlacedTable): Task[] {
  const columns = readColumns(table.header)
  if (!columns.includes('task') || columns.includes('target') || columns.includes('person')) return []
  if (!columns.some((column) => column === 'responsible' || column === 'due' || column === 'output' || column === 'coordinating')) return []
  const tasks: Task[] = []
  let above: RowRead | undefined
  const group: string[] = []
  for (const row of toGrid(table.rows)) {
    const title = groupTitle(row, columns)
    if (title) {
      group.splice(0, group.length, title)
      above = undefined
      continue
    }
    const read = readRow(input, row, columns, above)
    above = read
    if (read.task) tasks.push(toTask(input, table, read, group))
  }
  return tasks
}

/** What each column holds, by the words its head begins with. A second column of the same use keeps it only for bodies. */
function readColumns(header: readonly Cell[]): (TableColumn | null)[] {
  const columns = header.flatMap((cell): (TableColumn | null)[] => {
    const folded = fold(cell.text).replace(/\s+/g, ' ').trim()
    const found = tableColumns.longestAt(folded, 0, folded.length)?.value ?? containsUse(folded)
    return [found, ...Array.from({ length: cell.colSpan - 1 }, () => found)]
  })
  const first = columns.indexOf('task')
  return columns.map((column, index) => (column === 'task' && index !== first ? 'note' : column))
}

/** "Sở, ngành chủ trì tham mưu", "Đơn vị, cá nhân thực hiện": the word that counts stands later in the head. */
function containsUse(head: string): TableColumn | null {
  if (/chủ trì|thực hiện|phụ trách/.test(head)) return /thời gian|thời hạn/.test(head) ? 'due' : 'responsible'
  if (/phối hợp/.test(head)) return 'coordinating'
  if (/thời gian|thời hạn|hoàn thành|tiến độ/.test(head)) return 'due'
  return /sản phẩm|kết quả/.test(head) ? 'output' : null
}

/** Cells by column, a cell that spans rows repeated in each of them. */
function toGrid(rows: readonly (readonly Cell[])[]): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row) {
      while (grid[y]![x]) x++
      for (let down = 0; down < cell.rowSpan && y + down < rows.length; down++) {
        for (let across = 0; across < cell.colSpan; across++) grid[y + down]![x + across] = cell
      }
      x += cell.colSpan
    }
  })
  return grid
}

/** A group row has one text beside its number: "II | PHÁT TRIỂN SẢN PHẨM | | |". */
function groupTitle(row: readonly (Cell | undefined)[], columns: readonly (TableColumn | null)[]): string | null {
  const filled = [...new Set(row.filter((cell, x) => cell?.text && columns[x] !== 'number'))]
  if (filled.length !== 1) return null
  const numbered = row.find((cell, x) => columns[x] === 'number' && cell?.text)?.text ?? ''
  const wide = filled[0]!.colSpan > 1
  const upper = filled[0]!.text === filled[0]!.text.toUpperCase()
  return wide || upper || /^(?:[IVX]+|[A-H])\.?$/.test(numbered) || (!numbered && filled[0] !== row[columns.indexOf('task')]) ? filled[0]!.text : null
}

interface RowRead {
  readonly task: Cell | undefined
  readonly responsible: readonly Body[]
  readonly coordinating: readonly Body[]
  readonly due: Due | undefined
  readonly output: Cell | undefined
}

const DITTO = /^(?:[-–]?\s*(?:nt|như trên)\s*[-–]?|["”“]+|〃)\.?$/i

function readRow(input: TaskInput, row: readonly (Cell | undefined)[], columns: readonly (TableColumn | null)[], above: RowRead | undefined): RowRead {
  const cell = (use: TableColumn): Cell | undefined => row.find((candidate, x) => columns[x] === use && candidate?.text)
  const ditto = (use: TableColumn): boolean => DITTO.test(cell(use)?.text ?? '')
  const lead = cell('responsible')
  const bodies = lead && !ditto('responsible') ? readStatedBodies(input.text, lead.span, input.bodies) : undefined
  const join = cell('coordinating')
  const joining = join && !ditto('coordinating') ? readStatedBodies(input.text, join.span, input.bodies) : undefined
  const task = cell('task')
  return {
    task,
    responsible: ditto('responsible') ? (above?.responsible ?? []) : (bodies?.responsible ?? []),
    coordinating: ditto('coordinating') ? (above?.coordinating ?? []) : [...(bodies?.coordinating ?? []), ...(joining?.responsible ?? []), ...(joining?.coordinating ?? [])],
    due: readDue(input, cell('due'), task, ditto('due') || columns.indexOf('due') < columns.indexOf('task'), above),
    output: ditto('output') ? above?.output : cell('output'),
  }
}

/** The due column's time; where it is empty and stands first ("Tháng") or says "as above", that of the row above; a later date in the task itself wins. */
function readDue(input: TaskInput, time: Cell | undefined, task: Cell | undefined, inherits: boolean, above: RowRead | undefined): Due | undefined {
  const own = task ? findDue(input.text, task.span, input.dates, input.citations, input.issued) : undefined
  if (time && !DITTO.test(time.text)) {
    const column = findStatedDue(time.span, input.dates)
    return own && task!.span.start > time.span.start ? own : (column ?? undefined)
  }
  return own ?? (inherits ? above?.due : undefined)
}

function toTask(input: TaskInput, table: PlacedTable, read: RowRead, group: readonly string[]): Task {
  const { task, responsible, coordinating, due, output } = read
  return buildTask(input, {
    span: task!.span,
    section: table.section,
    group: [...table.group, ...group],
    assignment: { responsible, coordinating, by: 'task.column' },
    due,
    output: output?.span,
    origin: 'table',
    rule: 'task.row',
  })
}
