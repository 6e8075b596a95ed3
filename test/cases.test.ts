import { describe, expect, it } from 'vitest'
import { type Case, printFindings, readCases } from './support/case-file.js'
import { readerOf } from './support/case-readers.js'

const FOLDER = new URL('../fixtures/cases', import.meta.url).pathname

/** Facts that the case does not name are not compared. */
function read({ file, input, context, expected }: Case): { got: string; want: string } {
  const findings = readerOf(file)(input, context)
  return { got: printFindings(findings, expected), want: printFindings(expected, expected) }
}

const byFile = new Map<string, Case[]>()
for (const each of readCases(FOLDER)) byFile.set(each.file, [...(byFile.get(each.file) ?? []), each])

for (const [file, cases] of byFile) {
  describe(file, () => {
    for (const each of cases) {
      const name = `${each.gap ? 'known gap: ' : ''}${each.title} (line ${each.line})`
      it(name, () => {
        const { got, want } = read(each)
        if (each.gap) expect(got, 'a known gap was closed: take the ? from its title').not.toBe(want)
        else expect(got).toBe(want)
      })
    }
  })
}

it('has cases', () => expect(byFile.size).toBeGreaterThan(0))
