import type { ExtractOptions } from '../run/extract-plan.js'
import type { ReadLimits } from '../read/reader.js'
import type { Answer, GivenFile } from './task.js'

/** How a file is to be read. */
export interface Manner {
  readonly extract?: ExtractOptions | undefined
  readonly limits?: Partial<ReadLimits> | undefined
}

/** A file on the desk. */
export interface Waiting extends GivenFile {
  readonly manner: Manner
  readonly tell: (answer: Answer) => void
}

/** Files of up to so many bytes go together, up to so many of them: a text of a few pages is read in the time that some messages take. */
const SMALL = 64 * 1024
const TOGETHER = 16

/** Where files wait for a worker. Small ones that are read in the same manner leave together, but not so many that another worker has nothing. */
export class Desk {
  readonly #workers: number
  readonly #waiting: Waiting[] = []
  #calm: (() => void)[] = []

  constructor(workers: number) {
    this.#workers = workers
  }

  add(file: Waiting): void {
    this.#waiting.push(file)
  }

  /** Files that were taken and not read, before all others. */
  putBack(files: readonly Waiting[]): void {
    this.#waiting.unshift(...files)
  }

  /** What one worker reads next; empty where nothing waits. */
  take(): Waiting[] {
    const first = this.#waiting[0]
    const share = Math.min(TOGETHER, Math.ceil(this.#waiting.length / this.#workers))
    const many = first && isSmall(first) ? this.#waiting.slice(0, share).findIndex((file) => !isSmall(file) || !isAlike(file, first)) : 1
    const taken = this.#waiting.splice(0, many < 0 ? share : many)
    if (this.#isCalm) for (const go of this.#calm.splice(0)) go()
    return taken
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** Resolves once so few files wait that one handed in now is read soon. */
  async calm(): Promise<void> {
    if (!this.#isCalm) await new Promise<void>((go) => this.#calm.push(go))
  }

  get #isCalm(): boolean {
    return this.#waiting.length < 2 * TOGETHER * this.#workers
  }
}

export const isSmall = ({ bytes }: GivenFile): boolean => bytes.length <= SMALL
const isAlike = ({ manner: a }: Waiting, { manner: b }: Waiting): boolean => a.extract === b.extract && a.limits === b.limits
