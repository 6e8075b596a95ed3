import { printBullet } from '../bullets.js'
import { printCount } from '../number-format.js'
import type { Attributes } from '../xml.js'
import type { ListStyle, OdtStyles } from './styles.js'

type Counts = (number | undefined)[]

interface OpenList {
  readonly style: string | undefined
  readonly counts: Counts
  /** The item at hand has not had its number yet. */
  fresh: boolean
  start: number | undefined
}

const FORMATS: Readonly<Record<string, string>> = { 1: 'decimal', I: 'upperRoman', i: 'lowerRoman', A: 'upperLetter', a: 'lowerLetter', '1st': 'ordinal', '01, 02, 03, ...': 'decimalZero' }

/** Numbers of lists as they are printed: a list goes on where it says so, else it begins anew (OpenDocument 1.3, 19.773 and 19.780). */
export class OdtLists {
  readonly #open: OpenList[] = []
  readonly #byId = new Map<string, Counts>()
  readonly #byStyle = new Map<string, Counts>()
  readonly #outline: Counts = []
  readonly #styles: OdtStyles

  constructor(styles: OdtStyles) {
    this.#styles = styles
  }

  openList(attributes: Attributes): void {
    const outer = this.#open.at(-1)
    const style = attributes['text:style-name'] ?? outer?.style
    const counts = outer?.counts ?? this.#continued(attributes, style) ?? []
    if (attributes['xml:id']) this.#byId.set(attributes['xml:id'], counts)
    if (style !== undefined) this.#byStyle.set(style, counts)
    this.#open.push({ style, counts, fresh: false, start: undefined })
  }

  #continued(attributes: Attributes, style: string | undefined): Counts | undefined {
    const id = attributes['text:continue-list']
    if (id !== undefined) return this.#byId.get(id)
    return attributes['text:continue-numbering'] === 'true' && style !== undefined ? this.#byStyle.get(style) : undefined
  }

  closeList(): void {
    this.#open.pop()
  }

  openItem(attributes: Attributes): void {
    const list = this.#open.at(-1)
    if (!list) return
    list.fresh = true
    list.start = attributes['text:start-value'] === undefined ? undefined : Number(attributes['text:start-value']) || 0
  }

  /** An item that has no paragraph of its own has no number. */
  closeItem(): void {
    const list = this.#open.at(-1)
    if (list) list.fresh = false
  }

  /** The number before the paragraph that begins here: of the first one of an item. */
  next(): string {
    const list = this.#open.at(-1)
    if (!list?.fresh) return ''
    list.fresh = false
    const style = this.#styles.list(list.style ?? '')
    return style ? this.#count(style, list.counts, this.#open.length, list.start) : ''
  }

  /** The number of a heading outside lists. */
  nextHeading(level: number): string {
    const style = this.#styles.outline
    return style ? this.#count(style, this.#outline, level, undefined) : ''
  }

  get inList(): boolean {
    return this.#open.length > 0
  }

  #count(style: ListStyle, counts: Counts, level: number, start: number | undefined): string {
    const own = style.get(level)
    if (!own) return ''
    if (own.format === undefined) return own.bullet ? `${printBullet(own.bullet, undefined)} ` : ''
    counts[level] = start ?? (counts[level] === undefined ? own.start : counts[level]! + 1)
    counts.length = level + 1
    if (!own.format) return ''
    const text = own.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => {
      const other = style.get(Number(digits))
      return other?.format ? printCount(counts[Number(digits)] ?? other.start, FORMATS[other.format] ?? 'decimal', 'vi') : ''
    })
    return text && `${text.trimEnd()} `
  }
}
