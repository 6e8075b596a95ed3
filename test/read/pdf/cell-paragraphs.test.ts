import { expect, it } from 'vitest'
import { readDocument } from '../../../src/node.js'
import { embeddedFont, toPdfFile } from '../../support/pdf-file.js'

const RULES = ['72 700 m 500 700 l S', '72 780 m 500 780 l S', '72 640 m 500 640 l S', ...[72, 120, 310, 500].map((x) => `${x} 640 m ${x} 780 l S`)].join(' ')
const font = embeddedFont()
/** Words of a cell, line by line from its upper left corner. */
const at = (x: number, y: number, lines: readonly string[]): string => ` BT /F 11 Tf ${x} ${y} Td 14 TL ${lines.map((line) => `${font.encode(line)} Tj T*`).join(' ')} ET`

it('the paragraphs of a ruled cell are kept apart, its wrapped lines are joined', async () => {
  const cells = at(78, 765, ['1']) + at(126, 765, ['Lên danh sách các thôn và xóm', 'trong xã']) + at(316, 765, ['Công an xã', 'Ban chi trong thôn'])
    + at(78, 685, ['2']) + at(126, 685, ['Ghi thông tin', 'cho hàng tháng']) + at(316, 685, ['Ông Lê Văn An'])
  const { text, tables } = await readDocument(toPdfFile([{ font, lines: ['.'], at: [72, 40], more: `${cells} ${RULES}` }]))
  const paragraphs = tables[0]!.rows.map((row) => row.map(({ span, breaks = [] }) => [span.start, ...breaks].map((from, i) => text.slice(from, breaks[i] ?? span.end).trim())))
  expect(paragraphs).toEqual([
    [['1'], ['Lên danh sách các thôn và xóm trong xã'], ['Công an xã', 'Ban chi trong thôn']],
    [['2'], ['Ghi thông tin cho hàng tháng'], ['Ông Lê Văn An']],
  ])
})
