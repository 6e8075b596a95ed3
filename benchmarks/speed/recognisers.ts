import * as chrono from 'chrono-node'
import { extractDates } from '../../src/dates.js'
import { foldText, wordStartsAt } from '../../src/model/folded.js'
import { createBodyReader } from '../../src/recognise/bodies/index.js'
import { recogniseCitations } from '../../src/recognise/citations/index.js'
import { recogniseDates } from '../../src/recognise/dates/index.js'
import { variedPlans } from './corpus.js'

/**
 * `npm run bench:recognise`: MB of UTF-8 a second of each recogniser alone, beside chrono-node's Vietnamese dates on the same text in
 * the same run. The runs take turns, and each counts by its best round: what else the machine does can only slow one down.
 */
const MEGABYTE = 1_000_000
const ROUNDS = 24

const plans = variedPlans(MEGABYTE)
const size = plans.reduce((sum, plan) => sum + Buffer.byteLength(plan), 0) / MEGABYTE
const texts = plans.map(foldText)
const context = { issued: null, planYear: null }
const dates = texts.map((text) => recogniseDates(text, context))
const { read } = createBodyReader({ province: null, district: null, commune: null })

/** What is measured, the peer first. */
const RUNS: readonly (readonly [name: string, run: () => void])[] = [
  ['chrono-node vi.strict', () => plans.forEach((plan) => void chrono.vi.strict.parse(plan))],
  ['dates', () => texts.forEach((text) => void recogniseDates(text, context))],
  ['dates, from the bare text on (kehoach/dates)', () => plans.forEach((plan) => void extractDates(plan))],
  ['citations, with the dates at hand', () => texts.forEach((text, index) => void recogniseCitations(text, dates[index]!, { readBody: read, preamble: null, skip: [], ownType: null }))],
  ['bodies, tried at every word', () => texts.forEach((text) => {
    for (let at = 0; at < text.text.length; at++) {
      const body = wordStartsAt(text.text, at) ? read(text, at, text.text.length) : undefined
      if (body) at = body.span.end
    }
  })],
]

const best = RUNS.map(() => Number.POSITIVE_INFINITY)
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, [, run]] of RUNS.entries()) {
    const start = performance.now()
    run()
    best[index] = Math.min(best[index]!, performance.now() - start)
  }
}
process.stdout.write(`${size.toFixed(2)} MB in ${plans.length} plans, Node ${process.versions.node}, one thread\n\n${'MB/s'.padStart(8)}  ${'× chrono'.padStart(8)}\n`)
for (const [index, [name]] of RUNS.entries()) {
  process.stdout.write(`${(size / (best[index]! / 1000)).toFixed(1).padStart(8)}  ${(best[0]! / best[index]!).toFixed(2).padStart(8)}  ${name}\n`)
}
