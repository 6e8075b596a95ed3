import type { Block } from '../blocks.js'
import { encodingOfFont } from '../encodings/fonts.js'
import { RunDecoder } from '../encodings/runs.js'
import { ListCounts } from '../list-counts.js'
import { decodePage } from './code-pages.js'
import type { Destination } from './destinations.js'
import { Groups } from './groups.js'
import { Printer } from './printer.js'
import { ROW_WORDS, RowShapes } from './row-shapes.js'
import { FontTable, ListTables, StyleTable } from './tables.js'
import type { Token } from './tokens.js'

/** Words that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  '~': '\u00a0', _: '-', '-': '\u00ad', tab: '\t', line: '\n', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', endash: '–', emdash: '—',
  enspace: ' ', emspace: ' ', qmspace: ' ', '\\': '\\', '{': '{', '}': '}', page: '\n', column: '\n',
}
const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(['par', 'sect', '\n', '\r'])
const SHOWN: ReadonlySet<Destination> = new Set(['body', 'number', 'note', 'box'])

/** Reads the tokens of an RTF file into blocks. */
export class RtfDocument {
  readonly decoder = new RunDecoder()
  /** Was text in the code page of a Vietnamese Windows? */
  windows1258 = false
  /** Paragraphs whose number could not be rebuilt. */
  lostNumbers = 0
  readonly #printer = new Printer(this.decoder)
  readonly #groups: Groups
  readonly #fonts = new FontTable()
  readonly #styles = new StyleTable()
  readonly #lists = new ListTables()
  readonly #rows = { outer: new RowShapes(), inner: new RowShapes() }
  #counts: ListCounts | undefined
  #page = 1252
  #defaultFont = -1
  /** Bytes whose code page is the font's. */
  #bytes: number[] = []
  /** Characters still to be passed over behind a `\u`. */
  #passOver = 0
  #paragraph = { inTable: false, depth: 0, list: 0, level: 0, style: 0 }

  constructor(deepest: number) {
    this.#groups = new Groups(deepest)
  }

  /** Groups that are still open: more than none at the end of a file that was cut off. */
  get depth(): number {
    return this.#groups.depth
  }

  finish(): Block[] {
    this.#flush()
    return this.#printer.finish()
  }

  take(token: Token): void {
    if (token.kind === 'text') this.#takeText(token.bytes)
    else if (token.kind === 'byte') this.#takeByte(token.byte)
    else {
      this.#flush()
      this.#passOver = 0
      if (token.kind === 'control') this.#takeControl(token.word, token.value)
      else if (token.kind === 'open') this.#groups.open()
      else this.#close()
    }
  }

  #takeText(bytes: Uint8Array): void {
    const group = this.#groups.current
    group.fresh = false
    const from = Math.min(this.#passOver, bytes.length)
    this.#passOver -= from
    if (group.destination === 'skip') return
    for (let i = from; i < bytes.length; i++) this.#bytes.push(bytes[i]!)
  }

  #takeByte(byte: number): void {
    this.#groups.current.fresh = false
    if (this.#passOver > 0) this.#passOver--
    else if (this.#groups.current.destination !== 'skip') this.#bytes.push(byte)
  }

  /** What the bytes since the last word are. */
  #flush(): void {
    const bytes = this.#bytes
    if (!bytes.length) return
    this.#bytes = []
    const { destination } = this.#groups.current
    if (destination === 'fonts') this.#fonts.text(bytes)
    else if (destination === 'styles') this.#styles.text(bytes)
    else if (SHOWN.has(destination) || destination === 'level-text') this.#write(this.#decodeBytes(bytes))
  }

  #decodeBytes(bytes: readonly number[]): string {
    const font = this.#fonts.fonts.get(this.#groups.current.font)
    if (font?.symbol && !encodingOfFont(font.name)) return bytes.map((byte) => String.fromCharCode(byte > 32 ? 0xf000 + byte : byte)).join('')
    const page = font && encodingOfFont(font.name) ? 1252 : (font?.page ?? this.#page)
    this.windows1258 ||= page === 1258 && bytes.some((byte) => byte > 127)
    return decodePage(bytes, page)
  }

