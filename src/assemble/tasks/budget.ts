import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { FoldedText } from '../../model/folded.js'
import type { Task } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'
import { trimSpan } from './due.js'

export type Budget = NonNullable<Task['budget']>

const UNITS: Readonly<Record<string, number>> = { đồng: 1, đ: 1, vnđ: 1, vnd: 1, 'nghìn đồng': 1e3, 'ngàn đồng': 1e3, 'triệu đồng': 1e6, 'tỷ đồng': 1e9, 'tỉ đồng': 1e9, tr: 1e6, 'trđ': 1e6, 'tr.đ': 1e6, triệu: 1e6, tỷ: 1e9, 'nghìn tỷ đồng': 1e12 }
const UNIT = '(?:nghìn tỷ đồng|nghìn đồng|ngàn đồng|triệu đồng|tỷ đồng|tỉ đồng|đồng|triệu|tỷ|vnđ|vnd)'
const NUMBER = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)'
const MONEY = new RegExp(`${NUMBER} ?(${UNIT})(?![a-zà-ỹđ])`)
const STATED = new RegExp(`(?<![a-zà-ỹđ])(?:kinh phí|tổng mức đầu tư|tổng vốn|dự toán|tổng kinh phí)[^.;\\n\\d]{0,60}${NUMBER} ?(${UNIT})(?![a-zà-ỹđ])`)
const SOURCE = PATTERNS['source-words']

/** What an attribute line or a cell states: "150 triệu đồng từ ngân sách huyện"; `headUnit` is what the column's head says ("triệu đồng"). */
export function readStatedBudget({ text, folded }: FoldedText, span: Span, headUnit: string | null, source: Span | undefined): Budget | null {
  const words = folded.slice(span.start, span.end)
  const money = MONEY.exec(words)
  const bare = money ? null : new RegExp(`^\\s*${NUMBER}\\s*$`).exec(words)
  const found = money ?? (headUnit ? bare : null)
  const from = SOURCE.exec(words)
  const paid = source ?? (from ? trimSpan(text, span.start + from.index + from[0].length - from[1]!.length, sourceEnd(folded, span.start + from.index, span.end)) : undefined)
  if (!found && !paid) return null
  const whole = trimSpan(text, span.start, span.end)
  if (whole.end <= whole.start) return null
  const unit = money?.[2] ?? (found ? headUnit : null)
  return toBudget(text, whole, found?.[1], unit, money ? unitSpan(span.start + money.index, money[0], money[2]!) : null, paid)
}

/** What a task's own words state: "…, kinh phí 250 triệu đồng". */
export function readOwnBudget({ text, folded }: FoldedText, span: Span): Budget | null {
  const words = folded.slice(span.start, span.end)
  if (!words.includes('kinh phí') && !words.includes('tổng ') && !words.includes('dự toán')) return null
  const found = STATED.exec(words)
  if (!found) return null
  const start = span.start + found.index
  const end = start + found[0].length
  const after = PATTERNS['from-source'].exec(folded.slice(end, Math.min(span.end, end + 40)))
  const paid = after ? trimSpan(text, end + after[0].length, sourceEnd(folded, end + after[0].length, span.end)) : undefined
  return toBudget(text, { start, end }, found[1], found[2]!, unitSpan(start, found[0], found[2]!), paid)
}

const unitSpan = (at: number, words: string, unit: string): Span => ({ start: at + words.length - unit.length, end: at + words.length })

function sourceEnd(folded: string, from: number, limit: number): number {
  const stop = /[.;)\n]/.exec(folded.slice(from, limit))
  return stop ? from + stop.index : limit
}

function toBudget(text: string, span: Span, number: string | undefined, unit: string | null, unitAt: Span | null, source: Span | undefined): Budget {
  const amount = number === undefined ? null : Number(number.replaceAll('.', '').replace(',', '.'))
  const factor = unit === null ? undefined : UNITS[unit]
  const dong = amount === null || factor === undefined ? null : Math.round(amount * factor)
  return { ...cut(text, span.start, span.end), amount, unit: unitAt ? text.slice(unitAt.start, unitAt.end) : unit, dong, source: source && source.end > source.start ? cut(text, source.start, source.end) : null }
}

/** "(triệu đồng)", "ĐVT: đồng" in a head. */
export const unitOfHead = (words: string): string | null => new RegExp(UNIT).exec(words)?.[0] ?? null
