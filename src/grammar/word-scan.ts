import { isWordUnit } from '../model/folded.js'

/** Finds where one of a few words begins, by one look at each letter. */
export interface WordScan {
  /** Where the next of the words begins in `[from, to)`, whatever stands behind its letters; `to` where none does. */
  next(folded: string, from: number, to: number): number
}

/** States of the automaton: before a word, and inside one that is none of those looked for; further ones are inside the words. */
const START = 0
const INSIDE = 1
/** Kinds of letters: no part of a word, and the letters that none of the words has. */
const GAP = 0
const OTHER = 1
const BITS = 6
const ZERO = 0x30

/**
 * Build a scan.
 * @param words in folded form, none of them the begin of another; `0` stands for any digit
 * @param marks what is found wherever it stands
 */
export function createWordScan(words: readonly string[], marks = ''): WordScan {
  const kinds = kindsOf(words, marks)
  const { table, found, firstEnd } = buildStates(words, marks, kinds)
  return {
    next(folded, from, to) {
      let state = from > 0 ? table[(INSIDE << BITS) | kinds[folded.charCodeAt(from - 1)]!]! : START
      for (let at = from; at < to; at++) {
        state = table[state | kinds[folded.charCodeAt(at)]!]!
        if (state >= firstEnd) return at + 1 - found[state >> BITS]!
      }
      return to
    },
  }
}

function kindsOf(words: readonly string[], marks: string): Uint8Array {
  const kinds = new Uint8Array(65536)
  for (let code = 0; code < 65536; code++) if (isWordUnit(code)) kinds[code] = OTHER
  let count = OTHER
  for (const unit of new Set([...words.join(''), ...marks])) kinds[unit.charCodeAt(0)] = ++count
  for (let digit = 1; digit <= 9; digit++) kinds[ZERO + digit] = kinds[ZERO]!
  return kinds
}

/** States, shifted to stand before a kind of letter in an index of their table; those that are the end of a word come last. */
interface States {
  readonly table: Uint16Array
  /** Length of the word that a state, unshifted, is the end of; else 0. */
  readonly found: Uint8Array
  /** The first, shifted, of those that end a word. */
  readonly firstEnd: number
}

function buildStates(words: readonly string[], marks: string, kinds: Uint8Array): States {
  const { rows, paths, lengths } = buildRows([...words, ...marks], kinds)
  const gaps = new Set([GAP, ...[...words.join(''), ...marks].flatMap((unit) => (isWordUnit(unit.charCodeAt(0)) ? [] : [kinds[unit.charCodeAt(0)]!]))])
  const markStates = new Map([...marks].map((mark) => [kinds[mark.charCodeAt(0)]!, rows[START]![kinds[mark.charCodeAt(0)]!]!]))
  const inOrder = [...rows.keys()].sort((a, b) => Number(lengths[a] !== undefined) - Number(lengths[b] !== undefined) || a - b)
  const placeOf = new Map(inOrder.map((state, place) => [state, place]))
  const table = new Uint16Array(rows.length << BITS)
  for (let state = 0; state < rows.length; state++) {
    const row = [...markStates.values()].includes(state) ? rows[START]! : withRest(rows, kinds, state, paths[state]!)
    for (let kind = 0; kind < 1 << BITS; kind++) table[(placeOf.get(state)! << BITS) | kind] = placeOf.get(row[kind] ?? markStates.get(kind) ?? (gaps.has(kind) ? START : INSIDE))! << BITS
  }
  return { table, found: Uint8Array.from(inOrder, (state) => lengths[state] ?? 0), firstEnd: inOrder.findIndex((state) => lengths[state] !== undefined) << BITS }
}

/** The state behind each letter of each word, what was read up to it, and how long the word is that ends there. */
function buildRows(words: readonly string[], kinds: Uint8Array): { rows: number[][]; paths: string[]; lengths: number[] } {
  const rows: number[][] = [[], []]
  const paths = ['', '']
  const lengths: number[] = []
  for (const word of words) {
    let state = START
    for (const [index, unit] of [...word].entries()) {
      const kind = kinds[unit.charCodeAt(0)]!
      if (rows[state]![kind] === undefined) {
        rows[state]![kind] = rows.push([]) - 1
        paths.push(word.slice(0, index + 1))
      }
      state = rows[state]![kind]!
    }
    lengths[state] = word.length
  }
  return { rows, paths, lengths }
}

/** Behind a space inside what is looked for, another word may begin: "học 2024" is not "học kỳ", but its digits count. */
function withRest(rows: readonly number[][], kinds: Uint8Array, state: number, path: string): number[] {
  const rest = path.slice(path.lastIndexOf(' ') + 1)
  if (rest.length === path.length) return rows[state]!
  let at: number | undefined = START
  for (const unit of rest) at = at === undefined ? undefined : rows[at]![kinds[unit.charCodeAt(0)]!]
  if (at === undefined) return rows[state]!
  const merged = [...rows[at]!]
  for (const [kind, next] of rows[state]!.entries()) if (next !== undefined) merged[kind] = next
  return merged
}
