import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractFile, type PlanDocument, type Section } from '../src/node.js'
import { SCAN_SLIPS } from './support/scan-slips.js'

/** Forms of a plan beside its plain text, with what differs by the nature of the form: [plan, layer, in the text, in the form]. */
const FORMS: Readonly<Record<string, readonly (readonly [plan: string, layer: Layer, text: string, form: string])[]>> = {
  html: [],
  docx: [],
  odt: [],
  doc: [],
  rtf: [],
  pdf: [],
}

/** Notes stand at the foot of their pages there, not at the end: what they cite comes earlier. */
const NOTES_ON_PAGES: ReadonlySet<string> = new Set(['pdf', 'scan.pdf'])

/**
 * What OCR (tesseract 5.3.0, its model of 2017) saw in the scans and what is printed: slips of letters, and what follows from them in a line of the
 * layers. null is a line that is no part of the text.
 */
const SLIPS: Readonly<Record<string, readonly (readonly [seen: string, printed: string | null])[]>> = SCAN_SLIPS
const TESSERACT = '5.3.0'

type Layer = 'sections' | 'citations' | 'tasks'

const PLANS = readdirSync('fixtures/forms', { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'build').map((entry) => entry.name)

/** What must be equal, one line each. */
function layersOf(document: PlanDocument): Readonly<Record<Layer, readonly string[]>> {
  return {
    sections: flatten(document.sections).map(({ path, kind, heading, role, text }) => [path, kind, role, heading?.text ?? text].join(' | ')),
    citations: document.citations.map(({ text, type, notation, name, date, issuer, title, relation }) => [text, type?.code, notation?.text ?? name, date, issuer?.name, title?.text, relation].join(' | ')),
    tasks: document.tasks.map(({ section, text, responsible, coordinating, due, output, origin }) => [section, text, names(responsible), names(coordinating), due, output?.text, origin].join(' | ')),
  }
}

const names = (bodies: readonly { readonly name: string }[]): string => bodies.map(({ name }) => name).join('; ')

const flatten = (sections: readonly Section[]): Section[] => sections.flatMap((section) => [section, ...flatten(section.children)])

/** The lines with their slips put right; the slips that were met are taken off `left`. */
function withoutSlips(lines: readonly string[], slips: readonly (readonly [string, string | null])[], met: Set<string>): string[] {
  return lines.flatMap((line) => {
    let right: string | null = line
    for (const [seen, printed] of slips) {
      if (!right?.includes(seen)) continue
      met.add(seen)
      right = printed === null ? null : right.replaceAll(seen, printed)
    }
    return right === null ? [] : [right]
  })
}

const tesseract = spawnSync('tesseract', ['--version'], { encoding: 'utf8' }).stdout ?? ''

describe('one plan in every form', () => {
  it('has six plans', () => {
    expect(PLANS).toHaveLength(6)
  })

  describe.each(PLANS)('%s', (plan) => {
    it.each(Object.entries(FORMS))('is the same as %s', async (form, differences) => {
      const text = layersOf(await extractFile(`fixtures/plans/${plan}/plan.txt`))
      const read = layersOf(await extractFile(`fixtures/forms/${plan}/plan.${form}`))
      for (const layer of ['sections', 'citations', 'tasks'] as const) {
        const known = differences.filter((difference) => difference[0] === plan && difference[1] === layer)
        const expected = text[layer].map((line) => known.find(([, , original]) => original === line)?.[3] ?? line)
        const inOrder = layer !== 'citations' || !NOTES_ON_PAGES.has(form)
        expect(inOrder ? read[layer] : [...read[layer]].sort(), layer).toEqual(inOrder ? expected : expected.sort())
        expect(known.filter(([, , original]) => !text[layer].includes(original)), 'differences that are none').toEqual([])
      }
    })
  })

  describe.runIf(tesseract.includes(`tesseract ${TESSERACT}`))(`scanned, where tesseract ${TESSERACT} is installed`, () => {
    it.each(PLANS)('%s is the same but for the slips listed', async (plan) => {
      const text = layersOf(await extractFile(`fixtures/plans/${plan}/plan.txt`))
      const read = layersOf(await extractFile(`fixtures/forms/${plan}/plan.scan.pdf`))
      const met = new Set<string>()
      for (const layer of ['sections', 'citations', 'tasks'] as const) {
        const right = withoutSlips(read[layer], SLIPS[plan] ?? [], met)
        expect(layer === 'citations' ? right.sort() : right, layer).toEqual(layer === 'citations' ? [...text[layer]].sort() : text[layer])
      }
      expect((SLIPS[plan] ?? []).filter(([seen]) => !met.has(seen)), 'slips that are none').toEqual([])
    }, 120_000)
  })
})
