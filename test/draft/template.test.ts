import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { toDraftText } from '../../src/draft/text.js'
import { TEMPLATE_TAGS } from '../../src/grammar/generated/template-tags.js'
import { writeTime } from '../../src/grammar/written-dates.js'
import { extractDates } from '../../src/dates.js'
import { extractPlan } from '../../src/index.js'
import type { PlanDocument } from '../../src/model/plan.js'
import { TemplateError } from '../../src/model/template-error.js'
import { draftPlan } from '../../src/run/draft-plan.js'
import { extractFile } from '../../src/run/extract-file.js'
import { fillTemplate } from '../../src/run/fill-template.js'
import { SAMPLES } from '../../templates/build/samples.js'
import { foundFacts, statedFacts } from '../support/draft-facts.js'
import { fixturePlans } from '../support/plans.js'
import { PROFILES } from '../support/profiles.js'
import { cell, paragraph, row, run, table, toWordFile } from '../support/word-file.js'

const sample = (name: string): Uint8Array => readFileSync(`templates/${name}.docx`)
const flat = (text: string | null | undefined): string | null => text?.replace(/\s+/g, ' ').trim() ?? null
const plans = fixturePlans().map(({ name, document }) => [name, document] as const)

/** A template that a library opens: Word's own has more parts, none of which matters here. */
function template(body: string, more: Partial<Parameters<typeof toWordFile>[0]> = {}): Uint8Array {
  const type = (name: string, kind: string): string => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`
  return zipSync({
    ...unzipSync(toWordFile({ body, ...more })),
    '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${type('document', 'document.main')}${type('header1', 'header')}</Types>`),
    '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
  })
}

const lines = (...texts: string[]): string => texts.map((text) => paragraph(run(text))).join('')
const wordsOf = (file: Uint8Array, part = 'document'): string[] => [...strFromU8(unzipSync(file)[`word/${part}.xml`]!).matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)].map(([words]) => [...words.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))

async function faultsOf(file: Uint8Array, extra = {}, options = {}): Promise<TemplateError> {
  const filled = await fillTemplate(file, PLAN, extra, options).catch((error: unknown) => error)
  expect(filled).toBeInstanceOf(TemplateError)
  return filled as TemplateError
}

const PLAN = extractPlan(`UBND XÃ TÂN LẬP
Số: 15/KH-UBND
Tân Lập, ngày 06 tháng 3 năm 2024

KẾ HOẠCH
Phòng, chống dịch bệnh năm 2024

Thực hiện Kế hoạch số 52/KH-UBND ngày 09/01/2024 của UBND huyện Vụ Bản về phòng, chống dịch bệnh năm 2024;

I. NHIỆM VỤ
1. Trạm Y tế xã chủ trì, phối hợp với Trường Tiểu học Tân Lập truyền thông theo Quyết định số 12/QĐ-UBND ngày 02/01/2024, xong trước ngày 30/4/2024.
2. Diệt loăng quăng tại các thôn trong quý II/2024.
`)

