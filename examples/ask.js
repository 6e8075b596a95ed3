// node examples/ask.js DATABASE QUESTIONS.sql: print each question, with its answer as a table.
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const [database, questions] = process.argv.slice(2)
const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' })
const connection = await instance.connect()
const print = (line) => process.stdout.write(`${line.trimEnd()}\n`)
for (const statement of readFileSync(questions, 'utf8').split(/;\s*\n/).filter((each) => each.trim())) {
  const [question] = statement.trim().split('\n')
  const answer = await connection.runAndReadAll(statement)
  const rows = [answer.columnNames(), ...answer.getRowsJson().map((row) => row.map((value) => String(value ?? '–')))]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  print(question.replace('-- ', ''))
  for (const row of rows) print(`  ${row.map((value, column) => value.padEnd(widths[column])).join('  ')}`)
  print('')
}
connection.closeSync()
