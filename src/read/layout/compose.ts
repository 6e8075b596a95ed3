import { LINES_PATTERNS as PATTERNS } from '../../grammar/generated/lines-patterns.js'
import type { SourceText, TableMark } from '../../model/source-text.js'
import type { Block, TableBlock, TextBlock } from './blocks.js'
import { firstWidth, isSameSize, type Line, textOfLine } from './line.js'
import { type Margins, marginsOf } from './margins.js'
import { notedMarks, opensNote, withBlankBehindNumber, withBracketedNumber } from './notes.js'
import { readPageBlocks } from './page-blocks.js'
import type { PageContent } from './page-content.js'
import { goesOn, paragraphsOfCell } from './paragraph-break.js'
import { joinTables } from './table-join.js'
import { TextWriter } from './text-writer.js'

type Composed = Pick<SourceText, 'text' | 'tables' | 'pages' | 'runs' | 'paragraphsAreLines'>

/** The text of pages in reading order, one paragraph a line, with its tables and the place of every run. */
export function composePages(pages: readonly PageContent[]): Composed {
  return new Composer(pages).compose()
}

class Composer {
  readonly #writer: TextWriter
  readonly #marks: ReadonlyMap<number, ReadonlySet<string>>
  readonly #tables: TableMark[] = []
  readonly #contents: readonly PageContent[]
  readonly #blocks: readonly (readonly Block[])[]
  readonly #margins: readonly Margins[]
  #paragraph: Line[] = []
  #table: TableBlock | undefined
  #notes: Line[] = []

  constructor(pages: readonly PageContent[]) {
    this.#contents = pages
    this.#blocks = readPageBlocks(pages)
    this.#margins = marginsOfPages(pages, this.#blocks)
    this.#marks = new Map(pages.map(({ number }, i) => [number, notedMarks(this.#blocks[i]!)]))
    this.#writer = new TextWriter((page) => this.#marks.get(page))
  }

  compose(): Composed {
    for (const [i, blocks] of this.#blocks.entries()) {
      for (const block of blocks) this.#take(block, this.#margins[i]!)
    }
    this.#close()
    const text = this.#writer.text
    return { text, tables: this.#tables, runs: this.#writer.runs, pages: pageSpans(this.#contents, this.#writer.runs, text.length), paragraphsAreLines: true }
  }

  #take(block: Block, margins: Margins): void {
    if (block.kind === 'table') this.#takeTable(block)
    else if (block.kind === 'notes') this.#notes.push(...block.lines)
    else if (block.column) this.#takeColumn(block)
    else for (const line of block.lines) this.#takeLine(line, margins)
  }