  #write(text: string): void {
    const group = this.#groups.current
    if (group.destination === 'level-text') this.#levelText += text
    if (!SHOWN.has(group.destination) || group.hidden || group.deleted) return
    const font = this.#fonts.fonts.get(group.font)?.name ?? null
    this.#printer.write(group.caps ? text.toUpperCase() : text, font, group.destination === 'number')
  }
  #levelText = ''

  #close(): void {
    const group = this.#groups.close()
    if (!group) return
    const outside = this.#groups.current.destination
    if (group.destination === 'level-text') {
      this.#lists.levelText(this.#levelText)
      this.#levelText = ''
    }
    if ((group.destination === 'note' || group.destination === 'box') && outside !== group.destination) this.#printer.closeStory()
  }

  #takeControl(word: string, value: number | undefined): void {
    const group = this.#groups.current
    if (group.fresh) {
      if (word === '*') {
        group.optional = true
        return
      }
      const within = group.destination
      const opened = this.#groups.enter(word)
      if (opened === 'note') this.#printer.openNote()
      else if (opened === 'box' && within !== 'box') this.#printer.openBox()
      if (opened) return
    }
    if (group.destination === 'fonts') this.#fonts.control(word, value)
    else if (group.destination === 'styles') this.#styles.control(word, value)
    else if (group.destination === 'lists' || group.destination === 'list-uses') this.#lists.control(word, value)
    else if (group.destination !== 'skip' || word === 'uc') this.#apply(word, value)
    if (word === 'u') this.#unicode(value ?? 0)
  }

  #unicode(value: number): void {
    const { destination, fallback } = this.#groups.current
    if (destination !== 'skip') this.#write(String.fromCharCode(value & 0xffff))
    this.#passOver = fallback
  }

  /** A word of the text itself. */
  #apply(word: string, value: number | undefined): void {
    const character = CHARACTERS[word]
    if (character !== undefined) this.#write(character)
    else if (PARAGRAPH_ENDS.has(word)) this.#endParagraph()
    else if (ROW_WORDS.has(word)) this.#rows[this.#groups.current.destination === 'row' ? 'inner' : 'outer'].control(word, value)
    else this.#applyFormat(word, value) || this.#applyStructure(word, value)
  }

  #applyFormat(word: string, value: number | undefined): boolean {
    const group = this.#groups.current
    if (word === 'f') group.font = value ?? 0
    else if (word === 'plain') Object.assign(group, { font: this.#defaultFont, hidden: false, deleted: false, caps: false })
    else if (word === 'uc') group.fallback = Math.min(Math.max(value ?? 1, 0), 16)
    else if (word === 'v') group.hidden = value !== 0
    else if (word === 'deleted') group.deleted = value !== 0
    else if (word === 'caps') group.caps = value !== 0
    else return false
    return true
  }

  #applyStructure(word: string, given: number | undefined): void {
    const value = given ?? 0
    const paragraph = this.#paragraph
    if (word === 'pard') this.#paragraph = { inTable: false, depth: 0, list: 0, level: 0, style: 0 }
    else if (word === 'pagebb' && given !== 0) this.#printer.beginPage()
    else if (word === 'intbl') paragraph.inTable = true
    else if (word === 'itap') paragraph.depth = Math.min(Math.max(value, 0), 50)
    else if (word === 'ls') paragraph.list = value
    else if (word === 'ilvl') paragraph.level = value
    else if (word === 's') paragraph.style = value
    else if (word === 'cell') this.#endCell(1)
    else if (word === 'row') this.#printer.endRow(1, this.#rows.outer.shapes, this.#rows.outer.header)
    else if (word === 'nestcell') this.#endCell(Math.max(this.#depth, 2))
    else if (word === 'nestrow') this.#printer.endRow(Math.max(this.#depth, 2), this.#rows.inner.shapes, this.#rows.inner.header)
    else if (word === 'deff') this.#defaultFont = this.#groups.current.font = value
    else if (word === 'ansicpg' && value) this.#page = value
    else if (word === 'mac') this.#page = 10000
  }

  get #depth(): number {
    const { inTable, depth } = this.#paragraph
    return inTable ? Math.max(depth, 1) : depth
  }

  #endCell(depth: number): void {
    this.#number()
    this.#printer.endCell(depth)
  }

  #endParagraph(): void {
    this.#number()
    this.#printer.endParagraph(this.#depth, !this.#styles.contents.has(this.#paragraph.style))
  }

  /** A paragraph of a list that does not print its number is counted. */
  #number(): void {
    const { list, level } = this.#paragraph
    if (!list) return
    this.#counts ??= new ListCounts(this.#lists.uses(this.#fonts.fonts))
    const number = this.#counts.next(list - 1, level)
    if (this.#printer.hasNumber) return
    if (number) this.#printer.write(number.text, number.font ?? this.#fonts.fonts.get(this.#groups.current.font)?.name ?? null, true)
    else this.lostNumbers++
  }
}
