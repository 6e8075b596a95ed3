import { TARGETS_PATTERNS as PATTERNS } from '../../grammar/generated/targets-patterns.js'
import { targetColumns } from '../../grammar/targets.js'
import { type FoldedText, isDigit, isWordUnit, unitAt } from '../../model/folded.js'
import type { Cell, Table, Target } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'
import { datesIn, horizonOf, type TimeMention } from './horizon.js'
import { type Quantity, readQuantity } from './quantity.js'

/** Columns of a table of aims, by their index. */
interface Columns {
  readonly name: number
  readonly unit: number | null
  /** Each with the year its head names. */
  readonly values: readonly { readonly index: number; readonly by: string | null }[]
  /** The last column of what has been reached. */
  readonly past: number | null
}

/** Words after a number in a unit's column are few; a longer cell is text. */
const LONGEST_UNIT = 60

/**
 * Aims that stand in tables: a column that names them, one for the unit, one or more for the values.
 *
 *     | TT | Chỉ tiêu              | Đơn vị | Năm 2025 |
 *     | 1  | Tỷ lệ che phủ rừng    | %      | ≥ 52     |   → >= 52 %, by 2025
 *
 * The words of each are its name's cell.
 */
export function recogniseTableTargets(text: FoldedText, tables: readonly Table[], dates: readonly TimeMention[]): Target[] {
  return tables.flatMap((table) => {
    const columns = findColumns(text, toGrid([table.header])[0]!, dates)
    return columns ? targetsOfTable(text, table, toGrid([table.header, ...table.head.slice(table.head.indexOf(table.header) + 1), ...table.rows]), columns, dates) : []
  })
}

type ColumnKind = 'unit' | 'name' | 'value' | 'past' | 'other'

function findColumns({ folded }: FoldedText, header: readonly (Cell | undefined)[], dates: readonly TimeMention[]): Columns | undefined {
  const kinds = header.map((cell) => cell && columnKind(folded, cell.span))
  if (header.some((cell) => cell && PRICES.test(folded.slice(cell.span.start, cell.span.end)))) return undefined
  const unit = kinds.findIndex((kind, index) => kind === 'unit' && index > 0 && kinds[index - 1] === 'name')
  const name = unit > 0 ? unit - 1 : kinds.indexOf('name')
  if (name < 0) return undefined
  const values = kinds.flatMap((kind, index) => {
    const cell = header[index]
    if (!cell || index <= name || index === unit || cell === header[name]) return []
    const by = yearOf(folded, cell.span, dates)
    const holds = kind === 'value' || (kind === undefined && by !== null) || (kind === 'name' && isNamed(folded, cell.span))
    return holds ? [{ index, by }] : []
  })
  if (!values.length || (unit < 0 && !isNamed(folded, header[name]!.span))) return undefined
  const past = kinds.lastIndexOf('past')
  return { name, unit: unit < 0 ? null : unit, values, past: past > name ? past : null }
}

const PRICES = PATTERNS.prices

/** No table of aims has a cell that spans more columns; a page may claim thousands. */
const WIDEST = 50

/** The cells of rows by their column: a cell that spans several stands in each of them, in every row it spans. */
function toGrid(rows: readonly (readonly Cell[])[]): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => [])
  rows.forEach((row, index) => {
    let column = 0
    for (const cell of row) {
      while (grid[index]![column]) column++
      const last = Math.min(index + cell.rowSpan, rows.length)
      const width = Math.min(cell.colSpan, WIDEST)
      for (let r = index; r < last; r++) for (let c = 0; c < width; c++) grid[r]![column + c] = cell
      column += width
    }
  })
  return grid
}

const columnKind = (folded: string, { start, end }: Span): ColumnKind | undefined => targetColumns.longestAt(folded, start, end)?.value

/** Without a column of units only a head that says "chỉ tiêu", "mục tiêu" makes a table one of aims; "nội dung" does not. */
const isNamed = (folded: string, { start, end }: Span): boolean => {
  const head = folded.slice(start, end)
  return head.includes('chỉ tiêu') || head.includes('mục tiêu') || head.includes('chỉ số')
}

