import { type Element, isElement, isTextNode, type Node } from './html-node.js'
import { parseDocument } from 'htmlparser2'
import type { SourceText, TableMark } from '../model/source-text.js'
import { isBoilerplate, isHidden, isLayoutTable, textOf } from './html-parts.js'
import { itemMarker } from './html-list.js'
import { type HtmlTable, readTable } from './html-table.js'
import { LineWriter } from './line-writer.js'

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead title tr ul'.split(' '),
)

/** An HTML page: one block a line, table rows one a line with a tab between cells, layout tables column by column. */
export function readHtml(html: string): SourceText {
  const writer = new LineWriter()
  const tables: TableMark[] = []
  const reader: Reader = { writer, tables }
  for (const node of parseDocument(html, { decodeEntities: true }).children) readNode(node, reader)
  writer.endLine()
  return { text: writer.text, reader: 'html', mediaType: 'text/html', paragraphsAreLines: true, tables, pages: null }
}

interface Reader {
  readonly writer: LineWriter
  readonly tables: TableMark[]
}

function readNode(node: Node, reader: Reader): void {
  const { writer } = reader
  if (isTextNode(node)) return writer.write(node.data, isInside(node, 'pre'))
  if (!isElement(node) || isHidden(node) || isBoilerplate(node)) return
  if (node.name === 'br' || node.name === 'hr') return writer.endLine()
  if (node.name === 'table') return readTableNode(node, reader)
  const block = BLOCKS.has(node.name)
  if (block) writer.endLine()
  if (node.name === 'li') writer.write(itemMarker(node), false)
  for (const child of node.children) readNode(child, reader)
  if (block) writer.endLine()
}

function readTableNode(node: Element, reader: Reader): void {
  reader.writer.endLine()
  const table = readTable(node)
  if (table.caption) {
    reader.writer.write(textOf(table.caption), false)
    reader.writer.endLine()
  }
  if (isLayoutTable(table)) readColumns(table, reader)
  else if (table.rows.length) reader.tables.push(writeTable(table, reader.writer))
}

/** A table that only lays out the page is read column by column. */
function readColumns({ rows }: HtmlTable, reader: Reader): void {
  const width = Math.max(0, ...rows.map((row) => row.length))
  for (let column = 0; column < width; column++) {
    for (const row of rows) {
      for (const child of row[column]?.element.children ?? []) readNode(child, reader)
      reader.writer.endLine()
    }
  }
}

function writeTable({ rows }: HtmlTable, writer: LineWriter): TableMark {
  const start = writer.length
  const marks = rows.map((row) => {
    const cells = row.map((cell, i) => {
      if (i) writer.put('\t')
      const from = writer.length
      writer.put(textOf(cell.element))
      return { span: { start: from, end: writer.length }, rowSpan: cell.rowSpan, colSpan: cell.colSpan, header: cell.header }
    })
    writer.put('\n')
    return cells
  })
  return { span: { start, end: Math.max(start, writer.length - 1) }, rows: marks }
}

function isInside(node: Node, name: string): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (isElement(parent) && parent.name === name) return true
  return false
}
