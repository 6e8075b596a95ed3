import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill, ledgerOf, linesIn, manyPlans, plan, results, temporaryFolder } from '../bulk/archives.js'
import { type Postgres, startPostgres } from '../bulk/postgres.js'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
/** How often something is killed in each test. */
const KILLS = Number(process.env['KEHOACH_KILLS'] ?? 25)
const PLANS = 600

let folder: string
let input: string
let undisturbed: Record<string, string>

beforeAll(async () => {
  folder = await temporaryFolder()
  input = join(folder, 'in')
  await mkdir(input)
  await fill(input, { ...manyPlans(PLANS), 'plan-0100-copy.txt': plan(101), 'plan-0200-empty.txt': '', 'plan-0300-binary.txt': new Uint8Array([0, 1, 0]) })
  const out = join(folder, 'undisturbed')
  expect(await ended(start(['bulk', input, '--out', out, '--progress', 'none']))).toBe(1)
  undisturbed = await results(out)
})

const start = (args: readonly string[], environment = {}): ChildProcess => spawn(process.execPath, [CLI, ...args], { stdio: 'ignore', env: { ...process.env, ...environment } })

const ended = (child: ChildProcess): Promise<number | null> => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('close', resolve)))

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Let it run for some moment, then kill it; true where it had ended by itself before. */
async function killSoon(child: ChildProcess, least: number, most: number): Promise<boolean> {
  const over = ended(child).then(() => true)
  if (await Promise.race([over, wait(least + Math.random() * (most - least)).then(() => false)])) return true
  child.kill('SIGKILL')
  await ended(child)
  return false
}

/** Every input has one line, every document stands once. */
async function expectEachOnce(out: string): Promise<void> {
  const ledger = await ledgerOf(out)
  expect(ledger).toHaveLength(PLANS + 3)
  expect(new Set(ledger.map(({ source }) => source)).size).toBe(PLANS + 3)
  const documents = (await Promise.all([...new Set(ledger.flatMap(({ part }) => part ?? []))].map((part) => linesIn(join(out, part))))).flat()
  expect(documents).toHaveLength(PLANS)
}

describe('a run on one machine that is killed again and again', () => {
  it(`ends with every document once and the output of an undisturbed run (${KILLS} times)`, async () => {
    const out = join(folder, 'killed')
    for (let kills = 0; kills < KILLS; ) {
      const finished = await killSoon(start(['bulk', input, '--out', out, '--progress', 'none']), 200, 2500)
      if (!finished) kills++
      else {
        await expectEachOnce(out)
        expect(await results(out)).toEqual(undisturbed)
        await rm(out, { recursive: true })
      }
    }
    expect(await ended(start(['bulk', input, '--out', out, '--progress', 'none']))).toBe(1)
    await expectEachOnce(out)
    expect(await results(out)).toEqual(undisturbed)
  })
})

describe('two workers of a queue that are killed again and again', () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  it(`end with every document once and the output of an undisturbed run (${KILLS} times, and the database is restarted once)`, async () => {
    const database = { KEHOACH_DB: postgres.url }
    expect(await ended(start(['queue', 'add', input, '--lease', '3'], database))).toBe(0)
    const worker = (...more: string[]): ChildProcess => start(['worker', '--concurrency', '1', '--poll', '1', ...more], database)
    const workers = [worker(), worker()]
    for (let kills = 0; kills < KILLS; kills++) {
      const index = kills % 2
      await killSoon(workers[index]!, 200, 2500)
      if (kills === Math.floor(KILLS / 2)) await postgres.restart()
      workers[index] = worker()
    }
    for (const each of workers) each.kill('SIGKILL')
    await Promise.all(workers.map(ended))
    expect(await Promise.all([worker('--until-empty'), worker('--until-empty')].map(ended))).toEqual([0, 0])
    const out = join(folder, 'queue')
    expect(await ended(start(['queue', 'export', out], database))).toBe(1)
    await expectEachOnce(out)
    expect(await results(out)).toEqual(undisturbed)
  })
})
