import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LAWS } from '../../../src/grammar/generated/laws.js'
import { fold } from '../../../src/model/folded.js'
import { citationSchema } from '../../../src/model/schema.js'
import { parseCases } from '../../support/case-file.js'
import { readCitations } from './reading.js'

const CASES = new URL('../../../fixtures/cases/', import.meta.url)
const inputs = readdirSync(CASES).filter((name) => name.startsWith('citations')).flatMap((name) => parseCases(readFileSync(new URL(name, CASES), 'utf8'), name).map(({ input }) => input))

describe('citations', () => {
  it('have spans that cut their own words, and the title its own', () => {
    for (const input of inputs) {
      for (const { text, span, title, pinpoints, issuer, parts } of readCitations(input).citations) {
        expect(input.slice(span.start, span.end)).toBe(text)
        if (title) expect(input.slice(title.span.start, title.span.end)).toBe(title.text)
        if (issuer) expect(input.slice(issuer.span.start, issuer.span.end)).toBe(issuer.text)
        for (const pinpoint of pinpoints) expect(input.slice(pinpoint.span.start, pinpoint.span.end)).toBe(pinpoint.text)
        if (parts.date) expect(input.slice(parts.date.start, parts.date.end)).toMatch(/\d/)
      }
    }
  })

  it('fit the schema', () => {
    for (const input of inputs) for (const citation of readCitations(input).citations) expect(citationSchema.safeParse(citation).error?.issues ?? []).toEqual([])
  })

  it('come in reading order, each once', () => {
    const { citations } = readCitations(inputs.join('\n'))
    const starts = citations.map(({ span }) => span.start)
    expect([...starts].sort((a, b) => a - b)).toEqual(starts)
    expect(new Set(citations.map(({ span }) => `${span.start} ${span.end}`)).size).toBe(citations.length)
  })

  it('refer back only to earlier ones', () => {
    readCitations(inputs.join('\n')).citations.forEach(({ refersTo }, index) => {
      if (refersTo !== null) expect(refersTo).toBeLessThan(index)
    })
  })

  it('are the same whether or not a text follows on the next line', () => {
    for (const input of inputs.filter((one) => !one.includes('\n'))) {
      const alone = readCitations(input).citations.map(({ text, title }) => [text, title?.text])
      expect(readCitations(`${input}\nCác đơn vị triển khai thực hiện.`).citations.map(({ text, title }) => [text, title?.text])).toEqual(alone)
    }
  })

  it('are not looked for in the lines of the heading block', () => {
    const input = 'Số: 54/KH-UBND\nThực hiện Luật Trẻ em.'
    expect(readCitations(input, { skip: [{ start: 0, end: 14 }] }).citations.map(({ text }) => text)).toEqual(['Luật Trẻ em'])
  })
})

describe('laws by name', () => {
  const names = [...new Set(LAWS.map(({ name }) => name))]
  it.each(names)('%s is read whole, also in small letters and capitals', (name) => {
    for (const written of [name, name.toLowerCase(), name.toUpperCase()]) {
      if (name.startsWith('Hiến pháp') && written !== name) continue
      const { citations } = readCitations(`Thực hiện ${written} và các văn bản hướng dẫn.`)
      expect(citations.map((citation) => fold(citation.name ?? ''))).toEqual([fold(name)])
    }
  })
})

describe('names by RFC 9676', () => {
  const urnOf = (input: string): string | null => readCitations(input).citations[0]!.urn

  it.each([
    ['Nghị định số 48/2009/NĐ-CP ngày 19/5/2009 của Chính phủ', 'urn:lex:vn:chinh.phu:nghi.dinh:2009-05-19;48'],
    ['Nghị định số 48/2009/NĐ-CP', 'urn:lex:vn:chinh.phu:nghi.dinh:2009;48'],
    ['Nghị quyết số 30a/2008/NQ-CP', 'urn:lex:vn:chinh.phu:nghi.quyet:2008;30a'],
    ['Thông tư liên tịch số 16/2013/TTLT-BYT-BNN&PTNT', 'urn:lex:vn:bo.y.te+bo.nong.nghiep.va.phat.trien.nong.thon:thong.tu.lien.tich:2013;16'],
    ['Luật số 45/2019/QH14', 'urn:lex:vn:quoc.hoi:bo.luat:2019-11-20;45'],
    ['Luật Đất đai năm 2024', 'urn:lex:vn:quoc.hoi:luat:2024-01-18;31'],
    ['Thông tư số 16/2018/TT-BYT ngày 20/7/2018 của Bộ trưởng Bộ Y tế', 'urn:lex:vn:bo.y.te:thong.tu:2018-07-20;16'],
    ['Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh Hà Tĩnh', 'urn:lex:vn:uy.ban.nhan.dan.tinh.ha.tinh:ke.hoach:2024-01-05;12'],
  ])('%s', (input, urn) => expect(urnOf(input)).toBe(urn))

  it.each([
    ['a number that starts again every year, without a date', 'Quyết định số 2232/QĐ-TTg'],
    ['a committee whose place is not said', 'Kế hoạch số 12/KH-UBND ngày 05/01/2024'],
    ['a law whose year is not said', 'Luật Đất đai'],
    ['a number left blank', 'Kế hoạch số …/KH-UBND ngày 05/01/2024 của UBND tỉnh Hà Tĩnh'],
    ['a ministry that had ended by then', 'Quyết định số 12/QĐ-BTTTT ngày 05/6/2025'],
  ])('none for %s', (_, input) => expect(urnOf(input)).toBeNull())
})
