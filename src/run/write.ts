import type { Writable } from 'node:stream'

/** Write and wait until it is taken; false where the reader has gone (`| head`). */
export function write(stream: Writable, text: string | Uint8Array): Promise<boolean> {
  if (!text.length) return Promise.resolve(true)
  if (stream.destroyed) return Promise.resolve(false)
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve(true)
      else if (isGone(error)) resolve(false)
      else reject(error)
    })
  })
}

/** The other end of a pipe was closed: no mistake of anybody. */
export const isGone = (error: unknown): boolean => ['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')
