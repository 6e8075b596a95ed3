import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A grammar table: TSV with a head row, `#` lines are remarks, cells are NFC, one fact a row. */
export interface GrammarTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

export interface TableSpec {
  readonly name: string
  /** Columns that the table must have, in this order. */
  readonly columns: readonly string[]
  /** Columns that may be empty. */
  readonly optional?: readonly string[]
  /** Columns whose values together are unique. */
  readonly key: readonly string[]
  /** Allowed values of a column. */
  readonly values?: Readonly<Record<string, readonly string[]>>
  /** Written as one string and parsed at first use: for long tables. */
  readonly compact?: boolean
}

/** Read and check a table; every mistake is reported with its line. */
export function readTable(folder: string, spec: TableSpec): { table: GrammarTable; mistakes: string[] } {
  const file = join(folder, `${spec.name}.tsv`)
  const mistakes: string[] = []
  if (!existsSync(file)) return { table: { name: spec.name, columns: spec.columns, rows: [] }, mistakes: [`${spec.name}.tsv is missing`] }
  const content = readFileSync(file, 'utf8')
  if (content !== content.normalize('NFC')) mistakes.push(`${spec.name}.tsv is not NFC`)
  const lines = content.split('\n').map((line, index) => ({ line, number: index + 1 }))
  const [head, ...body] = lines.filter(({ line }) => line.trim() && !line.startsWith('#'))
  if (head?.line !== spec.columns.join('\t')) mistakes.push(`${spec.name}.tsv: the head row must be ${spec.columns.join(' | ')}`)
  const seen = new Map<string, number>()
  const rows = body.map(({ line, number }) => {
    const cells = line.split('\t')
    const at = `${spec.name}.tsv:${number}`
    if (cells.length !== spec.columns.length) mistakes.push(`${at}: ${cells.length} cells, ${spec.columns.length} wanted`)
    const row = Object.fromEntries(spec.columns.map((column, index) => [column, (cells[index] ?? '').trim()]))
    mistakes.push(...checkRow(row, spec, at))
    const key = spec.key.map((column) => row[column]).join('\t')
    if (seen.has(key)) mistakes.push(`${at}: ${key} stands already at line ${seen.get(key)}`)
    seen.set(key, number)
    return row
  })
  return { table: { name: spec.name, columns: spec.columns, rows }, mistakes }
}

function checkRow(row: Readonly<Record<string, string>>, spec: TableSpec, at: string): string[] {
  const mistakes: string[] = []
  for (const column of spec.columns) {
    const value = row[column] ?? ''
    if (!value && !spec.optional?.includes(column)) mistakes.push(`${at}: ${column} is empty`)
    const allowed = spec.values?.[column]
    if (value && allowed && !allowed.includes(value)) mistakes.push(`${at}: ${column} is "${value}", not one of ${allowed.join(', ')}`)
  }
  return mistakes
}

/** The TypeScript that carries a table: objects with literal types, or one string for a compact table. */
export function printTable(table: GrammarTable, spec: TableSpec): string {
  const head = `// Generated from grammars/${table.name}.tsv by \`npm run grammars\`. Do not edit.\n`
  const constant = table.name.toUpperCase().replaceAll('-', '_')
  if (spec.compact) {
    const body = table.rows.map((row) => table.columns.filter((c) => c !== 'source').map((c) => row[c]).join('\t')).join('\n')
    return `${head}export const ${constant} = ${JSON.stringify(body)}\n`
  }
  const rows = table.rows.map((row) => `  ${JSON.stringify(Object.fromEntries(Object.entries(row).filter(([c]) => c !== 'source' && c !== 'note')))},`)
  return `${head}export const ${constant} = [\n${rows.join('\n')}\n] as const\n`
}
