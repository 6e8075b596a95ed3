import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { type CompoundFile, openCompoundFile } from './compound-file.js'
import { LittleEndian } from './little-endian.js'

/** The streams of a Word file and its information block, FIB ([MS-DOC] 2.5). */
export interface WordFile {
  readonly main: LittleEndian
  readonly table: LittleEndian
  /** Long runs of properties; empty in most files. */
  readonly data: LittleEndian
  /** Characters of each part of the text, in the order in which they follow each other. */
  readonly lengths: Readonly<Record<'body' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'textBoxes', number>>
  /** The bytes of a part of the table stream; empty where the file lacks it. */
  readonly part: (part: keyof typeof PARTS) => LittleEndian
}

/** Places in FibRgFcLcb97. */
const PARTS = {
  styles: 1, footnoteMarks: 2, footnoteTexts: 3, characterPages: 12, paragraphPages: 13, fonts: 15, pieces: 33, anchors: 40, endnoteMarks: 46, endnoteTexts: 47,
  textBoxes: 56, lists: 73, listUses: 74,
} as const

const MAGIC = 0xa5ec
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const WORD_97 = 0xc1
const FIRST_PAIR = 0x9a
const NOTHING = new LittleEndian(new Uint8Array())

/** @throws UnreadableDocumentError `encrypted`, `corrupt`, or `unsupported` where the compound file is no Word file */
export function openWordFile(bytes: Uint8Array): WordFile {
  const file = openCompoundFile(bytes)
  const stream = file.stream('WordDocument')
  if (!stream) throw isEncrypted(file) ? new UnreadableDocumentError('encrypted') : new UnreadableDocumentError('unsupported', { reason: 'format', format: kindOf(file) })
  const main = new LittleEndian(stream)
  if (main.u16(0) !== MAGIC && main.u16(0) !== 0xa5dc) throw new UnreadableDocumentError('corrupt')
  const flags = main.u16(10)
  if (flags & ENCRYPTED) throw new UnreadableDocumentError('encrypted')
  if (main.u16(2) < WORD_97) throw new UnreadableDocumentError('unsupported', { reason: 'format', format: 'Word 6.0/95 (.doc)' })
  const table = file.stream(flags & SECOND_TABLE ? '1Table' : '0Table')
  if (!table) throw new UnreadableDocumentError('corrupt')
  const data = file.stream('Data')
  return wordFile(main, new LittleEndian(table), data ? new LittleEndian(data) : NOTHING)
}

function wordFile(main: LittleEndian, table: LittleEndian, data: LittleEndian): WordFile {
  const pairs = main.u16(FIRST_PAIR - 2)
  const lengthAt = (at: number): number => Math.max(0, main.i32(at))
  return {
    main, table, data,
    lengths: { body: lengthAt(0x4c), footnotes: lengthAt(0x50), headers: lengthAt(0x54), comments: lengthAt(0x5c), endnotes: lengthAt(0x60), textBoxes: lengthAt(0x64) },
    part: (part) => {
      const at = FIRST_PAIR + PARTS[part] * 8
      const length = PARTS[part] < pairs ? main.u32(at + 4) : 0
      return length ? table.part(main.u32(at), length) : NOTHING
    },
  }
}

const isEncrypted = ({ names }: CompoundFile): boolean => names.has('EncryptedPackage') || names.has('EncryptionInfo')

function kindOf({ names }: CompoundFile): string {
  if (names.has('Workbook') || names.has('Book')) return 'Excel (.xls)'
  if (names.has('PowerPoint Document')) return 'PowerPoint (.ppt)'
  return [...names].some((name) => name.startsWith('__substg1.0')) ? 'Outlook (.msg)' : 'OLE'
}
