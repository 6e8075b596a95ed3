import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXPORTS } from '../../src/export/exports.js'
import { LINT_RULES, lint } from '../../src/export/lint/index.js'
import { type LintReport, toLintText, toSarif } from '../../src/export/lint/report.js'
import { WORDING } from '../../src/grammar/generated/wording.js'
import { wordShort } from '../../src/grammar/wording.js'
import { extractPlan } from '../../src/index.js'
import { fixturePlans } from '../support/plans.js'

const GOOD = `ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
Số: 05/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Lập, ngày 06 tháng 02 năm 2024

KẾ HOẠCH
Phòng, chống dịch bệnh năm 2024

Căn cứ Quyết định số 12/QĐ-UBND ngày 02/01/2024 của Ủy ban nhân dân huyện Vụ Bản về công tác y tế năm 2024;
Ủy ban nhân dân xã Tân Lập ban hành Kế hoạch như sau:

I. NHIỆM VỤ
1. Trạm Y tế xã truyền thông tại các thôn, xong trước ngày 30/4/2024.
2. Công an xã kiểm tra chợ trước ngày 31/5/2024.
II. KINH PHÍ
Từ ngân sách xã.

Nơi nhận:
- UBND huyện;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An
`

const found = (text: string, today?: string): string[] => lint(extractPlan(text), { language: 'en', ...(today === undefined ? {} : { today }) }).map(({ rule }) => rule)
const without = (line: string): string => GOOD.split('\n').filter((each) => !each.startsWith(line)).join('\n')
const withChange = (from: string, to: string): string => {
  expect(GOOD).toContain(from)
  return GOOD.replace(from, to)
}

/** Each rule with a document that it finds something in; it finds nothing in the good one. */
const CASES: Readonly<Record<string, string>> = {
  'form/national-missing': without('CỘNG HÒA'),
  'form/motto-missing': without('Độc lập'),
  'form/motto-wording': withChange('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc'),
  'form/issuer-missing': GOOD.replace('ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\n', '').replace('Ủy ban nhân dân xã Tân Lập ban hành', 'Ban hành').replace('TM. ỦY BAN NHÂN DÂN\n', '').replace('UBND huyện', 'Như trên'),
  'form/notation-missing': without('Số:'),
  'form/number-zero': withChange('05/KH-UBND', '5/KH-UBND'),
  'form/dateline-missing': without('Tân Lập, ngày'),
  'form/place-missing': withChange('Tân Lập, ngày 06', 'Ngày 06'),
  'form/date-wording': withChange('ngày 06 tháng 02', 'ngày 6 tháng 2'),
  'form/type-missing': without('KẾ HOẠCH').replace('05/KH-UBND', '05/UBND').replace('Kế hoạch', 'nhiệm vụ'),
  'form/title-missing': without('Phòng, chống'),
  'form/out-of-place': GOOD.replace('Tân Lập, ngày 06 tháng 02 năm 2024\n', '').replace('Nơi nhận:', 'Tân Lập, ngày 06 tháng 02 năm 2024\nNơi nhận:'),
  'form/basis-missing': without('Căn cứ'),
  'form/basis-ending': withChange('y tế năm 2024;', 'y tế năm 2024'),
  'form/recipients-missing': GOOD.replace('Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\n', ''),
  'form/archive-missing': without('- Lưu'),
  'form/signature-missing': GOOD.replace('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\n', ''),
  'form/signer-missing': without('Lê Văn An'),
  'citation/incomplete': withChange(' của Ủy ban nhân dân huyện Vụ Bản về công tác y tế năm 2024;', ';'),
  'citation/unresolved': withChange('truyền thông', 'thực hiện Nghị định trên, truyền thông'),
  'citation/after-issue': withChange('ngày 02/01/2024', 'ngày 02/3/2024'),
  'task/none': GOOD.replace(/I\. NHIỆM VỤ[\s\S]*II\. KINH PHÍ/u, 'I. KINH PHÍ'),
  'task/no-body': withChange('1. Trạm Y tế xã truyền thông', '1. Truyền thông'),
  'task/no-due': withChange(', xong trước ngày 30/4/2024.', '.'),
  'due/before-issue': withChange('30/4/2024', '30/01/2024').replace('xong trước', 'hoàn thành trước'),
}

