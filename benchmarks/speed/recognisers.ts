import * as chrono from 'chrono-node'
import { variedPlans } from './corpus.js'

/**
 * `npm run bench:recognise`: MB of UTF-8 a second of each recogniser alone, beside chrono-node's Vietnamese dates on the same text in
 * the same run, all as they are published (compiled JavaScript). Each side, the peer too, first goes over all plans {@link WARM_UP} times,
 * as in `npm run bench`, since Node compiles a large program bit by bit. Then they take turns for {@link ROUNDS} rounds, and of each
 * plan the best run counts: what else the machine does can only slow one down.
 */
const MEGABYTE = 1_000_000
const WARM_UP = 40
const ROUNDS = 48

/** A compiled module of the package. */
const built = async <M>(name: string): Promise<M> => (await import(new URL(`../../dist/${name}.js`, import.meta.url).href)) as M

const { extractBodies } = await built<typeof import('../../src/bodies.js')>('bodies')
const { createCitationExtractor } = await built<typeof import('../../src/citations.js')>('citations')
const { extractDates } = await built<typeof import('../../src/dates.js')>('dates')
const { foldText, wordStartsAt } = await built<typeof import('../../src/model/folded.js')>('model/folded')
const { createBodyReader } = await built<typeof import('../../src/recognise/bodies/index.js')>('recognise/bodies/index')
const { recogniseCitations } = await built<typeof import('../../src/recognise/citations/index.js')>('recognise/citations/index')
const { recogniseDates } = await built<typeof import('../../src/recognise/dates/index.js')>('recognise/dates/index')

const plans = variedPlans(MEGABYTE)
const size = plans.reduce((sum, plan) => sum + Buffer.byteLength(plan), 0) / MEGABYTE
const texts = plans.map((plan) => foldText(plan))
const context = { issued: null, planYear: null }
const dates = texts.map((text) => recogniseDates(text, context))
const { read } = createBodyReader({ province: null, district: null, commune: null })
const extractCitations = createCitationExtractor()

/** What is measured, the peer first. */
const RUNS: readonly (readonly [name: string, run: (plan: string, index: number) => void])[] = [
  ['chrono-node vi.strict', (plan) => void chrono.vi.strict.parse(plan)],
  ['dates', (_, index) => void recogniseDates(texts[index]!, context)],
  ['dates, from the bare text on (kehoach/dates)', (plan) => void extractDates(plan)],
  ['citations, with the dates at hand', (_, index) => void recogniseCitations(texts[index]!, dates[index]!, { readBody: read, preamble: null, skip: [], ownType: null })],
  ['citations, from the bare text on (kehoach/citations)', (plan) => void extractCitations(plan)],
  ['bodies, from the bare text on (kehoach/bodies)', (plan) => void extractBodies(plan)],
  ['bodies, tried at every word', (_, index) => readEverywhere(index)],
]

function readEverywhere(index: number): void {
  const text = texts[index]!
  for (let at = 0; at < text.text.length; at++) {
    const body = wordStartsAt(text.text, at) ? read(text, at, text.text.length) : undefined
    if (body) at = body.span.end
  }
}

for (const [, run] of RUNS) for (let round = 0; round < WARM_UP; round++) plans.forEach(run)

/** Of each run the least time for each plan, in milliseconds. */
const best = RUNS.map(() => plans.map(() => Number.POSITIVE_INFINITY))
for (let round = 0; round < ROUNDS; round++) {
  for (const [which, [, run]] of RUNS.entries()) {
    for (const [index, plan] of plans.entries()) {
      const start = performance.now()
      run(plan, index)
      best[which]![index] = Math.min(best[which]![index]!, performance.now() - start)
    }
  }
}
const totals = best.map((times) => times.reduce((sum, time) => sum + time, 0))
process.stdout.write(`${size.toFixed(2)} MB in ${plans.length} plans, Node ${process.versions.node}, one thread; after ${WARM_UP} rounds that are not measured, of each plan the best of ${ROUNDS}\n\n${'MB/s'.padStart(8)}  ${'× chrono'.padStart(8)}\n`)
for (const [which, [name]] of RUNS.entries()) {
  process.stdout.write(`${(size / (totals[which]! / 1000)).toFixed(1).padStart(8)}  ${(totals[0]! / totals[which]!).toFixed(2).padStart(8)}  ${name}\n`)
}
