import type { Block } from '../blocks.js'
import type { RunDecoder } from '../encodings/runs.js'
import { Fields } from '../fields.js'
import type { ListCounts } from '../list-counts.js'
import { TableStack } from '../table-stack.js'
import type { Called, TextRange } from './notes.js'
import type { Paragraphs, RawParagraph, RawRun } from './paragraphs.js'

const [DRAWING, NOTE, BREAK, SOFT_HYPHEN, HARD_HYPHEN, FIELD, FIELD_RESULT, FIELD_END, SYMBOL] = ['\u0008', '\u0002', '\u000b', '\u001f', '\u001e', '\u0013', '\u0014', '\u0015', '(']
const NONE = 0xf801
const OLD_NUMBERS = 2047

interface Words {
  text: string
  font: string | null
}

/** Prints the paragraphs of a Word file as blocks: fields by their result, what was deleted or is hidden left out. */
export class DocumentPrinter {
  readonly #paragraphs: Paragraphs
  readonly #fonts: readonly string[]
  readonly #lists: ListCounts
  readonly #called: Called
  readonly #decoder: RunDecoder
  readonly #notes: TextRange[] = []
  #fields = new Fields()
  #boxes: TextRange[] = []
  /** Paragraphs whose number could not be rebuilt. */
  lostNumbers = 0

  constructor(paragraphs: Paragraphs, fonts: readonly string[], lists: ListCounts, called: Called, decoder: RunDecoder) {
    this.#paragraphs = paragraphs
    this.#fonts = fonts
    this.#lists = lists
    this.#called = called
    this.#decoder = decoder
  }

  /** The body, text boxes behind the paragraphs that hold them, notes at the end behind their marks ("[1]"). */
  print(length: number): Block[] {
    const blocks = this.#blocks({ start: 0, end: length }, 0)
    for (const range of this.#called.uncalled) blocks.push(...this.#blocks(range, 1))
    for (let i = 0; i < this.#notes.length; i++) {
      const words = this.#blocks(this.#notes[i]!, 1).flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : [])).filter(Boolean)
      if (words.length) blocks.push({ kind: 'paragraph', text: `[${i + 1}] ${words.join(' ')}` })
    }
    return blocks
  }

  #blocks({ start, end }: TextRange, depth: number): Block[] {
    const fields = this.#fields
    this.#fields = new Fields()
    const stack = new TableStack()
    for (const paragraph of this.#paragraphs.between(start, end)) {
      if (paragraph.endsRow) stack.endRow(paragraph.depth, paragraph.shapes, paragraph.header)
      else {
        if (paragraph.pageBefore) stack.beginPage()
        const boxes = this.#boxes
        this.#boxes = []
        if (!this.#paragraphs.styles.isContents(paragraph.style)) stack.add({ kind: 'paragraph', text: this.#paragraph(paragraph) }, paragraph.depth)
        if (depth < 2) for (const box of this.#boxes) for (const block of this.#blocks(box, depth + 1)) stack.add(block, paragraph.depth)
        this.#boxes = boxes
        if (paragraph.endsCell) stack.endCell(paragraph.depth)
      }
    }
    this.#fields = fields
    return stack.finish()
  }

  #paragraph(paragraph: RawParagraph): string {
    const words: Words[] = []
    let last: RawRun | undefined
    for (const run of this.#paragraphs.runs(paragraph.start, paragraph.end + 1, paragraph.style)) {
      last = run
      this.#addRun(run.end > paragraph.end ? { ...run, end: paragraph.end } : run, words)
    }
    const text = words.map((part) => this.#decoder.decode(part.text, part.font)).join('')
    const deleted = last?.look.deleted && !text.trim()
    const number = paragraph.list && !deleted ? this.#number(paragraph, last) : ''
    return number ? number + text.replace(/^[ \u00a0]+/, '') : text
  }

  #number({ list, level }: RawParagraph, mark: RawRun | undefined): string {
    if (list === NONE) return ''
    const number = list === OLD_NUMBERS ? undefined : this.#lists.next(list - 1, level)
    if (!number) this.lostNumbers++
    return number ? this.#decoder.decode(number.text, number.font ?? this.#fonts[mark?.look.font ?? -1] ?? null) : ''
  }

  #addRun({ start, end, look }: RawRun, words: Words[]): void {
    const { text } = this.#paragraphs
    if (look.symbol && look.special && text[start] === SYMBOL) {
      if (this.#fields.areShown) add(words, String.fromCharCode(look.symbol.code).repeat(end - start), this.#fonts[look.symbol.font] ?? null)
      return
    }
    const font = this.#fonts[look.font] ?? null
    let from = start
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) >= 32) continue
      this.#addText(text.slice(from, at), look, font, words)
      this.#addSign(text[at]!, at, look.hidden || look.deleted, font, words)
      from = at + 1
    }
    this.#addText(text.slice(from, end), look, font, words)
  }

  #addText(text: string, look: RawRun['look'], font: string | null, words: Words[]): void {
    if (!text || look.hidden || look.deleted || !this.#fields.areShown) return
    add(words, look.caps ? text.toUpperCase() : text, font)
  }

  #addSign(sign: string, at: number, unseen: boolean, font: string | null, words: Words[]): void {
    if (sign === FIELD) this.#fields.begin()
    else if (sign === FIELD_RESULT) this.#fields.result()
    else if (sign === FIELD_END) this.#fields.end()
    else if (!unseen && this.#fields.areShown) {
      const note = this.#called.notes.get(at)
      if (sign === NOTE && note) add(words, `[${this.#notes.push(note)}]`, null)
      else if (sign === DRAWING) this.#boxes.push(...[this.#called.boxes.get(at) ?? []].flat())
      else if (sign === '\t') add(words, '\t', font)
      else if (sign === BREAK || sign === '\f') add(words, '\n', font)
      else if (sign === HARD_HYPHEN) add(words, '-', font)
      else if (sign === SOFT_HYPHEN) add(words, '\u00ad', font)
    }
  }
}

/** Runs of one font are decoded together: a letter of VNI may be parted by a change of weight. */
function add(words: Words[], text: string, font: string | null): void {
  const last = words.at(-1)
  if (last && last.font === font) last.text += text
  else words.push({ text, font })
}
