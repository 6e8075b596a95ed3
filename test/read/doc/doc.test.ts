import { readdirSync, readFileSync } from 'node:fs'
import WordExtractor from 'word-extractor'
import { describe, expect, it } from 'vitest'
import { UnreadableDocumentError } from '../../../src/model/diagnostics.js'
import type { SourceText } from '../../../src/model/source-text.js'
import { readDoc } from '../../../src/read/doc/index.js'
import { DEFAULT_LIMITS } from '../../../src/read/reader.js'

const CONTEXT = { name: null, limits: DEFAULT_LIMITS, signal: new AbortController().signal }
const FORMS = 'fixtures/forms'
const PLANS = readdirSync(FORMS, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'build').map((entry) => entry.name)
const bytesOf = (plan: string): Uint8Array => new Uint8Array(readFileSync(`${FORMS}/${plan}/plan.doc`))

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readDoc(bytes, CONTEXT)
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return error.code
    throw error
  }
}

/** Letters and digits in any order: how columns are read is not the same. */
const charactersOf = (text: string): string => [...text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')

describe.each(PLANS)('the DOC of %s', (plan) => {
  it('has all the text that word-extractor finds', async () => {
    const { text } = await readDoc(bytesOf(plan), CONTEXT)
    const body = (await new WordExtractor().extract(Buffer.from(bytesOf(plan)))).getBody({ filterUnicode: false })
    const words = new Set(text.normalize('NFC').match(/[\p{L}\p{N}]+/gu))
    expect((body.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !words.has(word))).toEqual([])
  })

  it('is the text of the DOCX, numbers and all', async () => {
    const { readDocx } = await import('../../../src/read/docx/index.js')
    const docx = await readDocx(new Uint8Array(readFileSync(`${FORMS}/${plan}/plan.docx`)), CONTEXT)
    const doc = await readDoc(bytesOf(plan), CONTEXT)
    expect(charactersOf(doc.text)).toBe(charactersOf(docx.text))
    expect(shapesOf(doc)).toEqual(shapesOf(docx))
    expect(doc.findings).toEqual([])
  })
})

const shapesOf = ({ text, tables }: SourceText): unknown =>
  tables.map(({ rows }) => rows.map((row) => row.map(({ span, rowSpan, colSpan }) => [text.slice(span.start, span.end).replace(/\s+/g, ' '), rowSpan, colSpan])))

describe('damaged files', () => {
  const [plan] = PLANS
  const whole = bytesOf(plan!)

  it('end in a document or in a code wherever they are cut', async () => {
    const codes = new Set<string>()
    for (let i = 0; i < 40; i++) codes.add(await codeOf(whole.slice(0, Math.floor((whole.length * i) / 40))))
    expect([...codes].filter((code) => !['read', 'corrupt', 'empty'].includes(code))).toEqual([])
    expect(codes).toContain('corrupt')
  })

  it('end in a document or in a code whatever byte is wrong', async () => {
    let seed = 7
    const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
    for (let i = 0; i < 150; i++) {
      const bytes = whole.slice()
      for (let k = 0; k < 12; k++) bytes[random(k % 2 ? bytes.length : 4096)] = random(256)
      expect(await codeOf(bytes)).toMatch(/^(?:read|corrupt|empty|encrypted|unsupported)$/)
    }
  })

  it('that are encrypted say so', async () => {
    const { openCompoundFile } = await import('../../../src/read/doc/compound-file.js')
    const main = openCompoundFile(whole).stream('WordDocument')!
    const bytes = whole.slice()
    const at = Buffer.from(whole).indexOf(Buffer.from(main.subarray(0, 32)))
    bytes[at + 11] = bytes[at + 11]! | 1
    expect(await codeOf(bytes)).toBe('encrypted')
  })

  it('that are empty or none at all have their codes', async () => {
    expect(await codeOf(new Uint8Array())).toBe('corrupt')
    expect(await codeOf(new Uint8Array(5000).fill(0xd0))).toBe('corrupt')
  })
})
