import { codeAt, foldUnit, isWordUnit } from '../model/folded.js'

/** Finds where one of a few words begins, by one look at each letter. */
export interface WordScan {
  /**
   * Where the next of the words begins in `[from, to)`, whatever stands behind its letters; `to` where none does. Where the second
   * word of two may also be one by itself, the place of the first is given.
   */
  next(folded: string, from: number, to: number): number
  /** Does one of the words begin at `at`, where a word begins? */
  startsAt(folded: string, at: number): boolean
}

/** States of the automaton: before a word, and inside one that is none of those looked for; further ones are inside the words. */
const START = 0
const INSIDE = 1
/** Kinds of letters: no part of a word, and the letters that none of the words has. */
const GAP = 0
const OTHER = 1
const BITS = 7
const KINDS = 1 << BITS
const ZERO = 0x30
/** Behind all letters, dashes and quotes. */
const LETTERS_END = 0x2300

/**
 * Build a scan. Texts are folded or not: of two forms of a letter, dash or quote the kind is the same. Tone marks are told apart.
 * @param words in folded form, none of them the begin of another; `0` stands for any digit
 * @param marks what is found wherever it stands, one like another
 */
export function createWordScan(words: readonly string[], marks = ''): WordScan {
  const kinds = kindsOf(words, marks)
  const { table, found, firstEnd } = buildStates(words, marks, kinds)
  return {
    next(folded, from, to) {
      let state = from > 0 ? table[(INSIDE << BITS) | kinds[codeAt(folded, from - 1)]!]! : START
      for (let at = from; at < to; at++) {
        state = table[(state << BITS) | kinds[codeAt(folded, at)]!]!
        if (state >= firstEnd) return at + 1 - found[state]!
      }
      return to
    },
    startsAt(folded, start) {
      let state = START
      for (let at = start; at < folded.length; at++) {
        state = table[(state << BITS) | kinds[codeAt(folded, at)]!]!
        if (state >= firstEnd) return at + 1 - found[state]! === start
        if (state <= INSIDE) return false
      }
      return false
    },
  }
}

function kindsOf(words: readonly string[], marks: string): Uint8Array {
  const kinds = new Uint8Array(65536)
  let count = OTHER
  for (const unit of new Set(words.join(''))) kinds[unit.charCodeAt(0)] = ++count
  const mark = marks ? ++count : GAP
  for (const unit of marks) kinds[unit.charCodeAt(0)] ||= mark
  for (let digit = 1; digit <= 9; digit++) kinds[ZERO + digit] = kinds[ZERO]!
  for (let code = 0; code < LETTERS_END; code++) if (kinds[code] === GAP) kinds[code] = kinds[foldUnit(code)] || (isWordUnit(code) ? OTHER : GAP)
  if (count >= KINDS) throw new RangeError('words of too many letters')
  return kinds
}

/** States by their number, in an index of the table above the kind of a letter; those that are the end of a word come last. */
interface States {
  readonly table: Uint16Array
  /** Length of the word that a state is the end of; else 0. */
  readonly found: Uint8Array
  /** The first of those that end a word. */
  readonly firstEnd: number
}

function buildStates(words: readonly string[], marks: string, kinds: Uint8Array): States {
  const { next, paths, lengths } = buildPaths([...words, ...marks], kinds)
  const inOrder = [...paths.keys()].sort((a, b) => Number(lengths[a]! > 0) - Number(lengths[b]! > 0) || a - b)
  const placeOf = new Uint16Array(paths.length)
  for (const [place, state] of inOrder.entries()) placeOf[state] = place
  const table = new Uint16Array(paths.length << BITS)
  const elsewhere = restOf(words, marks, kinds, next, placeOf)
  const add = (at: number, state: number): void => {
    for (let kind = 0; kind < KINDS; kind++) if (next[(state << BITS) | kind]) table[at | kind] = placeOf[next[(state << BITS) | kind]!]!
  }
  for (const [state, path] of paths.entries()) {
    const at = placeOf[state]! << BITS
    table.set(elsewhere, at)
    const rest = lastWord(path)
    if (path !== '' && marks.includes(path)) add(at, START)
    else if (rest.length < path.length) add(at, stateOf(next, kinds, rest))
    add(at, state)
  }
  return { table, found: Uint8Array.from(inOrder, (state) => lengths[state]!), firstEnd: inOrder.findIndex((state) => lengths[state]! > 0) }
}

/** Where a letter leads that goes on none of the words: to a mark, before the next word, or into one that is none of them. */
function restOf(words: readonly string[], marks: string, kinds: Uint8Array, next: Uint16Array, placeOf: Uint16Array): Uint16Array {
  const rest = new Uint16Array(KINDS).fill(placeOf[INSIDE]!)
  rest[GAP] = placeOf[START]!
  for (const unit of words.join('')) if (!isWordUnit(unit.charCodeAt(0))) rest[kinds[unit.charCodeAt(0)]!] = placeOf[START]!
  for (const mark of marks) rest[kinds[mark.charCodeAt(0)]!] = placeOf[next[kinds[mark.charCodeAt(0)]!]!]!
  return rest
}

/** The state behind each letter of each word (0: none), what was read up to it, and how long the word is that ends there. */
interface Paths {
  readonly next: Uint16Array
  readonly paths: readonly string[]
  readonly lengths: Uint8Array
}

function buildPaths(words: readonly string[], kinds: Uint8Array): Paths {
  const most = words.reduce((sum, word) => sum + word.length, 2)
  const next = new Uint16Array(most << BITS)
  const lengths = new Uint8Array(most)
  const paths = ['', '']
  for (const word of words) {
    let state = START
    for (let at = 0; at < word.length; at++) {
      const place = (state << BITS) | kinds[word.charCodeAt(at)]!
      if (next[place] === 0) next[place] = paths.push(word.slice(0, at + 1)) - 1
      state = next[place]!
    }
    lengths[state] = word.length
  }
  const known = new Set(words)
  for (const [state, path] of paths.entries()) if (lengths[state] === 0 && known.has(lastWord(path))) lengths[state] = path.length
  return { next, paths, lengths }
}

/** Behind a space inside what is looked for, another word may begin: "học 2024" is not "học kỳ", but its digits count. */
function stateOf(next: Uint16Array, kinds: Uint8Array, rest: string): number {
  let state = START
  for (let at = 0; at < rest.length; at++) {
    state = next[(state << BITS) | kinds[rest.charCodeAt(at)]!]!
    if (state === START) return INSIDE
  }
  return state
}

const lastWord = (path: string): string => path.slice(path.lastIndexOf(' ') + 1)
