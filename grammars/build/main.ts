import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printDigitNet } from './digit-net-file.js'
import { compilePatterns, printPatterns } from './patterns.js'
import { printRoleWeights } from './role-weights-file.js'
import { TABLES } from './specs.js'
import { type GrammarTable, printTable, readTable } from './tables.js'

/** `npm run grammars`: check the tables and patterns of grammars/ and generate the typed modules of src/grammar/generated/. */
const grammars = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(grammars, '..', 'src', 'grammar', 'generated')
mkdirSync(out, { recursive: true })

/** Written only where it changed, so that watchers and incremental builds stay quiet. */
function write(name: string, content: string): void {
  const file = join(out, `${name}.ts`)
  try {
    if (readFileSync(file, 'utf8') === content) return
  } catch {
    // not there yet
  }
  writeFileSync(file, content)
}

const mistakes: string[] = []
let rows = 0
const tables = new Map<string, GrammarTable>()
for (const spec of TABLES) {
  const read = readTable(grammars, spec)
  mistakes.push(...read.mistakes)
  rows += read.table.rows.length
  tables.set(spec.name, read.table)
  write(spec.name, printTable(read.table, spec))
}
write('section-role-weights', printRoleWeights())
write('digit-net', printDigitNet())
const { files, mistakes: patternMistakes } = compilePatterns(join(grammars, 'patterns'), tables)
mistakes.push(...patternMistakes)
let patterns = 0
for (const [name, compiled] of files) {
  patterns += compiled.patterns.length
  write(`${name}-patterns`, printPatterns(name, compiled))
}
if (mistakes.length) {
  process.stderr.write(`${mistakes.join('\n')}\n${mistakes.length} mistakes in grammars/\n`)
  process.exit(1)
}
process.stdout.write(`grammars: ${TABLES.length} tables with ${rows} rows, ${patterns} patterns\n`)
