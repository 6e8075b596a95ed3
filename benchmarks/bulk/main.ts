import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writeMixed, writePlans } from './archive.js'

/**
 * `npm run bench:bulk [-- PLANS]`: an archive of generated text plans (20,000) and of 500 mixed files, read by a bare loop, by one worker and by two;
 * each in a process of its own, one after the other. Floors: two workers at least 1.7 times one, one worker at most 15 % behind the
 * bare loop, memory at most 20 % above that of the first thousand. What two bare loops at once do against one, in processes that share
 * nothing, is what the machine itself gives to two.
 */
interface Measured {
  readonly seconds: number
  readonly done: number
  readonly memory: readonly number[]
}

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const measure = async (...args: string[]): Promise<Measured> => (await inChild(args)) as Measured

async function inChild(args: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', CHILD, ...args], { maxBuffer: 1 << 26 })
  return JSON.parse(stdout) as unknown
}

/** How many times as fast two bare loops at once are as one alone. */
async function ofTwoLoops(plans: string, out: string): Promise<number> {
  const loop = (name: string): Promise<Measured> => measure('bare', plans, `${out}-${name}.ndjson`)
  const alone = await loop('alone')
  const both = await Promise.all([loop('left'), loop('right')])
  return (2 * alone.seconds) / Math.max(...both.map(({ seconds }) => seconds))
}

const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'))
try {
  const plans = Number(process.argv[2] ?? 20_000)
  const bytes = writePlans(join(folder, 'plans'), plans)
  const few = Math.min(plans, 5000)
  writePlans(join(folder, 'few'), few)
  print(`${plans} text plans, ${(bytes / 1e6).toFixed(0)} MB, Node ${process.versions.node}, ${availableParallelism()} cores\n`)
  print(`${'seconds'.padStart(8)}  ${'docs/s'.padStart(7)}  ${'MB/s'.padStart(6)}`)
  const row = (name: string, { seconds, done }: Measured, size?: number): void => print(`${seconds.toFixed(1).padStart(8)}  ${(done / seconds).toFixed(0).padStart(7)}  ${(size ? (size / 1e6 / seconds).toFixed(1) : '').padStart(6)}  ${name}`)
  const bare = await measure('bare', join(folder, 'plans'), join(folder, 'bare.ndjson'))
  row('a bare loop', bare, bytes)
  const one = await measure('bulk', join(folder, 'plans'), join(folder, 'one'), '1')
  row('one worker', one, bytes)
  const two = await measure('bulk', join(folder, 'plans'), join(folder, 'two'), '2')
  row('two workers', two, bytes)
  writeMixed(join(folder, 'mixed'), 500)
  row('500 mixed files (docx, doc, rtf, odt, html, pdf), two workers', await measure('bulk', join(folder, 'mixed'), join(folder, 'mixed-out'), '2'))
  print('\nOne core, by format, documents a second')
  const formats = (await inChild(['formats', join(folder, 'mixed')])) as Record<string, { documents: number; seconds: number }>
  for (const [format, { documents, seconds }] of Object.entries(formats)) print(`${(documents / seconds).toFixed(1).padStart(8)}  ${format}`)
  const first = two.memory[3] ?? two.memory.at(-1) ?? 0
  const last = two.memory.slice(-4).reduce((sum, each) => sum + each, 0) / 4
  print('')
  print(`two workers against one        ${(one.seconds / two.seconds).toFixed(2)} ×   (floor 1.70)`)
  print(`two bare loops against one     ${(await ofTwoLoops(join(folder, 'few'), join(folder, 'loop'))).toFixed(2)} ×   (${few} plans, processes that share nothing: what the machine gives to two)`)
  print(`one worker against a bare loop ${((100 * (one.seconds - bare.seconds)) / bare.seconds).toFixed(1)} % more time (at most 15 %)`)
  print(`memory at the first thousand   ${first.toFixed(0)} MB, at the last ${last.toFixed(0)} MB: ${((100 * (last - first)) / first).toFixed(1)} % (at most 20 %)`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
