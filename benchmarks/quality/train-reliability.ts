import { writeFileSync } from 'node:fs'
import { loadCases } from './gold.js'
import { countRules } from './reliability.js'
import { scoreCases } from './run.js'

/**
 * `npx tsx benchmarks/quality/train-reliability.ts [FOLDER…]`: counts how often each rule of tasks is right on fixtures/plans and the folders given, and
 * writes grammars/task-reliability.tsv.
 */
const FIXTURES = new URL('../../fixtures/plans', import.meta.url).pathname
const { judged } = await scoreCases(loadCases([FIXTURES, ...process.argv.slice(2)]))
const documents = new Set(judged.map(({ document }) => document)).size
const rows = [...countRules(judged)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { right, seen }]) => [...key.split(' '), right, seen, `counted on ${documents} documents`].join('\t'))
writeFileSync(new URL('../../grammars/task-reliability.tsv', import.meta.url), `${['part\trule\tright\tseen\tsource', ...rows].join('\n')}\n`)
process.stdout.write(`${rows.length} rules, ${judged.length} tasks, ${documents} documents\n`)
