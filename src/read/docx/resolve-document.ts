import { rewrite, type Edit } from '../../model/edits.js'
import type { ReadContext } from '../reader.js'
import { type Attributes, readXml, type XmlHandler } from '../xml.js'
import type { Numbering } from './numbering.js'
import { isOn, type Styles } from './styles.js'

/**
 * word/document.xml with what a reader of the printed page sees and a converter does not: Word's automatic numbers as text before their
 * paragraphs, text boxes where only newer programs look for them; and without what he does not see: hidden words, moved ones at their
 * old place, bookmarks between table rows.
 */
export async function resolveDocument(xml: string, w: string, styles: Styles, numbering: Numbering, context: ReadContext): Promise<string> {
  const pass = new Resolver(w, styles, numbering)
  await readXml(xml, pass.handler(), context)
  return rewrite(xml, pass.edits()).text
}

interface OpenParagraph {
  /** Where a number is inserted: behind the properties. */
  insertAt: number
  style: string | undefined
  list: string | undefined
  level: number | undefined
  markDeleted: boolean
  filled: boolean
  readonly inTable: boolean
}

/** Properties as they were before a tracked change, and numbers of Word 6: not those of the paragraph at hand. */
const FORMER = new Set(['pPrChange', 'rPrChange', 'tblPrChange', 'tcPrChange', 'trPrChange', 'sectPrChange', 'numberingChange'])
/** Left out with all that is in them. */
const UNSEEN = new Set(['moveFrom', 'bookmarkStart', 'bookmarkEnd', 'moveFromRangeStart', 'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd'])

class Resolver {
  readonly #edits: Edit[] = []
  readonly #paragraphs: OpenParagraph[] = []
  /** The begin of a paragraph whose mark was deleted: it goes on in the next one, which has the number. */
  #joinAt: number | undefined
  #former = 0
  #deleted = 0
  #tables = 0
  #unseen: { depth: number; from: number } | undefined
  #depth = 0
  #runFrom = 0
  #inParagraphProperties = false
  #inRunProperties = false
  readonly #boxes: TextBoxes
  readonly #w: string
  readonly #styles: Styles
  readonly #numbering: Numbering

  constructor(w: string, styles: Styles, numbering: Numbering) {
    this.#w = w
    this.#styles = styles
    this.#numbering = numbering
    this.#boxes = new TextBoxes(w)
  }

  /** In the order of the text; what lies inside a part that is left out is dropped. */
  edits(): Edit[] {
    const sorted = [...this.#edits, ...this.#boxes.edits].sort((a, b) => a.start - b.start || b.end - a.end)
    const kept: Edit[] = []
    for (const edit of sorted) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit)
    return kept
  }

