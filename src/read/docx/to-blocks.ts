import type { Block, BlockCell, TableBlock } from '../blocks.js'
import type { Styles } from './styles.js'
import type { WordDocument, WordNode } from './word-document.js'

/** A document's blocks, and what its letters were before legacy fonts were decoded. */
export interface WordBlocks {
  readonly blocks: readonly Block[]
  readonly encoding: string
}

type NoteReference = Extract<WordNode, { type: 'noteReference' }>

/** Paragraphs and tables in order, then the notes: their marks count through the document, as "[1]". */
export async function toBlocks(document: WordDocument, styles: Styles): Promise<WordBlocks> {
  const references: NoteReference[] = []
  const printer = new Printer(styles, references)
  const blocks = printer.blocks(document.children)
  for (let i = 0; i < references.length; i++) {
    const note = document.notes.resolve(references[i]!)
    const paragraphs = note ? printer.blocks(note.body).flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : [])).filter(Boolean) : []
    if (paragraphs.length) blocks.push({ kind: 'paragraph', text: `[${i + 1}] ${paragraphs.join(' ')}` })
  }
  return { blocks, encoding: 'unicode' }
}

class Printer {
  readonly #styles: Styles
  readonly #references: NoteReference[]

  constructor(styles: Styles, references: NoteReference[]) {
    this.#styles = styles
    this.#references = references
  }

  blocks(nodes: readonly WordNode[]): Block[] {
    return nodes.flatMap((node): Block[] => {
      if (node.type === 'paragraph') return this.#styles.isContents(node.styleId) ? [] : [{ kind: 'paragraph', text: this.#words(node.children, node.styleId, null, null) }]
      if (node.type === 'table') return [this.#table(node.children)]
      return 'children' in node && node.children ? this.blocks(node.children) : []
    })
  }

  #table(rows: readonly WordNode[]): TableBlock {
    return { kind: 'table', rows: rows.flatMap((row) => (row.type === 'tableRow' ? [this.#row(row.children, row.isHeader)] : [])) }
  }

  #row(cells: readonly WordNode[], header: boolean): BlockCell[] {
    return cells.flatMap((cell) => (cell.type === 'tableCell' ? [{ blocks: this.blocks(cell.children), rowSpan: cell.rowSpan, colSpan: cell.colSpan, header }] : []))
  }

  #words(nodes: readonly WordNode[], paragraphStyle: string | null, runStyle: string | null, font: string | null): string {
    let words = ''
    for (const node of nodes) {
      if (node.type === 'text') words += node.value
      else if (node.type === 'tab') words += '\t'
      else if (node.type === 'break') words += '\n'
      else if (node.type === 'checkbox') words += node.checked ? '☑' : '☐'
      else if (node.type === 'noteReference') words += `[${this.#references.push(node)}]`
      else if (node.type === 'run') words += this.#words(node.children, paragraphStyle, node.styleId, node.font)
      else if ('children' in node && node.children) words += this.#words(node.children, paragraphStyle, runStyle, font)
    }
    return words
  }
}
