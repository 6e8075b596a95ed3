import { setImmediate } from 'node:timers/promises'
import { UnreadableDocumentError, type Finding } from '../../model/diagnostics.js'
import type { SourceText } from '../../model/source-text.js'
import type { PageContent } from '../layout/page-content.js'
import { ocrDeferred, type ReadContext } from '../reader.js'
import { type OcrEngine, OcrError } from './engine.js'
import { openNativeEngine } from './native-engine.js'
import { meanConfidence } from './second-look.js'
import { type PagePicture, type ReadyPage, readyPage, seePage } from './see-page.js'
import { openWasmEngine } from './wasm-engine.js'

/** A page to be read by OCR: its picture is made when its turn comes. */
export interface OcrJob {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly picture: () => Promise<PagePicture>
}

export type PageFailure = 'no-engine' | 'no-model' | 'failed' | 'timeout' | 'picture'

export interface OcrResult {
  /** Pages that could not be read have no words. */
  readonly pages: readonly PageContent[]
  readonly failures: readonly { readonly page: number; readonly because: PageFailure }[]
  readonly ocr: SourceText['ocr']
}

const PAGE_MILLISECONDS = 60_000

/**
 * Reads pages by OCR, as many at once as the engine and the caller allow; a page that fails is told and the others go on.
 * @throws UnreadableDocumentError (see {@link ocrDeferred}) where the caller wants no OCR now
 */
export async function readPagesByOcr(jobs: readonly OcrJob[], context: ReadContext): Promise<OcrResult> {
  if (context.ocr?.defer) throw ocrDeferred()
  const most = Math.min(context.ocr?.lanes ?? jobs.length, jobs.length)
  const failures: { page: number; because: PageFailure }[] = []
  const pages: (PageContent & { readonly confidence?: number })[] = jobs.map(({ number, width, height }) => ({ number, width, height, words: [], rules: [] }))
  const engine = await openEngine(most, context.signal).catch((cause: unknown) => (cause instanceof OcrError ? cause.because : 'no-engine'))
  if (typeof engine === 'string') return { pages, failures: jobs.map(({ number }) => ({ page: number, because: engine })), ocr: null }
  const lanes = Math.min(engine.lanes, most)
  const seats = new Seats(lanes)
  let next = 0
  const lane = async (): Promise<void> => {
    for (let i = next++; i < jobs.length && !context.signal.aborted; i = next++) {
      const seen = await readOne(jobs[i]!, engine, seats, context)
      if (typeof seen === 'string') failures.push({ page: jobs[i]!.number, because: seen })
      else pages[i] = seen
    }
  }
  try {
    // One page more than are read at once: it is made ready while the others are read.
    await Promise.all(Array.from({ length: lanes + 1 }, lane))
  } finally {
    await engine.close()
  }
  context.signal.throwIfAborted()
  const words = pages.flatMap((page) => page.words.map(({ text, confidence }) => ({ text, confidence: confidence ?? 1 })))
  return { pages, failures: failures.sort((a, b) => a.page - b.page), ocr: words.length ? { engine: engine.name, confidence: Math.round(meanConfidence(words) * 1000) / 1000 } : null }
}

async function openEngine(pages: number, signal: AbortSignal): Promise<OcrEngine> {
  const engine = (await openNativeEngine(signal)) ?? (await openWasmEngine(pages))
  if (!engine) throw new OcrError('no-engine')
  return engine
}

async function readOne(job: OcrJob, engine: OcrEngine, seats: Seats, { signal: outer, ocr }: ReadContext): Promise<PageContent | PageFailure> {
  // Making a page ready never rests: what workers and processes have to say comes first.
  await setImmediate()
  const ready = await readyOf(job).catch(() => undefined)
  if (!ready) return 'picture'
  await seats.take()
  const time = AbortSignal.timeout(ocr?.pageMilliseconds ?? PAGE_MILLISECONDS)
  try {
    return await seePage(ready, engine, AbortSignal.any([outer, time]))
  } catch (cause) {
    if (time.aborted) return 'timeout'
    return cause instanceof OcrError ? cause.because : 'failed'
  } finally {
    seats.leave()
  }
}

const readyOf = async (job: OcrJob): Promise<ReadyPage> => readyPage(await job.picture())

/** As many pages may be with the engine at once as there are seats; who comes first sits first. */
class Seats {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(seats: number) {
    this.#free = seats
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free++
  }
}

/** What is told of pages that OCR could not read; an input of which no page could be read is thrown. */
export function findingsOfFailures({ failures, pages }: OcrResult, others: number, { ocr }: Pick<ReadContext, 'ocr'>): Finding[] {
  if (!others && failures.length === pages.length && failures[0]) {
    const { because } = failures[0]
    if (because === 'picture') throw new UnreadableDocumentError('corrupt')
    throw new UnreadableDocumentError(because === 'timeout' ? 'timeout' : 'unsupported', because === 'timeout' ? { seconds: (ocr?.pageMilliseconds ?? PAGE_MILLISECONDS) / 1000 } : { reason: 'no-ocr' })
  }
  return failures.map(({ page, because }) => ({ code: 'page/not-read', severity: 'error', span: null, args: { page, because } }))
}