  handler(): XmlHandler {
    return {
      open: (name, attributes, from, to, selfClosing) => {
        this.#depth++
        this.#boxes.open(name, from)
        if (this.#unseen || !name.startsWith(this.#w)) return
        const local = name.slice(this.#w.length)
        if (UNSEEN.has(local)) this.#unseen = { depth: this.#depth, from }
        else if (!selfClosing || local !== 'p') this.#open(local, attributes, from, to)
      },
      text: (text) => {
        const paragraph = this.#paragraphs.at(-1)
        if (paragraph && !paragraph.filled && !this.#deleted && !this.#unseen && /[^\s\u00a0]/.test(text)) paragraph.filled = true
      },
      close: (name, from, to) => {
        if (this.#unseen?.depth === this.#depth) {
          this.#edits.push({ start: this.#unseen.from, end: to, insert: '' })
          this.#unseen = undefined
        } else if (!this.#unseen && name.startsWith(this.#w)) this.#close(name.slice(this.#w.length), to)
        this.#boxes.close(name, from, to)
        this.#depth--
      },
    }
  }

  #open(local: string, attributes: Attributes, from: number, to: number): void {
    if (FORMER.has(local)) this.#former++
    if (this.#former) return
    const value = attributes[`${this.#w}val`]
    const paragraph = this.#paragraphs.at(-1)
    switch (local) {
      case 'p':
        this.#paragraphs.push({ insertAt: to, style: undefined, list: undefined, level: undefined, markDeleted: false, filled: false, inTable: this.#tables > 0 })
        break
      case 'tbl':
        this.#tables++
        break
      case 'pPr':
        this.#inParagraphProperties = true
        break
      case 'rPr':
        this.#inRunProperties = true
        break
      case 'r':
        this.#runFrom = from
        break
      case 'pStyle':
        if (paragraph) paragraph.style ??= value
        break
      case 'numId':
        if (paragraph && this.#inParagraphProperties) paragraph.list ??= value
        break
      case 'ilvl':
        if (paragraph && this.#inParagraphProperties) paragraph.level ??= Number(value) || 0
        break
      case 'del':
        if (this.#inParagraphProperties && this.#inRunProperties && paragraph) paragraph.markDeleted = true
        else this.#deleted++
        break
      case 'sym':
      case 'drawing':
      case 'pict':
        if (paragraph && !this.#deleted) paragraph.filled = true
        break
      case 'vanish':
      case 'webHidden':
        if (local === 'vanish' && isOn(value) && !this.#inParagraphProperties && this.#inRunProperties) this.#hidden = this.#runFrom
        break
    }
  }

  #hidden: number | undefined

  #close(local: string, to: number): void {
    if (FORMER.has(local)) {
      this.#former--
      return
    }
    if (this.#former) return
    switch (local) {
      case 'p':
        this.#endParagraph()
        break
      case 'tbl':
        this.#tables--
        break
      case 'pPr':
        this.#inParagraphProperties = false
        this.#paragraphs.at(-1)!.insertAt = to
        break
      case 'rPr':
        this.#inRunProperties = false
        break
      case 'r':
        if (this.#hidden !== undefined && this.#hidden === this.#runFrom) this.#edits.push({ start: this.#hidden, end: to, insert: '' })
        this.#hidden = undefined
        break
      case 'del':
        if (!(this.#inParagraphProperties && this.#inRunProperties)) this.#deleted--
        break
    }
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph || this.#boxes.inChoice) return
    const insertAt = this.#joinAt ?? paragraph.insertAt
    if (paragraph.markDeleted) {
      this.#joinAt = insertAt
      return
    }
    const joined = this.#joinAt !== undefined
    this.#joinAt = undefined
    const byStyle = this.#styles.numberOf(paragraph.style)
    const list = paragraph.list ?? byStyle.list
    if (list === undefined || list === '0') return
    const level = paragraph.level ?? (paragraph.list === undefined ? undefined : (byStyle.list === undefined ? 0 : byStyle.level))
    const number = this.#numbering.next(list, level ?? undefined, this.#styles.idsOf(paragraph.style))
    if (!number?.text || !(paragraph.filled || paragraph.inTable || joined)) return
    this.#edits.push({ start: insertAt, end: insertAt, insert: toRun(number.text, number.font, this.#w) })
  }
}

function toRun(text: string, font: string | undefined, w: string): string {
  const properties = font && !/^(?:symbol|wingdings|webdings)/i.test(font) ? `<${w}rPr><${w}rFonts ${w}ascii="${escapeXml(font)}"/></${w}rPr>` : ''
  return `<${w}r>${properties}<${w}t xml:space="preserve">${escapeXml(text)}</${w}t></${w}r>`
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

interface OpenAlternative {
  readonly from: number
  readonly depth: number
  readonly boxes: { readonly from: number; to: number }[]
  hasFallback: boolean
}

/**
 * Text boxes stand twice in newer files: drawn (mc:Choice) and as older programs know them (mc:Fallback). The older one is read; where it
 * lacks, the words of the drawn one take its place.
 */
class TextBoxes {
  readonly edits: Edit[] = []
  readonly #open: OpenAlternative[] = []
  #depth = 0
  #choices = 0
  readonly #w: string

  constructor(w: string) {
    this.#w = w
  }

  /** Inside a choice that an older alternative may follow: its paragraphs are not counted. */
  get inChoice(): boolean {
    return this.#choices > 0
  }

  open(name: string, from: number): void {
    this.#depth++
    const alternative = this.#open.at(-1)
    if (name === 'mc:AlternateContent' || (name === `${this.#w}drawing` && !alternative)) this.#open.push({ from, depth: this.#depth, boxes: [], hasFallback: false })
    else if (name === 'mc:Choice') this.#choices++
    else if (name === 'mc:Fallback' && alternative) alternative.hasFallback = true
    else if (name === `${this.#w}txbxContent` && alternative && !alternative.hasFallback) alternative.boxes.push({ from, to: from })
  }

  close(name: string, _from: number, to: number): void {
    const alternative = this.#open.at(-1)
    if (name === 'mc:Choice') this.#choices--
    else if (name === `${this.#w}txbxContent` && alternative?.boxes.length && !alternative.hasFallback) alternative.boxes.at(-1)!.to = to
    if (alternative?.depth === this.#depth) {
      this.#open.pop()
      if (!alternative.hasFallback && alternative.boxes.length) this.#keepWords(alternative, to)
    }
    this.#depth--
  }

  #keepWords({ from, boxes }: OpenAlternative, to: number): void {
    let at = from
    for (const box of boxes) {
      if (box.from < at) continue
      this.edits.push({ start: at, end: box.from, insert: at === from ? `<${this.#w}pict>` : '' })
      at = box.to
    }
    this.edits.push({ start: at, end: to, insert: `</${this.#w}pict>` })
  }
}
