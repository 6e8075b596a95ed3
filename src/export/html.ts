import { type Language, wordLabel } from '../grammar/wording.js'
import type { PlanDocument, Section } from '../model/plan.js'
import { type Exported, type ExportOptions, listOf } from './export-options.js'
import { headerFacts } from './header-facts.js'
import { escapeMarkup as safe } from './markup.js'
import { SHEETS, type Sheet, toSheet, type Value } from './sheets.js'

const STYLE = `body{font:16px/1.5 "Times New Roman",Tinos,serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem;text-align:center}h2{font-size:1.15rem;margin:2rem 0 .5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}dt{color:#555}dd{margin:0}
ul{padding-left:1.5rem}li{margin:.1rem 0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border:1px solid #aaa;padding:.3rem .5rem;vertical-align:top;text-align:left}
th{background:#eef3f8}td.n,td.d{text-align:center;white-space:nowrap}tr:target{background:#fff4c2}
@media print{body{margin:0;max-width:none;font-size:12pt}thead{display:table-header-group}tr{break-inside:avoid}}`

/** A plan as one web page that needs nothing else: heading, outline, and the tables of tasks, citations and targets. It carries no script, and every word of the document is escaped. */
export function toHtml(documents: Exported, { language = 'vi' }: ExportOptions = {}): string {
  const list = listOf(documents)
  const title = list.map(titleOf).join('; ')
  const articles = list.map((document, index) => article(document, list.length > 1 ? `${index + 1}-` : '', language)).join('\n')
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>${safe(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n${articles}\n</body>\n</html>\n`
}

const titleOf = ({ header, source }: PlanDocument): string => [header.type?.name, header.title].filter(Boolean).join(': ') || (source.name ?? '')

function article(document: PlanDocument, prefix: string, language: Language): string {
  const facts = headerFacts(document).map(([key, value]) => `<dt>${safe(wordLabel(key, language))}</dt><dd>${safe(value)}</dd>`)
  const outline = outlineList(document.sections)
  const tables = SHEETS.map((name) => ({ name, sheet: toSheet(name, [document], language) })).filter(({ sheet }) => sheet.rows.length)
  return [
    `<article lang="vi">\n<h1>${safe(titleOf(document))}</h1>\n<dl>${facts.join('\n')}</dl>`,
    outline ? `<h2>${safe(wordLabel('outline', language))}</h2>\n${outline}` : '',
    ...tables.map(({ name, sheet }) => `<h2>${safe(sheet.name)} (${sheet.rows.length})</h2>\n${table(sheet, `${prefix}${name}-`)}`),
    document.diagnostics.length ? `<h2>${safe(wordLabel('diagnostics', language))}</h2>\n<ul>${document.diagnostics.map(({ message }) => `<li>${safe(message)}</li>`).join('')}</ul>` : '',
    '</article>',
  ].filter(Boolean).join('\n')
}

function outlineList(sections: readonly Section[]): string {
  const items = sections.filter(({ kind, heading }) => heading !== null && kind !== 'bullet' && kind !== 'plus')
  return items.length ? `<ul>${items.map(({ marker, heading, children }) => `<li>${safe(heading!.text.startsWith(marker ?? '') ? heading!.text : `${marker} ${heading!.text}`)}${outlineList(children)}</li>`).join('\n')}</ul>` : ''
}

/** Columns that hold nothing are left out; each row can be linked to. */
function table({ columns, rows }: Sheet, id: string): string {
  const shown = columns.map((_, index) => index).filter((index) => rows.some((row) => row[index] !== null))
  const head = shown.map((index) => `<th scope="col">${safe(columns[index]!.title)}</th>`).join('')
  const body = rows.map((row, number) => `<tr id="${id}${number + 1}">${shown.map((index) => cell(row[index]!)).join('')}</tr>`).join('\n')
  return `<div class="scroll"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`
}

function cell(value: Value): string {
  if (value === null) return '<td></td>'
  if ('number' in value) return `<td class="n">${value.number}</td>`
  return 'day' in value ? `<td class="d"><time datetime="${value.day}">${value.day}</time></td>` : `<td>${safe(value.text)}</td>`
}
