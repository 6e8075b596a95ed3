import type { WordFile } from './file-information.js'
import { LittleEndian } from './little-endian.js'

/** Changes of properties that hold for bytes of the file, from a page of properties (FKP, [MS-DOC] 2.9.33, 2.9.230). */
export interface Format {
  /** Bytes of the text. */
  readonly from: number
  readonly to: number
  /** Where its changes lie. */
  readonly bytes: LittleEndian
  readonly at: number
  readonly end: number
  /** Of a paragraph: its style; 0 for characters. */
  readonly style: number
}

const PAGE = 512
const PAGE_NUMBER = 0x3fffff
const PARAGRAPH_ENTRY = 13

/** Formats of paragraphs, in the order of the bytes. */
export const paragraphFormats = (file: WordFile): Format[] => formatsIn(file, 'paragraphPages', PARAGRAPH_ENTRY, paragraphFormat)

/** Formats of characters, in the order of the bytes. */
export const characterFormats = (file: WordFile): Format[] => formatsIn(file, 'characterPages', 1, characterFormat)

type ReadFormat = (page: LittleEndian, entry: number, from: number, to: number) => Format

function formatsIn({ main, part }: WordFile, pages: 'paragraphPages' | 'characterPages', entrySize: number, read: ReadFormat): Format[] {
  const table = part(pages)
  const count = Math.floor((table.length - 4) / 8)
  const formats: Format[] = []
  const seen = new Set<number>()
  for (let i = 0; i < count; i++) {
    const number = table.u32((count + 1) * 4 + i * 4) & PAGE_NUMBER
    if (seen.has(number)) continue
    seen.add(number)
    const page = main.part(number * PAGE, PAGE)
    const runs = page.u8(PAGE - 1)
    if ((runs + 1) * 4 + runs * entrySize > PAGE - 1) continue
    for (let run = 0; run < runs; run++) formats.push(read(page, page.u8((runs + 1) * 4 + run * entrySize) * 2, page.u32(run * 4), page.u32(run * 4 + 4)))
  }
  return formats.sort((a, b) => a.from - b.from)
}

const EMPTY = new LittleEndian(new Uint8Array())

function paragraphFormat(page: LittleEndian, entry: number, from: number, to: number): Format {
  if (!entry || entry >= PAGE - 3) return { from, to, bytes: EMPTY, at: 0, end: 0, style: 0 }
  const words = page.u8(entry)
  const start = words ? entry + 1 : entry + 2
  const end = Math.min(words ? start + words * 2 - 1 : start + page.u8(entry + 1) * 2, PAGE)
  if (end < start + 2) return { from, to, bytes: EMPTY, at: 0, end: 0, style: 0 }
  return { from, to, bytes: page, at: start + 2, end, style: page.u16(start) }
}

function characterFormat(page: LittleEndian, entry: number, from: number, to: number): Format {
  if (!entry || entry >= PAGE - 1) return { from, to, bytes: EMPTY, at: 0, end: 0, style: 0 }
  return { from, to, bytes: page, at: entry + 1, end: Math.min(entry + 1 + page.u8(entry), PAGE), style: 0 }
}

/** The first format that ends behind a byte: by its place in `formats`. */
export function formatAt(formats: readonly Format[], place: number): number {
  let low = 0
  let high = formats.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (formats[middle]!.to <= place) low = middle + 1
    else high = middle
  }
  return low
}
