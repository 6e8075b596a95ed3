import { readFileSync } from 'node:fs'
import { loadCases } from '../quality/gold.js'

/** Plans of about `bytes` UTF-8 bytes together: those of fixtures/, again and again, each time with other numbers and dates. */
export function variedPlans(bytes: number): string[] {
  const texts = loadCases([new URL('../../fixtures/plans', import.meta.url).pathname])
    .filter(({ file }) => file.endsWith('.txt'))
    .map(({ file }) => readFileSync(file, 'utf8'))
  const next = createRandom(20240607)
  const plans: string[] = []
  for (let length = 0, i = 0; length < bytes; i++) {
    const plan = vary(texts[i % texts.length]!, next)
    plans.push(plan)
    length += Buffer.byteLength(plan)
  }
  return plans
}

/** Other days, months and numbers of documents; years stay, so that nothing becomes impossible. */
function vary(text: string, next: (below: number) => number): string {
  return text
    .replace(/(?<!\d)\d{1,2}\/\d{1,2}\/(?=\d{4})/g, () => `${next(28) + 1}/${next(12) + 1}/`)
    .replace(/(?<=ngày )\d{1,2}(?= tháng)/g, () => String(next(28) + 1).padStart(2, '0'))
    .replace(/(?<=số:? )\d+(?=[/-])/gi, () => String(next(4000) + 1))
}

/** The same numbers on every machine (a linear congruential generator). */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
