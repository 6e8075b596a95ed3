import { inflateSync } from 'node:zlib'
import { UnreadableDocumentError } from '../../model/diagnostics.js'
import type { ReadLimits } from '../reader.js'

/** No byte of Deflate makes more than this many. */
const MOST_TIMES = 1032
/** Where the dictionary of a stream is looked for, before its keyword. */
const DICTIONARY = 2048
const MOST_FILTERS = 8

/**
 * What the packed streams of a PDF unpack to, all together, is no more than the limit: pdf.js would unpack each as a whole. Pictures are left out, of which it
 * unpacks no more than their width and height ask for. A file too small to hold so much is not looked at.
 * @throws UnreadableDocumentError `too-large`
 */
export function checkPackedStreams(bytes: Uint8Array, { unpackedBytes: limit }: Pick<ReadLimits, 'unpackedBytes'>): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const nested = /FlateDecode\s*\/(?:FlateDecode|Fl)(?![A-Za-z])/.test(file.toString('latin1'))
  if (!nested && bytes.length * MOST_TIMES <= limit) return
  let left = limit
  for (const { data, filters } of packedStreams(file)) {
    let content: Uint8Array | undefined = data
    for (let filter = 0; content && filter < Math.min(filters, MOST_FILTERS); filter++) {
      content = unpack(content, left, limit)
      left -= content?.length ?? 0
    }
  }
}

interface PackedStream {
  readonly data: Uint8Array
  /** How often it was packed. */
  readonly filters: number
}

function* packedStreams(file: Buffer): Generator<PackedStream> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end') continue
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + (file[at + 6] === 13 && file[at + 7] !== 10 ? 0 : 1)
    if (!opensDeflate(file, start)) continue
    const before = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1')
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (/\/Subtype\s*\/Image/.test(dictionary)) continue
    const end = file.indexOf('endstream', start)
    yield { data: file.subarray(start, end < 0 ? file.length : end), filters: Math.max(1, dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/g)?.length ?? 1) }
    if (end < 0) return
    at = end
  }
}

/** The two bytes that open what zlib packed. */
const opensDeflate = (file: Uint8Array, at: number): boolean => (file[at]! & 0x0f) === 8 && ((file[at]! << 8) | file[at + 1]!) % 31 === 0

/** `undefined` where it is no Deflate, or is damaged: then pdf.js makes little of it. */
function unpack(data: Uint8Array, left: number, limit: number): Uint8Array | undefined {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, left), chunkSize: 1 << 18 })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new UnreadableDocumentError('too-large', { reason: 'unpacked', limit: Math.round(limit / 1024 / 1024) })
    return undefined
  }
}
