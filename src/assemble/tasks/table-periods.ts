import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import { fold } from '../../model/folded.js'

/** A month, quarter or year that a column stands for. */
export interface Period {
  /** EDTF of itself: 2025-03, 2025-34, 2025. */
  readonly edtf: string
  /** Its first and last month, counted from year 0. */
  readonly first: number
  readonly last: number
}

/** The years that heads without one mean: a plan's year, or the two of a school year. */
export interface PlanYears {
  readonly plan: number | null
  readonly school: readonly [number, number] | null
}

/** What a head says of its time, before the year is known. */
interface Named {
  readonly unit: 'month' | 'quarter' | 'year'
  readonly value: number
  readonly year: number | null
}

const ROMANS = ['i', 'ii', 'iii', 'iv']
const MONTH = PATTERNS['month-head']
const QUARTER = PATTERNS['quarter-head']
const YEAR = PATTERNS['year-head']
const NUMBER = /^0?(?<month>\d{1,2})$/

/**
 * The periods of columns whose heads name months, quarters or years ("Tháng 3", "3" under "Tháng", "Quý II", "2026"); undefined for the
 * others, and for all where no year is known. `heads`: the texts above each column, from the top down.
 */
export function readPeriods(heads: readonly (readonly string[])[], years: PlanYears): (Period | undefined)[] {
  const named = heads.map(readNamed)
  const known = named.filter((name) => name !== undefined)
  if (known.length < 2) return heads.map(() => undefined)
  let before = 0
  let turned = false
  return named.map((name) => {
    if (!name) return undefined
    turned ||= name.unit === 'month' && name.value < before
    before = name.value
    return toPeriod(name, name.year ?? (years.school && name.unit === 'month' ? years.school[turned || startsLate(known) ? 1 : 0] : years.plan))
  })
}

/** A school year's table that begins in spring is of its second year. */
const startsLate = (named: readonly Named[]): boolean => named[0]!.unit === 'month' && named[0]!.value < 7

function readNamed(texts: readonly string[]): Named | undefined {
  const folded = texts.map((text) => fold(text).replace(/\s+/g, ' ').trim())
  const leaf = folded.at(-1)
  if (leaf === undefined) return undefined
  const above = folded.slice(0, -1).join(' ')
  const year = Number(/20\d\d/.exec(above)?.[0] ?? Number.NaN)
  const month = MONTH.exec(leaf) ?? (PATTERNS['month-above'].test(above) ? NUMBER.exec(leaf) : null)
  if (month && Number(month.groups!['month']) >= 1 && Number(month.groups!['month']) <= 12) return { unit: 'month', value: Number(month.groups!['month']), year: yearIn(month.groups!['year'], year) }
  const quarter = QUARTER.exec(leaf) ?? (PATTERNS['quarter-above'].test(above) ? /^(?<quarter>iv|i{1,3}|[1-4])$/.exec(leaf) : null)
  if (quarter) return { unit: 'quarter', value: ROMANS.indexOf(quarter.groups!['quarter']!) + 1 || Number(quarter.groups!['quarter']), year: yearIn(quarter.groups!['year'], year) }
  const whole = YEAR.exec(leaf)
  return whole ? { unit: 'year', value: Number(whole.groups!['year']), year: Number(whole.groups!['year']) } : undefined
}

const yearIn = (own: string | undefined, above: number): number | null => (own ? Number(own) : Number.isNaN(above) ? null : above)

function toPeriod({ unit, value }: Named, year: number | null): Period | undefined {
  if (year === null) return undefined
  if (unit === 'year') return { edtf: String(year), first: year * 12, last: year * 12 + 11 }
  if (unit === 'quarter') return { edtf: `${year}-${32 + value}`, first: year * 12 + value * 3 - 3, last: year * 12 + value * 3 - 1 }
  return { edtf: `${year}-${String(value).padStart(2, '0')}`, first: year * 12 + value - 1, last: year * 12 + value - 1 }
}

/** The time of the last run of marked periods that follow one another: one is itself, several an interval of months. */
export function joinPeriods(marked: readonly Period[]): string | null {
  let run: Period[] = []
  for (const period of marked) run = run.length && period.first === run.at(-1)!.last + 1 ? [...run, period] : [period]
  if (run.length < 2) return run[0]?.edtf ?? null
  return run[0]!.edtf.length === 4 ? `${run[0]!.edtf}/${run.at(-1)!.edtf}` : `${toMonth(run[0]!.first)}/${toMonth(run.at(-1)!.last)}`
}

const toMonth = (count: number): string => `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
