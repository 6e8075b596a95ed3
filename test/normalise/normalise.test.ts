import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { readHtml } from '../../src/read/html.js'
import { readText } from '../../src/read/text.js'

const PLANS = new URL('../../fixtures/plans', import.meta.url).pathname
const plans = readdirSync(PLANS)
  .flatMap((slug) => readdirSync(join(PLANS, slug)).filter((name) => /^plan\.(?:txt|html)$/.test(name)).map((name) => join(slug, name)))
  .map((name) => {
    const content = readFileSync(join(PLANS, name), 'utf8')
    return { name, source: name.endsWith('.html') ? readHtml(content) : readText(content) }
  })

const clean = (text: string): string => normalise(readText(text)).text

const WORDS = ['KẾ HOẠCH', 'Số:', '12', '/KH - UBND', 'ngày', 'Căn cứ', ' ', '   ', '\t', '\n', '\n\n', '\r\n', '\u00a0', '\u0301', 'e\u0302\u0301', '\ufeff', '- ', '1. ', 'I. ', 'Nơi nhận:', 'KT. CHỦ TỊCH', '-----', '|', '**', '[...]', 'TH ỰC', 'của', 'Sở', ';', '.', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số hiệu 1/A-B', 'Trang chủ', '\u00ad']
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join('')))

describe('any text', () => {
  it('becomes lines without blanks around them, and every span leads back into the source', () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const { text, folded, toSource, setApart } = normalise(readText(content))
        expect(text).not.toMatch(/^[ \n]|[ \n]$|\n\n| \n|\n | {2}|\r/)
        expect(folded).toHaveLength(text.length)
        for (let i = 0; i < text.length; i++) {
          const { start, end } = toSource({ start: i, end: i + 1 })
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(content.length)
        }
        for (const { start, end } of setApart) expect(content.slice(start, end).length).toBe(end - start)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps each letter where it came from', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS.filter((word) => !/[\u0300-\u036f]/.test(word))), { maxLength: 60 }), (words) => {
        const content = words.join('')
        const { text, toSource } = normalise(readText(content))
        for (let i = 0; i < text.length; i++) {
          if (!/[\p{L}\p{N}]/u.test(text[i]!)) continue
          const { start, end } = toSource({ start: i, end: i + 1 })
          expect(content.slice(start, end)).toBe(text[i])
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe.each(plans)('$name', ({ source }) => {
  const once = normalise(source)

  it('is clean after one pass', () => {
    expect(clean(once.text)).toBe(once.text)
    expect(once.text).toBe(once.text.normalize('NFC'))
  })

  it('keeps every word or sets it apart', () => {
    const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}]{2,}/gu) ?? []
    const kept = new Map<string, number>()
    const apart = once.setApart.map(({ start, end }) => source.text.slice(start, end))
    for (const word of [once.text, ...apart].flatMap(wordsOf)) kept.set(word, (kept.get(word) ?? 0) + 1)
    const whole = [once.text, ...apart].join(' ').replace(/\s/g, '')
    const lost = wordsOf(source.text.replaceAll('\u00d0', 'Đ')).filter((word) => !kept.has(word) && !whole.includes(word))
    expect(lost).toEqual([])
  })

  it('gives cells that lie in their rows and tables', () => {
    for (const { span, rows } of once.tables) {
      for (const cell of rows.flat()) {
        expect(cell.span.start).toBeGreaterThanOrEqual(span.start)
        expect(cell.span.end).toBeLessThanOrEqual(span.end)
        expect(once.text.slice(cell.span.start, cell.span.end)).not.toMatch(/[\n\t]/)
      }
    }
  })
})

describe('a title in capitals with blank lines in it', () => {
  it.each([
    'KẾ HOẠCH\n\nTRỒNG RAU AN TOÀN TRÊN ĐỊA BÀN\n\nHUYỆN VỤ BẢN NĂM 2023\n\nThực hiện Luật Trồng trọt, Ủy ban nhân dân huyện ban hành kế hoạch.',
    'KẾ HOẠCH\nTRỒNG RAU AN TOÀN\n\n\nGIAI ĐOẠN 2023 - 2025\nI. MỤC ĐÍCH',
    'QUYẾT ĐỊNH\nVỀ VIỆC GIAO CHỈ TIÊU\n\nTRỒNG RAU NĂM 2023\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN\nCăn cứ Luật Trồng trọt;',
    'NGHỊ QUYẾT\nQUY ĐỊNH MỨC CHI\n\nHỘI ĐỒNG NHÂN DÂN TỈNH\nKHÓA XII, KỲ HỌP THỨ 4\n\nCăn cứ Luật Trồng trọt;',
    'KẾ HOẠCH\nTRỒNG RAU AN TOÀN\n\nI. MỤC ĐÍCH\n\nTRỒNG RAU',
  ])('is clean after one pass: %j', (text) => {
    const once = clean(text)
    expect(once).not.toMatch(/ĐỊA BÀN\n|AN TOÀN\n(?!I)|CHỈ TIÊU\n/)
    expect(clean(once)).toBe(once)
  })
})

describe('a text in another form', () => {
  const text = plans.find(({ name }) => name.startsWith('district-disaster'))!.source.text
  const plain = clean(text)

  it.each([
    ['decomposed', (t: string) => t.normalize('NFD')],
    ['with carriage returns', (t: string) => t.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (t: string) => `\ufeff${t}`],
    ['with no-break spaces', (t: string) => t.replaceAll(' ', '\u00a0')],
    ['with Ð for Đ', (t: string) => t.replaceAll('Đ', '\u00d0')],
    ['with Ƣ for Ư', (t: string) => t.replaceAll('Ư', '\u01a2').replaceAll('ư', '\u01a3')],
    ['with zero-width spaces', (t: string) => t.replaceAll(' ', ' \u200b')],
    ['with blanks at line ends', (t: string) => t.replaceAll('\n', '  \n')],
  ])('%s is the same text', (_, change) => {
    expect(clean(change(text))).toBe(plain)
  })
})
