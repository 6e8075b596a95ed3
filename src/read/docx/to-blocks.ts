import type { Block, BlockCell, TableBlock } from '../blocks.js'
import { RunDecoder } from '../encodings/runs.js'
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
  return { blocks, encoding: printer.encoding }
}

class Printer {
  readonly #styles: Styles
  readonly #references: NoteReference[]
  readonly #decoder = new RunDecoder()

  constructor(styles: Styles, references: NoteReference[]) {
    this.#styles = styles
    this.#references = references
  }

  get encoding(): string {
    return this.#decoder.encoding
  }

  blocks(nodes: readonly WordNode[]): Block[] {
    return nodes.flatMap((node): Block[] => {
      if (node.type === 'paragraph') return this.#styles.isContents(node.styleId) ? [] : [{ kind: 'paragraph', text: this.#words(node.children, node.styleId) }]
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

  /** Paragraph and run styles, and the run itself, name the font; a word that Word split over runs is decoded piece by piece. */
  #words(nodes: readonly WordNode[], paragraphStyle: string | null): string {
    let words = ''
    let letters = ''
    let lettersFont: string | null = null
    const flush = (): void => {
      if (letters) words += this.#decoder.decode(letters, lettersFont)
      letters = ''
    }
    const add = (text: string, own: string | null): void => {
      if (own !== lettersFont) flush()
      lettersFont = own
      letters += text
    }
    const visit = (children: readonly WordNode[], style: string | null, own: string | null): void => {
      for (const node of children) {
        if (node.type === 'text') add(node.value, own ?? this.#styles.fontOf(style, paragraphStyle) ?? null)
        else if (node.type === 'run') visit(node.children, node.styleId, node.font)
        else {
          const sign = this.#sign(node)
          if (sign !== undefined) {
            flush()
            words += sign
          } else if ('children' in node && node.children) visit(node.children, style, own)
        }
      }
    }
    visit(nodes, null, null)
    flush()
    return words
  }

  #sign(node: WordNode): string | undefined {
    if (node.type === 'tab') return '\t'
    if (node.type === 'break') return '\n'
    if (node.type === 'checkbox') return node.checked ? '☑' : '☐'
    return node.type === 'noteReference' ? `[${this.#references.push(node)}]` : undefined
  }
}
