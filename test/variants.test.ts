import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCases } from '../benchmarks/quality/gold.js'
import type { PlanDocument } from '../src/model/plan.js'
import { normalise } from '../src/normalise/index.js'
import { readText } from '../src/read/text.js'
import { extractPlan } from '../src/run/extract-plan.js'
import { brokenInvariants } from './support/invariants.js'
import { HARMLESS, ON_PAGES, toNewTones } from './support/variants.js'

const texts = loadCases([new URL('../fixtures/plans', import.meta.url).pathname])
  .filter(({ file }) => file.endsWith('.txt'))
  .map(({ name, file, gold }) => ({ name, text: readFileSync(file, 'utf8'), onPages: gold.kind === 'document' }))

/** All but where it came from; tone marks in one place, since the text keeps its own. */
const contentOf = ({ source: _, ...content }: PlanDocument): unknown => JSON.parse(toNewTones(JSON.stringify(content)))

describe.each(Object.entries({ ...HARMLESS, ...ON_PAGES }))('with %s', (variant, change) => {
  const concerned = texts.filter(({ onPages }) => onPages || variant in HARMLESS)

  it.each(concerned.map(({ name, text }) => [name, text] as const))('%s reads the same', (_, text) => {
    const document = extractPlan(change(text))
    expect(brokenInvariants(document)).toEqual([])
    expect(contentOf(document)).toEqual(contentOf(extractPlan(text)))
  })

  it.each(concerned.map(({ name, text }) => [name, text] as const))('each word of %s leads back to where it stood', (_, text) => {
    const source = readText(change(text))
    const { text: normalised, toSource } = normalise(source)
    const strays = [...normalised.matchAll(/\S+/g)].filter(({ index, 0: word }) => {
      const { start, end } = toSource({ start: index, end: index + word.length })
      return lettersOf(source.text.slice(start, end)) !== lettersOf(word)
    })
    expect(strays.map(([word]) => word)).toEqual([])
  })
})

const lettersOf = (text: string): string => toNewTones(text.normalize('NFC')).replaceAll('\u00d0', 'Đ').replace(/[^\p{L}]/gu, '')
