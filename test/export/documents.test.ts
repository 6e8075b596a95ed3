import { Parser } from 'htmlparser2'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { toAkomaNtoso } from '../../src/export/akoma-ntoso.js'
import { toAnnotations } from '../../src/export/annotations.js'
import { type Exporter, EXPORTS } from '../../src/export/exports.js'
import { toHtml } from '../../src/export/html.js'
import { toMarkdown } from '../../src/export/markdown.js'
import { extractPlan } from '../../src/index.js'
import type { Section } from '../../src/model/plan.js'
import { fixturePlans } from '../support/plans.js'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** A well-formed document as a tree; saxes throws where it is not. */
function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => open.forEach((element) => void (element.text += text)))
  parser.on('closetag', () => void open.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return root.children[0]!
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)]

const HIERARCHY = ['part', 'chapter', 'article', 'section', 'paragraph', 'point', 'indent', 'hcontainer']
/** Children of the elements used, in the order of the schema of Akoma Ntoso 3.0; of a group in brackets any may follow any. */
const ORDER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  akomaNtoso: [['doc']],
  doc: [['meta'], ['preface'], ['preamble'], ['mainBody'], ['conclusions']],
  meta: [['identification'], ['references']],
  identification: [['FRBRWork'], ['FRBRExpression'], ['FRBRManifestation']],
  FRBRWork: [['FRBRthis'], ['FRBRuri'], ['FRBRdate'], ['FRBRauthor'], ['FRBRcountry'], ['FRBRnumber'], ['FRBRname']],
  FRBRExpression: [['FRBRthis'], ['FRBRuri'], ['FRBRdate'], ['FRBRauthor'], ['FRBRlanguage']],
  FRBRManifestation: [['FRBRthis'], ['FRBRuri'], ['FRBRdate'], ['FRBRauthor'], ['FRBRformat']],
  references: [['TLCOrganization']],
  preface: [['p', 'table']], preamble: [['p', 'table']], conclusions: [['p', 'table']], content: [['p', 'table']], intro: [['p', 'table']],
  mainBody: [[...HIERARCHY, 'p', 'table']],
  table: [['tr']], tr: [['th', 'td']], th: [['p']], td: [['p']],
  p: [['ref', 'date', 'docNumber', 'docTitle']], heading: [['ref', 'date', 'docTitle']], ref: [['date']], docTitle: [['date', 'ref']], docNumber: [[]],
  ...Object.fromEntries(HIERARCHY.map((name) => [name, [['num'], ['heading'], ['intro'], ['content', ...HIERARCHY]]])),
}

describe('Akoma Ntoso', () => {
  it.each(fixturePlans().map(({ name, document }) => [name, document] as const))('is well-formed, its elements in the standard’s order, no word lost: %s', (_, document) => {
    const root = parseXml(toAkomaNtoso(document))
    for (const { name, children } of all(root)) {
      const order = ORDER[name] ?? []
      const places = children.map((child) => order.findIndex((group) => group.includes(child.name)))
      expect([name, children.map((child) => child.name), places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0))]).toEqual([name, children.map((child) => child.name), true])
    }
    const words = (text: string): string => text.replace(/^\|? ?-{3}[-| ]*$/gm, '').replace(/[\s|]+/g, '')
    const doc = root.children[0]!
    expect(words(doc.children.slice(1).map(({ text }) => text).join(''))).toBe(words(document.text))
    const ids = all(root).flatMap(({ attributes }) => attributes['eId'] ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const hrefs = all(root).filter(({ name }) => name === 'FRBRauthor').map(({ attributes }) => attributes['href']!.slice(1))
    expect(hrefs.every((id) => ids.includes(id))).toBe(true)
  })

  it('marks citations by their URN and days by their date', () => {
    const root = parseXml(toAkomaNtoso(extractPlan('Số: 1/KH-UBND\nHà Nam, ngày 05 tháng 4 năm 2023\nKẾ HOẠCH\nThử\nI. NHIỆM VỤ\n1. Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.')))
    expect(all(root).find(({ name }) => name === 'ref')?.attributes['href']).toMatch(/^urn:lex:vn:/)
    expect(all(root).filter(({ name }) => name === 'date').map(({ attributes }) => attributes['date'])).toEqual(['2023-04-05', '2020-03-05'])
  })
})

