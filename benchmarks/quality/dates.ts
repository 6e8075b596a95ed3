import { readChrono, readOurs, readPhrases, tally, withoutBounds } from './date-phrases.js'

/**
 * `npm run bench:dates`: what kehoach and chrono-node's Vietnamese locale make of the phrases of date-phrases.tsv: right, wrong, silent.
 * `npm run bench:dates -- --misses` lists ours that are not right, `--misses chrono` those of chrono.
 */
const rows = readPhrases()
const tallies = [tally('kehoach', rows, readOurs), tally('chrono-node vi', rows, readChrono, withoutBounds)]
const none = rows.filter(({ expected }) => !expected.length).length
const print = (line: string): void => void process.stdout.write(`${line}\n`)

print(`${rows.length} phrases, ${none} of them no time at all\n`)
print(`${''.padEnd(16)}${['right', 'wrong', 'silent'].map((head) => head.padStart(8)).join('')}`)
for (const { name, right, wrong, silent } of tallies) print(`${name.padEnd(16)}${[right, wrong, silent].map((count) => String(count).padStart(8)).join('')}`)
print('\nchrono knows no bounds, so that "../2024-03-30" counts as right for it as 2024-03-30.')
const asked = process.argv.indexOf('--misses')
if (asked > 0) for (const { row, found, verdict } of tallies[process.argv[asked + 1] === 'chrono' ? 1 : 0]!.misses) print(`${verdict.padEnd(7)}${row.phrase}\n       want ${row.expected.join('; ') || 'none'}, found ${found.join('; ') || 'none'}`)
