import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { type BitImage, type GrayImage, grayOfColour } from '../ocr/gray-image.js'
import { checkSize, decodeWithCanvas } from '../ocr/decode-image.js'
import type { PagePicture } from '../ocr/see-page.js'
import type { CutPictures } from './cut-pictures.js'
import { type PdfPage, pdfParameters } from './open-pdf.js'
import type { PaintedImage } from './page-operators.js'

/** Width in pixels of a page that is painted for OCR: about 250 dots to an inch on A4. */
const PAINTED_WIDTH = 2067

interface Pixels {
  readonly width: number
  readonly height: number
  readonly kind?: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

/** The picture of a page, and where it lies. */
export type Scan = Omit<PagePicture, 'number' | 'width' | 'height'>

/**
 * The one upright image that covers a page, as the scanner made it; `undefined` where the page is more than that.
 * @throws UnreadableDocumentError where an image that fills most of the page is damaged: it would be painted as white paper
 */
export async function scanOf(page: PdfPage, images: readonly PaintedImage[], width: number, height: number, cut: CutPictures): Promise<Scan | undefined> {
  const large = images.filter(({ box: [left, top, right, bottom] }) => (right - left) * (bottom - top) > 0.02 * width * height)
  const half = 0.5 * width * height
  for (const { source, box: [left, top, right, bottom] } of large) if ((right - left) * (bottom - top) > half && (await isDamaged(page, source))) throw new UnreadableDocumentError('corrupt')
  const [only] = large
  if (large.length !== 1 || !only?.upright) return undefined
  const [left, top, right, bottom] = only.box
  if ((right - left) * (bottom - top) < 0.7 * width * height) return undefined
  const pixels = pixelsOf(page, only.source)
  const image = pixels && pictureOf(pixels)
  if (image && !('bits' in image) && (await cut.has(image))) throw new UnreadableDocumentError('corrupt')
  return image ? { image, box: only.box, bilevel: 'bits' in image } : undefined
}

/** pdf.js gives null, pixels without their data, or not all of them, for an image that it cannot decode; it may give it after the list of what is painted. */
async function isDamaged(page: PdfPage, source: unknown): Promise<boolean> {
  if (typeof source !== 'string') return false
  const store = source.startsWith('g_') ? page.commonObjs : page.objs
  const found = await new Promise<(Pixels & { readonly bitmap?: unknown }) | null>((resolve) => void store.get(source, resolve))
  return !found || (!found.bitmap && (found.data?.length ?? 0) < LEAST_ROWS * bytesOf(found))
}

/** A picture of fewer of its rows is damaged. */
const LEAST_ROWS = 0.98
const bytesOf = ({ width, height, kind }: Pixels): number => (kind === 1 ? (width + 7) >> 3 : width * (kind === 2 ? 3 : 4)) * height

function pixelsOf(page: PdfPage, source: unknown): Pixels | undefined {
  const named = typeof source === 'string' ? source : undefined
  if (named === undefined) return typeof source === 'object' && source !== null && 'data' in source && (source as Pixels).data instanceof Uint8Array ? (source as Pixels) : undefined
  const store = named.startsWith('g_') ? page.commonObjs : page.objs
  return store.has(named) ? ((store.get(named) as Pixels | null) ?? undefined) : undefined
}

function pictureOf({ width, height, kind, data }: Pixels): GrayImage | BitImage | undefined {
  if (!data) return undefined
  checkSize(width, height)
  if (kind === 1) return { width, height, bits: data }
  if (kind === 2) return grayOfColour(data, width, height, 3)
  return kind === 3 ? grayOfColour(data, width, height, 4) : undefined
}

/** The page as a reader sees it, painted. */
export async function paintPage(bytes: Uint8Array, number: number): Promise<GrayImage> {
  const { PDFParse } = await import('pdf-parse')
  const parser = new PDFParse(pdfParameters(bytes))
  try {
    const { pages } = await parser.getScreenshot({ partial: [number], desiredWidth: PAINTED_WIDTH, imageDataUrl: false, imageBuffer: true })
    return await decodeWithCanvas(pages[0]!.data)
  } finally {
    await parser.destroy()
  }
}
