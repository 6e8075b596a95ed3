import { printBullet } from './bullets.js'
import { printCount } from './number-format.js'

/** One level of a list as Word's binary formats and RTF have it. */
export interface ListLevel {
  readonly start: number
  /** Of ST_NumberFormat (ECMA-376, 17.18.59); "bullet" for signs. */
  readonly format: string
  /** The text around the counts: a character below 9 stands for the count of that level, from 0. */
  readonly text: string
  /** All counts in digits. */
  readonly legal: boolean
  /** Restarts behind levels above this one only (from 1), 0 never; undefined behind any above. */
  readonly restart: number | undefined
  readonly font: string | null
}

/** A list as paragraphs use it: levels and starts may differ from those of the list itself. */
export interface ListUse {
  /** Uses of one list count together. */
  readonly list: string
  readonly levels: (ListLevel | undefined)[]
  readonly starts: Map<number, number>
}

/** The formats of numbers (NFC, [MS-OSHARED] 2.2.1.3) by their code, as far as Vietnamese offices use them. */
export const NUMBER_FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal', 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 5: 'ordinal', 6: 'cardinalText', 7: 'ordinalText', 9: 'chicago', 18: 'decimalEnclosedCircle',
  22: 'decimalZero', 23: 'bullet', 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen', 57: 'numberInDash', 255: 'none',
}

/** What stands before a paragraph, and in which font. */
export interface PrintedNumber {
  readonly text: string
  readonly font: string | null
}

const LEVELS = 9
const MOST = 1_000_000

/**
 * Counts the paragraphs of lists as Word does ([MS-DOC] 2.4.6.4): a level begins again behind a higher one, and a paragraph whose
 * higher levels have none yet counts as their first, so that the next one there is the second (Microsoft KB Q110380).
 */
export class ListCounts {
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #started = new Set<string>()
  readonly #uses: readonly (ListUse | undefined)[]

  constructor(uses: readonly (ListUse | undefined)[]) {
    this.#uses = uses
  }

  /** Count one more paragraph of a use (from 0); undefined where the file does not have the list or the level. */
  next(index: number, level: number): PrintedNumber | undefined {
    const use = this.#uses[index]
    const found = use?.levels[level]
    if (!use || !found) return undefined
    const counts = this.#count(use, index, level, found)
    return { text: print(use, found, counts), font: found.font }
  }

  #count(use: ListUse, index: number, at: number, level: ListLevel): (number | undefined)[] {
    const counts = this.#counts.get(use.list) ?? []
    this.#counts.set(use.list, counts)
    for (let above = 0; above < at; above++) counts[above] ??= use.starts.get(above) ?? use.levels[above]?.start
    const override = use.starts.get(at)
    const key = `${index} ${at}`
    if (override !== undefined && !this.#started.has(key)) counts[at] = override
    else counts[at] = Math.min(counts[at] === undefined ? (override ?? level.start) : counts[at]! + 1, MOST)
    this.#started.add(key)
    for (let below = at + 1; below < LEVELS; below++) {
      const restart = use.levels[below]?.restart
      if (restart === undefined || (restart > 0 && at < restart)) counts[below] = undefined
    }
    return counts
  }
}

function print({ levels, starts }: ListUse, level: ListLevel, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return level.text.trim() && `${printBullet(level.text, level.font ?? undefined)} `
  const text = level.text.replace(/[\u0000-\u0008]/g, (sign) => {
    const at = sign.charCodeAt(0)
    const other = levels[at]
    if (!other) return ''
    return printCount(counts[at] ?? starts.get(at) ?? other.start, level.legal && other.format !== 'none' ? 'decimal' : other.format, 'vi')
  })
  return text.trim() && `${text.trimEnd()} `
}
