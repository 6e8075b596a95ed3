import type { CellShape } from '../word-table.js'
import type { LittleEndian } from './little-endian.js'

const SHAPE_SIZE = 20

/** The cells of a row by sprmTDefTable: edges, then a TC80 each ([MS-DOC] 2.9.305). The two marks of merging across are told by which comes first. */
export function readShapes(bytes: LittleEndian, at: number, length: number): CellShape[] {
  if (length < 1) return []
  const count = bytes.u8(at)
  if (count > 64 || 1 + (count + 1) * 2 > length) return []
  const flagsFrom = at + 1 + (count + 1) * 2
  let first = 0
  return Array.from({ length: count }, (_, i) => {
    const flags = flagsFrom + (i + 1) * SHAPE_SIZE <= at + length ? bytes.u16(flagsFrom + i * SHAPE_SIZE) : 0
    const merged = flags & 3
    const covered = merged !== 0 && first !== 0 && merged !== first
    if (!covered) first = merged
    const vertical = flags & 0x20 ? (flags & 0x40 ? 'first' : 'covered') : 'none'
    return { left: bytes.i16(at + 1 + i * 2), right: bytes.i16(at + 3 + i * 2), covered, vertical }
  })
}
