import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { SourceText } from '../model/source-text.js'
import type { OcrPolicy, ReadLimits } from '../read/reader.js'
import type { ApartAnswer, ApartTask } from './reading-thread.js'

/** What a reader is given, without what cannot be sent to another thread. */
export interface ApartReading {
  readonly reader: string
  readonly bytes: Uint8Array
  readonly name: string | null
  readonly limits: ReadLimits
  readonly ocr: OcrPolicy
}

/** What a reader may take to end by itself once it is told to, so that it can clean up. */
const GRACE_MS = 400
/** Run from its sources (tests, development) the thread needs the loader of TypeScript. */
const FROM_SOURCES = import.meta.url.endsWith('.ts')
const THREAD = new URL(FROM_SOURCES ? './reading-thread.ts' : './reading-thread.js', import.meta.url)

/** A bundle may lack the file of the thread: then readers run where they are called. */
export const canReadApart = (): boolean => THREAD.protocol === 'file:' && existsSync(fileURLToPath(THREAD))

/** Threads that have nothing to do, by the memory they may take. */
const idle = new Map<number, Worker[]>()

/**
 * Read in a thread of its own: a reader that never rests is stopped when its time is up, one that takes all memory ends alone, and
 * neither disturbs the next. A thread serves one document after the other.
 * @throws UnreadableDocumentError
 */
export async function readApart({ reader, bytes, name, limits, ocr }: ApartReading, signal: AbortSignal): Promise<SourceText> {
  signal.throwIfAborted()
  const waiting = idle.get(limits.memory) ?? []
  idle.set(limits.memory, waiting)
  const thread = waiting.pop() ?? startThread(limits.memory)
  thread.ref()
  try {
    const answer = await answerOf(thread, { reader, bytes, name, limits, ocr }, signal)
    thread.unref()
    waiting.push(thread)
    if ('source' in answer) return answer.source
    throw new UnreadableDocumentError(answer.code, answer.args, { cause: answer.cause })
  } finally {
    if (!waiting.includes(thread)) void thread.terminate()
  }
}

function startThread(memory: number): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 1024 / 1024) } }
  const thread = FROM_SOURCES ? new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(THREAD.href)}) })`, { ...options, eval: true }) : new Worker(THREAD, options)
  thread.on('error', () => {})
  return thread
}

/** The thread's answer; where `signal` ends the reading, what it says, after the thread had its time to clean up. */
function answerOf(thread: Worker, task: ApartTask, signal: AbortSignal): Promise<ApartAnswer> {
  return new Promise((resolve, reject) => {
    let late: NodeJS.Timeout | undefined
    const settle = (act: () => void): void => {
      clearTimeout(late)
      signal.removeEventListener('abort', onAbort)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    const onAbort = (): void => {
      thread.postMessage('abort')
      late = setTimeout(() => settle(() => reject(signal.reason)), GRACE_MS)
    }
    const onMessage = (answer: ApartAnswer): void => settle(() => (signal.aborted ? reject(signal.reason) : resolve(answer)))
    const onError = (error: Error): void => settle(() => reject(signal.aborted ? signal.reason : deathOf(error)))
    const onExit = (): void => settle(() => reject(signal.aborted ? signal.reason : new UnreadableDocumentError('unreadable', { reason: 'internal', detail: 'exit' })))
    signal.addEventListener('abort', onAbort, { once: true })
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    thread.postMessage(task)
  })
}

function deathOf(error: Error): UnreadableDocumentError {
  const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
  return memory ? new UnreadableDocumentError('out-of-memory', {}, { cause: error }) : new UnreadableDocumentError('unreadable', { reason: 'internal', detail: String(error) }, { cause: error })
}
