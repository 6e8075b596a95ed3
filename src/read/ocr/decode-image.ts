import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { type GrayImage, grayOfColour, MOST_PIXELS } from './gray-image.js'
import type { ImageKind } from './image-kind.js'

/** A page of a picture file: its pixels when they are wanted, and the dots to an inch that the file states. */
export interface ImagePage {
  readonly dots: number | null
  readonly decode: () => Promise<GrayImage>
}

/** @throws UnreadableDocumentError `corrupt` or `too-large` */
export async function openImage(bytes: Uint8Array, kind: ImageKind): Promise<ImagePage[]> {
  if (kind === 'image/tiff') return openTiff(bytes)
  const size = kind === 'image/png' ? pngSize(bytes) : jpegSize(bytes)
  if (!size) throw new UnreadableDocumentError('corrupt')
  checkSize(size.width, size.height)
  return [{ dots: size.dots, decode: () => decodeWithCanvas(bytes) }]
}

export function checkSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new UnreadableDocumentError('corrupt')
  if (width * height > MOST_PIXELS) throw new UnreadableDocumentError('too-large', { reason: 'pixels', limit: MOST_PIXELS / 1_000_000 })
}

/** PNG or JPEG as grey. */
export async function decodeWithCanvas(bytes: Uint8Array): Promise<GrayImage> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(bytes).catch((cause: unknown) => {
    throw new UnreadableDocumentError('corrupt', {}, { cause })
  })
  checkSize(image.width, image.height)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, image.width, image.height)
  context.drawImage(image, 0, 0)
  return grayOfColour(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height, 4)
}

interface Size {
  readonly width: number
  readonly height: number
  readonly dots: number | null
}

/** Every chunk is there, up to the last: the decoder may bring the process down on a file that was cut off. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === 0x49454e44) return true
  return false
}

/** Width and height of the head chunk, resolution of `pHYs` (dots to a metre). */
function pngSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || view.getUint32(12) !== 0x49484452 || !isWholePng(bytes)) return undefined
  let dots: number | null = null
  for (let at = 33; at + 20 < bytes.length; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4)
    if (type === 0x49444154) break
    if (type === 0x70485973 && bytes[at + 16] === 1) dots = Math.round(view.getUint32(at + 8) * 0.0254)
  }
  return { width: view.getUint32(16), height: view.getUint32(20), dots }
}

/** Its end is there: of a file that was cut off the decoder paints what there is, and leaves the rest of the page white. */
function isWholeJpeg(bytes: Uint8Array, scan: number): boolean {
  for (let at = bytes.indexOf(0xff, scan); at >= 0; at = bytes.indexOf(0xff, at + 1)) if (bytes[at + 1] === 0xd9) return true
  return false
}

/** Size of the first frame, resolution of the JFIF head; `undefined` where it has none, or is not whole though it has to be. */
export function jpegSize(bytes: Uint8Array, whole = true): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let dots: number | null = null
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!
    const length = view.getUint16(at + 2)
    if (marker === 0xe0 && length >= 16 && view.getUint32(at + 4) === 0x4a464946) {
      const density = view.getUint16(at + 12)
      dots = bytes[at + 11] === 1 ? density : bytes[at + 11] === 2 ? Math.round(density * 2.54) : null
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return !whole || isWholeJpeg(bytes, at + 2 + length) ? { height: view.getUint16(at + 5), width: view.getUint16(at + 7), dots } : undefined
    at += 2 + length
  }
  return undefined
}

/** Each picture of a TIFF file is a page. */
async function openTiff(bytes: Uint8Array): Promise<ImagePage[]> {
  const utif = (await import('utif2')).default
  const buffer = bytes.slice().buffer
  const read = <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw cause instanceof UnreadableDocumentError ? cause : new UnreadableDocumentError('corrupt', {}, { cause })
    }
  }
  const whole = hasAllPages(bytes)
  const pages = read(() => utif.decode(buffer)).filter((page) => page['t256'] && page['t257'])
  if (!pages.length) throw new UnreadableDocumentError('corrupt')
  const found = pages.map((page): ImagePage => {
    const [width, height] = [Number((page['t256'] as number[])[0]), Number((page['t257'] as number[])[0])]
    checkSize(width, height)
    const density = Number((page['t282'] as number[] | undefined)?.[0] ?? 0)
    const unit = Number((page['t296'] as number[] | undefined)?.[0] ?? 2)
    return {
      dots: density > 20 ? Math.round(unit === 3 ? density * 2.54 : density) : null,
      decode: async () => read(() => {
        checkStrips(page as Readonly<Record<string, unknown>>, bytes.length)
        utif.decodeImage(buffer, page)
        const gray = grayOfColour(utif.toRGBA8(page), width, height, 4)
        page.data = new Uint8Array(0)
        return gray
      }),
    }
  })
  const lost: ImagePage = { dots: null, decode: async () => read(() => { throw new UnreadableDocumentError('corrupt') }) }
  return whole ? found : [...found, lost]
}

/** Where the file was cut off its strips or tiles would be painted as white paper. */
function checkStrips(page: Readonly<Record<string, unknown>>, length: number): void {
  for (const [places, lengths] of [['t273', 't279'], ['t324', 't325']] as const) {
    const counts = page[lengths] as readonly number[] | undefined
    for (const [i, at] of ((page[places] ?? []) as readonly number[]).entries()) if (!(at + (counts?.[i] ?? 1) <= length)) throw new UnreadableDocumentError('corrupt')
  }
}

/**
 * Each page's directory says where the next one is; is none beyond the end of the file?
 * @throws UnreadableDocumentError where an entry tells of more values than the file has bytes: the decoder would count through them all
 */
function hasAllPages(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  const seen = new Set<number>()
  for (let at = view.getUint32(4, little); at !== 0 && !seen.has(at); ) {
    seen.add(at)
    const next = at + 2 <= bytes.length ? at + 2 + 12 * view.getUint16(at, little) : bytes.length
    if (next + 4 > bytes.length) return false
    for (let entry = at + 2; entry < next; entry += 12) if (view.getUint32(entry + 4, little) > bytes.length) throw new UnreadableDocumentError('corrupt')
    at = view.getUint32(next, little)
  }
  return true
}
