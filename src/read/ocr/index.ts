import { UnreadableDocumentError } from '../../model/diagnostics.js'
import type { SourceText } from '../../model/source-text.js'
import { composePages } from '../layout/compose.js'
import type { ReadContext } from '../reader.js'
import { openImage } from './decode-image.js'
import { imageKind } from './image-kind.js'
import { mendText } from './mend.js'
import { findingsOfFailures, readPagesByOcr } from './read-pages.js'

/** What a picture that states no resolution is taken for: an A4 sheet across its width. */
const SHEET = 595

/** Scans as pictures, PNG, JPEG or TIFF of any number of pages, read by OCR. */
export async function readImage(bytes: Uint8Array, context: ReadContext): Promise<SourceText> {
  const mediaType = imageKind(bytes)
  if (!mediaType) throw new UnreadableDocumentError('unsupported')
  const images = await openImage(bytes, mediaType)
  if (images.length > context.limits.pages) throw new UnreadableDocumentError('too-large', { reason: 'pages', limit: context.limits.pages })
  const sizes = new Map<number, [width: number, height: number]>()
  const jobs = images.map(({ dots, decode }, i) => ({
    number: i + 1, width: SHEET, height: 842,
    picture: async () => {
      const image = await decode()
      const width = dots && dots >= 90 ? (image.width / dots) * 72 : SHEET
      const height = (width * image.height) / image.width
      sizes.set(i + 1, [width, height])
      return { number: i + 1, width, height, image, box: [0, 0, width, height] as const, bilevel: isBilevel(image.data) }
    },
  }))
  const result = await readPagesByOcr(jobs, context)
  const findings = findingsOfFailures(result, 0, context)
  const composed = composePages(result.pages)
  if (!/\S/.test(composed.text)) throw new UnreadableDocumentError('empty')
  return mendText({ ...composed, reader: 'ocr', mediaType, encoding: 'unicode', ocr: result.ocr, findings })
}

/** Every pixel looked at is black or white. */
function isBilevel(data: Uint8Array): boolean {
  for (let i = 0; i < data.length; i += 17) if (data[i]! > 8 && data[i]! < 247) return false
  return true
}
