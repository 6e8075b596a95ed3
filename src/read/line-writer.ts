/** Gathers text as a browser would show it: white space is one blank, lines end where blocks do. NBSP stays. */
export class LineWriter {
  #parts: string[] = []
  #length = 0
  #line = ''

  /** Running text; inside `pre` its line breaks hold. */
  write(text: string, preformatted: boolean): void {
    if (preformatted) {
      const lines = text.split(/\r\n|\r|\n/)
      for (const [i, line] of lines.entries()) {
        this.#line += line
        if (i < lines.length - 1) this.endLine()
      }
      return
    }
    const plain = text.replace(/[ \t\r\n\f]+/g, ' ')
    this.#line += this.#line === '' || this.#line.endsWith(' ') ? plain.replace(/^ /, '') : plain
  }

  endLine(): void {
    const line = this.#line.replace(/ +$/, '')
    this.#line = ''
    if (line.replace(/[\s\u00a0]+/g, '')) this.put(`${line}\n`)
  }

  /** As it is, with no care for white space; only between lines. */
  put(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  get length(): number {
    return this.#length
  }

  get text(): string {
    return this.#parts.join('')
  }
}
