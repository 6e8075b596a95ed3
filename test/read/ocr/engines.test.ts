import { spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { extractFile, extractPlaced, type PlanDocument, readDocument } from '../../../src/node.js'

const PLAN = 'hospital-infection-control-2023'
const path = process.env['PATH']
const version = spawnSync('tesseract', ['--version'], { encoding: 'utf8' }).stdout ?? ''

afterEach(() => {
  process.env['PATH'] = path
})

/** What stands in the heading, beside and above the signature, and how its parts are numbered. */
const frameOf = ({ header, recipients, signatures, sections }: PlanDocument): unknown => ({
  header: [header.issuer?.name, header.parent?.name, header.notation?.text, header.issued, header.place, header.type?.code, header.title],
  recipients: recipients.map(({ text }) => text),
  signatures: signatures.map(({ authority, position, name }) => [authority, position, name]),
  sections: sections.flatMap((section) => [section, ...section.children]).map((section) => section.path),
})

describe('heading, recipients and signature of a scan are those of the text', () => {
  it.each([['tesseract.js', ''], ...(version.includes('tesseract 5.3.0') ? [['tesseract 5.3.0', path]] : [])])('by %s', async (engine, commands) => {
    const printed = frameOf(await extractFile(`fixtures/plans/${PLAN}/plan.txt`))
    process.env['PATH'] = commands
    const { document } = extractPlaced(await readDocument(`fixtures/forms/${PLAN}/plan.scan.pdf`, { apart: false }))
    expect(document.source.ocr?.engine).toContain(engine)
    expect(frameOf(document)).toEqual(printed)
  }, 120_000)
})
