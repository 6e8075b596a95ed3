import { type Language, wordLabel } from '../grammar/wording.js'
import type { PlanDocument, Section } from '../model/plan.js'
import { type Exported, type ExportOptions, listOf } from './export-options.js'
import { headerFacts } from './header-facts.js'
import { SHEETS, type Sheet, toSheet, type Value } from './sheets.js'

/** A plan as Markdown (CommonMark with the tables of GitHub): heading, outline, and the tables of tasks, citations and targets. */
export function toMarkdown(documents: Exported, { language = 'vi' }: ExportOptions = {}): string {
  return listOf(documents).map((document) => page(document, language)).join('\n---\n\n')
}

function page(document: PlanDocument, language: Language): string {
  const { header, source } = document
  const title = [header.type?.name, header.title].filter(Boolean).join(': ') || (source.name ?? '')
  const facts = headerFacts(document).map(([key, value]) => `- **${wordLabel(key, language)}:** ${plain(value)}`)
  const outline = outlineLines(document.sections, 0)
  const tables = SHEETS.map((name) => toSheet(name, [document], language)).filter(({ rows }) => rows.length)
  return [
    `# ${plain(title)}\n`,
    facts.length ? `${facts.join('\n')}\n` : '',
    outline.length ? `## ${wordLabel('outline', language)}\n\n${outline.join('\n')}\n` : '',
    ...tables.map((sheet) => `## ${sheet.name} (${sheet.rows.length})\n\n${table(sheet)}\n`),
    document.diagnostics.length ? `## ${wordLabel('diagnostics', language)}\n\n${document.diagnostics.map(({ message }) => `- ${plain(message)}`).join('\n')}\n` : '',
  ].filter(Boolean).join('\n')
}

function outlineLines(sections: readonly Section[], depth: number): string[] {
  return sections
    .filter(({ kind, heading }) => heading !== null && kind !== 'bullet' && kind !== 'plus')
    .flatMap(({ marker, heading, children }) => [`${'  '.repeat(depth)}- ${plain(heading!.text.startsWith(marker ?? '') ? heading!.text : `${marker} ${heading!.text}`)}`, ...outlineLines(children, depth + 1)])
}

/** Columns that hold nothing, and those to be filled in, are left out. */
function table({ columns, rows }: Sheet): string {
  const shown = columns.map((_, index) => index).filter((index) => rows.some((row) => row[index] !== null))
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(shown.map((index) => plain(columns[index]!.title))), line(shown.map(() => '---')), ...rows.map((row) => line(shown.map((index) => plain(print(row[index]!)))))].join('\n')
}

const print = (value: Value): string => (value === null ? '' : 'number' in value ? String(value.number) : 'day' in value ? value.day : value.text)

/** What Markdown or HTML would read as markup. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~&]/g, String.raw`\$&`).replace(/^(\d+)([.)] )/, String.raw`$1\$2`).replace(/^([-+] )/, String.raw`\$1`)
