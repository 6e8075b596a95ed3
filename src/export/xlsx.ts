import type { Feature, Row, Sheet as XlsxSheet } from 'write-excel-file/universal'
import { wrap } from './columns.js'
import { type Exported, type ExportOptions, listOf } from './export-options.js'
import { withoutUnprintable } from './markup.js'
import { SHEETS, type Sheet, toSheet, type Value } from './sheets.js'

const HEAD = { fontWeight: 'bold', backgroundColor: '#DDEBF7', align: 'center', alignVertical: 'center', wrap: true, borderStyle: 'thin', borderColor: '#7F7F7F' } as const
const BODY = { alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#BFBFBF' } as const

/**
 * The tracking sheet (*bảng theo dõi*) as a workbook: one sheet each for tasks, citations and targets, the head row frozen and with filters,
 * words wrapped, days as days. Columns for progress and notes are empty, to be filled in.
 */
export async function toXlsx(documents: Exported, { language = 'vi' }: ExportOptions = {}): Promise<Uint8Array> {
  const { default: writeXlsx } = await import('write-excel-file/universal')
  const sheets = SHEETS.map((name) => toSheet(name, listOf(documents), language))
  const blob = await writeXlsx(sheets.map(toXlsxSheet), { fontFamily: 'Times New Roman', fontSize: 11, features: [filters(sheets), printing] }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function toXlsxSheet({ name, columns, rows }: Sheet): XlsxSheet<Blob> {
  return {
    sheet: name,
    data: [columns.map(({ title }) => ({ value: title, ...HEAD })), ...rows.map((row): Row => toRow(row, columns.map(({ width }) => width)))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

/** A row as high as its longest cell: not every program works that out when it opens a file. */
function toRow(row: readonly Value[], widths: readonly number[]): Row {
  const lines = row.map((value, index) => (value !== null && 'text' in value ? wrap(value.text, Math.round(widths[index]! * LETTERS)).length : 1))
  return row.map((value) => toCell(value, Math.min(HIGHEST_ROW, Math.max(...lines) * LINE + 3)))
}

function toCell(value: Value, height: number): Row[number] {
  if (value === null) return { value: '', type: String, ...BODY, height }
  if ('number' in value) return { value: value.number, type: Number, ...BODY, height, align: 'center' }
  if ('day' in value) return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...BODY, height, align: 'center' }
  return { value: withoutUnprintable(value.text).slice(0, LONGEST_CELL), type: String, ...BODY, height }
}

/** Letters of this font in the width of one digit of the standard font. */
const LETTERS = 1.1
/** Points. */
const LINE = 15
const HIGHEST_ROW = 409

/** A cell of Excel holds 32,767 characters. */
const LONGEST_CELL = 32_767

/** Filters over the whole table of each sheet (CT_Worksheet has them right after its data). */
const filters = (sheets: readonly Sheet[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _, { sheetIndex }) => {
          const { columns, rows } = sheets[sheetIndex]!
          return content.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${letters(columns.length)}${rows.length + 1}"/>`)
        },
      },
    },
  },
})

/** As wide as the paper, as long as it needs, the head row on each page. */
const printing: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content) =>
          content
            .replace(/(<worksheet[^>]*>)(?!<sheetPr)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
}

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