describe('lint', () => {
  it('finds nothing in a document that is as it should be', () => expect(found(GOOD)).toEqual([]))

  it.each(Object.entries(CASES))('%s', (rule, text) => expect(found(text)).toContain(rule))

  it('compares dues with the day that it is told, never with a clock', () => {
    expect(found(GOOD, '2024-05-15')).toEqual(['due/past'])
    expect(found(GOOD, '2024-02-06')).toEqual([])
  })

  it('tells every diagnostic, with its place', () => {
    const text = withChange('2. Công an', '3. Công an')
    const [finding] = lint(extractPlan(text), { language: 'en' }).filter(({ rule }) => rule === 'section/numbering-gap')
    expect(extractPlan(text).text.slice(finding!.span!.start).startsWith('3.')).toBe(true)
  })

  it('knows the heading of Party documents and of mass organisations', () => {
    const party = 'ĐẢNG BỘ HUYỆN VỤ BẢN\nĐẢNG ỦY XÃ TÂN LẬP\n*\nSố 05-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nTân Lập, ngày 06 tháng 02 năm 2024\n\nKẾ HOẠCH\nHọc tập nghị quyết năm 2024\n\nI. NHIỆM VỤ\n1. Chi bộ các thôn tổ chức học tập trước ngày 30/4/2024.\n'
    expect(found(party).filter((rule) => /national|motto/.test(rule))).toEqual([])
    expect(found(party.replace('ĐẢNG CỘNG SẢN VIỆT NAM\n', '')).filter((rule) => /national|motto/.test(rule))).toEqual(['form/national-missing'])
    const youth = party.replace('ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐOÀN TNCS HỒ CHÍ MINH').replace('ĐẢNG BỘ HUYỆN VỤ BẢN\nĐẢNG ỦY XÃ TÂN LẬP', 'HUYỆN ĐOÀN VỤ BẢN\nĐOÀN XÃ TÂN LẬP').replace('KH/ĐU', 'KH/ĐTN')
    expect(found(youth).filter((rule) => /national|motto/.test(rule))).toEqual([])
  })

  it('says of articles nothing about form', () => {
    for (const { document } of fixturePlans()) if (document.kind === 'article') expect(lint(document).filter(({ rule }) => rule.startsWith('form/'))).toEqual([])
  })

  it('has spans of the text and the gravity of an error for no fixture but those that lack a part', () => {
    for (const { document } of fixturePlans()) {
      const findings = lint(document)
      for (const { span } of findings) if (span) expect(span.start >= 0 && span.end <= document.text.length && span.start <= span.end).toBe(true)
      if (document.kind === 'document') expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([])
    }
  })

  it('has a rule for each code, each with a case and wording of its own', () => {
    const codes = WORDING.flatMap(({ key }) => (key.startsWith('lint.') ? [key.slice(5)] : []))
    expect(LINT_RULES.map(({ id }) => id).sort()).toEqual([...codes].sort())
    expect([...Object.keys(CASES), 'due/past'].sort()).toEqual([...codes].sort())
  })
})

describe('docs/exports.md', () => {
  it('names every rule with its gravity, and every export', () => {
    const docs = readFileSync('docs/exports.md', 'utf8')
    for (const { id, severity } of LINT_RULES) expect(docs).toContain(`| \`${id}\` | ${severity} | ${wordShort(id, 'en')} |`)
    for (const { id } of EXPORTS) expect(docs).toContain(`\`${id}\``)
  })
})

/** What the schema of SARIF 2.1.0 asks for: `required` of each object that is written, and its enumerations. */
function checkSarif(log: Record<string, unknown>): void {
  expect(log['version']).toBe('2.1.0')
  const runs = log['runs'] as { tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } }; columnKind: string; results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: { physicalLocation: { artifactLocation: { uri: string }; region?: Record<string, number> } }[] }[] }[]
  for (const { tool, columnKind, results } of runs) {
    expect(tool.driver.name.length).toBeGreaterThan(0)
    expect(['utf16CodeUnits', 'unicodeCodePoints']).toContain(columnKind)
    expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length)
    for (const { id, shortDescription } of tool.driver.rules) expect(id && shortDescription.text).toBeTruthy()
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
      expect(['none', 'note', 'warning', 'error']).toContain(level)
      expect(message.text.length).toBeGreaterThan(0)
      for (const { physicalLocation: { artifactLocation, region } } of locations) {
        expect(() => new URL(artifactLocation.uri, 'file:///a/')).not.toThrow()
        if (region) for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn']) expect(region[key]).toBeGreaterThanOrEqual(1)
      }
    }
  }
}

describe('reports of findings', () => {
  const report = (source: string, text: string): LintReport => ({ source, findings: lint(extractPlan(text), { language: 'en' }).map((finding) => ({ ...finding, text: null, place: finding.span && { line: 3, column: 1, endLine: 3, endColumn: 9 }, page: null })) })

  it('print one line a finding, with its place', () => {
    expect(toLintText(report('plan.txt', CASES['form/number-zero']!), 'en')).toBe('plan.txt:3:1: warning: numbers below 10 have a zero before them: "5/KH-UBND" is "05/KH-UBND" [form/number-zero]\nplan.txt: 1 found\n')
    expect(toLintText(report('plan.txt', GOOD), 'en')).toBe('plan.txt: nothing found\n')
  })

  it('are SARIF 2.1.0, for names of every kind', () => {
    for (const source of ['plan.txt', 'kế hoạch/số 1.txt', '/srv/a b.docx', 'C:\\Plans\\a.docx', '-']) checkSarif(JSON.parse(toSarif(Object.values(CASES).map((text) => report(source, text)), 'en')))
    expect(JSON.parse(toSarif([], 'vi')).runs[0].results).toEqual([])
  })
})
