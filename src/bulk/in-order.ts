/**
 * Begin up to `ahead` steps at a time and give their results in the order of the items: work overlaps, order stays, and no more
 * than `ahead` results are ever held. A step must not reject: what can go wrong is part of its result.
 */
export async function* inOrder<A, B>(items: AsyncIterable<A>, ahead: number, step: (item: A) => Promise<B>): AsyncGenerator<B> {
  const begun: Promise<B>[] = []
  for await (const item of items) {
    begun.push(step(item))
    if (begun.length >= ahead) yield await begun.shift()!
  }
  while (begun.length) yield await begun.shift()!
}

/** A count that is taken and given back; who takes more than is left waits, first come first served. */
export class Budget {
  #left: number
  readonly #whole: number
  readonly #waiting: { readonly amount: number; readonly go: () => void }[] = []

  constructor(whole: number) {
    this.#left = whole
    this.#whole = whole
  }

  /** Take `amount`; one that is larger than the whole budget takes all of it. Gives back what was taken, to be handed to {@link give}. */
  async take(amount: number): Promise<number> {
    const taken = Math.min(amount, this.#whole)
    if (this.#waiting.length || taken > this.#left) await new Promise<void>((go) => this.#waiting.push({ amount: taken, go }))
    else this.#left -= taken
    return taken
  }

  give(amount: number): void {
    this.#left += amount
    while (this.#waiting.length && this.#waiting[0]!.amount <= this.#left) {
      const next = this.#waiting.shift()!
      this.#left -= next.amount
      next.go()
    }
  }
}

/** Cut a list before each item that `begins` a new group. */
export function groupsBefore<T>(items: readonly T[], begins: (item: T) => boolean): T[][] {
  const groups: T[][] = []
  for (const item of items) {
    if (!groups.length || begins(item)) groups.push([])
    groups.at(-1)!.push(item)
  }
  return groups
}
