import { TABLES } from './columns.js'

/** The data dictionary of the tables as Markdown: docs/tables.md. */
export function toDictionary(): string {
  const tables = TABLES.map(({ name, about, key, columns }) => {
    const rows = columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.about.replaceAll('|', '\\|')} |`)
    return `## ${name}\n\n${about[0]!.toUpperCase()}${about.slice(1)}. Key: ${key.map((column) => `\`${column}\``).join(', ')}.\n\n| column | type | what |\n|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Tables of an archive\n\nWhat \`kehoach bulk … --tables parquet|duckdb|csv|xlsx\` writes into \`tables/\`, and what the tables of the queue's database hold. All tables of documents join by\n\`document_id\`; a column without a value is null. Days are ISO 8601 (\`YYYY-MM-DD\`), EDTF values ISO 8601-2.\n\n${tables.join('\n')}`
}
