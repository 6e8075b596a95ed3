import type { Worker as Thread } from 'node:worker_threads'
import { untilAborted } from './until-aborted.js'

type Tesseract = typeof import('tesseract.js')
export type WasmWorker = Awaited<ReturnType<Tesseract['createWorker']>>

/** How long a worker may take to start. */
const START_MILLISECONDS = 60_000
/** How long one waits for the next document: starting it, and compiling what it runs, costs as much as half a page. */
const REST_MILLISECONDS = 30_000

interface Resting {
  readonly worker: WasmWorker
  readonly timer: NodeJS.Timeout
}

const resting: Resting[] = []

/** A worker that rests, or a new one. */
export async function takeWorker(createWorker: Tesseract['createWorker'], folder: string): Promise<WasmWorker> {
  const rested = resting.pop()
  if (!rested) return startWorker(createWorker, folder)
  clearTimeout(rested.timer)
  threadOf(rested.worker).ref()
  return rested.worker
}

/** Lets a worker rest for the next document; it keeps no process from its end, and goes when none comes. */
export function restWorker(worker: WasmWorker): void {
  threadOf(worker).unref()
  const entry: Resting = {
    worker,
    timer: setTimeout(() => {
      resting.splice(resting.indexOf(entry), 1)
      void worker.terminate()
    }, REST_MILLISECONDS).unref(),
  }
  resting.push(entry)
}

async function startWorker(createWorker: Tesseract['createWorker'], folder: string): Promise<WasmWorker> {
  const started = createWorker('vie', 1, { langPath: folder, gzip: true, cacheMethod: 'none', errorHandler: () => {}, logger: () => {} })
  const worker = await untilAborted(started, AbortSignal.timeout(START_MILLISECONDS))
  await worker.setParameters({ debug_file: '/dev/null' } as Parameters<WasmWorker['setParameters']>[0])
  return worker
}

/** The thread behind a worker: tesseract.js gives it, its types do not say so. */
const threadOf = (worker: WasmWorker): Pick<Thread, 'ref' | 'unref'> => (worker as unknown as { readonly worker: Thread }).worker
