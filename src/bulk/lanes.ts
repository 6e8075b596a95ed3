/** What a worker is asked for: to read a text, or pages by OCR, which takes hundreds of times as long. */
export type LaneKind = 'text' | 'ocr'

/**
 * Workers handed out so that OCR holds up no text: while both wait, OCR has at most half of the workers (none of a single one) and texts
 * the rest; where only one kind waits it may have them all. First come, first served within a kind.
 */
export class Lanes {
  readonly #share: number
  readonly #waiting: Readonly<Record<LaneKind, (() => void)[]>> = { text: [], ocr: [] }
  #free: number
  #ocr = 0

  constructor(workers: number) {
    this.#free = workers
    this.#share = Math.floor(workers / 2)
  }

  async take(kind: LaneKind): Promise<void> {
    await new Promise<void>((go) => {
      this.#waiting[kind].push(go)
      this.#serve()
    })
  }

  give(kind: LaneKind): void {
    this.#free++
    if (kind === 'ocr') this.#ocr--
    this.#serve()
  }

  #serve(): void {
    const { text, ocr } = this.#waiting
    while (this.#free > 0 && text.length + ocr.length > 0) {
      const kind: LaneKind = ocr.length && (!text.length || this.#ocr < this.#share) ? 'ocr' : 'text'
      this.#free--
      if (kind === 'ocr') this.#ocr++
      this.#waiting[kind].shift()!()
    }
  }
}
