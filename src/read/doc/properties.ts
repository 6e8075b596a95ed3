import type { LittleEndian } from './little-endian.js'

/** One change of a property, Prl ([MS-DOC] 2.2.5.1): its code and where its operand lies. */
export interface Change {
  readonly code: number
  readonly at: number
  readonly length: number
}

/** Codes of the properties that are read. */
export const SPRM = {
  deleted: 0x0800, fieldHidden: 0x0802, caps: 0x083b, hidden: 0x083c, special: 0x0855, font: 0x4a4f, characterStyle: 0x4a30, symbol: 0x6a09,
  pageBefore: 0x2407, listLevel: 0x260a, list: 0x460b, inTable: 0x2416, rowEnd: 0x2417, depth: 0x6649, innerCell: 0x244b, innerRowEnd: 0x244c, hugeProperties: 0x6646, hugePropertiesOld: 0x6645,
  tableHeader: 0x3404, tableDefinition: 0xd608, verticalMerge: 0xd62b,
} as const

const OPERAND_LENGTHS = [1, 1, 2, 4, 2, 2, -1, 3] as const
const TABLE_DEFINITION: number = SPRM.tableDefinition
const TABS = 0xc615

/** The changes in a run of properties, in order; what is cut short at its end is left out. */
export function* changesIn(bytes: LittleEndian, from: number, to: number): Generator<Change> {
  for (let at = from; at + 3 <= to; ) {
    const code = bytes.u16(at)
    at += 2
    let length: number = OPERAND_LENGTHS[code >> 13]!
    if (length < 0) {
      if (code === TABLE_DEFINITION) {
        if (at + 2 > to) return
        length = bytes.u16(at) - 1
        at += 2
      } else {
        length = bytes.u8(at)
        at += 1
        if (code === TABS && length === 255) length = lengthOfTabs(bytes, at, to)
      }
    }
    if (length < 0 || at + length > to) return
    yield { code, at, length }
    at += length
  }
}

/** A long change of tab stops counts its entries instead of its bytes. */
function lengthOfTabs(bytes: LittleEndian, at: number, to: number): number {
  const deleted = at < to ? bytes.u8(at) : 0
  const added = at + 1 + deleted * 4 < to ? bytes.u8(at + 1 + deleted * 4) : 0
  return 2 + deleted * 4 + added * 3
}
