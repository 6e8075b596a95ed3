import type { Outcome } from './task.js'
import type { WaitingRoom } from './waiting-room.js'

/** An input on its way to its line in the ledger. */
export interface UnderWay<T> {
  readonly entry: T
  /** Of the content that is read; null where nothing is, as for a duplicate. */
  readonly sha256: string | null
  readonly outcome: Promise<Outcome> | null
}

/** An input whose turn it is, and what came of it; null where nothing was read. */
export interface Ready<T> {
  readonly entry: T
  readonly outcome: Outcome | null
}

interface Slot<T> extends UnderWay<T> {
  /** Set when it is there; `kept` where it waits on disk. */
  result: Outcome | 'kept' | null
}

/** Results that may be held in memory before they wait on disk. */
const HELD = 64
/** Results that leave at once. */
const TOGETHER = 32

/**
 * The queue between those who read and the one who writes: results come in any order and leave in the order of the inputs.
 * Those that wait for an earlier one go to the {@link WaitingRoom} when they are many.
 */
export class ResultsInOrder<T> {
  readonly #room: WaitingRoom
  readonly #most: number
  readonly #fingerprint: string
  /** Those that have left stand empty, so that nothing keeps what they held. */
  #slots: (Slot<T> | undefined)[] = []
  #first = 0
  #held = 0
  #over = false
  #failure: { readonly error: unknown } | null = null
  #wake: (() => void)[] = []

  /** @param most how many inputs may be under way at once */
  constructor(room: WaitingRoom, most: number, fingerprint: string) {
    this.#room = room
    this.#most = most
    this.#fingerprint = fingerprint
  }

  get length(): number {
    return this.#slots.length - this.#first
  }

  /** Add the next input; waits while too many are under way. */
  async push(underWay: UnderWay<T>): Promise<void> {
    while (this.length >= this.#most && !this.#over) await this.#change()
    const slot: Slot<T> = { ...underWay, result: null }
    this.#slots.push(slot)
    if (underWay.outcome) void underWay.outcome.then((outcome) => this.#arrive(slot, outcome)).catch((error: unknown) => this.#fail(error))
    this.#tell()
  }

  /** No more will come. */
  end(): void {
    this.#over = true
    this.#tell()
  }

  /** The next in order once its result is there, with those behind it that are there too; undefined where no more comes or `signal` ends the waiting. */
  async next(signal: AbortSignal): Promise<Ready<T>[] | undefined> {
    for (;;) {
      if (this.#failure) throw this.#failure.error
      const slot = this.#slots[this.#first]
      if (slot && isReady(slot)) break
      if (signal.aborted || (!slot && this.#over)) return undefined
      await this.#change()
    }
    const ready: Ready<T>[] = []
    for (let slot = this.#slots[this.#first]; slot && isReady(slot) && ready.length < TOGETHER; slot = this.#slots[this.#first]) ready.push(await this.#leave(slot))
    return ready
  }

  async #leave(slot: Slot<T>): Promise<Ready<T>> {
    this.#slots[this.#first++] = undefined
    if (this.#first > 1024 && this.#first * 2 > this.#slots.length) {
      this.#slots = this.#slots.slice(this.#first)
      this.#first = 0
    }
    this.#tell()
    if (slot.result === 'kept') return { entry: slot.entry, outcome: (await this.#room.take(slot.sha256!)) ?? null }
    if (slot.outcome) this.#held--
    return { entry: slot.entry, outcome: slot.result }
  }

  async #arrive(slot: Slot<T>, outcome: Outcome): Promise<void> {
    slot.result = outcome
    this.#held++
    const waits = this.#slots[this.#first] !== slot
    this.#tell()
    if (!waits || this.#held <= HELD) return
    await this.#room.keep(slot.sha256!, this.#fingerprint, outcome)
    if (slot.result === outcome && this.#slots.indexOf(slot, this.#first) >= 0) {
      slot.result = 'kept'
      this.#held--
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    this.#tell()
  }

  /** Wake who waits, as when the run is interrupted. */
  tell = (): void => this.#tell()

  #tell(): void {
    const wake = this.#wake
    this.#wake = []
    for (const each of wake) each()
  }

  #change = (): Promise<void> => new Promise((wake) => this.#wake.push(wake))
}

const isReady = ({ outcome, result }: Slot<unknown>): boolean => outcome === null || result !== null