const YEAR = /(?:19|20)\d\d/

/** The time a head or a group's row names: a mention, or a bare year. */
function yearOf(folded: string, span: Span, dates: readonly TimeMention[]): string | null {
  const said = datesIn(dates, span).map(({ edtf }) => horizonOf(edtf)).find((value) => value !== null)
  return said ?? YEAR.exec(folded.slice(span.start, span.end))?.[0] ?? null
}

function targetsOfTable(source: FoldedText, table: Table, [header, ...rows]: readonly (readonly (Cell | undefined)[])[], columns: Columns, dates: readonly TimeMention[]): Target[] {
  const { folded } = source
  const targets: Target[] = []
  const years = new Map(columns.values.map(({ index, by }) => [index, by]))
  let group = table.caption && yearOf(folded, table.caption.span, dates)
  for (const row of rows) {
    const filled = [...new Set(row)].filter((cell) => cell?.text.trim())
    if (isHeadOfYears(folded, row, header!, columns)) for (const { index } of columns.values) years.set(index, yearOf(folded, row[index]!.span, dates))
    else if (filled.length <= 2) group = filled.map((cell) => yearOf(folded, cell!.span, dates)).find((year) => year !== null) ?? group
    else for (const target of targetsOfRow(source, row, columns, header!, (index) => years.get(index) ?? group, table.section)) targets.push(target)
  }
  return targets
}

/** A second head: years alone under the columns of values. */
const isHeadOfYears = (folded: string, row: readonly (Cell | undefined)[], header: readonly (Cell | undefined)[], { name, values }: Columns): boolean =>
  (row[name] === header[name] || !row[name]?.text.trim()) && values.every(({ index }) => row[index] && BARE_YEARS.test(folded.slice(row[index].span.start, row[index].span.end)))

const BARE_YEARS = PATTERNS['bare-years']

function targetsOfRow(source: FoldedText, row: readonly (Cell | undefined)[], columns: Columns, header: readonly (Cell | undefined)[], timeOf: (column: number) => string | null, section: string | null): Target[] {
  const { text } = source
  const name = row[columns.name]
  if (!name?.text.trim()) return []
  const unit = columns.unit === null ? undefined : unitCell(row[columns.unit])
  const baseline = readPast(source, columns.past === null ? undefined : row[columns.past], header, columns.past)
  return columns.values.flatMap(({ index }) => {
    const cell = row[index]
    if (!cell || cell === name) return []
    return quantitiesIn(source, cell.span).map(({ value, valueTo, sign, unit: read }) => {
      const own = read?.kind ? text.slice(read.start, read.end) : null
      return { ...cut(text, name.span.start, name.span.end), comparator: sign, value, valueTo, unit: unit ?? own, by: timeOf(index), scope: null, baseline, section }
    })
  })
}

/** The cell of what has been reached, and the year its head names. */
function readPast(source: FoldedText, cell: Cell | undefined, header: readonly (Cell | undefined)[], column: number | null): Target['baseline'] {
  if (!cell?.text.trim() || column === null) return null
  const [quantity] = quantitiesIn(source, cell.span)
  if (!quantity) return null
  const head = header[column]
  return { ...cut(source.text, cell.span.start, cell.span.end), value: quantity.value, at: head ? (YEAR.exec(source.folded.slice(head.span.start, head.span.end))?.[0] ?? null) : null }
}

const unitCell = (cell: Cell | undefined): string | undefined => (cell?.text.trim() && cell.text.length <= LONGEST_UNIT ? cell.text.trim() : undefined)

/** The numbers of a value's cell: "≤ 3 Đông Nam Á; ≤ 50 thế giới" has two. */
function quantitiesIn({ text, folded }: FoldedText, { start, end }: Span): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = start; at < end; ) {
    const quantity = isDigit(folded.charCodeAt(at)) && !isWordUnit(unitAt(folded, at - 1)) ? readQuantity(text, folded, at, start, end) : undefined
    if (quantity) quantities.push(quantity)
    at = quantity ? Math.max(quantity.end, at + 1) : at + 1
  }
  return quantities
}
