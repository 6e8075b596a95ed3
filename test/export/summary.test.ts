import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/export/columns.js'
import { toExplanation } from '../../src/export/explanation.js'
import { toSummary } from '../../src/export/summary.js'
import type { Body, PlanDocument, Section } from '../../src/model/plan.js'

const text = 'Phòng Nội vụ chủ trì rà soát hồ sơ trước ngày 30/6/2024'
const spanOf = (words: string): { text: string; span: { start: number; end: number } } => {
  const start = text.indexOf(words)
  return { text: words, span: { start, end: start + words.length } }
}
const body = (name: string): Body => ({ text: name, span: { start: 0, end: name.length }, name, kind: 'division', level: 'district', place: null, collective: false, id: null })
const section = (path: string, heading: string, role: Section['role'], children: Section[] = []): Section => ({
  path, marker: path.split('.').at(-1)!, kind: 'roman', heading: { text: heading, span: { start: 0, end: 0 } }, text: heading, span: { start: 0, end: 0 }, role, children,
})

const unlinked = { parts: { type: null, notation: null, name: null, date: null, issuer: null, title: null }, amended: null, resolved: null, instrument: 0 }

const document: PlanDocument = {
  schemaVersion: '1',
  source: { name: null, mediaType: 'text/plain', sha256: null, byteLength: null, reader: 'text', pages: null, encoding: 'unicode', ocr: null, metadata: {} },
  kind: 'document',
  text,
  header: {
    issuer: body('Ủy ban nhân dân huyện Tam Nông'), jointIssuers: [], parent: null, notation: { text: '12/KH-UBND', number: '12', year: null, symbol: 'KH-UBND', span: { start: 0, end: 0 } },
    place: 'Tam Nông', issued: '2024-04-05', type: { code: 'KH', name: 'Kế hoạch' }, title: 'Rà soát hồ sơ lưu trữ năm 2024 trên địa bàn huyện Tam Nông và các xã, thị trấn trực thuộc',
    titleSpan: null, addressees: [], marks: [],
  },
  sections: [section('I', 'MỤC ĐÍCH', 'purpose'), section('II', 'NHIỆM VỤ', 'tasks', [section('II.1', 'Rà soát', 'tasks')])],
  citations: [
    { text: '', span: { start: 0, end: 0 }, type: null, notation: { text: '30/2020/NĐ-CP', number: '30', year: 2020, symbol: 'NĐ-CP' }, name: null, date: '2020-03-05', issuer: null, title: { text: 'về công tác văn thư', span: { start: 0, end: 0 } }, pinpoints: [], relation: 'basis', refersTo: null, urn: null, ...unlinked },
    { text: '', span: { start: 0, end: 0 }, type: null, notation: { text: '30/2020/NĐ-CP', number: '30', year: 2020, symbol: 'NĐ-CP' }, name: null, date: null, issuer: null, title: null, pinpoints: [], relation: 'refers', refersTo: null, urn: null, ...unlinked },
  ],
  instruments: [],
  dates: [],
  tasks: [
    { id: 'a', confidence: 0.9, schedule: [], reportsTo: [], budget: null, ...spanOf(text), section: 'II.1', group: [], responsible: [body('Phòng Nội vụ')], coordinating: [], due: '../2024-06-30', dueText: 'trước ngày 30/6/2024', output: null, citations: [], targets: [], origin: 'item',
      evidence: [{ field: 'responsible', rule: 'assignment.subject', span: spanOf('Phòng Nội vụ').span }, { field: 'due', rule: 'deadline.before', span: spanOf('trước ngày 30/6/2024').span }] },
  ],
  targets: [], tables: [], recipients: [], signatures: [{ authority: 'KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', name: 'Lê Văn An', span: { start: 0, end: 0 } }], footnotes: [],
  diagnostics: [{ code: 'section/numbering-gap', severity: 'warning', message: 'Đánh số bị thiếu', span: null, args: {} }],
}

describe('toSummary', () => {
  it('shows heading, outline, tasks, citations and what is to be checked', () => {
    expect(toSummary(document)).toBe(`Loại văn bản      Kế hoạch
Số, ký hiệu       12/KH-UBND
Trích yếu         Rà soát hồ sơ lưu trữ năm 2024 trên địa bàn huyện Tam Nông và
                  các xã, thị trấn trực thuộc
Cơ quan ban hành  Ủy ban nhân dân huyện Tam Nông
Ngày ban hành     2024-04-05, Tam Nông
Người ký          PHÓ CHỦ TỊCH Lê Văn An

BỐ CỤC
I MỤC ĐÍCH                                                     mục đích, yêu cầu
II NHIỆM VỤ                                                  nhiệm vụ, giải pháp
  1 Rà soát

NHIỆM VỤ (1)
1  Phòng Nội vụ chủ trì rà soát hồ sơ trước ngày 30/6/2024
   Chủ trì: Phòng Nội vụ · Thời hạn: ≤ 2024-06-30

VĂN BẢN VIỆN DẪN (1)
Số, ký hiệu    Ngày ban hành  Trích yếu
30/2020/NĐ-CP  2020-03-05     về công tác văn thư  2 lần

ĐIỂM CẦN XEM LẠI (1)
cần xem  Đánh số bị thiếu
`)
  })

  it('keeps to the width, whatever it is', () => {
    for (const columns of [40, 60, 80, 200]) {
      for (const line of toSummary(document, { columns, language: 'en' }).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
    }
  })

  it('has colours only where they are asked for, and the same words', () => {
    const painted = toSummary(document, { color: true })
    expect(toSummary(document)).not.toContain('\u001b')
    expect(painted).toContain('\u001b[1m')
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(toSummary(document))
  })

  it('speaks English too', () => {
    expect(toSummary(document, { language: 'en' })).toContain('TASKS (1)')
  })
})

describe('toExplanation', () => {
  it('tells which rule spoke of which words', () => {
    expect(toExplanation(document, { language: 'en' })).toBe(`WHY
1. Phòng Nội vụ chủ trì rà soát hồ sơ trước ngày 30/6/2024
   Who           assignment.subject           "Phòng Nội vụ"
   Due           deadline.before              "trước ngày 30/6/2024"
`)
  })

  it('is empty where there are no tasks', () => expect(toExplanation({ ...document, tasks: [] })).toBe(''))
})
