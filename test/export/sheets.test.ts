import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/export/csv.js'
import { SHEETS, toSheet } from '../../src/export/sheets.js'
import { toXlsx } from '../../src/export/xlsx.js'
import { extractPlan } from '../../src/index.js'
import { hasOfficeForSheets, throughOffice } from '../support/office.js'
import { fixturePlan, fixturePlans } from '../support/plans.js'

const withSheets = hasOfficeForSheets()

const EXTRACTED = extractPlan(`UBND XÃ TÂN LẬP
Số: 15/KH-UBND
Tân Lập, ngày 06 tháng 3 năm 2024

KẾ HOẠCH
Phòng, chống dịch bệnh năm 2024

I. MỤC TIÊU
Phấn đấu trên 95% trẻ được tiêm chủng.
II. NHIỆM VỤ
1. Trạm Y tế xã chủ trì, phối hợp với Trường Tiểu học Tân Lập truyền thông theo Quyết định số 12/QĐ-UBND ngày 02/01/2024, xong trước ngày 30/4/2024.
2. Trạm Y tế xã thực hiện chiến dịch từ ngày 01/5/2024 đến ngày 15/5/2024.
`)
const PLAN = { ...EXTRACTED, tasks: [EXTRACTED.tasks[0]!, { ...EXTRACTED.tasks[1]!, text: '=HYPERLINK("http://x.vn";"bấm")' }] }

/** RFC 4180, read back by hand. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  it('is UTF-8 with a byte order mark, one line a task, days by ISO 8601', () => {
    const csv = toCsv(PLAN)
    expect(csv.startsWith('\ufeffSTT,Mục,Nhiệm vụ,Chủ trì,Phối hợp,Từ ngày,Đến ngày,Thời hạn')).toBe(true)
    const [, first, second] = parseCsv(csv)
    expect(first!.slice(3, 8)).toEqual(['Trạm Y tế xã', 'Trường Tiểu học Tân Lập', '', '2024-04-30', 'xong trước ngày 30/4/2024'])
    expect(second!.slice(5, 7)).toEqual(['2024-05-01', '2024-05-15'])
  })

  it('keeps a spreadsheet from taking words for a formula', () => {
    for (const begin of ['=', '+', '-', '@', '\t=', '＝']) {
      const document = { ...PLAN, tasks: [{ ...PLAN.tasks[0]!, text: `${begin}1+1` }] }
      expect(parseCsv(toCsv(document))[1]![2]).toMatch(/^'/)
    }
  })

  it('gives back every fixture’s tasks, citations and targets', () => {
    for (const { name, document } of fixturePlans()) {
      for (const sheet of SHEETS) {
        const { rows } = toSheet(sheet, [document], 'vi')
        const read = parseCsv(toCsv(document, { sheet })).slice(1)
        expect([name, read.length]).toEqual([name, rows.length])
        for (const [index, cells] of read.entries()) {
          expect(cells.map((cell) => cell.replace(/^'/, ''))).toEqual(rows[index]!.map((value) => (value === null ? '' : 'number' in value ? String(value.number) : 'day' in value ? value.day : value.text.replace(/^'/, ''))))
        }
      }
    }
  })

  it('names the document of each row where there are several', () => {
    const rows = parseCsv(toCsv([PLAN, fixturePlan('commune-dengue-2021')]))
    expect(rows[0]![1]).toBe('Văn bản')
    expect(new Set(rows.slice(1).map((row) => row[1]))).toEqual(new Set(['15/KH-UBND', '36/KH-UBND']))
  })

  it('has its heads in the language asked for', () => {
    expect(toCsv(PLAN, { language: 'en' })).toContain('No,Section,Task,Who,With whom,From,Until,Due')
  })
})

describe('XLSX', () => {
  it('is the same for the same documents', async () => {
    const files = await Promise.all([toXlsx(PLAN), toXlsx(PLAN)])
    expect(files[0]!.length).toBeGreaterThan(2000)
    expect(Math.abs(files[0]!.length - files[1]!.length)).toBeLessThan(16)
  })

  it.runIf(withSheets)('is read by LibreOffice: Vietnamese letters, days as days, words no formula', async () => {
    const csv = throughOffice(await toXlsx(PLAN), 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76')
    const [head, first, second] = parseCsv(csv.replaceAll('\n', '\r\n'))
    expect(head!.slice(0, 4)).toEqual(['STT', 'Mục', 'Nhiệm vụ', 'Chủ trì'])
    expect(first!.slice(3, 8)).toEqual(['Trạm Y tế xã', 'Trường Tiểu học Tân Lập', '', '30/04/2024', 'xong trước ngày 30/4/2024'])
    expect(second![2]).toBe(PLAN.tasks[1]!.text)
  }, 120_000)
})

describe.runIf(withSheets)('CSV in LibreOffice', () => {
  it('is read with its letters, its columns, and words that are no formula', () => {
    const page = throughOffice(new TextEncoder().encode(toCsv(PLAN)), 'csv', 'html:HTML (StarCalc)', 'Text - txt - csv (StarCalc):44,34,76')
    expect(page).toContain('Trường Tiểu học Tân Lập')
    expect(page).toContain("'=HYPERLINK(&quot;http://x.vn&quot;;&quot;bấm&quot;)")
    expect(page.match(/<tr/gi)?.length).toBe(3)
  }, 120_000)
})