  #takeTable(block: TableBlock): void {
    const joined = this.#table && this.#table.page < block.page ? joinTables(this.#table, block) : undefined
    if (!joined) this.#close()
    this.#table = joined ?? block
  }

  #takeLine(line: Line, margins: Margins): void {
    const open = this.#paragraph
    const first = open[0]
    if (first && goesOn({ first, last: open.at(-1)!, lines: open.length }, line, margins)) open.push(line)
    else {
      this.#close()
      this.#paragraph = [line]
    }
  }

  /** Lines of a column stand alone; only an entry of a list may run over two. */
  #takeColumn({ lines }: TextBlock): void {
    this.#close()
    const right = Math.max(...lines.map((line) => line.right))
    let listed = false
    for (const line of lines) {
      const last = this.#paragraph.at(-1)
      if (last && entryGoesOn(this.#paragraph[0]!, last, line, right, listed)) this.#paragraph.push(line)
      else {
        this.#closeParagraph()
        this.#paragraph = [line]
      }
      listed ||= RECIPIENTS.test(textOfLine(line))
    }
    this.#close()
  }

  /** Ends what is open; notes stand behind the paragraph that ran over their page's end. */
  #close(): void {
    this.#closeParagraph()
    if (this.#table) this.#writeTable(this.#table)
    this.#table = undefined
    let note: Line[] = []
    for (const line of this.#notes) {
      if (note.length && opensNote(line)) {
        this.#writeParagraph(note)
        note = []
      }
      note.push(note.length ? line : withBracketedNumber(withBlankBehindNumber(line), this.#marks.get(line.page)!))
    }
    this.#notes = []
    if (note.length) this.#writeParagraph(note)
  }

  #closeParagraph(): void {
    if (this.#paragraph.length) this.#writeParagraph(this.#paragraph)
    this.#paragraph = []
  }

  #writeParagraph(lines: readonly Line[]): void {
    this.#writer.putLines(lines)
    this.#writer.put('\n')
  }

  #writeTable({ rows }: TableBlock): void {
    const writer = this.#writer
    const start = writer.length
    const marks = rows.map((row, index) => {
      const heads = index === 0 && rows.length > 1 && row.every(({ lines }) => lines.every((line) => line.bold)) && row.some(({ lines }) => lines.length > 0)
      const cells = row.map((cell, i) => {
        if (i) writer.put('\t')
        const from = writer.length
        const breaks = paragraphsOfCell(cell).map((lines, k) => {
          if (k) writer.put(' ')
          const at = writer.length
          writer.putLines(lines)
          return at
        })
        return { span: { start: from, end: writer.length }, rowSpan: cell.rowSpan, colSpan: cell.colSpan, header: heads, ...(breaks.length > 1 && { breaks: breaks.slice(1) }) }
      })
      writer.put('\n')
      return cells
    })
    this.#tables.push({ span: { start, end: Math.max(start, writer.length - 1) }, rows: marks })
  }
}

const ENTRY = /^[-–—+•]/
const RECIPIENTS = PATTERNS['recipients-of-column']

/** "- Thường trực Tỉnh ủy, HĐND,⏎UBND tỉnh;": the entry has no end yet, and its line is full; one whose dash OCR lost goes on with a small letter. */
function entryGoesOn(first: Line, last: Line, line: Line, right: number, listed: boolean): boolean {
  const before = textOfLine(last)
  const text = textOfLine(line)
  const small = /^\p{Ll}/u.test(text)
  if (ENTRY.test(text) || /[;.:]$/.test(before) || !isSameSize(line, last)) return false
  if (!ENTRY.test(textOfLine(first))) return listed && small
  return small || right - last.right < Math.max(0.35 * (right - last.left), firstWidth(line) + 0.5 * line.fontSize)
}

function marginsOfPages(pages: readonly PageContent[], blocks: readonly (readonly Block[])[]): Margins[] {
  const own = pages.map((page, i) => marginsOf(blocks[i]!.flatMap((block) => (block.kind === 'text' && !block.column ? block.lines : [])), page.width))
  return pages.map((page, i) => own[i] ?? nearest(pages, own, i) ?? { left: 0.14 * page.width, right: 0.92 * page.width, pitch: 18, indented: false })
}

/** The margins of the nearest page of the same width that has its own. */
function nearest(pages: readonly PageContent[], own: readonly (Margins | undefined)[], at: number): Margins | undefined {
  for (let distance = 1; distance < pages.length; distance++) {
    for (const i of [at - distance, at + distance]) if (own[i] && Math.abs(pages[i]!.width - pages[at]!.width) < 5) return own[i]
  }
  return undefined
}

/** Each page from the first of its runs to the first of the next page's. */
function pageSpans(pages: readonly PageContent[], runs: SourceText['runs'], length: number): { number: number; span: { start: number; end: number } }[] {
  const first = new Map<number, number>()
  for (const { page, span } of runs) if (span.start < (first.get(page) ?? Number.POSITIVE_INFINITY)) first.set(page, span.start)
  let end = length
  const spans = [...pages].reverse().map(({ number }) => {
    const start = Math.min(first.get(number) ?? end, end)
    const span = { start, end }
    end = start
    return { number, span }
  })
  return spans.reverse()
}
