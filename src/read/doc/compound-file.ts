import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { LittleEndian } from './little-endian.js'

/** Compound File Binary ([MS-CFB]): the streams that an old Office file is made of. */
export interface CompoundFile {
  /** Names of the streams and storages, as they stand. */
  readonly names: ReadonlySet<string>
  /** The bytes of a stream, or undefined where there is none of that name. */
  readonly stream: (name: string) => Uint8Array | undefined
}

interface Entry {
  readonly name: string
  readonly start: number
  readonly size: number
}

const LAST_SECTOR = 0xfffffffa
const MINI_CUTOFF = 4096
const ENTRY_SIZE = 128

const corrupt = (): UnreadableDocumentError => new UnreadableDocumentError('corrupt')

/** @throws UnreadableDocumentError `corrupt` where chains of sectors do not lead anywhere */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = new LittleEndian(bytes)
  const shift = file.u16(30)
  if (shift !== 9 && shift !== 12) throw corrupt()
  const sectors = new Sectors(file, shift)
  const entries = readEntries(new LittleEndian(sectors.chain(file.u32(48))))
  const [root] = entries
  if (!root) throw corrupt()
  let miniature: MiniSectors | undefined
  const stream = (name: string): Uint8Array | undefined => {
    const entry = entries.find((candidate, i) => i > 0 && candidate.name === name)
    if (!entry) return undefined
    if (entry.size >= MINI_CUTOFF) return sectors.chain(entry.start, entry.size)
    miniature ??= new MiniSectors(sectors.chain(root.start, root.size), new LittleEndian(sectors.chain(file.u32(60))))
    return miniature.chain(entry.start, entry.size)
  }
  return { names: new Set(entries.slice(1).map(({ name }) => name)), stream }
}

/** The sectors of the file and the table (FAT) that chains them. */
class Sectors {
  readonly #file: LittleEndian
  readonly #shift: number
  readonly #table: LittleEndian

  constructor(file: LittleEndian, shift: number) {
    this.#file = file
    this.#shift = shift
    const parts = this.#tableSectors().map((sector) => this.#sector(sector))
    this.#table = new LittleEndian(join(parts))
  }

  /** The bytes of a chain, no more than `size`; the last sector of a file may be cut short. */
  chain(start: number, size = Number.POSITIVE_INFINITY): Uint8Array {
    const parts: Uint8Array[] = []
    const most = this.#table.length / 4
    let read = 0
    for (let sector = start; sector < LAST_SECTOR && read < size; sector = this.#table.u32(sector * 4)) {
      if (parts.length > most) throw corrupt()
      const part = this.#sector(sector)
      parts.push(part)
      read += part.length
    }
    const bytes = join(parts)
    if (size !== Number.POSITIVE_INFINITY && bytes.length < size) throw corrupt()
    return size < bytes.length ? bytes.subarray(0, size) : bytes
  }

  #sector(index: number): Uint8Array {
    const from = (index + 1) << this.#shift
    if (index > 0x7fffff || from >= this.#file.length) throw corrupt()
    return this.#file.bytes.subarray(from, Math.min(from + (1 << this.#shift), this.#file.length))
  }

  /** Sectors of the FAT: 109 in the head, the others in a chain of their own. */
  #tableSectors(): number[] {
    const file = this.#file
    const found: number[] = []
    const take = (sector: number): void => {
      if (sector < LAST_SECTOR) found.push(sector)
    }
    for (let i = 0; i < 109; i++) take(file.u32(76 + i * 4))
    const perSector = (1 << this.#shift) / 4 - 1
    let next = file.u32(68)
    for (let steps = 0; next < LAST_SECTOR; steps++) {
      if (steps > file.length >> this.#shift) throw corrupt()
      const sector = new LittleEndian(this.#sector(next))
      for (let i = 0; i < perSector; i++) take(sector.u32(i * 4))
      next = sector.u32(perSector * 4)
    }
    if (found.length > (file.length >> this.#shift) + 1) throw corrupt()
    return found
  }
}

/** Streams below 4096 bytes lie in 64-byte sectors inside one stream. */
class MiniSectors {
  readonly #stream: Uint8Array
  readonly #table: LittleEndian

  constructor(stream: Uint8Array, table: LittleEndian) {
    this.#stream = stream
    this.#table = table
  }

  chain(start: number, size: number): Uint8Array {
    const parts: Uint8Array[] = []
    for (let sector = start, read = 0; read < size; sector = this.#table.u32(sector * 4), read += 64) {
      if (sector >= LAST_SECTOR || sector * 64 >= this.#stream.length) throw corrupt()
      parts.push(this.#stream.subarray(sector * 64, sector * 64 + 64))
    }
    return join(parts).subarray(0, size)
  }
}

function readEntries(directory: LittleEndian): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_SIZE <= directory.length; at += ENTRY_SIZE) {
    const length = directory.u16(at + 64)
    const kind = directory.u8(at + 66)
    if (kind === 0 && at > 0) continue
    entries.push({ name: directory.units(at, Math.max(0, Math.min(length, 64) / 2 - 1) | 0), start: directory.u32(at + 116), size: directory.u32(at + 120) })
  }
  return entries
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
