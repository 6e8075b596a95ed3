import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UnreadableDocumentError } from '../src/model/diagnostics.js'
import { planDocumentSchema } from '../src/model/schema.js'
import { decodeBytes } from '../src/read/bytes.js'
import { extractPlan } from '../src/run/extract-plan.js'
import { brokenInvariants } from './support/invariants.js'

const PLANS = new URL('../fixtures/plans', import.meta.url).pathname
const LINES = readdirSync(PLANS)
  .flatMap((slug) => readdirSync(join(PLANS, slug)).filter((name) => name === 'plan.txt').flatMap((name) => readFileSync(join(PLANS, slug, name), 'utf8').split('\n')))
  .filter((line) => line.trim())

/** Lines of real form in any order, cut anywhere, with anything between them. */
const shuffledPlan = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: cutLine() }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) }), { maxLength: 30 })
  .chain((lines) => fc.constantFrom('\n', '\n\n', '\r\n', ' ', '\t', '\f').map((joint) => lines.join(joint)))

function cutLine(): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...LINES), fc.nat(200), fc.nat(200)).map(([line, from, to]) => line.slice(from, from + to))
}

const WORDS = ['ngày', 'tháng', 'năm', 'quý II', 'số', '/', '-', '12', '2024', '31', 'NĐ-CP', 'KH-UBND', 'Căn cứ', 'Nghị định', 'Luật', 'của', 'Chính phủ', 'UBND', 'các xã', 'chủ trì', 'phối hợp với', ',', ';', '.', ':', '\n', 'I.', '1.', 'a)', 'Điều', 'Nơi nhận', 'TM.', 'trước', 'từ', 'đến', '%', '(', ')', '“', '\t', '|']
const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).chain((words) => fc.constantFrom(' ', '').map((joint) => words.join(joint)))

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }), soup, shuffledPlan)

describe('any string', () => {
  it('gives a document whose spans, indexes and dates are true', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = extractPlan(text)
        expect(brokenInvariants(document)).toEqual([])
        expect(planDocumentSchema.safeParse(document).error?.issues).toBeUndefined()
      }),
      { numRuns: 600 },
    )
  })

  it('gives the same document each time, whatever was read before it', () => {
    fc.assert(
      fc.property(anyText, shuffledPlan, (text, other) => {
        const first = JSON.stringify(extractPlan(text))
        extractPlan(other)
        expect(JSON.stringify(extractPlan(text))).toBe(first)
      }),
      { numRuns: 150 },
    )
  })

  it('gives a document as HTML too', () => {
    const tag = fc.constantFrom('<p>', '</p>', '<table>', '<tr>', '<td rowspan=2>', '<td colspan="3">', '</table>', '<br>', '<div>', '</div>', '<li>', '&nbsp;', '&#7871;', '<!--', '-->', '<script>', '</script>', '<', '&')
    const page = fc.array(fc.oneof(tag, fc.constantFrom(...LINES), fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(page, (html) => {
        expect(brokenInvariants(extractPlan(html, { mediaType: 'text/html' }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('any bytes', () => {
  it('give text or an error with a code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(decodeBytes(bytes).text).toMatch(/\S/)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableDocumentError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
