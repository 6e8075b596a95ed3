import type { Attributes, XmlHandler } from '../xml.js'
import { printBullet } from '../bullets.js'
import { printCount } from '../number-format.js'
import type { Styles } from './styles.js'

interface Level {
  start: number
  format: string
  /** "%1.%2)": %n is the count of level n, from 1. */
  text: string
  legal: boolean
  /** Restarts behind this level, counted from 1; 0 never, undefined behind any higher one. */
  restart: number | undefined
  style: string | undefined
  font: string | undefined
  /** Digits of a custom format ("001, 002, …"). */
  width: number
}

interface Abstract {
  readonly levels: Map<number, Level>
  styleLink: string | undefined
}

interface Override {
  start: number | undefined
  level: Level | undefined
}

interface List {
  abstract: string
  readonly overrides: Map<number, Override>
}

/** The text before a paragraph, as Word prints it, and the font it is set in where the list names one. */
export interface PrintedNumber {
  readonly text: string
  readonly font: string | undefined
}

const DEEPEST_LEVEL = 8
/** A count that no list reaches: hostile `start` values stay below it. */
const MOST = 1_000_000

/**
 * Word's automatic numbers: word/numbering.xml and the counts so far. Lists with the same abstract list count together, unless an
 * override starts them anew; a level begins again behind a higher one (ECMA-376, 17.9), and a paragraph whose higher levels have no count
 * yet counts as their first, so that the next one there is the second (Microsoft KB Q110380).
 */
export class Numbering {
  readonly #abstracts = new Map<string, Abstract>()
  readonly #lists = new Map<string, List>()
  /** Counts by abstract list; undefined where the level begins anew. */
  readonly #counts = new Map<string, (number | undefined)[]>()
  /** Overrides that have been used: "list level". */
  readonly #started = new Set<string>()
  readonly #styles: Styles

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** Count one more paragraph of a list; undefined where it has no number after all. */
  next(listId: string, level: number | undefined, styleIds: readonly string[]): PrintedNumber | undefined {
    const list = this.#lists.get(listId)
    const resolved = list && this.#resolve(list.abstract)
    if (!list || !resolved) return undefined
    const at = Math.min(Math.max(level ?? this.#levelOfStyle(resolved.abstract, styleIds) ?? 0, 0), DEEPEST_LEVEL)
    const found = this.#level(list, resolved.abstract, at)
    if (!found) return undefined
    const counts = this.#count(listId, list, resolved, at, found)
    return { text: this.#print(list, resolved.abstract, found, counts), font: found.font }
  }

  /** Through "numStyleLink" to the abstract list that has the levels. */
  #resolve(id: string): { readonly id: string; readonly abstract: Abstract } | undefined {
    let at = id
    for (let hops = 0; hops < 5; hops++) {
      const abstract = this.#abstracts.get(at)
      if (!abstract?.styleLink) return abstract && { id: at, abstract }
      const target = this.#lists.get(this.#styles.listOf(abstract.styleLink) ?? '')
      if (!target || target.abstract === at) return { id: at, abstract }
      at = target.abstract
    }
    return undefined
  }

  #levelOfStyle({ levels }: Abstract, styleIds: readonly string[]): number | undefined {
    for (const id of styleIds) for (const [index, level] of levels) if (level.style === id) return index
    return undefined
  }

  #level(list: List, abstract: Abstract, at: number): Level | undefined {
    return list.overrides.get(at)?.level ?? abstract.levels.get(at)
  }

