import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFileSync, readdirSync } from 'node:fs'
import type { Finding } from '../../../src/model/diagnostics.js'
import { isEdtf } from '../../../src/model/edtf.js'
import { foldText } from '../../../src/model/folded.js'
import { type DateContext, looksRecurring, recogniseDates, withRoles } from '../../../src/recognise/dates/index.js'
import { parseCases } from '../../support/case-file.js'

const CONTEXT: DateContext = { issued: '2024-03-15', planYear: 2024 }
const recognise = (text: string, context: DateContext = CONTEXT) => recogniseDates(foldText(text), context)

const CASES = new URL('../../../fixtures/cases/', import.meta.url)
const sentences = readdirSync(CASES)
  .filter((name) => name.startsWith('dates-'))
  .flatMap((name) => parseCases(readFileSync(new URL(name, CASES), 'utf8'), name))
  .map(({ input }) => input)

describe('every mention', () => {
  const texts = [...sentences, sentences.join('\n'), sentences.join('; ').toUpperCase(), sentences.join(' ').replaceAll(' ', '\u00a0')]
  const found = texts.flatMap((text) => recognise(text).map((date) => ({ text, date })))

  it('has the words of its span', () => {
    for (const { text, date } of found) expect(text.slice(date.span.start, date.span.end)).toBe(date.text)
  })

  it('stands after the one before it', () => {
    for (const text of texts) {
      const spans = recognise(text).map(({ span }) => span)
      for (const [index, span] of spans.entries()) if (index) expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]!.end)
    }
  })

  it('has a value that the reference library reads, or none', () => {
    for (const { date } of found) {
      if (date.edtf === null) continue
      expect(isEdtf(date.edtf), `${date.text}: ${date.edtf}`).toBe(true)
      expect(() => edtf(date.edtf!), `${date.text}: ${date.edtf}`).not.toThrow()
    }
  })

  it('does not cross a line or begin or end with a space', () => {
    for (const { date } of found) expect(date.text).toMatch(/^\S(?:[^\n]*\S)?$/)
  })

  it('is the same in capitals', () => {
    for (const sentence of sentences) {
      const plain = recognise(sentence).filter(({ role }) => role !== 'event')
      expect(recognise(sentence.toUpperCase()).filter(({ role }) => role !== 'event').map(({ edtf: value }) => value)).toEqual(plain.map(({ edtf: value }) => value))
    }
  })
})

describe('words put together at random', () => {
  const word = fc.constantFrom(
    'ngày', 'tháng', 'năm', 'quý', 'từ', 'đến', 'hết', 'trước', 'hằng', 'hàng', 'giai đoạn', '-', '/', ',', 'và', '(', ')', '…', '..', '15', '3', '31', '2023', '2025', '20…', 'II', 'kể từ',
    'ký', 'thứ', 'hai', 'tuần', '6', 'đầu', 'cuối', 'sau', '15/11', '30/2/2024', '16 giờ', '\n', '\t', 'l5/3', 'làm việc', 'chậm nhất', 'trong', 'một lần',
  )
  it('give true spans and valid values', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(' ', '', '  ')), { maxLength: 24 }), fc.constantFrom<DateContext>(CONTEXT, { issued: null, planYear: null }), (words, context) => {
        const text = words.flat().join('').normalize('NFC')
        let end = 0
        for (const date of recognise(text, context)) {
          expect(text.slice(date.span.start, date.span.end)).toBe(date.text)
          expect(date.span.start).toBeGreaterThanOrEqual(end)
          end = date.span.end
          if (date.edtf !== null) expect(() => edtf(date.edtf!), `${text} → ${date.edtf}`).not.toThrow()
        }
      }),
      { numRuns: 4000 },
    )
  })
})

describe('the context', () => {
  it('limits the part of the text that is read', () => {
    const text = 'ngày 01/01/2024, ngày 02/02/2024, ngày 03/03/2024'
    expect(recognise(text, { ...CONTEXT, from: 17, to: 33 }).map(({ text: words }) => words)).toEqual(['ngày 02/02/2024'])
  })

  it('does not lend a year to what is of every year', () => {
    expect(recognise('ngày 20/11 hằng năm')[0]!.edtf).toBe('XXXX-11-20')
  })

  it('counts from the day of issue only where that is a day', () => {
    const [month] = recognise('trong 30 ngày kể từ ngày ký', { issued: '2024-03-XX', planYear: 2024 })
    expect(month!.edtf).toBeNull()
  })
})

describe('impossible days', () => {
  it('have no value and are reported with their words', () => {
    const findings: Finding[] = []
    const text = 'Họp ngày 31/02/2023, ngày 30/6/2023 và 45/13/2020; lễ hội ngày 10/3 âm lịch.'
    const dates = recogniseDates(foldText(text), CONTEXT, findings)
    expect(dates.map(({ edtf: value }) => value)).toEqual([null, '2023-06-30', null, '2024-04-18'])
    expect(findings.map(({ code, args }) => [code, args])).toEqual([
      ['date/impossible', { found: 'ngày 31/02/2023' }],
      ['date/impossible', { found: '45/13/2020' }],
    ])
  })
})

describe('roles given later', () => {
  const text = 'Tứ Sơn, ngày 05 tháng 3 năm 2024. Thực hiện Công văn số 7/UBND-VX ngày 01/3/2024, gửi trước ngày 30/3/2024. (Kèm theo Kế hoạch ngày 05/3/2024)'
  const dates = recognise(text)
  const spans = dates.map(({ span }) => span)

  it('come from where the heading and the citations have their dates', () => {
    expect(withRoles(dates, { issuedSpan: spans[0]!, citationDateSpans: [spans[1]!] }).map(({ role }) => role)).toEqual(['issued', 'citation', 'deadline', 'event'])
  })

  it('know the date beside the document’s own number', () => {
    expect(withRoles(dates, { issuedSpan: spans[0]!, citationDateSpans: [spans[1]!, spans[3]!], ownDateSpans: [spans[3]!] }).at(-1)!.role).toBe('issued')
  })
})

it('tells what comes again', () => {
  expect(recognise('hằng quý; ngày 20/11 hằng năm; trước ngày 30/3/2024').map(looksRecurring)).toEqual([true, true, false])
})

it('names the rule and the bound of each mention', () => {
  const found = recognise('trước ngày 30/3/2024; từ quý II/2026; giai đoạn 2021 - 2025; hằng năm; tháng 6/2024; đến hết tháng 5/2023')
  expect(found.map(({ bound, by }) => `${bound} ${by}`)).toEqual([
    'before date.day', 'from date.quarter', 'interval date.year-interval', 'recurring date.recurring', 'point date.month', 'until date.month',
  ])
})
