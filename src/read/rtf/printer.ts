import type { Block } from '../blocks.js'
import type { RunDecoder } from '../encodings/runs.js'
import { TableStack } from '../table-stack.js'
import type { CellShape } from '../word-table.js'

interface Words {
  text: string
  readonly font: string | null
}

/** Where paragraphs go: the body, a note, or a text box. */
interface Story {
  /** Into the notes; -1 for others. */
  readonly note: number
  /** Text boxes that stand behind the paragraph that is being written. */
  boxes: Block[]
  readonly stack: TableStack
  words: Words[]
  number: Words[]
}

const createStory = (note = -1): Story => ({ note, boxes: [], stack: new TableStack(), words: [], number: [] })

/** Puts words together to paragraphs, cells, rows and notes. */
export class Printer {
  readonly #decoder: RunDecoder
  readonly #stories: Story[] = [createStory()]
  readonly #notes: string[] = []

  constructor(decoder: RunDecoder) {
    this.#decoder = decoder
  }

  /** Words of one font are decoded together: a letter of VNI may be parted by a change of weight. */
  write(text: string, font: string | null, ofNumber: boolean): void {
    const story = this.#story
    const words = ofNumber ? story.number : story.words
    const last = words.at(-1)
    if (last && last.font === font) last.text += text
    else words.push({ text, font })
  }

  get hasNumber(): boolean {
    return this.#story.number.length > 0
  }

  get hasWords(): boolean {
    return this.#story.words.some(({ text }) => text.trim() !== '')
  }

  /** The paragraph ends; `shown` is false for a line of a table of contents. */
  endParagraph(depth: number, shown = true): void {
    const story = this.#story
    const text = this.#decode(story.words)
    const number = this.#decode(story.number).replace(/\s+/g, ' ').trim()
    story.words = []
    story.number = []
    const boxes = story.boxes
    story.boxes = []
    // An empty one ends a table all the same.
    story.stack.add({ kind: 'paragraph', text: !shown ? '' : number ? `${number} ${text.replace(/^[ \u00a0]+/, '')}` : text }, depth)
    for (const block of boxes) story.stack.add(block, depth)
  }

  endCell(depth: number): void {
    this.endParagraph(depth)
    this.#story.stack.endCell(depth)
  }

  beginPage(): void {
    if (!this.hasWords) this.#story.stack.beginPage()
  }

  endRow(depth: number, shapes: readonly CellShape[], header: boolean): void {
    this.endParagraph(depth)
    this.#story.stack.endRow(depth, shapes, header)
  }

  /** A note stands in the text by its mark, "[1]", and at the end. */
  openNote(): void {
    const number = this.#notes.push('')
    this.write(`[${number}]`, null, false)
    this.#stories.push(createStory(number - 1))
  }

  openBox(): void {
    this.#stories.push(createStory())
  }

  /** The note or text box ends. */
  closeStory(): void {
    if (this.#stories.length < 2) return
    this.endParagraph(0)
    const { stack, note } = this.#stories.pop()!
    const blocks = stack.finish()
    if (note < 0) this.#story.boxes.push(...blocks)
    else this.#notes[note] = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : [])).join(' ')
  }

  finish(): Block[] {
    while (this.#stories.length > 1) this.closeStory()
    this.endParagraph(0)
    const notes = this.#notes.flatMap((text, i): Block[] => (text ? [{ kind: 'paragraph', text: `[${i + 1}] ${text}` }] : []))
    return [...this.#story.stack.finish(), ...notes]
  }

  get #story(): Story {
    return this.#stories.at(-1)!
  }

  #decode(words: readonly Words[]): string {
    return words.map(({ text, font }) => this.#decoder.decode(text, font)).join('')
  }
}
