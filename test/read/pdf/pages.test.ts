import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scoreWords } from '../../../benchmarks/scans/words.js'
import type { SourceText, TableMark } from '../../../src/model/source-text.js'
import { extractPlaced, readDocument } from '../../../src/node.js'

const read = (name: string): Promise<SourceText> => readDocument(readFileSync(`fixtures/pages/${name}.pdf`))
/** What stands on the pages, as fixtures/pages/build prints them. */
const printed = (name: string): string[] => readFileSync(`fixtures/pages/${name}.txt`, 'utf8').trimEnd().split('\n')

/** The rows of a table, the words of a merged cell in each place that it takes. */
function rowsOf({ rows }: TableMark, text: string): string[] {
  const grid = rows.map((): string[] => [])
  for (const [r, row] of rows.entries()) {
    for (const { span, rowSpan, colSpan } of row) {
      let column = 0
      while (grid[r]![column] !== undefined) column++
      for (let below = 0; below < rowSpan; below++) for (let across = 0; across < colSpan; across++) (grid[r + below] ??= [])[column + across] = text.slice(span.start, span.end)
    }
  }
  return grid.map((cells) => `| ${cells.join(' | ')} |`)
}

/** The text with its tables as they are printed. */
function linesOf({ text, tables }: SourceText): string[] {
  let at = 0
  const lines: string[] = []
  const put = (until: number): void => void lines.push(...text.slice(at, until).split('\n').map((line) => line.trim()).filter(Boolean))
  for (const table of tables) {
    put(table.span.start)
    lines.push(...rowsOf(table, text))
    at = table.span.end
  }
  put(text.length)
  return lines
}

const told = ({ findings }: SourceText): unknown[] => findings.filter(({ code }) => code.startsWith('page/')).map(({ code, args }) => ({ code, ...args }))
const pageOf = ({ text, pages }: SourceText, number: number): string => {
  const { start, end } = pages!.find((page) => page.number === number)!.span
  return text.slice(start, end)
}

describe('pages with a text of their own are read as they are printed', () => {
  it.each([['signed-panels', 0], ['broken-recipients', 0], ['footnotes', 0], ['landscape-annex', 1], ['annex-on-its-side', 1], ['three-tables', 3]])('%s', async (name, tables) => {
    const source = await read(name)
    expect(linesOf(source)).toEqual(printed(name))
    expect(source.tables).toHaveLength(tables)
    expect(source.findings).toEqual([])
  })
})

it('a body that is charged in a merged cell is charged with the rows beyond the page, too', async () => {
  const { document } = extractPlaced(await read('landscape-annex'))
  const rows = document.tasks.filter(({ origin }) => origin === 'table').map(({ responsible, due }) => [responsible.map(({ name }) => name).join(), due])
  expect(rows).toHaveLength(15)
  expect(rows.slice(5, 12)).toEqual(['2023-03', '2023-04', '2023-04', '2023-05', '2023-05', '2023-06', '2023-07'].map((due) => ['Phòng Kế hoạch tài chính', due]))
})

/** Words of OCR that are those printed. */
const READ = 0.97

describe('pages that have no text of their own to be believed are read by OCR', () => {
  it.each([['scan-with-stamps', 'stamps-only'], ['scan-read-in-english', 'no-marks'], ['scan-on-its-side', 'no-text']])('%s', async (name, because) => {
    const source = await read(name)
    expect(told(source)).toEqual([{ code: 'page/read-by-ocr', page: 1, because }])
    expect(scoreWords(printed(name).join('\n'), source.text).words).toBeGreaterThan(READ)
    expect(source.text).not.toMatch(/Ký bởi|Email|Thời gian ký/)
    expect(source.text).toMatch(/Số: (?:118|……) ?\/KH-BV/)
  })

  it.each([['broken-letters', 'broken-letters'], ['lost-marks', 'no-marks']])('%s: one of three, the others keep their text', async (name, because) => {
    const source = await read(name)
    expect(told(source)).toEqual([{ code: 'page/read-by-ocr', page: 2, because }])
    const lines = printed(name)
    const second = lines.findIndex((line) => line.startsWith('II. '))
    const third = lines.findIndex((line) => line.startsWith('III. '))
    expect(pageOf(source, 1).trim().split('\n')).toEqual(lines.slice(0, second))
    expect(scoreWords(lines.slice(second, third).join('\n'), pageOf(source, 2)).words).toBeGreaterThan(READ)
    expect(pageOf(source, 3).trim().split('\n')).toEqual(lines.slice(third))
  })
})
