import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { fold } from '../model/folded.js'
import type { CellMark, TableMark } from '../model/source-text.js'

/** What word processors' files are made of, whatever the format: paragraphs and tables, in reading order. */
export type Block = Paragraph | TableBlock

/** One paragraph; a break inside it is "\n". */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
}

export interface TableBlock {
  readonly kind: 'table'
  /** Cells that a merge covers are left out: the one that is shown has the spans. */
  readonly rows: readonly (readonly BlockCell[])[]
}

export interface BlockCell {
  readonly blocks: readonly Block[]
  readonly rowSpan: number
  readonly colSpan: number
  /** In a row that is repeated on each page. */
  readonly header: boolean
}

/** The text of a SourceText and the tables in it. */
export interface WrittenBlocks {
  readonly text: string
  readonly tables: TableMark[]
}

/**
 * One paragraph a line; a table's rows one a line with a tab between cells. Tables that only set columns side by side, as the heading
 * and the closing block, are read column by column.
 */
export function writeBlocks(blocks: readonly Block[]): WrittenBlocks {
  const parts: string[] = []
  const tables: TableMark[] = []
  let length = 0
  const put = (text: string): void => {
    parts.push(text)
    length += text.length
  }
  const open: Block[] = [...blocks].reverse()
  for (let block = open.pop(); block; block = open.pop()) {
    if (block.kind === 'paragraph') for (const line of linesOf(block.text)) put(`${line}\n`)
    else if (isLayoutTable(block)) open.push(...columnByColumn(block).reverse())
    else tables.push(writeTable(block, () => length, put))
  }
  return { text: parts.join(''), tables }
}

/** Lines of a paragraph without indents; only one that sets the line in a column of its own stays. Empty lines are left out. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '')
    const indent = indentOf(line)
    return words ? [indent >= COLUMN ? ' '.repeat(Math.min(indent, WIDEST)) + words : words] : []
  })
}

const TAB = 8
const COLUMN = 24
const WIDEST = 200

/** In blanks. */
function indentOf(line: string): number {
  let indent = 0
  for (const sign of line) {
    if (sign === '\t') indent += TAB
    else if (sign === ' ' || sign === '\u00a0') indent++
    else break
  }
  return indent
}

function writeTable({ rows }: TableBlock, at: () => number, put: (text: string) => void): TableMark {
  const start = at()
  const marks = rows.map((row) => {
    const cells = row.map((cell, i): CellMark => {
      if (i) put('\t')
      const from = at()
      const breaks: number[] = []
      for (const [k, paragraph] of paragraphsIn(cell.blocks).entries()) {
        if (k) put(' ')
        if (k) breaks.push(at())
        put(paragraph)
      }
      return { span: { start: from, end: at() }, rowSpan: cell.rowSpan, colSpan: cell.colSpan, header: cell.header, ...(breaks.length && { breaks }) }
    })
    put('\n')
    return cells
  })
  return { span: { start, end: Math.max(start, at() - 1) }, rows: marks }
}

/** Paragraphs of the blocks in order, those of tables within too, each on one line. */
function paragraphsIn(blocks: readonly Block[]): string[] {
  const paragraphs: string[] = []
  const open: Block[] = [...blocks].reverse()
  for (let block = open.pop(); block; block = open.pop()) {
    if (block.kind === 'paragraph') paragraphs.push(block.text.replace(/[\s\u00a0]+/g, ' ').trim())
    else for (const row of block.rows.toReversed()) for (const cell of row.toReversed()) open.push(...cell.blocks.toReversed())
  }
  return paragraphs.filter(Boolean)
}

const plainText = (blocks: readonly Block[]): string => paragraphsIn(blocks).join(' ')

function columnByColumn({ rows }: TableBlock): Block[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => rows.flatMap((row) => row[column]?.blocks ?? [])).flat()
}

const SMALL = 8
const LONGEST = 3000
const HEADING = PATTERNS['heading-cell']
const RECIPIENTS = PATTERNS['recipients-cell']
const SIGN_OFF = PATTERNS['sign-off-cell']

/** A table that only lays out the page: heading, closing block, signers side by side, a frame around text, a single row or column. */
function isLayoutTable(table: TableBlock): boolean {
  const { rows } = table
  if (rows.length < 2 || rows.every((row) => row.filter(({ blocks }) => plainText(blocks)).length < 2)) return true
  if (rows.length > SMALL) return false
  const text = fold(plainText([table]).slice(0, LONGEST + 1))
  if (text.length > LONGEST) return false
  return HEADING.test(text) || RECIPIENTS.test(text) || isSigners(rows)
}

/** The first row that has words holds nothing but openings of signatures. */
function isSigners(rows: TableBlock['rows']): boolean {
  const first = rows.map((row) => row.map(({ blocks }) => plainText(blocks)).filter(Boolean)).find((row) => row.length)
  return first?.every((words) => words.toUpperCase() === words && SIGN_OFF.test(fold(words))) ?? false
}
