import type { RunMark } from '../../model/source-text.js'
import { isApart, type Line, textOfWord } from './line.js'
import { markOf } from './notes.js'
import { bottomOf, topOf, type Word } from './page-content.js'

/** "ST⏎T": a column so narrow that its word was broken anywhere. */
const CONSONANTS = /^[BCDĐGHKLMNPQRSTVX]{1,3}$/u

/** Gathers the text of a document and where each run of words stands on paper. */
export class TextWriter {
  /** Numbers of footnotes by page: their marks are written in brackets. */
  readonly #marks: (page: number) => ReadonlySet<string> | undefined
  readonly runs: RunMark[] = []
  #parts: string[] = []
  #length = 0
  #last = ''

  constructor(marks: (page: number) => ReadonlySet<string> | undefined = () => undefined) {
    this.#marks = marks
  }

  get length(): number {
    return this.#length
  }

  get text(): string {
    return this.#parts.join('')
  }

  put(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
    if (text) this.#last = text
  }

  /** Lines of one paragraph or cell, joined as they were before they were broken. */
  putLines(lines: readonly Line[]): void {
    const oneWord = lines.length > 1 && lines.every(({ words }) => words.length === 1 && CONSONANTS.test(words[0]!.text))
    for (const [i, line] of lines.entries()) {
      if (i > 0 && !oneWord) this.put(this.#seam(line))
      this.#putLine(line)
    }
  }

  /** A space, or nothing where a notation was broken at its hyphen or slash: "151/KH-⏎UBND". */
  #seam(next: Line): string {
    const first = next.words[0]?.text ?? ''
    if (this.#last.endsWith('/')) return ''
    return this.#last.endsWith('-') && this.#last.includes('/') && !/^\d/.test(first) ? '' : ' '
  }

  #putLine(line: Line): void {
    let run: Word[] = []
    let start = this.#length
    for (const [i, word] of line.words.entries()) {
      const before = line.words[i - 1]
      const apart = before !== undefined && isApart(before, word)
      if (before && (word.confidence !== null || Math.abs(word.fontSize - before.fontSize) > 0.5 || word.bold !== before.bold)) {
        this.#mark(run, start, line.page)
        run = []
      }
      if (apart) this.put(' ')
      if (!run.length) start = this.#length
      this.put(this.#textOf(line, i))
      run.push(word)
    }
    this.#mark(run, start, line.page)
  }

  #textOf(line: Line, index: number): string {
    const mark = this.#marks(line.page)?.size ? markOf(line, index) : undefined
    return mark && this.#marks(line.page)!.has(mark) ? `[${mark}]` : textOfWord(line, line.words[index]!)
  }

  #mark(words: readonly Word[], start: number, page: number): void {
    if (!words.length) return
    const left = Math.min(...words.map((word) => word.left))
    const top = Math.min(...words.map(topOf))
    const box = [left, top, Math.max(...words.map((word) => word.right)) - left, Math.max(...words.map(bottomOf)) - top].map(round) as [number, number, number, number]
    const [first] = words
    this.runs.push({ span: { start, end: this.#length }, page, box, fontSize: round(first!.fontSize), confidence: first!.confidence, ...(first!.hand && { hand: true }) })
  }
}

const round = (points: number): number => Math.round(points * 100) / 100
