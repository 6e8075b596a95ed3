import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { linesOfFile } from '../lines-of-file.js'
import { type Row, type TableFile, tableSpec, type Value } from './columns.js'

/** Each table as a CSV file (RFC 4180, UTF-8 with a byte order mark, CRLF), formulas made harmless. */
export async function writeCsv(tables: readonly TableFile[], directory: string): Promise<readonly string[]> {
  const written: string[] = []
  for (const { name, path } of tables) {
    const columns = tableSpec(name).columns.map((column) => column.name)
    const stream = createWriteStream(join(directory, `${name}.csv`))
    stream.write(`\ufeff${columns.join(',')}\r\n`)
    for await (const { text } of linesOfFile(path)) {
      const row = JSON.parse(text) as Row
      if (!stream.write(`${columns.map((column) => field(row[column] ?? null)).join(',')}\r\n`)) await once(stream, 'drain')
    }
    await finished(stream.end())
    written.push(`${name}.csv`)
  }
  return written
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
function field(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
