import { isWordUnit } from '../model/folded.js'

/** Phrases by their words: longest match from a place in a folded text, white space elastic. */
export interface PhraseTrie<T> {
  /** The longest phrase that begins at `at` and ends at a word's end before `limit`. */
  longestAt(folded: string, at: number, limit: number): { readonly end: number; readonly value: T } | undefined
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  value: T | undefined
}

const SPACE = 32

/** Build a trie; each phrase is folded text, its words and marks (`,` `-` `&`) separated by single spaces or not. */
export function buildPhraseTrie<T>(phrases: Iterable<readonly [string, T]>): PhraseTrie<T> {
  const root: Node<T> = { next: new Map(), value: undefined }
  for (const [phrase, value] of phrases) {
    let node = root
    for (let at = 0; at < phrase.length; ) {
      const end = pieceEnd(phrase, at, phrase.length)
      if (phrase.charCodeAt(at) !== SPACE) {
        const piece = phrase.slice(at, end)
        let child = node.next.get(piece)
        if (!child) {
          child = { next: new Map(), value: undefined }
          node.next.set(piece, child)
        }
        node = child
      }
      at = end
    }
    node.value = value
  }
  return { longestAt: (folded, at, limit) => longest(root, folded, at, limit) }
}

function longest<T>(root: Node<T>, folded: string, from: number, limit: number): { end: number; value: T } | undefined {
  let node = root
  let best: { end: number; value: T } | undefined
  for (let at = from; at < limit; ) {
    const end = pieceEnd(folded, at, limit)
    if (folded.charCodeAt(at) !== SPACE) {
      const child = node.next.get(folded.slice(at, end))
      if (!child) break
      node = child
      if (node.value !== undefined) best = { end, value: node.value }
    }
    at = end
  }
  return best
}

/** The end of the word, or of the single mark, that begins at `at`. */
export function pieceEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isWordUnit(text.charCodeAt(end))) end++
  return end === at ? at + 1 : end
}
