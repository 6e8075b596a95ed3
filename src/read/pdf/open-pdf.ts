import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { SameThreadPort } from './same-thread-port.js'

/** What we need of pdf.js and of its documents and pages. */
export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** Its half that parses. */
const WORKER = 'pdfjs-dist/legacy/build/pdf.worker.mjs'
const { push } = Array.prototype

/** The only pdf.js of the process: two versions of it break each other. Imported when the first PDF comes. */
export async function importPdfJs(): Promise<PdfJs> {
  const [pdfjs] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import(WORKER)])
  // Each puts a `push` of its own in place of the one of all arrays, many times slower, for a fault that no array here can show.
  if (Array.prototype.push !== push) Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, enumerable: false, configurable: true })
  return pdfjs
}

/** What pdf.js would say goes to the standard error of the process; each half is told. */
const SILENT = 0

const homeOfPdfJs = (): string => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
let home: string | undefined

/**
 * Where pdf.js would load fonts to show letters with them: nothing is shown. Without it, or with `disableFontFace`, it draws the outline of every letter,
 * which takes longer than all that reading needs.
 */
const NO_PAGE = {
  documentElement: { getElementsByTagName: () => [{ append: () => {} }] },
  createElement: () => ({ sheet: { cssRules: [], insertRule: () => {} }, remove: () => {} }),
}

/** Parameters of pdf.js: fonts, character maps and decoders from its own package, nothing from the network, nothing evaluated. */
export function pdfParameters(bytes: Uint8Array) {
  home ??= homeOfPdfJs()
  const folder = (name: string): string => join(home!, name) + sep
  return {
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    verbosity: SILENT,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  }
}

interface WorkerModule {
  readonly WorkerMessageHandler: { readonly initializeFromPort: (port: SameThreadPort) => void }
}

/** The half of pdf.js that parses, in this thread. */
async function startWorker(pdfjs: PdfJs) {
  const { WorkerMessageHandler } = (await import(WORKER)) as WorkerModule
  const port = new SameThreadPort()
  WorkerMessageHandler.initializeFromPort(port)
  return new pdfjs.PDFWorker({ port, verbosity: SILENT } as unknown as ConstructorParameters<PdfJs['PDFWorker']>[0])
}

/** @throws UnreadableDocumentError `encrypted` or `corrupt` */
export async function openPdf(pdfjs: PdfJs, bytes: Uint8Array): Promise<PdfDocument> {
  const worker = await startWorker(pdfjs)
  const task = pdfjs.getDocument({ ...pdfParameters(bytes), disableFontFace: false, ownerDocument: NO_PAGE, worker } as Parameters<PdfJs['getDocument']>[0])
  try {
    return await task.promise
  } catch (cause) {
    await task.destroy().catch(() => {})
    throw unreadable(cause)
  }
}

export function unreadable(cause: unknown): UnreadableDocumentError {
  if (cause instanceof UnreadableDocumentError) return cause
  const name = cause instanceof Error ? cause.name : ''
  return new UnreadableDocumentError(name === 'PasswordException' ? 'encrypted' : 'corrupt', {}, { cause })
}
