import { MONEY_UNITS } from '../../grammar/generated/money-units.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { FoldedText } from '../../model/folded.js'
import type { Task } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'
import { trimSpan } from './due.js'

export type Budget = NonNullable<Task['budget']>

const DONG: ReadonlyMap<string, number> = new Map(MONEY_UNITS.map(({ unit, dong }) => [unit, Number(dong)]))
const SOURCE = PATTERNS['source-words']

/** What an attribute line or a cell states: "150 triệu đồng từ ngân sách huyện"; `headUnit` is what the column's head says ("triệu đồng"). */
export function readStatedBudget({ text, folded }: FoldedText, span: Span, headUnit: string | null, source: Span | undefined): Budget | null {
  const words = folded.slice(span.start, span.end)
  const money = PATTERNS.money.exec(words)
  const bare = money ? null : PATTERNS['bare-amount'].exec(words)
  const found = money ?? (headUnit ? bare : null)
  const from = SOURCE.exec(words)
  const paid = source ?? (from ? trimSpan(text, span.start + from.index + from[0].length - from.groups!['word']!.length, sourceEnd(folded, span.start + from.index, span.end)) : undefined)
  if (!found && !paid) return null
  const whole = trimSpan(text, span.start, span.end)
  if (whole.end <= whole.start) return null
  const unit = money?.groups?.['unit'] ?? (found ? headUnit : null)
  return toBudget(text, whole, found?.groups?.['number'], unit, money ? unitSpan(span.start + money.index, money[0], money.groups!['unit']!) : null, paid)
}

/** What a task's own words state: "…, kinh phí 250 triệu đồng". */
export function readOwnBudget({ text, folded }: FoldedText, span: Span): Budget | null {
  const words = folded.slice(span.start, span.end)
  if (!words.includes('kinh phí') && !words.includes('tổng ') && !words.includes('dự toán')) return null
  const found = PATTERNS['stated-money'].exec(words)
  if (!found) return null
  const start = span.start + found.index
  const end = start + found[0].length
  const after = PATTERNS['from-source'].exec(folded.slice(end, Math.min(span.end, end + 40)))
  const paid = after ? trimSpan(text, end + after[0].length, sourceEnd(folded, end + after[0].length, span.end)) : undefined
  return toBudget(text, { start, end }, found.groups!['number'], found.groups!['unit']!, unitSpan(start, found[0], found.groups!['unit']!), paid)
}

const unitSpan = (at: number, words: string, unit: string): Span => ({ start: at + words.length - unit.length, end: at + words.length })

function sourceEnd(folded: string, from: number, limit: number): number {
  const stop = /[.;)\n]/.exec(folded.slice(from, limit))
  return stop ? from + stop.index : limit
}

function toBudget(text: string, span: Span, number: string | undefined, unit: string | null, unitAt: Span | null, source: Span | undefined): Budget {
  const amount = number === undefined ? null : Number(number.replaceAll('.', '').replace(',', '.'))
  const factor = unit === null ? undefined : DONG.get(unit)
  const dong = amount === null || factor === undefined ? null : Math.round(amount * factor)
  return { ...cut(text, span.start, span.end), amount, unit: unitAt ? text.slice(unitAt.start, unitAt.end) : unit, dong, source: source && source.end > source.start ? cut(text, source.start, source.end) : null }
}

/** "(triệu đồng)", "ĐVT: đồng" in a head. */
export const unitOfHead = (words: string): string | null => PATTERNS['money-unit'].exec(words)?.[0] ?? null
