import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { extractPlaced, type PlanDocument, readDocument } from '../../../src/node.js'

const FOLDER = 'fixtures/handwriting'
/** Of sixty; `npm run eval:handwriting` reads them all. */
const PAGES = readFileSync(`${FOLDER}/written.tsv`, 'utf8').trim().split('\n').slice(1, 13).map((row) => row.split('\t') as [file: string, notation: string, day: string])

interface Seen {
  readonly file: string
  readonly document: PlanDocument
  readonly place: ReturnType<ReturnType<typeof extractPlaced>['locate']>
  readonly written: { readonly number: number; readonly day: number }
}

const numberOf = ({ header }: PlanDocument): number | null => (header.notation?.number ? Number(header.notation.number) : null)
const dayOf = ({ header }: PlanDocument): number | null => (/^\d\d$/.test(header.issued?.slice(8) ?? '') ? Number(header.issued!.slice(8)) : null)
const toldBy = ({ diagnostics }: PlanDocument) => diagnostics.filter(({ code, severity }) => code === 'ocr/handwritten' && severity === 'warning').map(({ span, args }) => ({ start: span!.start, found: args['found'] }))

describe('number and day that a hand wrote into the heading of a scan', () => {
  const seen: Seen[] = []
  beforeAll(async () => {
    for (const [file, notation, day] of PAGES) {
      const { document, locate } = extractPlaced(await readDocument(`${FOLDER}/${file}`, { apart: false }))
      seen.push({ file, document, place: document.header.notation ? locate(document.header.notation.span) : [], written: { number: Number(notation.split('/')[0]), day: Number(day) } })
    }
  }, 180_000)

  it('are read, most of them', () => {
    const right = seen.flatMap(({ document, written }) => [numberOf(document) === written.number, dayOf(document) === written.day]).filter(Boolean)
    expect(right.length).toBeGreaterThan(1.2 * seen.length)
  })

  it('are null where they are not read for sure, never another number', () => {
    for (const { file, document, written } of seen) expect([file, numberOf(document) ?? written.number, dayOf(document) ?? written.day]).toEqual([file, written.number, written.day])
  })

  it('are told, each with its place', () => {
    for (const { document } of seen) {
      const { text, header: { notation } } = document
      if (notation?.number) expect(toldBy(document)).toContainEqual({ start: text.indexOf(notation.number, notation.span.start), found: notation.number })
    }
  })

  it('stand where they were written', () => {
    const places = seen.flatMap(({ place }) => place)
    expect(places.length).toBeGreaterThan(0)
    for (const { box } of places) {
      const [left, top] = box!
      expect(left).toBeGreaterThan(95)
      expect(left).toBeLessThan(145)
      expect(top).toBeGreaterThan(60)
      expect(top).toBeLessThan(90)
    }
  })
})
