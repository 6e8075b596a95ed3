import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractFile, type PlanDocument, type Section } from '../src/node.js'

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
})
