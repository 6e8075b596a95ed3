import { availableParallelism } from 'node:os'
import { MODES, type OcrEngine, OcrError, type SeenWord } from './engine.js'
import { type GrayImage, headOfPgm } from './gray-image.js'
import { packagedModelFolder, unpackModel } from './model.js'

type Tesseract = typeof import('tesseract.js')
type Worker = Awaited<ReturnType<Tesseract['createWorker']>>
type Page = Awaited<ReturnType<Worker['recognize']>>['data']

/** How long a worker may take to start. */
const START_MILLISECONDS = 60_000
const MOST_LANES = 4

/** tesseract.js with the packaged model, as many workers as pages are read at once; `undefined` where it is not installed. */
export async function openWasmEngine(pages: number): Promise<OcrEngine | undefined> {
  const folder = packagedModelFolder()
  const tesseract = await import('tesseract.js').catch(() => undefined)
  if (!tesseract || !folder) return undefined
  // A model that is missing or damaged would leave a worker waiting for ever.
  if (!(await unpackModel())) throw new OcrError('no-model')
  const { createWorker } = tesseract.default ?? tesseract
  const lanes = Math.max(1, Math.min(pages, availableParallelism(), MOST_LANES))
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const take = async (): Promise<Worker> => {
    const worker = idle.pop() ?? (await startWorker(createWorker, folder))
    all.add(worker)
    return worker
  }
  return {
    name: 'tesseract.js 7.0.0',
    lanes,
    recognise: async (image: GrayImage, dots: number, signal: AbortSignal, layout = 'page') => {
      const worker = await take()
      try {
        const words = await untilAborted(recogniseWith(worker, image, dots, MODES[layout]), signal)
        idle.push(worker)
        return words
      } catch (cause) {
        all.delete(worker)
        void worker.terminate().catch(() => {})
        throw cause instanceof OcrError ? cause : new OcrError('failed', { cause })
      }
    },
    close: async () => {
      await Promise.allSettled([...all].map((worker) => worker.terminate()))
    },
  }
}

async function startWorker(createWorker: Tesseract['createWorker'], folder: string): Promise<Worker> {
  const started = createWorker('vie', 1, { langPath: folder, gzip: true, cacheMethod: 'none', errorHandler: () => {}, logger: () => {} })
  const worker = await untilAborted(started, AbortSignal.timeout(START_MILLISECONDS))
  await worker.setParameters({ debug_file: '/dev/null' } as Parameters<Worker['setParameters']>[0])
  return worker
}

async function recogniseWith(worker: Worker, image: GrayImage, dots: number, mode: string): Promise<SeenWord[]> {
  await worker.setParameters({ user_defined_dpi: String(Math.round(dots)), tessedit_pageseg_mode: mode } as Parameters<Worker['setParameters']>[0])
  const { data } = await worker.recognize(Buffer.concat([headOfPgm(image), image.data]), {}, { blocks: true, text: false })
  return wordsOf(data)
}

function wordsOf(page: Page): SeenWord[] {
  const words: SeenWord[] = []
  for (const [b, block] of (page.blocks ?? []).entries()) {
    for (const [p, paragraph] of block.paragraphs.entries()) {
      for (const [l, line] of paragraph.lines.entries()) {
        for (const { text, bbox, confidence } of line.words) {
          if (text.trim()) words.push({ text: text.trim(), left: bbox.x0, top: bbox.y0, right: bbox.x1, bottom: bbox.y1, confidence: confidence / 100, line: `${b}.${p}.${l}` })
        }
      }
    }
  }
  return words
}

/** What was promised, or an error as soon as the time is up: a worker that died never answers. */
function untilAborted<T>(promised: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new OcrError('timeout'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promised.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
