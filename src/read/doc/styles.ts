import type { WordFile } from './file-information.js'
import type { LittleEndian } from './little-endian.js'
import { changesIn, SPRM } from './properties.js'

/** What is read of the look of characters. */
export interface CharacterLook {
  /** Into the table of fonts. */
  font: number
  caps: boolean
  hidden: boolean
  deleted: boolean
  /** Stands for something else: a symbol, a note's mark, a drawing. */
  special: boolean
  /** Into the table of fonts, and the character in it; null where the text itself is shown. */
  symbol: { readonly font: number; readonly code: number } | null
}

/** What is read of a paragraph's properties. */
export interface ParagraphLook {
  /** Into the uses of lists, from 1; 0 is none. */
  list: number
  level: number
  /** Begins a page. */
  pageBefore: boolean
}

interface Style {
  /** Of the built-in styles ([MS-DOC] 2.9.260, sti). */
  readonly builtIn: number
  readonly base: number
  readonly kind: number
  readonly paragraph: readonly [at: number, end: number] | undefined
  readonly characters: readonly [at: number, end: number] | undefined
}

const NO_STYLE = 0xfff
const PARAGRAPH = 1
const CHARACTERS = 2
const TABLE = 3
const NUMBERING = 4
const DEEPEST = 20
const FIRST_CONTENTS = 19
const LAST_CONTENTS = 27

/** The style sheet, STSH ([MS-DOC] 2.9.271). */
export class Styles {
  readonly #sheet: LittleEndian
  readonly #styles: readonly (Style | undefined)[]
  readonly #defaultFont: number
  readonly #paragraphs = new Map<number, ParagraphLook>()
  readonly #characters = new Map<number, CharacterLook>()

  constructor({ part }: WordFile) {
    this.#sheet = part('styles')
    const empty = this.#sheet.length < 20
    this.#defaultFont = empty ? 0 : this.#sheet.u16(2 + 16)
    this.#styles = empty ? [] : readStyles(this.#sheet)
  }

  paragraph(style: number): ParagraphLook {
    let look = this.#paragraphs.get(style)
    if (!look) {
      look = { list: 0, level: 0, pageBefore: false }
      for (const { paragraph } of this.#chain(style)) if (paragraph) applyToParagraph(look, this.#sheet, ...paragraph)
      this.#paragraphs.set(style, look)
    }
    return { ...look }
  }

  /** The look of a paragraph's characters by its style. */
  characters(style: number): CharacterLook {
    let look = this.#characters.get(style)
    if (!look) {
      look = { font: this.#defaultFont, caps: false, hidden: false, deleted: false, special: false, symbol: null }
      this.applyCharacterStyle(look, style)
      this.#characters.set(style, look)
    }
    return { ...look }
  }

  applyCharacterStyle(look: CharacterLook, style: number): void {
    for (const { characters } of this.#chain(style)) if (characters) applyToCharacters(look, this.#sheet, ...characters, this, DEEPEST)
  }

  /** A line of a table of contents. */
  isContents(style: number): boolean {
    const builtIn = this.#styles[style]?.builtIn ?? 0
    return builtIn >= FIRST_CONTENTS && builtIn <= LAST_CONTENTS
  }

  /** From the style at the root to the one asked for. */
  #chain(index: number): Style[] {
    const chain: Style[] = []
    let style = this.#styles[index]
    for (let depth = 0; style && depth < DEEPEST; depth++) {
      chain.push(style)
      style = style.base === NO_STYLE ? undefined : this.#styles[style.base]
    }
    return chain.reverse()
  }
}

/** Apply the changes of a style or of a paragraph itself. */
export function applyToParagraph(look: ParagraphLook, bytes: LittleEndian, at: number, end: number): void {
  for (const change of changesIn(bytes, at, end)) {
    if (change.code === SPRM.list) look.list = bytes.u16(change.at)
    else if (change.code === SPRM.pageBefore) look.pageBefore = bytes.u8(change.at) !== 0
    else if (change.code === SPRM.listLevel) look.level = bytes.u8(change.at)
  }
}

const OTHER_FONT = 0x4a51

/** Apply the changes of a style or of a run itself; a symbol's font is the symbol's alone. */
export function applyToCharacters(look: CharacterLook, bytes: LittleEndian, at: number, end: number, styles: Styles, depth = 1): void {
  const base = { ...look }
  for (const change of changesIn(bytes, at, end)) {
    if (change.code === SPRM.font || change.code === OTHER_FONT) look.font = bytes.u16(change.at)
    else if (change.code === SPRM.caps) look.caps = toggled(bytes.u8(change.at), base.caps)
    else if (change.code === SPRM.hidden) look.hidden = toggled(bytes.u8(change.at), base.hidden)
    else if (change.code === SPRM.deleted) look.deleted = toggled(bytes.u8(change.at), base.deleted)
    else if (change.code === SPRM.special) look.special = bytes.u8(change.at) !== 0
    else if (change.code === SPRM.symbol) look.symbol = { font: bytes.u16(change.at), code: bytes.u16(change.at + 2) }
    else if (change.code === SPRM.characterStyle && depth === 1) styles.applyCharacterStyle(look, bytes.u16(change.at))
  }
}

/** 0 and 1 say it, 0x80 leaves it to the style, 0x81 is the opposite of the style. */
const toggled = (value: number, ofStyle: boolean): boolean => (value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value !== 0)

function readStyles(sheet: LittleEndian): (Style | undefined)[] {
  const headLength = sheet.u16(0)
  const count = Math.min(sheet.u16(2), 4095)
  const fixed = sheet.u16(4)
  const styles: (Style | undefined)[] = []
  for (let i = 0, at = 2 + headLength; i < count && at + 2 <= sheet.length; i++) {
    const length = sheet.u16(at)
    const end = at + 2 + length
    styles.push(length && end <= sheet.length ? readStyle(sheet, at + 2, end, fixed) : undefined)
    at = end + (length & 1)
  }
  return styles
}

function readStyle(sheet: LittleEndian, start: number, end: number, fixed: number): Style | undefined {
  if (start + fixed + 2 > end || fixed < 10) return undefined
  const kind = sheet.u16(start + 2) & 0xf
  const base = sheet.u16(start + 2) >> 4
  const updates = sheet.u16(start + 4) & 0xf
  let at = start + fixed
  at += 2 + (sheet.u16(at) + 1) * 2
  const parts: [number, number][] = []
  for (let i = 0; i < updates && at + 2 <= end; i++) {
    const length = sheet.u16(at)
    if (at + 2 + length > end) break
    parts.push([at + 2, at + 2 + length])
    at += 2 + length + (length & 1)
  }
  return { kind, base, builtIn: sheet.u16(start) & 0xfff, ...partsOf(kind, parts) }
}

/** Which part of a style says what depends on its kind; what is said of paragraphs begins with the style's own number. */
function partsOf(kind: number, parts: readonly [number, number][]): Pick<Style, 'paragraph' | 'characters'> {
  const ofParagraph = (part: [number, number] | undefined): [number, number] | undefined => part && part[1] - part[0] >= 2 ? [part[0] + 2, part[1]] : undefined
  if (kind === PARAGRAPH) return { paragraph: ofParagraph(parts[0]), characters: parts[1] }
  if (kind === CHARACTERS) return { paragraph: undefined, characters: parts[0] }
  if (kind === TABLE) return { paragraph: ofParagraph(parts[1]), characters: parts[2] }
  return kind === NUMBERING ? { paragraph: ofParagraph(parts[0]), characters: undefined } : { paragraph: undefined, characters: undefined }
}
