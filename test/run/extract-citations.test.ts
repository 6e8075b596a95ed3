import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CitationExtract, extractCitations, parseUrn } from '../../src/citations.js'
import { citationSchema, instrumentSchema } from '../../src/model/schema.js'
import { foldText } from '../../src/model/folded.js'
import { createBodyReader } from '../../src/recognise/bodies/index.js'
import { recogniseCitations } from '../../src/recognise/citations/index.js'
import { recogniseDates } from '../../src/recognise/dates/index.js'
import { parseCases } from '../support/case-file.js'

const CASES = new URL('../../fixtures/cases/', import.meta.url)
const inputs = readdirSync(CASES).filter((name) => name.startsWith('citations')).flatMap((name) => parseCases(readFileSync(new URL(name, CASES), 'utf8'), name).map(({ input }) => input))

const PLANS = new URL('../../fixtures/plans/', import.meta.url)
const LINES = readdirSync(PLANS)
  .flatMap((slug) => readdirSync(new URL(`${slug}/`, PLANS)).filter((name) => name === 'plan.txt').flatMap((name) => readFileSync(new URL(`${slug}/${name}`, PLANS), 'utf8').normalize('NFC').split('\n')))
  .filter((line) => /\d{4}|luật/i.test(line))

const facts = ({ citations }: Pick<CitationExtract, 'citations'>): string[] =>
  citations.map(({ text, type, notation, date, issuer, title }) => JSON.stringify([text, type?.code, notation?.text, date, issuer?.name, title?.text]))

/** Every span cuts its words, wherever it stands in what is returned. */
function falseSpans(value: unknown, text: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { span, text: words } = value as { span?: { start: number; end: number } | null; text?: unknown }
  const wrong = span && typeof words === 'string' && text.slice(span.start, span.end) !== words ? [words] : []
  return [...wrong, ...Object.values(value).flatMap((child) => falseSpans(child, text))]
}

