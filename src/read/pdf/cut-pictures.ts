import { decodeWithCanvas, jpegSize } from '../ocr/decode-image.js'
import type { GrayImage } from '../ocr/gray-image.js'

/** A JPEG stream that ends before its picture does: what was painted of it, and the first row that is lost. */
interface CutPicture {
  readonly image: GrayImage
  readonly lostFrom: number
}

/** Where the dictionary of a stream is looked for, before its keyword. */
const DICTIONARY = 2048
/** A picture that lacks no more than this share of its rows is whole to a reader. */
const HARDLY_CUT = 0.02
const DARK = 110
/** Dark pixels that a picture needs to be known by. */
const ENOUGH_INK = 300

/** Pictures of a PDF that were cut off while the file was not: pdf.js paints what there is of a JPEG, and says nothing. */
export class CutPictures {
  readonly #bytes: Uint8Array
  #found: Promise<readonly CutPicture[]> | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Is the picture of a page one of them? It has the ink of what was painted of it. */
  async has(image: GrayImage): Promise<boolean> {
    this.#found ??= findCutPictures(this.#bytes)
    return (await this.#found).some((cut) => cut.image.width === image.width && cut.image.height === image.height && hasItsInk(image, cut))
  }
}

function hasItsInk({ width, height, data }: GrayImage, { image, lostFrom }: CutPicture): boolean {
  let ink = 0
  let shared = 0
  let other = 0
  for (let i = 0, end = width * lostFrom; i < end; i += 3) {
    if (image.data[i]! >= DARK) continue
    ink++
    if (data[i]! < DARK + 40) shared++
  }
  if (ink * 3 >= ENOUGH_INK) return shared > 0.9 * ink
  for (let i = 0; i < width * height; i += 3) if (data[i]! < DARK) other++
  return other * 3 < ENOUGH_INK
}

async function findCutPictures(bytes: Uint8Array): Promise<CutPicture[]> {
  const found: CutPicture[] = []
  for (const jpeg of endlessJpegs(bytes)) {
    const cut = await whatIsLost(jpeg)
    if (cut) found.push(cut)
  }
  return found
}

/** JPEG streams without the mark of their end. */
function* endlessJpegs(bytes: Uint8Array): Generator<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end') continue
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + (file[at + 6] === 13 && file[at + 7] !== 10 ? 0 : 1)
    if (file[start] !== 0xff || file[start + 1] !== 0xd8) continue
    const before = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1')
    if (!/\/DCTDecode/.test(before.slice(before.lastIndexOf(' obj') + 1))) continue
    const end = file.indexOf('endstream', start)
    if (end < 0) return
    const data = file.subarray(start, end)
    if (data.subarray(-64).lastIndexOf(Buffer.from([0xff, 0xd9])) < 0) yield data
    at = end
  }
}

/** What was painted of a JPEG that has no end: bytes that are put behind it change its picture only where it is not whole. */
async function whatIsLost(jpeg: Uint8Array): Promise<CutPicture | undefined> {
  if (!jpegSize(jpeg, false)) return undefined
  const trimmed = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  const ended = (...filling: Uint8Array[]): Promise<GrayImage | undefined> => decodeWithCanvas(Buffer.concat([trimmed, ...filling, Buffer.from([0xff, 0xd9])])).catch(() => undefined)
  const image = await ended()
  const other = await ended(Buffer.alloc(4096, 0x5a))
  if (!image || !other) return undefined
  let same = 0
  while (same < image.data.length && Math.abs(image.data[same]! - other.data[same]!) < 12) same++
  const lostFrom = Math.floor(same / image.width)
  return lostFrom < image.height * (1 - HARDLY_CUT) ? { image, lostFrom } : undefined
}
