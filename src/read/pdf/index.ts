import { type Finding, UnreadableDocumentError } from '../../model/diagnostics.js'
import type { SourceText } from '../../model/source-text.js'
import { composePages } from '../layout/compose.js'
import type { PageContent } from '../layout/page-content.js'
import { mendText } from '../ocr/mend.js'
import { findingsOfFailures, type OcrJob, readPagesByOcr } from '../ocr/read-pages.js'
import { ocrDeferred, type ReadContext } from '../reader.js'
import { CutPictures } from './cut-pictures.js'
import { KeptScans } from './kept-scans.js'
import { decodeFonts } from './old-fonts.js'
import { importPdfJs, openPdf, type PdfDocument, type PdfJs, unreadable } from './open-pdf.js'
import { toMatrix } from './matrix.js'
import { checkPackedStreams } from './packed-streams.js'
import { type OperatorNumbers, OperatorReader } from './page-operators.js'
import { paintPage, type Scan } from './page-picture.js'
import { withoutStamps } from './stamps.js'
import { type Distrust, distrust } from './text-layer.js'
import type { PdfFont } from './text-state.js'

interface ReadPage extends PageContent {
  readonly distrust: Distrust | undefined
}

/** What is left of the page where OCR cannot read it is of use: all, or words without their marks. */
const hasTextOfItsOwn = ({ distrust: because }: ReadPage): boolean => because === undefined || because === 'no-marks'

/**
 * PDF: its text in reading order; pages whose text is missing or lies are read by OCR.
 * @throws UnreadableDocumentError
 */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<SourceText> {
  checkPackedStreams(bytes, context.limits)
  const pdfjs = await importPdfJs()
  const document = await openPdf(pdfjs, bytes)
  const scans = new KeptScans(new CutPictures(bytes))
  try {
    if (document.numPages > context.limits.pages) throw new UnreadableDocumentError('too-large', { reason: 'pages', limit: context.limits.pages })
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      context.signal.throwIfAborted()
      const page = await readPage(pdfjs, document, number, scans)
      if (page.distrust && context.ocr?.defer) throw ocrDeferred()
      pages.push(page)
    }
    return await toSource(bytes, pages, document, pdfjs, scans, context)
  } catch (cause) {
    throw context.signal.aborted ? context.signal.reason : unreadable(cause)
  } finally {
    await document.destroy()
  }
}

async function toSource(bytes: Uint8Array, pages: readonly ReadPage[], document: PdfDocument, pdfjs: PdfJs, scans: KeptScans, context: ReadContext): Promise<SourceText> {
  const doubted = pages.filter((page) => page.distrust)
  const jobs = doubted.map(({ number, width, height }): OcrJob => ({ number, width, height, picture: async () => ({ number, width, height, ...(await pictureOf(bytes, document, pdfjs, number, scans)) }) }))
  const result = jobs.length ? await readPagesByOcr(jobs, context) : undefined
  const seen = new Map(result?.pages.filter(({ words }) => words.length).map((page) => [page.number, page]))
  const failed = result ? findingsOfFailures(result, pages.filter(hasTextOfItsOwn).length, context) : []
  const { pages: decoded, encoding } = decodeFonts(pages.map((page) => seen.get(page.number) ?? page))
  const composed = composePages(decoded)
  if (!/\S/.test(composed.text)) throw new UnreadableDocumentError('empty')
  const told = doubted.flatMap(({ number, distrust: because }): Finding[] => {
    const span = composed.pages?.find((page) => page.number === number)?.span ?? null
    return seen.has(number) ? [{ code: 'page/read-by-ocr', severity: 'info', span, args: { page: number, because: because! } }] : []
  })
  const scan = seen.size > 0 && seen.size === pages.filter(({ words, distrust: why }) => words.length || why).length
  return mendText({ ...composed, reader: scan ? 'ocr' : 'pdf', mediaType: 'application/pdf', encoding, ocr: result?.ocr ?? null, findings: [...told, ...failed] })
}

async function readPage(pdfjs: PdfJs, document: PdfDocument, number: number, scans: KeptScans): Promise<ReadPage> {
  const page = await document.getPage(number)
  const { width, height, marks } = await readMarks(pdfjs, page)
  const because = distrust(marks, width, height)
  if (because) await scans.keep(page, marks, width, height)
  page.cleanup()
  return { number, width, height, rules: marks.rules, words: withoutStamps(marks.words), distrust: because }
}

async function readMarks(pdfjs: PdfJs, page: Awaited<ReturnType<PdfDocument['getPage']>>) {
  const viewport = page.getViewport({ scale: 1 })
  const list = await page.getOperatorList()
  const fontOf = (name: string): PdfFont | undefined => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : undefined)
  const marks = new OperatorReader(pdfjs.OPS as OperatorNumbers, toMatrix(viewport.transform), fontOf).read(list)
  return { width: viewport.width, height: viewport.height, marks }
}

/** A page as OCR wants it: the scan that it is, or painted. */
async function pictureOf(bytes: Uint8Array, document: PdfDocument, pdfjs: PdfJs, number: number, scans: KeptScans): Promise<Scan> {
  const page = await document.getPage(number)
  try {
    const scan = await scans.take(number, async () => {
      const { width, height, marks } = await readMarks(pdfjs, page)
      return [page, marks, width, height]
    })
    if (scan) return scan
  } finally {
    page.cleanup()
  }
  const { width, height } = page.getViewport({ scale: 1 })
  return { image: await paintPage(bytes, number), box: [0, 0, width, height], bilevel: false }
}
