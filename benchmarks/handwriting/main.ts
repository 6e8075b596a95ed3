/**
 * `npm run eval:handwriting [-- FOLDER] [--misses] [--markdown]`
 *
 * Heads of plans with number and day written by hand (fixtures/handwriting, or others that `grammars/build/digits/pages.py` made: typefaces and people's digits
 * that the reader was not trained on, and ways of writing that it was trained on with other shapes), read by OCR: how many are read right, told as not read, or wrong.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { extractFile, type PlanDocument } from '../../src/node.js'

const { values, positionals: [folder = 'fixtures/handwriting'] } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false } } })

type Outcome = 'right' | 'null' | 'wrong'

/** The number of the notation and the day of the date, as numbers; null where the document does not say. */
const numberOf = ({ header }: PlanDocument): number | null => wholeOf(header.notation?.number)
const dayOf = ({ header }: PlanDocument): number | null => wholeOf(header.issued?.slice(8))
const wholeOf = (text: string | null | undefined): number | null => (text && /^\d+$/.test(text) ? Number(text) : null)

const judge = (got: number | null, written: string | undefined): Outcome => (got === null ? 'null' : got === Number(written?.split('/')[0]) ? 'right' : 'wrong')

const counts = { number: { right: 0, null: 0, wrong: 0 }, day: { right: 0, null: 0, wrong: 0 } }
for (const row of readFileSync(join(folder, 'written.tsv'), 'utf8').trim().split('\n').slice(1)) {
  const [file = '', number, day] = row.split('\t')
  const plan = await extractFile(join(folder, file))
  const outcomes = { number: judge(numberOf(plan), number), day: judge(dayOf(plan), day) }
  counts.number[outcomes.number]++
  counts.day[outcomes.day]++
  if (values.misses && (outcomes.number !== 'right' || outcomes.day !== 'right')) process.stdout.write(`${file}\t${number}: ${plan.header.notation?.text ?? null}\t${day}: ${plan.header.issued}\n`)
}
const rows = Object.entries(counts).map(([what, { right, null: none, wrong }]) => [what, right, none, wrong, (right / (right + none + wrong)).toFixed(3)])
const head = ['written', 'right', 'null', 'wrong', 'read']
process.stdout.write(values.markdown
  ? `| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
  : `${[head, ...rows].map((row) => row.map((cell) => String(cell).padEnd(9)).join('')).join('\n')}\n`)
