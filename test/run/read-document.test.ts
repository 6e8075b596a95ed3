import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractPlaced, locate, readDocument, type Reader, type SourceText, UnreadableDocumentError } from '../../src/node.js'

const FORMS = 'fixtures/forms/district-disaster-prevention-2019'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function failureOf(reading: Promise<unknown>): Promise<{ code: string; args: object }> {
  try {
    await reading
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { code: error.code, args: error.args }
    throw error
  }
  throw new Error('it was read')
}

const slow = (read: Reader['read']): Reader => ({ id: 'slow', accepts: () => true, read })

describe('readDocument', () => {
  it('reads a path, bytes and a Blob alike', async () => {
    const bytes = readFileSync(`${FORMS}/plan.docx`)
    const [byPath, byBytes, byBlob] = await Promise.all([readDocument(`${FORMS}/plan.docx`), readDocument(bytes), readDocument(new Blob([bytes]))])
    expect(byPath.text).toContain('III. NHIỆM VỤ TRỌNG TÂM\n1. Trước thiên tai\n1.1. Kiện toàn bộ máy')
    expect([byBytes.text, byBlob.text]).toEqual([byPath.text, byPath.text])
    expect([byPath.sha256, byPath.name, byBytes.name]).toEqual([byBytes.sha256, `${FORMS}/plan.docx`, null])
  })

  it('gives the same whether a thread of its own reads or the thread at hand', async () => {
    const { locate: _, ...apart } = await readDocument(`${FORMS}/plan.odt`, { apart: true })
    const { locate: __, ...here } = await readDocument(`${FORMS}/plan.odt`, { apart: false })
    expect(apart).toEqual(here)
  })

  it('tells the format by the bytes, not by the name', async () => {
    const named = async (file: string, name: string): Promise<string> => (await readDocument(readFileSync(`${FORMS}/${file}`), { name })).reader
    expect(await named('plan.docx', 'plan.doc')).toBe('docx')
    expect(await named('plan.odt', 'plan.docx')).toBe('odt')
    expect(await named('plan.html', 'plan.doc')).toBe('html')
  })

  it("asks a user's own readers first", async () => {
    const own: Reader = { id: 'own', accepts: (bytes) => bytes[0] === 0x23, read: async () => ({ ...(await readDocument(utf8('Kế hoạch'))), mediaType: 'text/x-own' }) }
    expect((await readDocument(utf8('#'), { readers: [own] })).mediaType).toBe('text/x-own')
    expect((await readDocument(utf8('Kế hoạch'), { readers: [own] })).mediaType).toBe('text/plain')
  })

  it('stops a reader that waits, and one that never rests but looks at its signal', async () => {
    const waits = slow(() => new Promise<SourceText>(() => {}))
    const spins = slow(async (_, { signal }) => {
      for (;;) signal.throwIfAborted()
    })
    for (const reader of [waits, spins]) {
      expect(await failureOf(readDocument(utf8('x'), { readers: [reader], limits: { milliseconds: 50 } }))).toEqual({ code: 'timeout', args: { seconds: 0.05 } })
    }
  })

  it('stops a thread of its own when the time is up, and reads the next document', async () => {
    expect(await failureOf(readDocument(`${FORMS}/plan.docx`, { apart: true, limits: { milliseconds: 1 } }))).toEqual({ code: 'timeout', args: { seconds: 0.001 } })
    expect((await readDocument(`${FORMS}/plan.docx`, { apart: true })).reader).toBe('docx')
  })

  it('takes an error of a library for a file that is not what its format asks for', async () => {
    const breaks = slow(async () => {
      throw new TypeError('x is undefined')
    })
    expect(await failureOf(readDocument(utf8('x'), { readers: [breaks] }))).toMatchObject({ code: 'corrupt' })
  })

  it('stops where the caller has gone', async () => {
    const gone = new Error('gone')
    await expect(readDocument(`${FORMS}/plan.docx`, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone)
  })
})

describe('locate', () => {
  const run = (start: number, end: number, page: number, left: number, top: number): SourceText['runs'][number] => ({ span: { start, end }, page, box: [left, top, end - start, 10], fontSize: 10, confidence: null })
  const text = 'KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Trạm Y tế xã'
  const source: SourceText = {
    text, reader: 'pdf', mediaType: 'application/pdf', paragraphsAreLines: true, tables: [], encoding: 'unicode', ocr: null, findings: [],
    pages: [{ number: 1, span: { start: 0, end: 21 } }, { number: 2, span: { start: 21, end: text.length } }],
    runs: [run(0, 8, 1, 100, 50), run(9, 20, 1, 60, 70), run(21, text.length, 2, 60, 40)],
  }

  it('gives page and box of a span, the share of a run that it takes', () => {
    expect(locate(source, { start: 3, end: 8 })).toEqual([{ page: 1, box: [103, 50, 5, 10], lines: [[103, 50, 5, 10]] }])
  })

  it('gives each page and each line', () => {
    expect(locate(source, { start: 0, end: 24 })).toEqual([
      { page: 1, box: [60, 50, 48, 30], lines: [[100, 50, 8, 10], [60, 70, 11, 10]] },
      { page: 2, box: [60, 40, 3, 10], lines: [[60, 40, 3, 10]] },
    ])
  })

  it('gives the page alone where boxes are not known, and nothing where there are no pages', () => {
    expect(locate({ ...source, runs: [] }, { start: 22, end: 25 })).toEqual([{ page: 2, box: null, lines: [] }])
    expect(locate({ runs: [], pages: null }, { start: 0, end: 3 })).toEqual([])
  })

  it('finds spans of the final document on paper too', () => {
    const { document, locate: find } = extractPlaced(source)
    const section = document.sections[0]!.children[0] ?? document.sections[0]!
    const at = document.text.indexOf('Trạm Y tế')
    expect(section.span.end).toBeGreaterThan(at)
    expect(find({ start: at, end: at + 4 }).map(({ page, box }) => [page, box])).toEqual([[2, [63, 40, 4, 10]]])
  })
})
