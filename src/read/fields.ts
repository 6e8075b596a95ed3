/** Fields that are open at a place: of each, the instruction comes first, then the result that a reader sees. */
export class Fields {
  readonly #open: boolean[] = []
  #instructions = 0

  begin(): void {
    this.#open.push(false)
    this.#instructions++
  }

  /** The result of the innermost field begins. */
  result(): void {
    if (this.#open.at(-1) !== false) return
    this.#open[this.#open.length - 1] = true
    this.#instructions--
  }

  end(): void {
    if (this.#open.pop() === false) this.#instructions--
  }

  /** Is what stands here on paper? */
  get areShown(): boolean {
    return this.#instructions === 0
  }
}
