import { targetColumns } from '../../grammar/targets.js'
import { type FoldedText, isDigit, isWordUnit } from '../../model/folded.js'
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
    const columns = findColumns(text, table, dates)
    return columns ? targetsOfTable(text, table, columns, dates) : []
  })
}

type ColumnKind = 'unit' | 'name' | 'value' | 'past' | 'other'

function findColumns({ folded }: FoldedText, { header }: Table, dates: readonly TimeMention[]): Columns | undefined {
  const kinds = header.map(({ span }) => columnKind(folded, span))
  const unit = kinds.findIndex((kind, index) => kind === 'unit' && index > 0 && kinds[index - 1] === 'name')
  const name = unit > 0 ? unit - 1 : kinds.indexOf('name')
  if (name < 0) return undefined
  const values = kinds.flatMap((kind, index) => {
    const by = yearOf(folded, header[index]!.span, dates)
    const holds = index > name && index !== unit && (kind === 'value' || (kind === undefined && by !== null) || (kind === 'name' && index === kinds.lastIndexOf('name')))
    return holds ? [{ index, by }] : []
  })
  if (!values.length || (unit < 0 && !isNamed(folded, header[name]!.span))) return undefined
  return { name, unit: unit < 0 ? null : unit, values }
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

function targetsOfTable(source: FoldedText, table: Table, columns: Columns, dates: readonly TimeMention[]): Target[] {
  const { text, folded } = source
  const targets: Target[] = []
  let group = table.caption && yearOf(folded, table.caption.span, dates)
  for (const row of table.rows) {
    const filled = row.filter((cell) => cell.text.trim())
    if (filled.length <= 2) group = filled.map(({ span }) => yearOf(folded, span, dates)).find((year) => year !== null) ?? group
    const name = row[columns.name]
    if (!name?.text.trim()) continue
    const unit = columns.unit === null ? undefined : unitCell(row[columns.unit])
    for (const { index, by } of columns.values) {
      const cell = row[index]
      if (!cell || cell === name) continue
      for (const quantity of quantitiesIn(source, cell.span)) {
        const { value, valueTo, sign } = quantity
        const own = quantity.unit?.kind ? text.slice(quantity.unit.start, quantity.unit.end) : null
        targets.push({ ...cut(text, name.span.start, name.span.end), comparator: sign, value, valueTo, unit: unit ?? own, by: by ?? group, section: table.section })
      }
    }
  }
  return targets
}

const unitCell = (cell: Cell | undefined): string | undefined => (cell?.text.trim() && cell.text.length <= LONGEST_UNIT ? cell.text.trim() : undefined)

/** The numbers of a value's cell: "≤ 3 Đông Nam Á; ≤ 50 thế giới" has two. */
function quantitiesIn({ text, folded }: FoldedText, { start, end }: Span): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = start; at < end; ) {
    const quantity = isDigit(folded.charCodeAt(at)) && !isWordUnit(folded.charCodeAt(at - 1)) ? readQuantity(text, folded, at, start, end) : undefined
    if (quantity) quantities.push(quantity)
    at = quantity ? Math.max(quantity.end, at + 1) : at + 1
  }
  return quantities
}
