import type { WordFile } from './file-information.js'
import { characterFormats, type Format, formatAt, paragraphFormats } from './formats.js'
import type { LittleEndian } from './little-endian.js'
import type { CellShape } from '../word-table.js'
import { readShapes } from './cell-shapes.js'
import { pieceIndexAt, type Pieces, placeOf, readPieces } from './pieces.js'
import { changesIn, SPRM } from './properties.js'
import { applyToCharacters, applyToParagraph, type CharacterLook, Styles } from './styles.js'

/** One paragraph of the file: its characters, its mark and what is said of it. */
export interface RawParagraph {
  readonly start: number
  /** Of its mark. */
  readonly end: number
  readonly style: number
  readonly list: number
  readonly level: number
  readonly pageBefore: boolean
  /** How many tables it stands in. */
  readonly depth: number
  readonly endsCell: boolean
  readonly endsRow: boolean
  readonly header: boolean
  readonly shapes: readonly CellShape[]
}

/** Characters that look alike. */
export interface RawRun {
  readonly start: number
  readonly end: number
  readonly look: CharacterLook
}

/** What is said of a paragraph as a part of a table; `inner` of one inside another. */
interface TableLook {
  inTable: boolean
  depth: number
  endsRow: boolean
  innerCell: boolean
  innerRow: boolean
  header: boolean
  shapes: readonly CellShape[]
}

const PARAGRAPH = 13
const CELL = 7
const PAGE = 12
const DEEPEST = 50

const isInside = ({ from, to }: Format, place: number): boolean => place >= from && place < to

/** The text of a Word file with the formats that hold for each place. */
export class Paragraphs {
  readonly text: string
  readonly styles: Styles
  readonly #file: WordFile
  readonly #pieces: Pieces
  readonly #paragraphs: readonly Format[]
  readonly #characters: readonly Format[]

  constructor(file: WordFile) {
    this.#file = file
    this.#pieces = readPieces(file)
    this.text = this.#pieces.text
    this.styles = new Styles(file)
    this.#paragraphs = paragraphFormats(file)
    this.#characters = characterFormats(file)
  }

  /** Paragraphs between two characters. */
  *between(start: number, end: number): Generator<RawParagraph> {
    const last = Math.min(end, this.text.length)
    let from = start
    for (let at = start; at < last; at++) {
      const code = this.text.charCodeAt(at)
      if (code > PARAGRAPH || (code !== PARAGRAPH && code !== CELL && code !== PAGE)) continue
      const format = this.#paragraphs[formatAt(this.#paragraphs, this.#place(at))]
      if (code === PAGE && format && at + 1 < last && isInside(format, this.#place(at + 1))) continue
      yield this.#paragraph(from, at, code, format)
      from = at + 1
    }
    if (from < last) yield this.#paragraph(from, last, 0, undefined)
  }

  /** Runs between two characters, parted where pieces or formats end. */
  *runs(start: number, end: number, style: number): Generator<RawRun> {
    const base = this.styles.characters(style)
    let at = start
    const { pieces } = this.#pieces
    for (let i = pieceIndexAt(pieces, start); i < pieces.length && pieces[i]!.start < end; i++) {
      const piece = pieces[i]!
      let place = piece.from + (at - piece.start) * piece.width
      let index = formatAt(this.#characters, place)
      const stop = Math.min(end, piece.end)
      while (at < stop) {
        const format = this.#characters[index++]
        const applies = format !== undefined && format.from <= place
        const limit = format === undefined ? stop : applies ? format.to : format.from
        const to = Math.min(stop, Math.max(at + 1, at + Math.ceil((limit - place) / piece.width)))
        if (format && !applies) index--
        const look = { ...base }
        if (format && applies) applyToCharacters(look, format.bytes, format.at, format.end, this.styles)
        yield { start: at, end: to, look }
        place += (to - at) * piece.width
        at = to
      }
    }
  }

  #place(character: number): number {
    return placeOf(this.#pieces, character)
  }

  #paragraph(start: number, end: number, mark: number, format: Format | undefined): RawParagraph {
    const style = format?.style ?? 0
    const look = this.styles.paragraph(style)
    const table: TableLook = { inTable: false, depth: 0, endsRow: false, innerCell: false, innerRow: false, header: false, shapes: [] }
    if (format) {
      applyToParagraph(look, format.bytes, format.at, format.end)
      this.#applyTable(table, format.bytes, format.at, format.end)
    }
    const depth = table.inTable ? Math.min(Math.max(table.depth, 1), DEEPEST) : 0
    const endsRow = depth > 1 ? table.innerRow : table.endsRow
    const endsCell = depth > 1 ? table.innerCell : depth === 1 && mark === CELL
    return { start, end, style, list: look.list, level: look.level, pageBefore: look.pageBefore, depth, endsCell, endsRow, header: table.header, shapes: table.shapes }
  }

  #applyTable(table: TableLook, bytes: LittleEndian, from: number, to: number, far = false): void {
    for (const { code, at, length } of changesIn(bytes, from, to)) {
      if (code === SPRM.inTable) table.inTable = bytes.u8(at) !== 0
      else if (code === SPRM.rowEnd) table.endsRow = bytes.u8(at) !== 0
      else if (code === SPRM.depth) table.depth = bytes.i32(at)
      else if (code === SPRM.innerCell) table.innerCell = bytes.u8(at) !== 0
      else if (code === SPRM.innerRowEnd) table.innerRow = bytes.u8(at) !== 0
      else if (code === SPRM.tableHeader) table.header = bytes.u8(at) !== 0
      else if (code === SPRM.tableDefinition) table.shapes = readShapes(bytes, at, length)
      else if ((code === SPRM.hugeProperties || code === SPRM.hugePropertiesOld) && !far) this.#applyFar(table, bytes.u32(at))
    }
  }

  /** Properties that are too long for their page lie in the data stream. */
  #applyFar(table: TableLook, place: number): void {
    const { data } = this.#file
    if (place + 2 > data.length) return
    this.#applyTable(table, data, place + 2, Math.min(place + 2 + data.u16(place), data.length), true)
  }
}
