import { isWordUnit } from '../model/folded.js'

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

interface Node<T> {
  readonly next: Map<string, Node<T>>
  value: T | undefined
}

interface Root<T> {
  readonly node: Node<T>
  /** Hashes of the first letters of first words: most places are declined by one look here. */
  readonly begins: Uint8Array
}

const SPACE = 32
const HASHES = 8192
const NONE: readonly never[] = []

/** Build a trie, at its first use; each phrase is folded text, its words and marks (`,` `-` `&`) separated by single spaces or not. */
export function buildPhraseTrie<T>(phrases: Iterable<readonly [string, T]>): PhraseTrie<T> {
  let root: Root<T> | undefined
  const load = (): Root<T> => (root ??= buildRoot(phrases))
  return {
    longestAt(folded, at, limit) {
      const { node, begins } = root ?? load()
      const start = skipSpaces(folded, at, limit)
      return begins[hashOfBegin(folded, start)] ? longest(node, folded, start, limit) : undefined
    },
    allAt(folded, at, limit) {
      const { node, begins } = root ?? load()
      const start = skipSpaces(folded, at, limit)
      return begins[hashOfBegin(folded, start)] ? all(node, folded, start, limit) : NONE
    },
  }
}

function buildRoot<T>(phrases: Iterable<readonly [string, T]>): Root<T> {
  const root: Root<T> = { node: { next: new Map(), value: undefined }, begins: new Uint8Array(HASHES) }
  for (const [phrase, value] of phrases) {
    root.begins[hashOfBegin(phrase, 0)] = 1
    let node = root.node
    for (let at = 0; at < phrase.length; ) {
      const end = pieceEnd(phrase, at, phrase.length)
      if (phrase.charCodeAt(at) !== SPACE) node = childOf(node, phrase.slice(at, end))
      at = end
    }
    node.value = value
  }
  return root
}

function childOf<T>(node: Node<T>, piece: string): Node<T> {
  let child = node.next.get(piece)
  if (!child) {
    child = { next: new Map(), value: undefined }
    node.next.set(piece, child)
  }
  return child
}

/** A number below {@link HASHES} from the first three letters of the word at `at`. */
function hashOfBegin(text: string, at: number): number {
  const first = text.charCodeAt(at)
  const second = text.charCodeAt(at + 1)
  if (!isWordUnit(second)) return (first * 131) & (HASHES - 1)
  const third = text.charCodeAt(at + 2)
  return ((first + second * 37) * 131 + (isWordUnit(third) ? third : 0)) & (HASHES - 1)
}

function longest<T>(root: Node<T>, folded: string, from: number, limit: number): PhraseMatch<T> | undefined {
  let node = root
  let bestEnd = -1
  let best: T | undefined
  for (let at = from; at < limit; ) {
    const end = pieceEnd(folded, at, limit)
    if (folded.charCodeAt(at) !== SPACE) {
      const child = node.next.get(folded.slice(at, end))
      if (!child) break
      node = child
      if (node.value !== undefined) {
        bestEnd = end
        best = node.value
      }
    }
    at = end
  }
  return best === undefined ? undefined : { end: bestEnd, value: best }
}

function all<T>(root: Node<T>, folded: string, from: number, limit: number): readonly PhraseMatch<T>[] {
  let node = root
  let found: PhraseMatch<T>[] | undefined
  for (let at = from; at < limit; ) {
    const end = pieceEnd(folded, at, limit)
    if (folded.charCodeAt(at) !== SPACE) {
      const child = node.next.get(folded.slice(at, end))
      if (!child) break
      node = child
      if (node.value !== undefined) (found ??= []).push({ end, value: node.value })
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
  return end === at ? at + 1 : end
}
