import { type ListLevel, type ListUse, NUMBER_FORMATS } from '../list-counts.js'
import type { WordFile } from './file-information.js'
import type { LittleEndian } from './little-endian.js'
import { changesIn, SPRM } from './properties.js'

const LIST_SIZE = 28
const LEVEL_SIZE = 28
const USE_SIZE = 16
const LEVELS = 9

interface Reading {
  readonly bytes: LittleEndian
  readonly fonts: readonly string[]
  at: number
}

/** The uses of lists, PlfLfo ([MS-DOC] 2.9.131), with the lists that they are of (PlfLst); the first is number 1. */
export function readLists(file: WordFile, fonts: readonly string[]): ListUse[] {
  const lists = readDefinitions(file, fonts)
  const bytes = file.part('listUses')
  const count = bytes.length < 4 ? 0 : Math.min(bytes.u32(0), Math.floor((bytes.length - 4) / USE_SIZE))
  const reading: Reading = { bytes, fonts, at: 4 + count * USE_SIZE }
  return Array.from({ length: count }, (_, i) => {
    const list = bytes.i32(4 + i * USE_SIZE)
    const overrides = bytes.u8(4 + i * USE_SIZE + 12)
    const use: ListUse = { list: String(list), levels: [...(lists.get(list) ?? [])], starts: new Map() }
    readOverrides(reading, overrides, use)
    return use
  })
}

/** Levels follow behind all lists: nine of each, or one of a simple list. */
function readDefinitions(file: WordFile, fonts: readonly string[]): Map<number, ListLevel[]> {
  const head = file.part('lists')
  const lists = new Map<number, ListLevel[]>()
  if (head.length < 2) return lists
  const from = head.bytes.byteOffset - file.table.bytes.byteOffset
  const bytes = file.table.part(from, file.table.length - from)
  const count = Math.min(bytes.u16(0), Math.floor((bytes.length - 2) / LIST_SIZE))
  const reading: Reading = { bytes, fonts, at: 2 + count * LIST_SIZE }
  for (let i = 0; i < count; i++) {
    const simple = bytes.u8(2 + i * LIST_SIZE + 26) & 1
    const levels: ListLevel[] = []
    for (let level = 0; level < (simple ? 1 : LEVELS) && reading.at + LEVEL_SIZE + 2 <= bytes.length; level++) levels.push(readLevel(reading))
    lists.set(bytes.i32(2 + i * LIST_SIZE), levels)
  }
  return lists
}

function readOverrides(reading: Reading, count: number, use: ListUse): void {
  const { bytes } = reading
  reading.at += 4
  for (let i = 0; i < count && reading.at + 8 <= bytes.length; i++) {
    const start = bytes.i32(reading.at)
    const flags = bytes.u32(reading.at + 4)
    reading.at += 8
    const level = flags & 0xf
    if (level >= LEVELS) return
    if (flags & 0x20 && reading.at + LEVEL_SIZE + 2 <= bytes.length) {
      const replaced = readLevel(reading)
      use.levels[level] = replaced
      if (flags & 0x10) use.starts.set(level, replaced.start)
    } else if (flags & 0x10) use.starts.set(level, start)
  }
}

/** One level, LVL ([MS-DOC] 2.9.150). */
function readLevel(reading: Reading): ListLevel {
  const { bytes, at } = reading
  const flags = bytes.u8(at + 5)
  const ofCharacters = bytes.u8(at + 24)
  const ofParagraph = bytes.u8(at + 25)
  const look = at + LEVEL_SIZE + ofParagraph
  const text = look + ofCharacters
  const length = bytes.u16(text)
  reading.at = text + 2 + length * 2
  return {
    start: Math.max(0, bytes.i32(at)),
    format: NUMBER_FORMATS[bytes.u8(at + 4)] ?? 'decimal',
    text: bytes.units(text + 2, length),
    legal: (flags & 4) !== 0,
    restart: flags & 8 ? bytes.u8(at + 26) : undefined,
    font: fontIn(reading, look, text),
  }
}

function fontIn({ bytes, fonts }: Reading, from: number, to: number): string | null {
  let font: string | null = null
  for (const change of changesIn(bytes, from, to)) if (change.code === SPRM.font) font = fonts[bytes.u16(change.at)] ?? null
  return font
}
