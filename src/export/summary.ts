import { type Language, type LabelKey, wordLabel, wordMessage } from '../grammar/wording.js'
import type { Body, Citation, PlanDocument, Section, Severity, Task } from '../model/plan.js'
import { HEADER_LABELS, headerFacts } from './header-facts.js'
import { clip, displayWidth, layOut, pad, toLine, wrap } from './columns.js'

export interface SummaryOptions {
  /** Width of the page in character cells; default 80. */
  readonly columns?: number
  /** Use ANSI colours; default false. */
  readonly color?: boolean
  /** Language of the labels; default vi. */
  readonly language?: Language
}

interface Page {
  readonly columns: number
  readonly language: Language
  readonly paint: (style: Style, text: string) => string
}

const STYLES = { strong: [1, 22], faint: [2, 22], error: [31, 39], warning: [33, 39], info: [36, 39] } as const
type Style = keyof typeof STYLES

/** What a person wants to see of a plan at a glance: heading, outline, tasks, citations, what is to be checked. */
export function toSummary(document: PlanDocument, options: SummaryOptions = {}): string {
  const { columns = 80, color = false, language = 'vi' } = options
  const paint = (style: Style, text: string): string => (color && text ? `\u001b[${STYLES[style][0]}m${text}\u001b[${STYLES[style][1]}m` : text)
  const page: Page = { columns: Math.max(40, columns), language, paint }
  const parts = [headingLines, outlineLines, taskLines, targetLines, citationLines, diagnosticLines].map((print) => print(document, page))
  return `${parts.filter((lines) => lines.length).map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const headed = (key: LabelKey, count: number | null, lines: readonly string[], page: Page): string[] =>
  lines.length ? [page.paint('strong', `${wordLabel(key, page.language).toUpperCase()}${count === null ? '' : ` (${count})`}`), ...lines] : []

const names = (bodies: readonly Body[]): string => bodies.map((body) => toLine(body.text)).join('; ')

/** Recipients would fill the page. */
const isShown = (key: LabelKey): boolean => key !== 'recipients'

function headingLines(document: PlanDocument, page: Page): string[] {
  const width = Math.max(...HEADER_LABELS.filter(isShown).map((key) => displayWidth(wordLabel(key, page.language)))) + 2
  return headerFacts(document).filter(([key]) => isShown(key)).flatMap(([key, value]) =>
    wrap(toLine(value), page.columns - width).map((line, row) => page.paint('faint', pad(row ? '' : wordLabel(key, page.language), width)) + line),
  )
}

/** Sections with a number, one a line, indented by depth; the role stands at the right where it differs from the parent's. */
function outlineLines(document: PlanDocument, page: Page): string[] {
  const lines: string[] = []
  const walk = (sections: readonly Section[], depth: number, inherited: string | null): void => {
    for (const section of sections) {
      if (section.kind === 'bullet' || section.kind === 'plus') continue
      const role = section.role && section.role !== inherited ? wordMessage(`role.${section.role}`, {}, page.language) : ''
      const room = page.columns - depth * 2 - (role ? displayWidth(role) + 2 : 0)
      const title = clip(sectionTitle(section), room)
      lines.push(' '.repeat(depth * 2) + (role ? pad(title, room) + page.paint('faint', `  ${role}`) : title))
      walk(section.children, depth + 1, section.role)
    }
  }
  walk(document.sections, 0, null)
  return headed('outline', null, lines, page)
}

function sectionTitle(section: Section): string {
  if (section.heading === null) return toLine(section.text.slice(0, 400))
  const marker = section.marker === null || section.heading.text.startsWith(section.marker) ? '' : `${section.marker} `
  return toLine(marker + section.heading.text)
}

/** Each task in at most two lines of its words, and under them who, with whom and by when, as far as that is stated. */
function taskLines({ tasks }: PlanDocument, page: Page): string[] {
  const indent = String(tasks.length).length + 2
  const width = page.columns - indent
  const lines = tasks.flatMap((task, index) => {
    const words = wrapShort(toLine(task.text.slice(0, 400)), width, 2).map((line, row) => pad(row ? '' : String(index + 1), indent) + line)
    const facts = wrapShort(taskFacts(task, page.language), width, 3).map((line) => ' '.repeat(indent) + page.paint('faint', line))
    return [...words, ...facts.filter((line) => line.trim())]
  })
  return headed('tasks', tasks.length, lines, page)
}

const taskFacts = (task: Task, language: Language): string =>
  ([['responsible', names(task.responsible)], ['coordinating', names(task.coordinating)], ['due', toTerm(task)]] as const)
    .flatMap(([key, value]) => (value ? [`${wordLabel(key, language)}: ${value}`] : []))
    .join(' · ')

/** Wrapped into at most `most` lines; the last one ends in an ellipsis where there were more. */
function wrapShort(text: string, width: number, most: number): string[] {
  const lines = wrap(text, width)
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), clip(lines.slice(most - 1).join(' '), width)]
}

/** A due in few cells: "≤ 2024-06-30", "2024-06-01–2024-06-30"; its words where no value could be worked out. */
const toTerm = ({ due, dueText }: Task): string =>
  due === null ? toLine(dueText ?? '') : due.replace(/^\.\.\//, '≤ ').replace(/^(.*)\/\.\.$/, '≥ $1').replace('/', '–')

const faintFirst = (lines: readonly string[], page: Page): string[] => lines.map((line, index) => (index ? line : page.paint('faint', line)))

function targetLines({ targets }: PlanDocument, page: Page): string[] {
  const lines = targets.map(({ comparator, value, valueTo, unit, by, text }) => {
    const amount = `${comparator} ${value}${valueTo === null ? '' : `–${valueTo}`} ${unit ?? ''}${by === null ? '' : ` (${by})`}`
    return clip(`${pad(toLine(amount), 22)}  ${toLine(text)}`, page.columns)
  })
  return headed('targets', targets.length, lines, page)
}

/** Each instrument once, with how often it is named. */
function citationLines({ citations }: PlanDocument, page: Page): string[] {
  const instruments = new Map<string, Citation[]>()
  for (const citation of citations) {
    const key = citation.notation?.text ?? citation.name
    if (key === null || key === undefined || citation.relation === 'self') continue
    instruments.set(key, [...(instruments.get(key) ?? []), citation])
  }
  const rows = [...instruments].map(([key, mentions]) => ({
    key,
    times: mentions.length > 1 ? wordLabel('times', page.language, { count: mentions.length }) : '',
    date: mentions.find(({ date }) => date)?.date ?? '',
    about: mentions.find(({ title }) => title)?.title?.text ?? mentions.find(({ issuer }) => issuer)?.issuer?.name ?? '',
  }))
  const lines = layOut(
    [
      { title: wordLabel('notation', page.language), cells: rows.map(({ key }) => toLine(key)), weight: 2, least: 24 },
      { title: wordLabel('issued', page.language), cells: rows.map(({ date }) => date), weight: 1, least: 10 },
      { title: wordLabel('title', page.language), cells: rows.map(({ about }) => toLine(about)), weight: 3 },
      { title: '', cells: rows.map(({ times }) => times), weight: 1 },
    ],
    page.columns,
  )
  return headed('citations', rows.length, faintFirst(lines, page), page)
}

function diagnosticLines({ diagnostics }: PlanDocument, page: Page): string[] {
  const label = (severity: Severity): string => wordMessage(`severity.${severity}`, {}, page.language)
  const width = Math.max(0, ...diagnostics.map(({ severity }) => displayWidth(label(severity)))) + 2
  const lines = diagnostics.flatMap(({ severity, message }) =>
    wrap(toLine(message), page.columns - width).map((line, row) => page.paint(severity, pad(row ? '' : label(severity), width)) + line),
  )
  return headed('diagnostics', diagnostics.length, lines, page)
}