  #count(listId: string, list: List, { id, abstract }: { id: string; abstract: Abstract }, at: number, level: Level): readonly (number | undefined)[] {
    const counts = this.#counts.get(id) ?? []
    this.#counts.set(id, counts)
    for (let above = 0; above < at; above++) counts[above] ??= list.overrides.get(above)?.start ?? this.#level(list, abstract, above)?.start
    const override = list.overrides.get(at)?.start
    const key = `${listId} ${at}`
    if (override !== undefined && !this.#started.has(key)) {
      this.#started.add(key)
      counts[at] = override
    } else counts[at] = Math.min(counts[at] === undefined ? (override ?? level.start) : counts[at]! + 1, MOST)
    for (let below = at + 1; below <= DEEPEST_LEVEL; below++) {
      const restart = this.#level(list, abstract, below)?.restart
      if (restart === undefined || (restart > 0 && at < restart)) counts[below] = undefined
    }
    return counts
  }

  #print(list: List, abstract: Abstract, level: Level, counts: readonly (number | undefined)[]): string {
    if (level.format === 'bullet') return level.text && `${printBullet(level.text, level.font)} `
    if (level.format === 'none' && !level.text.replace(/%\d/g, '').trim()) return ''
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = this.#level(list, abstract, at)
      if (!other) return ''
      const count = counts[at] ?? list.overrides.get(at)?.start ?? other.start
      if (other.width) return String(count).padStart(other.width, '0')
      return printCount(count, level.legal && other.format !== 'none' ? 'decimal' : other.format, this.#styles.language)
    })
    return text && `${text.trimEnd()} `
  }

  /** Fills the lists from word/numbering.xml; `w` is the prefix of WordprocessingML. */
  handler(w: string): XmlHandler {
    let abstract: Abstract | undefined
    let list: List | undefined
    let override: Override | undefined
    let level: Level | undefined
    const value = (attributes: Attributes): string => attributes[`${w}val`] ?? ''
    const index = (attributes: Attributes): number => Number(attributes[`${w}ilvl`]) || 0
    const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
      abstractNum: (attributes) => this.#abstracts.set(attributes[`${w}abstractNumId`] ?? '', (abstract = { levels: new Map(), styleLink: undefined })),
      numStyleLink: (attributes) => abstract && (abstract.styleLink = value(attributes)),
      num: (attributes) => this.#lists.set(attributes[`${w}numId`] ?? '', (list = { abstract: '', overrides: new Map() })),
      abstractNumId: (attributes) => list && (list.abstract = value(attributes)),
      lvlOverride: (attributes) => list?.overrides.set(index(attributes), (override = { start: undefined, level: undefined })),
      startOverride: (attributes) => override && (override.start = toCount(value(attributes))),
      lvl: (attributes) => {
        level = { start: 0, format: 'decimal', text: '', legal: false, restart: undefined, style: undefined, font: undefined, width: 0 }
        if (override) override.level = level
        else abstract?.levels.set(index(attributes), level)
      },
      start: (attributes) => level && (level.start = toCount(value(attributes))),
      numFmt: (attributes) => level && readFormat(level, value(attributes), attributes[`${w}format`] ?? ''),
      lvlText: (attributes) => level && (level.text = attributes[`${w}val`] ?? ''),
      isLgl: (attributes) => level && (level.legal = attributes[`${w}val`] !== '0' && attributes[`${w}val`] !== 'false'),
      lvlRestart: (attributes) => level && (level.restart = toCount(value(attributes))),
      pStyle: (attributes) => level && (level.style = value(attributes)),
      rFonts: (attributes) => level && (level.font = attributes[`${w}ascii`] ?? attributes[`${w}hAnsi`]),
    }
    const close: Readonly<Record<string, () => void>> = {
      abstractNum: () => (abstract = undefined),
      num: () => (list = undefined),
      lvlOverride: () => (override = undefined),
      lvl: () => (level = undefined),
    }
    return {
      open: (name, attributes) => {
        if (name.startsWith(w)) open[name.slice(w.length)]?.(attributes)
      },
      close: (name) => {
        if (name.startsWith(w)) close[name.slice(w.length)]?.()
      },
    }
  }
}

const toCount = (value: string): number => Math.min(Math.max(Number.parseInt(value, 10) || 0, 0), MOST)

/** A custom format ("01, 02, …") stands beside a plain one for older programs, which comes later and is passed over. */
function readFormat(level: Level, format: string, custom: string): void {
  if (level.width) return
  const digits = format === 'custom' ? /^0*\d+/.exec(custom)?.[0].length : undefined
  if (digits) level.width = digits
  level.format = format === 'custom' ? 'decimal' : format
}
