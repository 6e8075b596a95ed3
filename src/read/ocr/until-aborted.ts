import { OcrError } from './engine.js'

/** What was promised, or an error as soon as the time is up: a worker that died never answers. */
export function untilAborted<T>(promised: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new OcrError('timeout'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promised.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
