import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadCases } from './gold.js'
import { belowFloors, toDocumentTables, toMarkdown, toMisses, toTable } from './report.js'
import { toReliabilityTable } from './reliability.js'
import { scoreCases } from './run.js'

/**
 * `npm run eval -- [FOLDER…] [--docs] [--misses LAYER] [--markdown] [--floor layer=0.9,… | --floor FILE.json]`
 *
 * Precision, recall and F1 of each layer over fixtures/plans and the folders given; `--only` leaves fixtures/plans out.
 */
const FIXTURES = new URL('../../fixtures/plans', import.meta.url).pathname

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    docs: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    only: { type: 'boolean', default: false },
    misses: { type: 'string' },
    floor: { type: 'string' },
  },
})

const { board, judged, failed } = await scoreCases(loadCases([...(values.only ? [] : [FIXTURES]), ...positionals]))
for (const { name, because } of failed) process.stderr.write(`no document for ${name}: ${because}\n`)
const parts = values.markdown ? [toMarkdown(board)] : [toTable(board), `\n${toReliabilityTable(judged)}`]
if (values.docs) parts.push(toDocumentTables(board))
if (values.misses !== undefined) parts.push(`\n${toMisses(board, values.misses)}`)
const short = values.floor === undefined ? [] : belowFloors(board, readFloors(values.floor))
process.stdout.write(`${[...parts, ...short].join('\n')}\n`)
process.exitCode = short.length || failed.length ? 1 : 0

function readFloors(given: string): Record<string, number> {
  if (given.endsWith('.json')) return JSON.parse(readFileSync(given, 'utf8')) as Record<string, number>
  return Object.fromEntries(given.split(',').map((floor) => [floor.slice(0, floor.indexOf('=')), Number(floor.slice(floor.indexOf('=') + 1))]))
}
