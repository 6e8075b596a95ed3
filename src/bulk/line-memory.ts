/** Pieces larger than this are left to the collector. */
const LARGEST = 4 * 1024 * 1024

/**
 * The memory that results travel in from the workers to who writes them, used again and again: left to the collector it would pile up,
 * since the thread that writes makes so little garbage of its own that a collection rarely comes.
 */
export class LineMemory {
  readonly #most: number
  readonly #spare: ArrayBuffer[] = []
  /** Lines of a piece that are still in use. */
  readonly #lent = new WeakMap<ArrayBufferLike, number>()

  /** @param most pieces that are kept while nobody uses them */
  constructor(most: number) {
    this.#most = most
  }

  /** A piece to write into, or null where none is spare. */
  take(): ArrayBuffer | null {
    return this.#spare.pop() ?? null
  }

  /** `lines` parts of `memory` are in use; it is spare when each was given back. */
  lend(memory: ArrayBuffer, lines: number): void {
    if (lines > 0) this.#lent.set(memory, lines)
    else this.#keep(memory)
  }

  /** A line is not used any more. One that came from elsewhere is nothing to us. */
  giveBack({ buffer }: Uint8Array): void {
    const lines = this.#lent.get(buffer)
    if (lines === undefined) return
    this.#lent.delete(buffer)
    this.lend(buffer as ArrayBuffer, lines - 1)
  }

  #keep(memory: ArrayBuffer): void {
    if (this.#spare.length < this.#most && memory.byteLength <= LARGEST) this.#spare.push(memory)
  }
}
