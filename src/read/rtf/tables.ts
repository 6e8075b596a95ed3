import { codePageOfCharset, decodePage } from './code-pages.js'
import { type ListLevel, type ListUse, NUMBER_FORMATS } from '../list-counts.js'

export interface Font {
  name: string
  /** Undefined: that of the file. */
  page: number | undefined
  /** Of signs instead of letters. */
  symbol: boolean
}

const SYMBOL_CHARSET = 2

/** Gathers the font table: "{\f15\fswiss\fcharset0 .VnTime;}". */
export class FontTable {
  readonly fonts = new Map<number, Font>()
  #font: Font | undefined

  control(word: string, value: number | undefined): void {
    if (word === 'f') this.fonts.set(value ?? 0, (this.#font = { name: '', page: undefined, symbol: false }))
    else if (!this.#font) return
    else if (word === 'fcharset') {
      this.#font.page ??= codePageOfCharset(value ?? 0)
      this.#font.symbol = value === SYMBOL_CHARSET
    } else if (word === 'cpg' && value) this.#font.page = value
  }

  /** Bytes of a name. */
  text(bytes: readonly number[]): void {
    if (this.#font) this.#font.name = `${this.#font.name}${decodePage(bytes, 1252)}`.slice(0, 100).replace(/;.*$/s, '')
  }
}

/** Gathers the names of styles; those of tables of contents are known by theirs. */
export class StyleTable {
  readonly contents = new Set<number>()
  #style = 0
  #name = ''

  control(word: string, value: number | undefined): void {
    if (word !== 's') return
    this.#style = value ?? 0
    this.#name = ''
  }

  text(bytes: readonly number[]): void {
    this.#name = `${this.#name}${decodePage(bytes, 1252)}`.slice(0, 60)
    if (/^\s*(?:toc|contents) \d\s*;/i.test(this.#name)) this.contents.add(this.#style)
  }
}

interface OpenLevel {
  start: number
  format: string
  text: string
  legal: boolean
  font: number | undefined
  restart: number | undefined
}

/** Gathers the lists and their uses, for paragraphs that name one without printing its number. */
export class ListTables {
  readonly #lists = new Map<number, OpenLevel[]>()
  readonly #uses = new Map<number, { list: number; starts: Map<number, number> }>()
  #levels: OpenLevel[] = []
  /** In the table of uses, which names the lists only. */
  #inUses = false
  #list = 0
  #starts = new Map<number, number>()
  #override = -1

  control(word: string, value = 0): void {
    const level = this.#inUses ? undefined : this.#levels.at(-1)
    if (word === 'list') this.#levels = []
    else if (word === 'listlevel') this.#levels.push({ start: 1, format: 'decimal', text: '', legal: false, font: undefined, restart: undefined })
    else if (word === 'listid') {
      this.#list = value
      if (!this.#inUses) this.#lists.set(value, this.#levels)
    } else if (word === 'listoverride') {
      this.#inUses = true
      this.#starts = new Map()
      this.#override = -1
    } else if (word === 'lfolevel') this.#override++
    else if (word === 'ls') this.#uses.set(value, { list: this.#list, starts: this.#starts })
    else if (word === 'levelstartat' && this.#override >= 0) this.#starts.set(this.#override, value)
    else if (!level) return
    else if (word === 'levelnfc' || word === 'levelnfcn') level.format = NUMBER_FORMATS[value] ?? 'decimal'
    else if (word === 'levelstartat') level.start = value
    else if (word === 'levellegal') level.legal = value === 1
    else if (word === 'levelnorestart' && value === 1) level.restart = 0
    else if (word === 'f') level.font = value
  }

  /** The text of a level: its length in one character, then the text, then ";". */
  levelText(text: string): void {
    const level = this.#levels.at(-1)
    if (level && text) level.text = text.slice(1, 1 + text.charCodeAt(0))
  }

  uses(fonts: ReadonlyMap<number, Font>): (ListUse | undefined)[] {
    const uses: (ListUse | undefined)[] = []
    for (const [number, { list, starts }] of this.#uses) {
      if (number < 1 || number > 10_000) continue
      const levels = (this.#lists.get(list) ?? []).map(({ font, ...level }): ListLevel => ({ ...level, font: fonts.get(font ?? -1)?.name ?? null }))
      uses[number - 1] = { list: String(list), levels, starts }
    }
    return uses
  }
}