describe('citations alone', () => {
  it('are those that the stage finds with all dates of the text before it', () => {
    for (const input of [...inputs.filter((one) => !one.includes('\n')), ...LINES]) {
      const text = foldText(input)
      const withDates = recogniseCitations(text, recogniseDates(text, { issued: null, planYear: null }), { readBody: createBodyReader({ province: null, district: null, commune: null }).read, preamble: null, skip: [], ownType: null })
      expect(facts(extractCitations(input))).toEqual(facts(withDates))
    }
  })

  it('fit the schema', () => {
    for (const input of inputs) {
      const { citations, instruments } = extractCitations(input)
      expect(citations.flatMap((citation) => citationSchema.safeParse(citation).error?.issues ?? [])).toEqual([])
      expect(instruments.flatMap((instrument) => instrumentSchema.safeParse(instrument).error?.issues ?? [])).toEqual([])
    }
  })

  it('have spans into the text as it was given, whatever its letters are made of', () => {
    for (const input of inputs) {
      for (const given of [input, input.normalize('NFD'), `\ufeff${input.replaceAll('Đ', '\u00d0')}`, input.replaceAll(' ', '\u00a0'), input.replaceAll('\n', '\r\n')]) {
        const found = extractCitations(given)
        expect(falseSpans(found, given)).toEqual([])
        expect(found.citations.length).toBe(extractCitations(input).citations.length)
      }
    }
  })

  it('are read across the line breaks of a page', () => {
    const text = 'Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị định số 30/2020/NĐ-\nCP ngày 05 tháng 3 năm 2020 của Chính phủ và Quyết định số 1719/QĐ-TTg ngày\n14/10/2021 (đã gửi các sở, ban, ngành của tỉnh) của Ban Chấp hành; Nghị quyết số\n57-NQ/TW và Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng\nChính phủ phê duyệt Đề án.'
    expect(facts(extractCitations(text)).map((each) => JSON.parse(each.replaceAll('\\n', '⏎')) as unknown)).toEqual([
      ['Nghị định số 30/2020/NĐ-⏎CP ngày 05 tháng 3 năm 2020 của Chính phủ', 'NĐ', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', null],
      ['Quyết định số 1719/QĐ-TTg ngày⏎14/10/2021', 'QĐ', '1719/QĐ-TTg', '2021-10-14', null, null],
      ['Nghị quyết số⏎57-NQ/TW', 'NQ', '57-NQ/TW', null, null, null],
      ['Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng⏎Chính phủ', 'QĐ', '06/QĐ-TTg', '2022-01-06', 'Thủ tướng Chính phủ', 'phê duyệt Đề án'],
    ])
  })

  it('do not run from one item of a list into the next', () => {
    expect(extractCitations('- Nghị định số 30/2020/NĐ-CP\n- Kế hoạch số 12/KH-UBND\nVề việc khác').citations.map(({ text }) => text)).toEqual(['Nghị định số 30/2020/NĐ-CP', 'Kế hoạch số 12/KH-UBND'])
  })

  it('learn nothing from one text that changes another', () => {
    const text = 'Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND tỉnh về phòng cháy.'
    const first = JSON.stringify(extractCitations(text, { place: { province: 'tỉnh Hà Tĩnh' } }))
    extractCitations(text, { place: { province: 'tỉnh Lào Cai' } })
    expect(JSON.stringify(extractCitations(text, { place: { province: 'tỉnh Hà Tĩnh' } }))).toBe(first)
    expect(extractCitations(text, { place: { province: 'tỉnh Lào Cai' } }).citations[0]?.issuer?.name).toBe('Ủy ban nhân dân tỉnh Lào Cai')
  })

  it('take words for messages by language', () => {
    const text = 'Nghị quyết số 28/NĐ-CP ngày 05/3/2020 của Chính phủ'
    expect(extractCitations(text).diagnostics[0]?.message).toMatch(/Viện dẫn/)
    expect(extractCitations(text, { language: 'en' }).diagnostics[0]?.message).toMatch(/citation/)
  })
})

describe('instruments', () => {
  const instruments = (text: string): string[] =>
    extractCitations(text).instruments.map(({ type, notation, name, date, issuer, mentions }) => [type?.code, notation?.text ?? name, date, issuer?.name ?? null, mentions.join(' ')].join(' | '))

  it('are completed from the fullest mention', () => {
    expect(instruments('Theo Nghị định số 30/2020/NĐ-CP. Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư. Nghị định 30/2020/NĐ-CP nêu trên.')).toEqual(['NĐ | 30/2020/NĐ-CP | 2020-03-05 | Chính phủ | 0 1 2'])
  })

  it('take later mentions without date or issuer, and short forms', () => {
    expect(instruments('Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ; theo Quyết định số 1719/QĐ-TTg, Quyết định số 1719 và Quyết định này.')).toEqual(['QĐ | 1719/QĐ-TTg | 2021-10-14 | Thủ tướng Chính phủ | 0 1 2 3'])
  })

  it('are kept apart by year and by issuer, and what could be either stays by itself', () => {
    expect(instruments('Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh Hà Tĩnh; Kế hoạch số 12/KH-UBND ngày 09/02/2024 của UBND tỉnh Hà Tĩnh; Kế hoạch số 12/KH-UBND.')).toEqual([
      'KH | 12/KH-UBND | 2023-01-05 | Ủy ban nhân dân tỉnh Hà Tĩnh | 0',
      'KH | 12/KH-UBND | 2024-02-09 | Ủy ban nhân dân tỉnh Hà Tĩnh | 1',
      'KH | 12/KH-UBND |  |  | 2',
    ])
  })

  it('know a law by its name, its number and its year', () => {
    expect(instruments('Luật Đất đai số 31/2024/QH15; Luật Đất đai năm 2024; Luật Đất đai; Luật số 31/2024/QH15.')).toEqual(['L | 31/2024/QH15 | 2024 |  | 0 1 2 3'])
    expect(instruments('Luật Đất đai năm 2013, Luật Đất đai năm 2024 và Luật Đất đai.')).toEqual(['L | Luật Đất đai | 2013 |  | 0', 'L | Luật Đất đai | 2024 |  | 1', 'L | Luật Đất đai |  |  | 2'])
  })

  it('have one urn for all their mentions', () => {
    const { citations } = extractCitations('Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.')
    expect(citations.map(({ urn }) => urn)).toEqual(['urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30', 'urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30'])
    expect(citations[1]?.pinpoints.map(({ urn }) => urn)).toEqual(['urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30~dieu5;khoan2', 'urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30~dieu5'])
  })
})

describe('parseUrn', () => {
  it('gives back what a name was built from', () => {
    expect(parseUrn('urn:lex:vn:bo.tai.chinh+bo.y.te:thong.tu.lien.tich:2015-12-31;12~dieu5a;khoan2;diemdd')).toEqual({
      authorities: ['bo.tai.chinh', 'bo.y.te'], measure: 'thong.tu.lien.tich', date: '2015-12-31', number: '12',
      pinpoints: [{ unit: 'article', value: '5a' }, { unit: 'clause', value: '2' }, { unit: 'point', value: 'đ' }],
    })
  })

  it.each(['', 'urn:lex:it:stato:legge:2003-09-21;456', 'urn:lex:vn:chinh.phu:nghi.dinh;30', 'urn:lex:vn:chinh.phu:nghi.dinh:2020;30~', 'urn:lex:vn:chinh.phu:nghi.dinh:2020;30~buu5', 'urn:isbn:0451450523'])('is null for %s', (urn) => expect(parseUrn(urn)).toBeNull())

  it('reads every name that is built', () => {
    const built = inputs.flatMap((input) => extractCitations(input).citations).flatMap(({ urn, pinpoints }) => [urn, ...pinpoints.map((pinpoint) => pinpoint.urn)]).filter((urn) => urn !== null)
    expect(built.length).toBeGreaterThan(100)
    expect(built.filter((urn) => parseUrn(urn) === null)).toEqual([])
  })
})
