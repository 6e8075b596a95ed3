import * as chrono from 'chrono-node'
import nlp from 'compromise/one'
import { Bench } from 'tinybench'
import { variedPlans } from './corpus.js'
import { dist } from './dist.js'
import { bestTime, HOSTILE } from './hostile.js'
import { timeStages } from './stages.js'

/**
 * `npm run bench`: MB of UTF-8 a second, one thread, of the whole extraction, of its stages, and of peers on the same text in the same run.
 * `npm run bench -- --hostile [NAME]`: how the time grows when a hostile input becomes four times as long.
 */
const MEGABYTE = 1_000_000
/** Passes over all plans before any is measured, for each side: the compiler of Node needs some. */
const WARM_UP = 40

const { extractPlan } = (await import(dist('index.js'))) as typeof import('../../src/index.js')

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** One side: what is read by it, and how. */
interface Side {
  readonly name: string
  readonly plans: readonly string[]
  readonly run: (plan: string, index: number) => void
}

async function compare(plans: readonly string[]): Promise<void> {
  const bytes = plans.map((plan) => new TextEncoder().encode(plan))
  const decoder = new TextDecoder('utf-8')
  const decomposed = plans.map((plan) => plan.normalize('NFD'))
  const sides: readonly Side[] = [
    { name: 'kehoach extractPlan, everything', plans, run: (plan) => void extractPlan(plan) },
    { name: 'UTF-8 decoding + NFC (the floor)', plans, run: (_, index) => void (decoder.decode(bytes[index]!).length + decomposed[index]!.normalize('NFC').length) },
    { name: 'chrono-node vi.strict, dates alone', plans, run: (plan) => void chrono.vi.strict.parse(plan) },
    { name: 'compromise/one, tokens alone', plans: plans.slice(0, 8), run: (plan) => void nlp(plan) },
  ]
  const bench = new Bench({ time: 2000, iterations: 16, warmupTime: 1000, warmupIterations: WARM_UP })
  const least = sides.map((side) => side.plans.map(() => Number.POSITIVE_INFINITY))
  for (const [which, side] of sides.entries()) bench.add(side.name, () => runOnce(side, least[which]!))
  await bench.run()
  const speeds = sides.map((side, which) => ({ name: side.name, speed: sizeOf(side.plans) / MEGABYTE / (least[which]!.reduce((sum, time) => sum + time, 0) / 1000) }))
  print(`${(sizeOf(plans) / MEGABYTE).toFixed(2)} MB in ${plans.length} plans, Node ${process.versions.node}, one thread; of each plan the best run\n`)
  print(`${'MB/s'.padStart(8)}  ${'kehoach is'.padStart(10)}`)
  for (const { name, speed } of speeds) print(`${speed.toFixed(1).padStart(8)}  ${`${(speeds[0]!.speed / speed).toFixed(2)} ×`.padStart(10)}  ${name}`)
}

/** All plans once; `least`: the least time of each so far, in milliseconds: what else the machine does can only slow a run down. */
function runOnce({ plans, run }: Side, least: number[]): void {
  for (const [index, plan] of plans.entries()) {
    const start = performance.now()
    run(plan, index)
    least[index] = Math.min(least[index]!, performance.now() - start)
  }
}

const sizeOf = (plans: readonly string[]): number => plans.reduce((sum, plan) => sum + Buffer.byteLength(plan), 0)

function printStages(plans: readonly string[]): void {
  const stages = timeStages(plans)
  const total = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  print(`\n${'MB/s'.padStart(8)}  ${'share'.padStart(10)}  stage`)
  for (const { name, milliseconds } of stages) {
    const speed = sizeOf(plans) / MEGABYTE / (milliseconds / 1000)
    print(`${speed.toFixed(0).padStart(8)}  ${`${((100 * milliseconds) / total).toFixed(1)} %`.padStart(10)}  ${name}`)
  }
}

function printGrowth(only: string | undefined): void {
  print(`${'ms'.padStart(8)}  ${'4 × as long'.padStart(12)}  ${'grows'.padStart(7)}  input (and the stage that takes most of it)`)
  for (const { name, size, make, mediaType } of HOSTILE) {
    if (only !== undefined && !name.includes(only)) continue
    const timeOf = (text: string): number => bestTime(() => extractPlan(text, mediaType ? { mediaType } : {}), () => performance.now())
    const [small, large] = [timeOf(make(size)), timeOf(make(size * 4))]
    const slowest = timeStages([make(size)], 1).reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a))
    print(`${small.toFixed(1).padStart(8)}  ${large.toFixed(1).padStart(12)}  ${`${(large / small).toFixed(1)} ×`.padStart(7)}  ${name} (${slowest.name})`)
  }
}

const hostile = process.argv.indexOf('--hostile')
if (hostile > 0) printGrowth(process.argv[hostile + 1])
else {
  const plans = variedPlans(MEGABYTE)
  await compare(plans)
  printStages(plans)
}
