import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractFile, type PlanDocument, type Section } from '../src/node.js'

/** Plans typed in the fonts that offices had before Unicode (fixtures/forms/build/to-old-rtf.ts), and what was found in them. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'district-disaster-prevention-2019': 'tcvn3',
  'province-digital-transformation-decision-2022': 'vni',
  'hospital-infection-control-2023': 'tcvn3+vni',
}

const flatten = (sections: readonly Section[]): Section[] => sections.flatMap((section) => [section, ...flatten(section.children)])

const contentOf = ({ header, sections, citations, tasks, recipients, signatures }: PlanDocument): unknown => ({
  header: [header.issuer?.name, header.notation?.text, header.issued, header.place, header.type?.code, header.title],
  sections: flatten(sections).map(({ path, kind, role, heading, text }) => [path, kind, role, heading?.text ?? text].join(' | ')),
  citations: citations.map(({ text, type, date, issuer, relation }) => [text, type?.code, date, issuer?.name, relation].join(' | ')),
  tasks: tasks.map(({ text, responsible, coordinating, due }) => [text, responsible.map(({ name }) => name), coordinating.map(({ name }) => name), due].join(' | ')),
  recipients: recipients.map(({ text }) => text),
  signatures: signatures.map(({ authority, position, name }) => [authority, position, name]),
})

describe('plans typed in old fonts', () => {
  const plans = readdirSync('fixtures/forms').filter((plan) => existsSync(`fixtures/forms/${plan}/plan.old.rtf`))

  it('are those of the list', () => {
    expect(plans).toEqual(Object.keys(ENCODINGS).sort())
  })

  describe.each(plans)('%s', (plan) => {
    it.each(['rtf', 'doc'])('is the same as %s', async (form) => {
      const read = await extractFile(`fixtures/forms/${plan}/plan.old.${form}`)
      expect(read.source.encoding).toBe(ENCODINGS[plan])
      expect(contentOf(read)).toEqual(contentOf(await extractFile(`fixtures/plans/${plan}/plan.txt`)))
    })
  })
})
