import type { Block, BlockCell } from '../blocks.js'
import { RunDecoder } from '../encodings/runs.js'
import type { Attributes, XmlHandler } from '../xml.js'
import { OdtLists } from './lists.js'
import type { OdtStyles } from './styles.js'

interface OpenParagraph {
  text: string
  readonly style: string | undefined
  /** Styles of the spans that are open. */
  readonly spans: (string | undefined)[]
  /** Blocks of text boxes that are anchored in it: they follow it. */
  readonly boxes: Block[]
}

interface OpenTable {
  readonly rows: BlockCell[][]
  header: boolean
  covered: boolean
  spans: { readonly rowSpan: number; readonly colSpan: number }
}

/** Left out with all that is in them: words that are deleted, comments, tables of contents, alternative texts. */
const UNSEEN = new Set([
  'text:tracked-changes', 'office:annotation', 'text:table-of-content', 'text:alphabetical-index', 'text:illustration-index', 'text:note-citation', 'text:sequence-decls',
  'svg:title', 'svg:desc', 'office:forms', 'text:hidden-text', 'text:ruby-text', 'draw:object', 'math:math',
])
const MOST_REPEATS = 50

/** The body of content.xml as blocks; notes stand at the end, marked through the document ("[1]"). */
export class OdtBody {
  readonly #styles: OdtStyles
  readonly #lists: OdtLists
  readonly #decoder = new RunDecoder()
  readonly #paragraphs: OpenParagraph[] = []
  readonly #tables: OpenTable[] = []
  /** Where blocks go: the body, a cell, a note. */
  readonly #targets: Block[][] = [[]]
  readonly #notes: Block[] = []
  #marks = 0
  #unseen = 0
  #inBody = false

  constructor(styles: OdtStyles) {
    this.#styles = styles
    this.#lists = new OdtLists(styles)
  }

  get blocks(): readonly Block[] {
    return [...this.#targets[0]!, ...this.#notes]
  }

  get encoding(): string {
    return this.#decoder.encoding
  }

  readonly handler: XmlHandler = {
    open: (name, attributes) => {
      if (!this.#inBody) {
        this.#styles.open(name, attributes)
        this.#inBody = name === 'office:text'
      } else if (this.#unseen || UNSEEN.has(name)) this.#unseen++
      else this.#open(name, attributes)
    },
    text: (text) => this.#write(text),
    close: (name) => {
      if (!this.#inBody) this.#styles.close(name)
      else if (this.#unseen) this.#unseen--
      else this.#close(name)
    },
  }

  #open(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1)
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#paragraphs.push({ text: this.#numberOf(name, attributes), style: attributes['text:style-name'], spans: [], boxes: [] })
        break
      case 'text:span':
        paragraph?.spans.push(attributes['text:style-name'])
        break
      case 'text:s':
        if (paragraph) paragraph.text += ' '.repeat(Math.min(Number(attributes['text:c'] ?? '1') || 1, 1000))
        break
      case 'text:tab':
        if (paragraph) paragraph.text += '\t'
        break
      case 'text:line-break':
        if (paragraph) paragraph.text += '\n'
        break
      case 'text:note':
        if (paragraph) paragraph.text += `[${++this.#marks}]`
        break
      case 'text:note-body':
        this.#targets.push([])
        break
      case 'text:list':
        this.#lists.openList(attributes)
        break
      case 'text:list-item':
        this.#lists.openItem(attributes)
        break
      default:
        this.#openTable(name, attributes)
    }
  }

  #numberOf(name: string, attributes: Attributes): string {
    const number = this.#lists.next()
    if (number || this.#lists.inList || name !== 'text:h' || attributes['text:is-list-header'] === 'true') return number
    return this.#lists.nextHeading(Number(attributes['text:outline-level']) || 1)
  }

  #openTable(name: string, attributes: Attributes): void {
    const table = this.#tables.at(-1)
    const number = (key: string, most: number): number => Math.min(Math.max(Number(attributes[key] ?? '1') || 1, 1), most)
    switch (name) {
      case 'table:table':
        this.#tables.push({ rows: [], header: false, covered: false, spans: { rowSpan: 1, colSpan: 1 } })
        break
      case 'table:table-header-rows':
        if (table) table.header = true
        break
      case 'table:table-row':
        table?.rows.push([])
        break
      case 'table:table-cell':
      case 'table:covered-table-cell':
        if (!table) break
        table.covered = name === 'table:covered-table-cell'
        table.spans = { rowSpan: number('table:number-rows-spanned', 1000), colSpan: number('table:number-columns-spanned', 1000) }
        this.#targets.push([])
        for (let i = number('table:number-columns-repeated', MOST_REPEATS); i > 1 && !table.covered; i--) table.rows.at(-1)?.push({ blocks: [], rowSpan: 1, colSpan: 1, header: table.header })
        break
    }
  }

  #close(name: string): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#endParagraph()
        break
      case 'text:span':
        this.#paragraphs.at(-1)?.spans.pop()
        break
      case 'text:note-body':
        this.#endNote()
        break
      case 'text:list':
        this.#lists.closeList()
        break
      case 'text:list-item':
        this.#lists.closeItem()
        break
      case 'table:table-header-rows':
        if (this.#tables.length) this.#tables.at(-1)!.header = false
        break
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#endCell()
        break
      case 'table:table': {
        const table = this.#tables.pop()
        if (table) this.#targets.at(-1)!.push({ kind: 'table', rows: table.rows })
        break
      }
    }
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    const outer = this.#paragraphs.at(-1)
    const blocks = [{ kind: 'paragraph' as const, text: paragraph.text }, ...paragraph.boxes]
    if (outer && this.#targets.length <= this.#tables.length + 1) outer.boxes.push(...blocks)
    else this.#targets.at(-1)!.push(...blocks)
  }

  #endNote(): void {
    const blocks = this.#targets.pop()!
    const words = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : [])).filter(Boolean).join(' ')
    if (words) this.#notes.push({ kind: 'paragraph', text: `[${this.#marks}] ${words}` })
  }

  #endCell(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    const blocks = this.#targets.pop()!
    if (!table.covered) table.rows.at(-1)?.push({ blocks, ...table.spans, header: table.header })
  }

  /** White space is one blank; runs in fonts of old encodings are decoded. */
  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph || this.#unseen) return
    const styles = [...paragraph.spans.toReversed(), paragraph.style]
    if (styles.some((style) => this.#styles.isHidden(style))) return
    const plain = text.replace(/[ \t\r\n]+/g, ' ')
    const font = styles.map((style) => this.#styles.fontOf(style)).find((name) => name !== undefined)
    paragraph.text += this.#decoder.decode(paragraph.text === '' ? plain.trimStart() : plain, font ?? null)
  }
}
