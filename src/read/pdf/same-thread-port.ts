/** What pdf.js sends of a page's operators, piece by piece. */
interface OperatorChunk {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Listener = (this: SameThreadPort, event: { readonly data: unknown }) => void

/**
 * Between the two halves of pdf.js where both run in one thread. What is sent is copied, as between threads, but for the operators of pages: of these only
 * the lists are, since their sender empties them; each letter of a page is an object there, and a copy of every one costs a tenth of reading a page.
 */
export class SameThreadPort {
  readonly #listeners = new Map<Listener, () => void>()
  #ready = Promise.resolve()

  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void {
    const event = { data: withoutCopies(message) ?? structuredClone(message, transfer ? { transfer: [...transfer] } : undefined) }
    void this.#ready.then(() => {
      for (const listener of [...this.#listeners.keys()]) listener.call(this, event)
    })
  }

  addEventListener(_: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    const remove = (): void => void this.#listeners.delete(listener)
    signal?.addEventListener('abort', remove)
    this.#listeners.set(listener, () => signal?.removeEventListener('abort', remove))
  }

  removeEventListener(_: string, listener: Listener): void {
    this.#listeners.get(listener)?.()
    this.#listeners.delete(listener)
  }

  terminate(): void {
    for (const forget of this.#listeners.values()) forget()
    this.#listeners.clear()
  }
}

function withoutCopies(message: unknown): unknown {
  const chunk = typeof message === 'object' && message !== null && 'chunk' in message ? (message.chunk as Partial<OperatorChunk> | null) : null
  if (!chunk?.fnArray || !chunk.argsArray) return undefined
  return { ...(message as object), chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } }
}
