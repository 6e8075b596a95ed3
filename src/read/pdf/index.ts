import { UnreadableDocumentError } from '../../model/diagnostics.js'
import type { SourceText } from '../../model/source-text.js'
import { composePages } from '../layout/compose.js'
import type { PageContent } from '../layout/page-content.js'
import type { ReadContext, Reader } from '../reader.js'
import { importPdfJs, openPdf, type PdfDocument, type PdfJs, unreadable } from './open-pdf.js'
import { type OperatorNumbers, OperatorReader, type PageMarks } from './page-operators.js'
import { toMatrix } from './matrix.js'
import { withoutStamps } from './stamps.js'
import type { PdfFont } from './text-state.js'

/** How far from the begin of a file its signature may stand. */
const HEAD = 1024

/** PDF: its text in reading order, or what OCR sees where a page has none. */
export const pdfReader: Reader = {
  id: 'pdf',
  apart: true,
  accepts: (bytes) => hasSignature(bytes),
  read: readPdf,
}

function hasSignature(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length - 4, HEAD)
  for (let i = 0; i < end; i++) if (bytes[i] === 0x25 && bytes[i + 1] === 0x50 && bytes[i + 2] === 0x44 && bytes[i + 3] === 0x46 && bytes[i + 4] === 0x2d) return true
  return false
}

async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<SourceText> {
  const pdfjs = await importPdfJs()
  const document = await openPdf(pdfjs, bytes)
  try {
    if (document.numPages > context.limits.pages) throw new UnreadableDocumentError('too-large', { reason: 'pages', limit: context.limits.pages })
    const pages: PageContent[] = []
    for (let number = 1; number <= document.numPages; number++) {
      context.signal.throwIfAborted()
      pages.push(await readPage(pdfjs, document, number))
    }
    const composed = composePages(pages)
    if (!/\S/.test(composed.text)) throw new UnreadableDocumentError('empty')
    return { ...composed, reader: 'pdf', mediaType: 'application/pdf', encoding: 'unicode', ocr: null, findings: [] }
  } catch (cause) {
    throw context.signal.aborted ? context.signal.reason : unreadable(cause)
  } finally {
    await document.destroy()
  }
}

async function readPage(pdfjs: PdfJs, document: PdfDocument, number: number): Promise<PageContent & PageMarks> {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const list = await page.getOperatorList()
  const fontOf = (name: string): PdfFont | undefined => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : undefined)
  const marks = new OperatorReader(pdfjs.OPS as OperatorNumbers, toMatrix(viewport.transform), fontOf).read(list)
  page.cleanup()
  return { number, width: viewport.width, height: viewport.height, ...marks, words: withoutStamps(marks.words) }
}