describe('a filled template', () => {
  it.each(plans)('on an office’s own paper says what the draft said: %s', async (_, document) => {
    const draft = draftPlan(document, PROFILES[0]!)
    const filled = await fillTemplate(sample('plan'), extractPlan(toDraftText(draft)))
    expect(foundFacts(await extractFile(filled), draft)).toEqual(statedFacts(draft))
  })

  it.each(plans.filter(([, { kind, header, tables, sections, footnotes }]) => kind === 'document' && header.type?.code !== 'CV' && !tables.length && !footnotes.length && !sections.some((section) => section.kind === 'annex' || section.kind === 'attachment')))('says what the plan said: %s', async (_, document) => {
    const facts = ({ header, sections, tasks, citations }: PlanDocument): unknown => ({
      heading: [header.issuer?.name, header.parent?.name, header.notation?.text, header.place, header.issued, header.title].map((each) => flat(each)?.toLowerCase()),
      sections: sections.map(({ path, heading, role }) => [path, flat(heading?.text), role]),
      tasks: tasks.map((task) => [task.section, flat(task.text), task.responsible.map(({ text }) => text), task.coordinating.map(({ text }) => text), task.due]),
      citations: citations.map((citation) => [citation.text, citation.notation?.text, citation.date, citation.issuer?.text, flat(citation.title?.text)]),
    })
    expect(facts(await extractFile(await fillTemplate(sample('plan'), document)))).toEqual(facts(document))
  })

  it.each(plans)('as a table gives back tasks, bodies and dues: %s', async (_, document) => {
    const back = await extractFile(await fillTemplate(sample('assignment'), document))
    const facts = ({ tasks }: PlanDocument): unknown => tasks.map(({ text, responsible, coordinating, due }, index) => [flat(text), responsible.map((body) => flat(body.text)), coordinating.map((body) => flat(body.text)), document.tasks[index]?.due == null ? null : due])
    expect(facts(back)).toEqual(facts(document))
  })

  it.each(plans)('as a report names every body, every task and every basis: %s', async (_, document) => {
    const words = wordsOf(await fillTemplate(sample('progress-report'), document)).join('\n').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'")
    for (const { text, responsible } of document.tasks) for (const each of [text, ...responsible.filter(({ id }) => id === null).map((body) => body.text)]) expect(words).toContain(flat(each))
    expect(words.match(/\{[^}]*\}/)).toBeNull()
  })

  it('is the same for the same plan, byte by byte', async () => {
    expect(await fillTemplate(sample('plan'), PLAN)).toEqual(await fillTemplate(sample('plan'), PLAN))
  })

  it('writes days and times as Vietnamese documents do, lists with semicolons, capitals where the tag has them', async () => {
    const file = template(lines('{ISSUER}, {ngày ban hành} ({issuedShort})', '{#tasks}', '{STT}) {chủ trì} | {phối hợp} | {thời hạn} | {ngày đến hạn}', '{/tasks}'))
    expect(wordsOf(await fillTemplate(file, PLAN))).toEqual([
      'ỦY BAN NHÂN DÂN XÃ TÂN LẬP, ngày 06 tháng 3 năm 2024 (06/3/2024)',
      '1) Trạm Y tế xã | Trường Tiểu học Tân Lập | chậm nhất ngày 30/4/2024 | 30/4/2024',
      '2)  |  | quý II/2024 | 30/6/2024',
    ])
  })

  it('repeats rows of a table, and lists of a list', async () => {
    const file = template(table(row(cell('{#tasks}{index}'), cell('{#citations}{notation} {/citations}{/tasks}'))) + lines('{#căn cứ}', '{lời dẫn} {đầy đủ};', '{/căn cứ}'))
    expect(wordsOf(await fillTemplate(file, PLAN))).toEqual(['1', '12/QĐ-UBND ', '2', '', 'Thực hiện Kế hoạch số 52/KH-UBND ngày 09 tháng 01 năm 2024 của Ủy ban nhân dân huyện Vụ Bản về phòng, chống dịch bệnh năm 2024;'])
  })

  it('shows a blank where a document must say something that the plan does not state, and prints a part on condition', async () => {
    const bare = extractPlan('KẾ HOẠCH\nPhòng cháy\n\nI. NHIỆM VỤ\n1. Công an xã kiểm tra chợ.\n')
    const file = template(lines('Số: {số, ký hiệu}; {người ký}; [{cơ quan chủ quản}]', '{#tasks}{text}{#due} ({due}){/due}{^due} (không có thời hạn){/due}{/tasks}'))
    expect(wordsOf(await fillTemplate(file, bare))).toEqual(['Số: ……; ……; []', 'Công an xã kiểm tra chợ. (không có thời hạn)'])
  })

  it('never takes a value of the document for one that an item does not state', async () => {
    const cited = extractPlan('Số: 1/KH-UBND\nHà Nam, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nThử\n\nCăn cứ Công văn số 9/SNV-TH;\n\nI. NHIỆM VỤ\n1. Công an xã kiểm tra chợ.\n')
    expect(wordsOf(await fillTemplate(template(lines('{#basis}[{notation}|{title}|{issued}]{/basis}')), cited))).toEqual(['[9/SNV-TH||]'])
  })

  it('takes values and lists of one’s own, which go first', async () => {
    const file = template(lines('{số} {Người lập}', '{#Phòng}{tên}: {#Việc}{nội dung}, {/Việc}{số};{/Phòng}'))
    const extra = { Số: 7, 'người lập': 'Lê Thị Hoa', phòng: [{ tên: 'Nội vụ', việc: [{ 'nội dung': 'rà soát' }, { 'nội dung': 'báo cáo' }] }, { tên: 'Y tế', việc: [] }] }
    expect(wordsOf(await fillTemplate(file, PLAN, extra))).toEqual(['7 Lê Thị Hoa', 'Nội vụ: rà soát, báo cáo, 7;Y tế: 7;'])
  })

  it('fills headers too, and tags that Word cut into runs', async () => {
    const file = template(paragraph(run('Số {số') + run(', ký ') + run('hiệu}')), { header: paragraph(run('{title}')) })
    const filled = await fillTemplate(file, PLAN)
    expect([wordsOf(filled), wordsOf(filled, 'header1')]).toEqual([['Số 15/KH-UBND'], ['Phòng, chống dịch bệnh năm 2024']])
  })

  it('takes words for words, whatever they hold', async () => {
    const filled = await fillTemplate(template(lines('{ghi chú}')), PLAN, { 'ghi chú': '<w:p>&{title}\u0001{#tasks}' })
    expect(wordsOf(filled)).toEqual(['&lt;w:p&gt;&amp;{title}{#tasks}'])
  })
})

