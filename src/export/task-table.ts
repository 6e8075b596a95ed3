import { type Language, wordLabel } from '../grammar/wording.js'
import type { Body, Task } from '../model/plan.js'
import { toCsvLine } from './csv.js'
import { clip, displayWidth, pad, toLine, wrap } from './columns.js'

/** A task to be printed; `uncertain` where only a group that may include the body asked for names it. */
export interface TaskLine {
  readonly task: Task
  readonly uncertain: boolean
}

export interface TaskTableOptions {
  /** Width in character cells; default 80. */
  readonly columns?: number
  readonly color?: boolean
  readonly language?: Language
}

const MOST_LINES = 5
const GAP = 2

/** The table of who does what, with whom and by when: rows of several lines, parted by a blank line, no wider than the page. */
export function toTaskTable(lines: readonly TaskLine[], { columns = 80, color = false, language = 'vi' }: TaskTableOptions = {}): string {
  if (!lines.length) return `${wordLabel('no-tasks', language)}\n`
  const heads = [wordLabel('number', language), ...(['task', 'responsible', 'coordinating', 'due'] as const).map((key) => wordLabel(key, language))]
  const rows = lines.map(({ task, uncertain }, index) => [String(index + 1), toLine(task.text.slice(0, 600)), (uncertain ? '? ' : '') + namesOf(task.responsible), namesOf(task.coordinating), toTerm(task, language)])
  const shown = heads.flatMap((_, x) => (rows.some((row) => row[x]) ? [x] : []))
  const widths = widthsOf(shown, heads, rows, Math.max(60, columns))
  const printed = [heads, ...rows].map((row, index) => printRow(shown.map((x) => row[x]!), widths, color && index === 0))
  return `${printed.join('\n\n')}\n`
}

const namesOf = (bodies: readonly Body[]): string => bodies.map(({ text }) => toLine(text)).join('; ')

/** A due in few cells: "≤ 2024-06-30", "2024-06-01 – 2024-06-30", "quý II/2024"; its words where no value could be worked out. */
const toTerm = ({ due, dueText }: Pick<Task, 'due' | 'dueText'>, language: Language): string => {
  if (due === null) return toLine(dueText ?? '')
  if (/^[\dX-]+\/[\dX-]+$/.test(due)) return due.replace('/', ' – ')
  const named = due.replace(/(\d{4})-(3[3-6]|4[01])(?!\d)/g, (_, year: string, part: string) => `${PARTS[language][part]}${language === 'vi' ? '/' : ' '}${year}`)
  return named.replace(/^\.\.\//, '≤ ').replace(/^(.*)\/\.\.$/, '≥ $1')
}

const PARTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { 33: 'quý I', 34: 'quý II', 35: 'quý III', 36: 'quý IV', 40: 'nửa đầu', 41: 'nửa cuối' },
  en: { 33: 'Q1', 34: 'Q2', 35: 'Q3', 36: 'Q4', 40: 'H1', 41: 'H2' },
}

/** The number and the due take what they need, the rest is shared: half of it for the task. */
function widthsOf(shown: readonly number[], heads: readonly string[], rows: readonly (readonly string[])[], columns: number): number[] {
  const widest = (x: number): number => Math.max(displayWidth(heads[x]!), ...rows.map((row) => displayWidth(row[x]!)))
  const fixed = new Map([[0, widest(0)], [4, Math.min(widest(4), 13)]])
  const shared = shown.filter((x) => !fixed.has(x))
  const room = columns - GAP * (shown.length - 1) - shown.reduce((sum, x) => sum + (fixed.get(x) ?? 0), 0)
  const weight = (x: number): number => (x === 1 ? 2 : 1)
  const total = shared.reduce((sum, x) => sum + weight(x), 0)
  const widths = new Map(shared.map((x) => [x, Math.min(widest(x), Math.floor((room * weight(x)) / total))]))
  const left = room - [...widths.values()].reduce((sum, width) => sum + width, 0)
  widths.set(1, Math.min(widest(1), widths.get(1)! + left))
  return shown.map((x) => fixed.get(x) ?? widths.get(x)!)
}

function printRow(cells: readonly string[], widths: readonly number[], strong: boolean): string {
  const wrapped = cells.map((cell, x) => shorten(wrap(cell, widths[x]!), widths[x]!))
  const height = Math.max(...wrapped.map(({ length }) => length))
  return Array.from({ length: height }, (_, y) => {
    const line = wrapped.map((cell, x) => pad(cell[y] ?? '', widths[x]!)).join(' '.repeat(GAP)).trimEnd()
    return strong ? `\u001b[1m${line}\u001b[22m` : line
  }).join('\n')
}

const shorten = (lines: readonly string[], width: number): readonly string[] =>
  lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), clip(lines.slice(MOST_LINES - 1).join(' '), width)]

const FIELDS = ['id', 'section', 'task', 'responsible', 'coordinating', 'due', 'due_text', 'output', 'reports_to', 'budget', 'confidence'] as const

const fieldsOf = ({ task }: TaskLine): string[] => [
  task.id, task.section ?? '', toLine(task.text), namesOf(task.responsible), namesOf(task.coordinating), task.due ?? '', toLine(task.dueText ?? ''),
  toLine(task.output?.text ?? ''), namesOf(task.reportsTo), toLine(task.budget?.text ?? ''), String(task.confidence),
]

/** Comma-separated values (RFC 4180) with a head; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function toTaskCsv(lines: readonly TaskLine[], source: string | null, head: boolean): string {
  const rows = lines.map((line) => [...(source === null ? [] : [source]), ...fieldsOf(line)])
  const all = head ? [[...(source === null ? [] : ['source']), ...FIELDS], ...rows] : rows
  return all.map(toCsvLine).join('')
}

/** A table in Markdown. */
export function toTaskMarkdown(lines: readonly TaskLine[], language: Language = 'vi'): string {
  const heads = [wordLabel('number', language), ...(['task', 'responsible', 'coordinating', 'due', 'output'] as const).map((key) => wordLabel(key, language))]
  const rows = lines.map(({ task, uncertain }, index) => [String(index + 1), task.text, (uncertain ? '? ' : '') + namesOf(task.responsible), namesOf(task.coordinating), toTerm(task, language), task.output?.text ?? ''])
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => toLine(cell).replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join(' | ')} |\n`).join('')
}
