import { UnreadableDocumentError } from '../../model/diagnostics.js'
import type { WordFile } from './file-information.js'
import type { LittleEndian } from './little-endian.js'

/** A piece of text that lies in one place of the file. */
export interface Piece {
  /** Characters, from the start of all text. */
  readonly start: number
  readonly end: number
  /** Where its first byte lies. */
  readonly from: number
  /** Bytes of a character: 1 is Windows-1252, 2 is UTF-16. */
  readonly width: 1 | 2
}

/** The piece table, Clx ([MS-DOC] 2.8.35), and all text that it puts together. */
export interface Pieces {
  readonly text: string
  readonly pieces: readonly Piece[]
}

const PROPERTIES = 1
const TABLE = 2
const ONE_BYTE = 0x40000000

const corrupt = (): UnreadableDocumentError => new UnreadableDocumentError('corrupt')

export function readPieces({ main, part }: WordFile): Pieces {
  const pieces = piecesIn(pieceTable(part('pieces')))
  const length = pieces.at(-1)?.end ?? 0
  if (length > main.length) throw corrupt()
  const latin = new TextDecoder('windows-1252')
  const parts = pieces.map(({ start, end, from, width }) => {
    const count = end - start
    return width === 2 ? main.units(from, count) : latin.decode(main.part(from, count).bytes)
  })
  return { text: parts.join(''), pieces }
}

/** Properties of fast saves stand before the table itself. */
function pieceTable(clx: LittleEndian): LittleEndian {
  let at = 0
  while (at + 3 <= clx.length && clx.u8(at) === PROPERTIES) at += 3 + clx.u16(at + 1)
  if (at + 5 > clx.length || clx.u8(at) !== TABLE) throw corrupt()
  return clx.part(at + 5, clx.u32(at + 1))
}

function piecesIn(table: LittleEndian): Piece[] {
  const count = Math.floor((table.length - 4) / 12)
  return Array.from({ length: count }, (_, i) => {
    const start = table.u32(i * 4)
    const end = table.u32(i * 4 + 4)
    if (end < start) throw corrupt()
    const place = table.u32((count + 1) * 4 + i * 8 + 2)
    const oneByte = (place & ONE_BYTE) !== 0
    const from = place & (ONE_BYTE - 1)
    return { start, end, from: oneByte ? from / 2 : from, width: oneByte ? 1 : 2 }
  })
}

/** Which piece holds a character; the number of pieces where none does. */
export function pieceIndexAt(pieces: readonly Piece[], character: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end <= character) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the byte of a character lies in the file; -1 outside all pieces. */
export function placeOf({ pieces }: Pieces, character: number): number {
  const piece = pieces[pieceIndexAt(pieces, character)]
  return piece && piece.start <= character ? piece.from + (character - piece.start) * piece.width : -1
}
