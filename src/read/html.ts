import { type SourceText, type TableMark, WITHOUT_LAYOUT } from '../model/source-text.js'
import { decodeFonts } from './html-fonts.js'
import { itemMarker, type ListNumbers } from './html-list.js'
import { type Element, isElement, isHidden, isTextNode, type Node } from './html-node.js'
import { parseHtml } from './html-parser.js'
import { isBoilerplate, isLayoutTable } from './html-parts.js'
import { type HtmlTable, readTable } from './html-table.js'
import { paragraphsOf, textOf } from './html-text.js'
import { LineWriter } from './line-writer.js'

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead title tr ul'.split(' '),
)

/** An HTML page: one block a line, table rows one a line with a tab between cells, layout tables column by column. */
export function readHtml(html: string): SourceText {
  const writer = new LineWriter()
  const tables: TableMark[] = []
  const children = parseHtml(html)
  const encoding = decodeFonts(html, children)
  readAll(children, { writer, tables, numbers: new Map() })
  writer.endLine()
  return { text: writer.text, reader: 'html', mediaType: 'text/html', paragraphsAreLines: true, ...WITHOUT_LAYOUT, tables, encoding }
}

interface Reader {
  readonly writer: LineWriter
  readonly tables: TableMark[]
  readonly numbers: ListNumbers
}

/** The end of a block, among the nodes still to be read. */
const LINE_END = Symbol('line end')

/** Nodes in order, with a stack of our own: hostile pages nest deeper than calls can. */
function readAll(nodes: readonly Node[], reader: Reader): void {
  const { writer } = reader
  const open: (Node | typeof LINE_END)[] = [...nodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node === LINE_END) writer.endLine()
    else if (isTextNode(node)) writer.write(node.data, isInside(node, 'pre'))
    else if (isElement(node)) readElement(node, reader, open)
  }
}

function readElement(element: Element, reader: Reader, open: (Node | typeof LINE_END)[]): void {
  if (isHidden(element) || isBoilerplate(element)) return
  if (element.name === 'table') {
    readTableNode(element, reader, open)
    return
  }
  if (element.name === 'br') reader.writer.endLine()
  if (BLOCKS.has(element.name)) {
    reader.writer.endLine()
    open.push(LINE_END)
  }
  if (element.name === 'li') reader.writer.write(itemMarker(element, reader.numbers), false)
  for (let i = element.children.length - 1; i >= 0; i--) open.push(element.children[i]!)
}

function readTableNode(node: Element, reader: Reader, open: (Node | typeof LINE_END)[]): void {
  reader.writer.endLine()
  const table = readTable(node)
  if (table.caption) {
    reader.writer.write(textOf(table.caption), false)
    reader.writer.endLine()
  }
  if (isLayoutTable(table)) openColumns(table, open)
  else if (table.rows.length) reader.tables.push(writeTable(table, reader.writer))
}

/** A table that only lays out the page is read column by column; its cells are put on the stack, the last one first. */
function openColumns({ rows }: HtmlTable, open: (Node | typeof LINE_END)[]): void {
  const width = Math.max(0, ...rows.map((row) => row.length))
  for (let column = width - 1; column >= 0; column--) {
    for (const row of rows.toReversed()) {
      open.push(LINE_END)
      for (const child of (row[column]?.element.children ?? []).toReversed()) open.push(child)
    }
  }
}

function writeTable({ rows }: HtmlTable, writer: LineWriter): TableMark {
  const start = writer.length
  const marks = rows.map((row) => {
    const cells = row.map((cell, i) => {
      if (i) writer.put('\t')
      const from = writer.length
      const { text, breaks } = paragraphsOf(cell.element)
      writer.put(text)
      return { span: { start: from, end: writer.length }, rowSpan: cell.rowSpan, colSpan: cell.colSpan, header: cell.header, ...(breaks.length && { breaks: breaks.map((at) => from + at) }) }
    })
    writer.put('\n')
    return cells
  })
  return { span: { start, end: Math.max(start, writer.length - 1) }, rows: marks }
}

/** Near enough for `pre`, which holds little more than text. */
function isInside(node: Node, name: string): boolean {
  let parent = node.parent
  for (let depth = 0; parent && depth < 5; depth++, parent = parent.parent) if (isElement(parent) && parent.name === name) return true
  return false
}
