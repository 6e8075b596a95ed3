import { availableParallelism } from 'node:os'
import { MODES, type OcrEngine, OcrError, type SeenWord } from './engine.js'
import { type GrayImage, headOfTiff } from './gray-image.js'
import { isModelWhole, packagedModelFolder } from './model.js'
import { readTsv } from './tsv.js'
import { untilAborted } from './until-aborted.js'
import { restWorker, takeWorker, type WasmWorker } from './wasm-workers.js'

const MOST_LANES = 4

/** tesseract.js with the packaged model, as many workers as pages are read at once; `undefined` where it is not installed. */
export async function openWasmEngine(pages: number): Promise<OcrEngine | undefined> {
  const folder = packagedModelFolder()
  const tesseract = await import('tesseract.js').catch(() => undefined)
  if (!tesseract || !folder) return undefined
  // A model that is missing or damaged would leave a worker waiting for ever.
  if (!(await isModelWhole(folder))) throw new OcrError('no-model')
  const { createWorker } = tesseract.default ?? tesseract
  const lanes = Math.max(1, Math.min(pages, availableParallelism(), MOST_LANES))
  const all = new Set<Promise<WasmWorker>>()
  const start = (): Promise<WasmWorker> => {
    const worker = takeWorker(createWorker, folder)
    worker.catch(() => {})
    all.add(worker)
    return worker
  }
  // They start while the first pages are made ready.
  const idle = Array.from({ length: lanes }, start)
  return {
    name: 'tesseract.js 7.0.0',
    lanes,
    recognise: async (image: GrayImage, dots: number, signal: AbortSignal, layout = 'page') => {
      const taken = idle.shift() ?? start()
      try {
        const words = await untilAborted(taken.then((worker) => recogniseWith(worker, image, dots, MODES[layout])), signal)
        idle.push(taken)
        return words
      } catch (cause) {
        all.delete(taken)
        void taken.then((worker) => worker.terminate()).catch(() => {})
        throw cause instanceof OcrError ? cause : new OcrError('failed', { cause })
      }
    },
    close: async () => {
      await Promise.allSettled([...all].map(async (worker) => restWorker(await worker)))
    },
  }
}

async function recogniseWith(worker: WasmWorker, image: GrayImage, dots: number, mode: string): Promise<SeenWord[]> {
  // Both are sent at once, and done in this order: the answer to the first would be waited for until the next page is ready.
  const set = worker.setParameters({ user_defined_dpi: String(Math.round(dots)), tessedit_pageseg_mode: mode } as Parameters<WasmWorker['setParameters']>[0])
  const [{ data }] = await Promise.all([worker.recognize(Buffer.concat([headOfTiff(image), image.data]), {}, { tsv: true, text: false }), set])
  return readTsv(data.tsv ?? '')
}