describe('Web Annotations', () => {
  it.each(fixturePlans().map(({ name, document }) => [name, document] as const))('quote the words at their places, counted in code points: %s', (_, document) => {
    const points = [...document.text]
    const { type, total, first } = JSON.parse(toAnnotations(document))
    expect([type, total]).toEqual(['AnnotationCollection', first.items.length])
    for (const { target } of first.items) {
      const [position, quote] = target.selector
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact)
    }
  })

  it('count a character of two code units once', () => {
    const document = extractPlan('Số: 1/KH-UBND\nHà Nam, ngày 05 tháng 4 năm 2023\nKẾ HOẠCH\nThử 😀😀\nI. NHIỆM VỤ\n1. Phòng Nội vụ rà soát 😀 trước ngày 30/5/2023.')
    const { first } = JSON.parse(toAnnotations(document))
    const task = first.items.find(({ body }: { body: { value: string }[] }) => body[0]!.value === 'task')
    expect([...document.text].slice(task.target.selector[0].start, task.target.selector[0].end).join('')).toBe(document.tasks[0]!.text)
  })
})

const HOSTILE = extractPlan('Số: 1/KH-UBND\nHà Nam, ngày 05 tháng 4 năm 2023\nKẾ HOẠCH\n<script>alert(1)</script> & "năm" \'2023\'\nI. NHIỆM VỤ\n1. Phòng Nội vụ <img src=x onerror=alert(1)> rà soát | bảng_1 [a](javascript:b) trước ngày 30/5/2023.')

describe('HTML', () => {
  it('escapes every word of the document', () => {
    const tags: string[] = []
    const parser = new Parser({ onopentagname: (name) => void tags.push(name) })
    parser.end(toHtml(HOSTILE))
    expect(tags.filter((tag) => ['script', 'img', 'a'].includes(tag))).toEqual([])
  })

  it('holds every task, citation and target of every fixture', () => {
    for (const { document } of fixturePlans()) {
      let text = ''
      new Parser({ ontext: (words) => void (text += words) }).end(toHtml(document))
      for (const task of document.tasks) expect(text).toContain(task.text.replace(/\s+/g, ' ').trim())
      for (const target of document.targets) expect(text).toContain(target.text.replace(/\s+/g, ' ').trim())
    }
  })
})

describe('Markdown', () => {
  it('has one row a task, whatever the words hold', () => {
    for (const { document } of [...fixturePlans(), { document: HOSTILE }]) {
      const rows = toMarkdown(document).split('\n').filter((line) => /^\| \d+ \|/.test(line))
      const wanted = document.tasks.length + document.targets.length + document.citations.filter(({ relation }) => relation !== 'self').length
      expect(rows.length).toBe(wanted)
    }
    expect(toMarkdown(HOSTILE)).toContain(String.raw`\<img src=x onerror=alert(1)\> rà soát \| bảng\_1 \[a\](javascript:b)`)
  })

  it('shows the headings of the outline that have one', () => {
    const count = (sections: readonly Section[]): number => sections.reduce((sum, { kind, heading, children }) => sum + (heading && kind !== 'bullet' && kind !== 'plus' ? 1 + count(children) : 0), 0)
    for (const { document } of fixturePlans()) {
      const part = toMarkdown(document).split('## Bố cục')[1]?.split('\n## ')[0] ?? ''
      expect(part.split('\n').filter((line) => /^ *- /.test(line)).length).toBe(count(document.sections))
    }
  })
})

describe('every export', () => {
  it('takes an empty document', async () => {
    for (const { write } of EXPORTS) expect((await (write as Exporter['write'])([extractPlan('')], {})).length).toBeGreaterThan(0)
  })

  it('has a name and an extension of its own', () => {
    expect(new Set(EXPORTS.map(({ id }) => id)).size).toBe(EXPORTS.length)
    expect(new Set(EXPORTS.map(({ extension }) => extension)).size).toBe(EXPORTS.length)
  })
})
