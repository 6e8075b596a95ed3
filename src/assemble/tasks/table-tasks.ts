import { tableColumns } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import { fold } from '../../model/folded.js'
import type { Body, Cell, Task } from '../../model/plan.js'
import { buildTask } from './build-task.js'
import { readStatedBodies } from './cell-bodies.js'
import type { PlacedTable, TaskInput } from './input.js'
import { type Column, isWorkTable, readColumns } from './table-columns.js'
import { readCellTasks } from './table-cell-tasks.js'
import { type GridRow, toGrid } from './table-grid.js'
import { readRow, type RowRead } from './table-row.js'

/** Tasks of the tables of a document, in order: a table without a head goes on with the columns of the one before it. */
export function readAllTableTasks(input: TaskInput): Task[] {
  const tasks: Task[] = []
  let before: { readonly columns: readonly Column[]; readonly last: RowRead | undefined } | undefined
  for (const table of input.tables) {
    const rows = toGrid(table.rows)
    const width = Math.max(0, ...rows.slice(0, 200).map((row) => row.length))
    const goesOn = !table.head.length && before?.columns.length === width && width > 2 && !isUnknownHead(rows[0]!)
    const columns = goesOn ? before!.columns : readColumns(table.head, rows, input.years, (cells) => nameBodies(input, cells))
    const read = readTableTasks(input, table, rows, columns, goesOn ? before!.last : undefined)
    tasks.push(...read.tasks)
    before = { columns, last: read.last }
  }
  return tasks
}

/** "TT | Tên danh mục | Tổng mức đầu tư": a head whose other names nobody knows. */
const isUnknownHead = (row: GridRow): boolean => row.some((cell) => PATTERNS['number-head'].test(cell?.text ?? ''))

/** At least half of the cells begin with the name of a body. */
function nameBodies(input: TaskInput, cells: readonly Cell[]): boolean {
  const bodies = cells.filter(({ span }) => input.bodies.read(input.text, span.start, span.end) !== undefined)
  return bodies.length > 0 && bodies.length * 2 >= cells.length
}

/** Tasks of a table whose head names a column of work: each row is one, its text the cell that says what to do. */
function readTableTasks(input: TaskInput, table: PlacedTable, rows: readonly GridRow[], columns: readonly Column[], last: RowRead | undefined): { tasks: Task[]; last: RowRead | undefined } {
  const strong = columns.some(({ use, words }) => use === 'task' && tableColumns.longestAt(words, 0, words.length)?.value === 'task')
  if (!isWorkTable(columns, strong)) return { tasks: columns.some(({ use }) => use === 'task') ? [] : readCellTasks(input, table, rows, columns), last: undefined }
  const tasks: Task[] = []
  const groups: Group[] = []
  let above = last
  rows.forEach((row, y) => {
    if (isHeadAgain(row, columns)) return
    const group = readGroup(input, table, row, rows[y + 1], columns)
    if (group) {
      while (groups.length && groups.at(-1)!.level >= group.level) groups.pop()
      groups.push(group)
      above = undefined
      return
    }
    const read = readRow(input, table, row, columns, above)
    above = read
    if (!read.task || !saysWork(read.task, columns)) return
    const given = read.responsible.length ? undefined : groups.findLast(({ bodies }) => bodies.length)
    tasks.push(toTask(input, table, given ? { ...read, responsible: given.bodies } : read, groups, given ? 'task.group-row' : 'task.column'))
  })
  return { tasks, last: above }
}

/** The head, printed again on a further page. */
const isHeadAgain = (row: GridRow, columns: readonly Column[]): boolean => {
  const named = columns.filter(({ head }) => head !== null).length
  return named > 1 && columns.filter(({ head }, x) => head && row[x] && fold(row[x].text) === fold(head.text)).length * 2 > named
}

/** A row that titles those below it: "II | PHÁT TRIỂN SẢN PHẨM | | |", "1 | Nhóm …" above "1.1 | …". */
interface Group {
  readonly level: number
  readonly title: string
  /** Those it names: "I | Sở Y tế | | |". */
  readonly bodies: readonly Body[]
}

function readGroup(input: TaskInput, table: PlacedTable, row: GridRow, next: GridRow | undefined, columns: readonly Column[]): Group | undefined {
  const filled = [...new Set(row.filter((cell, x) => cell?.text && columns[x]?.use !== 'number'))]
  const [cell] = filled
  if (filled.length !== 1 || !cell) return undefined
  const number = numberOf(row, columns)
  const isOwn = cell === row[columns.findIndex(({ use }) => use === 'task')]
  const wide = cell.colSpan > 1
  const upper = cell.text === cell.text.toUpperCase()
  const part = PART.test(number)
  const parted = isOwn && next !== undefined && isBelow(number, numberOf(next, columns))
  if (!wide && !upper && !part && !parted && isOwn) return undefined
  const level = part || upper || !number ? 0 : number.split('.').filter(Boolean).length
  return { level: parted && !part ? Math.max(1, level) : level, title: cell.text, bodies: bodiesOf(input, table, cell) }
}

const PART = /^(?:[IVX]+|[A-HĐ])\.?$/

const numberOf = (row: GridRow, columns: readonly Column[]): string => row.find((cell, x) => columns[x]?.use === 'number' && cell?.text)?.text ?? ''

/** "1.1" below "1", "a" or "-" below "1", "1" below nothing. */
function isBelow(number: string, next: string): boolean {
  const [own, below] = [number, next].map((each) => each.replace(/[.)\s]+$/, ''))
  if (!below) return false
  if (!own) return true
  return below.startsWith(`${own}.`) || (/^\d+$/.test(own) && /^(?:[a-zđ]|[-+])$/.test(below))
}

/** A group's title that is the name of bodies gives them what stands below. */
function bodiesOf(input: TaskInput, table: PlacedTable, { span }: Cell): readonly Body[] {
  const marker = /^(?:[ivx]+|[a-hđ]|\d+(?:\.\d+)*)[.)] */.exec(input.text.folded.slice(span.start, span.end))
  const start = span.start + (marker?.[0].length ?? 0)
  const first = input.bodies.read(input.text, start, span.end)
  if (!first) return []
  const { responsible } = readStatedBodies(input.text, { start, end: span.end }, input.bodies, table.breaks)
  return responsible.every(({ kind }) => kind !== 'other') && responsible.at(-1)?.span.end === span.end ? responsible : []
}

const TOTAL = PATTERNS.total
const POST = PATTERNS.post

/** Sums say nothing of work, and beside a person's name a post in a board is no task ("Phó Trưởng ban"). */
function saysWork(task: Cell, columns: readonly Column[]): boolean {
  const words = fold(task.text)
  if (TOTAL.test(words)) return false
  const persons = columns.some(({ use, words: head }) => use === 'responsible' && tableColumns.longestAt(head, 0, head.length)?.value === 'person')
  return !persons || !POST.test(words) || words.length > 60
}

function toTask(input: TaskInput, table: PlacedTable, read: RowRead, groups: readonly Group[], by: string): Task {
  const { task, responsible, coordinating, due, output } = read
  return buildTask(input, {
    span: task!.span,
    section: table.section,
    group: [...table.group, ...groups.map(({ title }) => title), ...(read.group ? [read.group] : [])],
    assignment: { responsible, coordinating, by },
    due,
    times: read.start ? [read.start] : [],
    output,
    budget: read.budget,
    origin: 'table',
    rule: 'task.row',
  })
}
