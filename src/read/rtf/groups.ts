import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { type Destination, destinationOf, isAside } from './destinations.js'

/** What holds inside a group. */
export interface Group {
  destination: Destination
  /** Nothing inside is shown, whatever it is. */
  aside: boolean
  font: number
  /** Characters that follow a `\u` for programs without Unicode. */
  fallback: number
  hidden: boolean
  deleted: boolean
  caps: boolean
  /** Nothing of the group has been read; `\*` has. */
  fresh: boolean
  optional: boolean
}

/** The groups that are open, the innermost last. */
export class Groups {
  readonly #open: Group[] = [{ destination: 'body', aside: false, font: -1, fallback: 1, hidden: false, deleted: false, caps: false, fresh: false, optional: false }]
  readonly #deepest: number

  constructor(deepest: number) {
    this.#deepest = deepest
  }

  get current(): Group {
    return this.#open.at(-1)!
  }

  /** How many groups are open. */
  get depth(): number {
    return this.#open.length - 1
  }

  open(): void {
    if (this.#open.length > this.#deepest) throw new UnreadableDocumentError('too-large', { reason: 'depth', limit: this.#deepest })
    this.#open.push({ ...this.current, fresh: true, optional: false })
  }

  /** The group that ends; undefined where none is open. */
  close(): Group | undefined {
    return this.#open.length > 1 ? this.#open.pop() : undefined
  }

  /** A word at the head of a group may say what the group is for. */
  enter(word: string): Destination | undefined {
    const group = this.current
    const opened = group.aside ? 'skip' : destinationOf(word, group.optional, group.destination)
    group.fresh = false
    group.optional = false
    if (!opened) return undefined
    group.aside ||= isAside(word)
    group.destination = opened
    return opened
  }
}
