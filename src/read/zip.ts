import { inflateRawSync } from 'node:zlib'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { ReadLimits } from './reader.js'

/** A file in a ZIP archive, as the central directory at the archive's end declares it. */
interface ZipEntry {
  readonly packedSize: number
  readonly size: number
  /** Of its local header. */
  readonly offset: number
  readonly method: number
  readonly encrypted: boolean
}

export type ZipDirectory = ReadonlyMap<string, ZipEntry>

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const IN_ZIP64 = 0xffffffff
const STORED = 0
const DEFLATED = 8
const MOST_ENTRIES = 20_000
/** The most that is set aside for a file because it declares to be so large; more is taken as it comes. */
const MOST_AT_ONCE = 1024 * 1024

export const isZip = (bytes: Uint8Array): boolean => bytes.length >= 4 && view(bytes).getUint32(0, true) === LOCAL

/** The files of an archive by name; undefined where its central directory is missing or broken, as in a truncated file. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | undefined {
  const data = view(bytes)
  const end = findEnd(data)
  if (end === undefined) return undefined
  const count = Math.min(data.getUint16(end + 10, true), MOST_ENTRIES)
  const entries = new Map<string, ZipEntry>()
  let at = data.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== CENTRAL) return undefined
    const [name, extra, comment] = [data.getUint16(at + 28, true), data.getUint16(at + 30, true), data.getUint16(at + 32, true)]
    const next = at + 46 + name + extra + comment
    if (next > bytes.length) return undefined
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), withLargeSizes(data, at + 46 + name, extra, {
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      method: data.getUint16(at + 10, true),
      packedSize: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    }))
    at = next
  }
  return entries
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function findEnd(data: DataView): number | undefined {
  const lowest = Math.max(0, data.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = data.byteLength - END_LENGTH; at >= lowest; at--) if (data.getUint32(at, true) === END) return at
  return undefined
}

/** ZIP64: the values that do not fit stand in an extra field, in the order size, packed size, offset. */
function withLargeSizes(data: DataView, from: number, length: number, entry: ZipEntry): ZipEntry {
  for (let at = from; at + 4 <= from + length; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== 1) continue
    let value = at + 4
    const large = (small: number): number => {
      if (small !== IN_ZIP64 || value + 8 > from + length) return small
      value += 8
      return Number(data.getBigUint64(value - 8, true))
    }
    const size = large(entry.size)
    const packedSize = large(entry.packedSize)
    return { ...entry, size, packedSize, offset: large(entry.offset) }
  }
  return entry
}

/** The contents of an archive, one file at a time; all of them together unpack to no more than the limit, whatever they declare. */
export interface ZipArchive {
  readonly has: (name: string) => boolean
  readonly names: () => readonly string[]
  /** @throws UnreadableDocumentError `encrypted`, `corrupt`, `too-large` */
  readonly read: (name: string) => Uint8Array | undefined
  readonly readText: (name: string) => string | undefined
}

/** @throws UnreadableDocumentError `corrupt` */
export function openZip(bytes: Uint8Array, limits: ReadLimits): ZipArchive {
  const directory = readZipDirectory(bytes)
  if (!directory) throw new UnreadableDocumentError('corrupt', { reason: 'zip' })
  let left = limits.unpackedBytes
  const tooLarge = (): UnreadableDocumentError => new UnreadableDocumentError('too-large', { reason: 'unpacked', limit: Math.round(limits.unpackedBytes / 1024 / 1024) })

  const unpack = (packed: Uint8Array, size: number): Uint8Array => {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(left, 1), chunkSize: Math.min(Math.max(size + 1, 64), MOST_AT_ONCE) })
    if (content.length < size) throw new UnreadableDocumentError('corrupt', { reason: 'zip' })
    return content
  }

  const read = (name: string): Uint8Array | undefined => {
    const entry = directory.get(name)
    if (!entry) return undefined
    if (entry.encrypted) throw new UnreadableDocumentError('encrypted')
    if (entry.size > left) throw tooLarge()
    const packed = packedBytes(bytes, entry)
    try {
      const content = entry.method === DEFLATED ? unpack(packed, entry.size) : packed
      left -= content.length
      if (left < 0) throw tooLarge()
      return content
    } catch (cause) {
      if (cause instanceof UnreadableDocumentError) throw cause
      throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : new UnreadableDocumentError('corrupt', { reason: 'zip' }, { cause })
    }
  }
  return { has: (name) => directory.has(name), names: () => [...directory.keys()], read, readText: (name) => decodeXml(read(name)) }
}

function packedBytes(bytes: Uint8Array, { offset, packedSize, method }: ZipEntry): Uint8Array {
  const data = view(bytes)
  const broken = offset + 30 > bytes.length || data.getUint32(offset, true) !== LOCAL
  const start = broken ? 0 : offset + 30 + data.getUint16(offset + 26, true) + data.getUint16(offset + 28, true)
  if (broken || start + packedSize > bytes.length || (method !== STORED && method !== DEFLATED)) throw new UnreadableDocumentError('corrupt', { reason: 'zip' })
  return bytes.subarray(start, start + packedSize)
}

/** XML parts are UTF-8, or UTF-16 with a byte order mark. */
function decodeXml(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
}