describe('a template that cannot be filled', () => {
  it('names every tag that is wrong, with its place', async () => {
    const { faults, message } = await faultsOf(template(lines('Số {số}', '{ngày hết hạn} và {#nhiệm vụ}{tenViec}{/nhiệm vụ}'), { header: paragraph(run('{ten}')) }))
    expect(faults).toEqual([
      { code: 'unknown-tag', args: { tag: '{ngày hết hạn}', part: 'document', paragraph: 2, near: '{ngày hết hạn} và {#nhiệm vụ}{tenViec}{/nhiệm vụ}' } },
      { code: 'unknown-tag', args: { tag: '{tenViec}', part: 'document', paragraph: 2, near: '{ngày hết hạn} và {#nhiệm vụ}{tenViec}{/nhiệm vụ}' } },
      { code: 'unknown-tag', args: { tag: '{ten}', part: 'header1', paragraph: 1, near: '{ten}' } },
    ])
    expect(message.split('\n')[0]).toBe('không có trường {ngày hết hạn} (document, đoạn 2: "{ngày hết hạn} và {#nhiệm vụ}{tenViec}{/nhiệm vụ}")')
    expect((await faultsOf(template(lines('{x}')), {}, { language: 'en' })).message).toBe('there is no tag {x} (document, paragraph 1: "{x}")')
  })

  it.each([
    ['{#tasks}{text}', 'list-not-closed'],
    ['{text}{/tasks}', 'unknown-tag'],
    ['{/tasks}', 'list-not-opened'],
    ['{#tasks}{#due}{/tasks}{/due}', 'list-not-opened'],
    ['{tasks}', 'list-as-text'],
    ['{#tasks}{#tasks}{/tasks}{/tasks}', 'list-out-of-place'],
    ['{title', 'brace-alone'],
    ['title}', 'brace-alone'],
    ['{@title}', 'unknown-tag'],
    ['{=[ ]=}', 'unknown-tag'],
    ['{constructor}', 'unknown-tag'],
    ['{__proto__}', 'unknown-tag'],
    ['{}', 'unknown-tag'],
  ])('%s: %s', async (text, code) => expect((await faultsOf(template(lines(text)))).code).toBe(code))

  it('says what is wrong with the file: none of Word’s, cut off, too large, a bomb', async () => {
    const good = sample('plan')
    expect((await faultsOf(new Uint8Array(0))).code).toBe('not-docx')
    expect((await faultsOf(strToU8('{title}'))).code).toBe('not-docx')
    expect((await faultsOf(zipSync({ 'a.txt': strToU8('a') }))).code).toBe('not-docx')
    expect((await faultsOf(good.subarray(0, good.length - 400))).code).toBe('corrupt')
    expect((await faultsOf(template('<w:p><w:r>'))).code).toBe('corrupt')
    expect((await faultsOf(good, {}, { limits: { bytes: 1000 } })).code).toBe('too-large')
    const bomb = zipSync({ ...unzipSync(template(lines('{title}'))), 'word/media/a.bin': new Uint8Array(4 * 1024 * 1024) })
    expect((await faultsOf(bomb, {}, { limits: { unpackedBytes: 1024 * 1024 } })).code).toBe('too-large')
    expect((await faultsOf(template(lines('{title}'.repeat(5001))))).code).toBe('too-many-tags')
  })

  it('in pieces never gives anything but a code', async () => {
    const good = sample('assignment')
    for (let at = 0; at < good.length; at += 499) {
      const broken = Uint8Array.from(good)
      broken.fill(0x41, at, at + 40)
      for (const bytes of [good.subarray(0, at), broken]) {
        const filled = await fillTemplate(bytes, PLAN).catch((error: unknown) => error)
        expect(filled instanceof Uint8Array || filled instanceof TemplateError).toBe(true)
      }
    }
  })
})

describe('the sample templates', () => {
  const texts = (bytes: Uint8Array): unknown => Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/') && name.endsWith('.xml')).map(([name, content]) => [name, strFromU8(content)])

  it.each(SAMPLES.map(({ name, write }) => [name, write] as const))('are what `npm run templates` writes: %s', async (name, write) => {
    expect(texts(sample(name))).toEqual(texts(await write()))
  })

  it('are told of with every tag in docs/drafts.md', () => {
    const docs = readFileSync('docs/drafts.md', 'utf8')
    for (const { name } of SAMPLES) expect(docs).toContain(`templates/${name}.docx`)
    for (const { scope, name, vi, about } of TEMPLATE_TAGS) expect([scope, docs.includes(`| \`{${name}}\` | \`{${vi}}\` | ${about} |`) || docs.includes(`| \`{#${name}}\` | \`{#${vi}}\` | ${about} |`)]).toEqual([scope, true])
  })
})

describe('times in words', () => {
  it('are read back as what they were, for every due of the fixtures', () => {
    const dues = new Set(fixturePlans().flatMap(({ document }) => document.tasks.flatMap(({ due }) => due ?? [])))
    expect(dues.size).toBeGreaterThan(150)
    for (const due of dues) {
      const words = writeTime(due)
      expect([due, words, words === undefined ? null : extractDates(`${words}.`, { planYear: 2024 }).dates[0]?.edtf]).toEqual([due, words, words === undefined ? null : due])
    }
  })
})
