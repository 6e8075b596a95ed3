import { isWordUnit } from '../model/folded.js'
import { see } from '../model/reach.js'

/** Phrases by their words: found from a place in a folded text, white space elastic. */
export interface PhraseTrie<T> {
  /** The longest phrase that begins at `at` and ends at a word's end before `limit`. */
  longestAt(folded: string, at: number, limit: number): PhraseMatch<T> | undefined
  /** Every phrase that begins at `at`, the shortest first. */
  allAt(folded: string, at: number, limit: number): readonly PhraseMatch<T>[]
}

export interface PhraseMatch<T> {
  readonly end: number
  readonly value: T
}

/** A trie laid out flat: its edges stand in one hash table by node and word, so that no word need be cut out to be looked up. */
interface Trie<T> {
  /** Hashes of the first letters of first words: most places are declined by one look here. */
  readonly begins: Uint8Array
  /** Edge at each place of the hash table, counted from 1; 0 where the place is free. */
  readonly slots: Int32Array
  readonly edges: readonly Edge[]
  /** What each node means; undefined where no phrase ends. */
  readonly values: readonly (T | undefined)[]
  /** Does a phrase go on after this node? */
  readonly open: Uint8Array
}

interface Edge {
  readonly from: number
  readonly to: number
  readonly piece: string
}

const SPACE = 32
const HASHES = 8192
/** So many letters a begin is told by. */
const BEGIN = 3
const NONE: readonly never[] = []

/** Build a trie, at its first use; each phrase is folded text, its words and marks (`,` `-` `&`) separated by single spaces or not. */
export function buildPhraseTrie<T>(phrases: Iterable<readonly [string, T]>): PhraseTrie<T> {
  let built: Trie<T> | undefined
  const load = (): Trie<T> => (built ??= buildTrie(phrases))
  return {
    longestAt(folded, at, limit) {
      const trie = built ?? load()
      const start = skipSpaces(folded, at, limit)
      see(start + BEGIN)
      return trie.begins[hashOfBegin(folded, start)] ? longest(trie, folded, start, limit) : undefined
    },
    allAt(folded, at, limit) {
      const trie = built ?? load()
      const start = skipSpaces(folded, at, limit)
      see(start + BEGIN)
      return trie.begins[hashOfBegin(folded, start)] ? all(trie, folded, start, limit) : NONE
    },
  }
}

function buildTrie<T>(phrases: Iterable<readonly [string, T]>): Trie<T> {
  const begins = new Uint8Array(HASHES)
  const edges: Edge[] = []
  const values: (T | undefined)[] = [undefined]
  const children: Map<string, number>[] = [new Map()]
  for (const [phrase, value] of phrases) {
    begins[hashOfBegin(phrase, 0)] = 1
    let node = 0
    for (let at = 0; at < phrase.length; ) {
      const end = pieceEnd(phrase, at, phrase.length)
      const piece = phrase.slice(at, end)
      at = end
      if (piece === ' ') continue
      let child = children[node]!.get(piece)
      if (child === undefined) {
        child = values.push(undefined) - 1
        children.push(new Map())
        children[node]!.set(piece, child)
        edges.push({ from: node, to: child, piece })
      }
      node = child
    }
    values[node] = value
  }
  return { begins, slots: hashEdges(edges), edges, values, open: Uint8Array.from(children, (next) => Math.min(next.size, 1)) }
}

/** A table of at least twice as many places as edges. */
function hashEdges(edges: readonly Edge[]): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(edges.length * 2 + 2)))
  edges.forEach(({ from, piece }, index) => {
    let slot = hashOf(from, piece, 0, piece.length) & (slots.length - 1)
    while (slots[slot]) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = index + 1
  })
  return slots
}

function hashOf(node: number, text: string, start: number, end: number): number {
  let hash = node + 1
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** The node that the piece `[start, end)` leads to from `node`, or -1. */
function follow(trie: Trie<unknown>, node: number, text: string, start: number, end: number): number {
  const { slots, edges } = trie
  const mask = slots.length - 1
  for (let slot = hashOf(node, text, start, end) & mask; slots[slot]; slot = (slot + 1) & mask) {
    const edge = edges[slots[slot]! - 1]!
    if (edge.from === node && edge.piece.length === end - start && standsAt(edge.piece, text, start)) return edge.to
  }
  return -1
}

function standsAt(piece: string, text: string, start: number): boolean {
  for (let at = 0; at < piece.length; at++) if (piece.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** A number below {@link HASHES} from the first three letters of the word at `at`. */
function hashOfBegin(text: string, at: number): number {
  const first = unitAt(text, at)
  const second = unitAt(text, at + 1)
  if (!isWordUnit(second)) return hashOfUnits(first, 0, 0)
  const third = unitAt(text, at + 2)
  return hashOfUnits(first, second, isWordUnit(third) ? third : 0)
}

const hashOfUnits = (first: number, second: number, third: number): number => ((first + second * 37) * 131 + third) & (HASHES - 1)

const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

function longest<T>(trie: Trie<T>, folded: string, from: number, limit: number): PhraseMatch<T> | undefined {
  let node = 0
  let bestEnd = -1
  let best: T | undefined
  for (let at = from; at < limit && trie.open[node]; ) {
    const end = pieceEnd(folded, at, limit)
    if (folded.charCodeAt(at) !== SPACE) {
      node = follow(trie, node, folded, at, end)
      if (node < 0) break
      const value = trie.values[node]
      if (value !== undefined) {
        bestEnd = end
        best = value
      }
    }
    at = end
  }
  return best === undefined ? undefined : { end: bestEnd, value: best }
}

function all<T>(trie: Trie<T>, folded: string, from: number, limit: number): readonly PhraseMatch<T>[] {
  let node = 0
  let found: PhraseMatch<T>[] | undefined
  for (let at = from; at < limit && trie.open[node]; ) {
    const end = pieceEnd(folded, at, limit)
    if (folded.charCodeAt(at) !== SPACE) {
      node = follow(trie, node, folded, at, end)
      if (node < 0) break
      const value = trie.values[node]
      if (value !== undefined) (found ??= []).push({ end, value })
    }
    at = end
  }
  return found ?? NONE
}

function skipSpaces(folded: string, at: number, limit: number): number {
  let start = at
  while (start < limit && folded.charCodeAt(start) === SPACE) start++
  return start
}

/** The end of the word, or of the single mark, that begins at `at`. */
export function pieceEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isWordUnit(text.charCodeAt(end))) end++
  see(end + 1)
  return end === at ? at + 1 : end
}
