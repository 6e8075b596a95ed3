import { codeAt, fold, wordEndsAt, wordStartsAt } from '../model/folded.js'

/**
 * Phrases of a grammar, found at a place of a text without folding the text: a walk over code units, so that asking each
 * line of a long document costs next to nothing. Case, dashes and both placements of a tone mark (hòa, hoà) count as one.
 */
export interface LinePhrases<V> {
  readonly root: Node<V>
  /** By the hash of three folded code units: can a phrase begin (or, backwards, end) with them? Most places are declined by it. */
  readonly begins: Uint8Array
  /** Letters of its shortest phrase, three at most: so many of them count. */
  readonly least: number
}

interface Node<V> {
  readonly next: Map<number, Node<V>>
  value: V | undefined
}

export interface PhraseMatch<V> {
  readonly value: V
  /** Where the phrase ends, or, matched backwards, where it begins. */
  readonly at: number
}

const FOLDED_UNITS = foldEveryUnit()

function foldEveryUnit(): Uint16Array {
  const units = new Uint16Array(65536)
  for (let code = 0; code < 65536; code++) units[code] = code
  const latin = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).join('\n')
  const folded = fold(latin)
  for (let code = 0; code < 0x2100; code++) units[code] = codeAt(folded, code * 2)
  return units
}

/** The folded form of a code unit. */
export const foldedUnit = (code: number): number => FOLDED_UNITS[code]!

const TONE_PAIRS: readonly (readonly [string, string])[] = [
  ['òa', 'oà'], ['óa', 'oá'], ['ỏa', 'oả'], ['õa', 'oã'], ['ọa', 'oạ'], ['òe', 'oè'], ['óe', 'oé'], ['ủy', 'uỷ'], ['ùy', 'uỳ'], ['úy', 'uý'], ['ũy', 'uỹ'], ['ụy', 'uỵ'],
]

function spellings(phrase: string): string[] {
  const folded = fold(phrase)
  const old = TONE_PAIRS.reduce((text, [modern, former]) => text.replaceAll(modern, former), folded)
  return old === folded ? [folded] : [folded, old]
}

/** A trie of phrases read forwards, or backwards where `backwards` is set. */
export function buildPhrases<V>(entries: Iterable<readonly [string, V]>, backwards = false): LinePhrases<V> {
  const root: Node<V> = { next: new Map(), value: undefined }
  const all: number[][] = []
  for (const [phrase, value] of entries) {
    for (const spelling of spellings(phrase)) {
      const units = Array.from({ length: spelling.length }, (_, i) => spelling.charCodeAt(i))
      if (backwards) units.reverse()
      let node = root
      for (const unit of units) {
        const next = node.next.get(unit) ?? { next: new Map(), value: undefined }
        node.next.set(unit, next)
        node = next
      }
      node.value ??= value
      all.push(units)
    }
  }
  const least = Math.min(3, ...all.map(({ length }) => length))
  const begins = new Uint8Array(HASHES)
  for (const units of all) begins[hashOf(units[0] ?? 0, least > 1 ? units[1]! : 0, least > 2 ? units[2]! : 0)] = 1
  return { root, begins, least }
}

const HASHES = 4096
const hashOf = (first: number, second: number, third: number): number => ((first * 61 + second) * 37 + third) & (HASHES - 1)

/** The folded unit at a place; 0 outside the text. */
const unitAt = (text: string, at: number): number => (at >= 0 && at < text.length ? FOLDED_UNITS[codeAt(text, at)]! : 0)

const mayBegin = <V>({ begins, least }: LinePhrases<V>, text: string, at: number, step: 1 | -1): boolean =>
  begins[hashOf(unitAt(text, at), least > 1 ? unitAt(text, at + step) : 0, least > 2 ? unitAt(text, at + 2 * step) : 0)] !== 0

/** The longest phrase that begins at `at` and ends a word at or before `end`. */
export function phraseAt<V>(trie: LinePhrases<V>, text: string, at: number, end: number): PhraseMatch<V> | undefined {
  if (at >= end || !mayBegin(trie, text, at, 1)) return undefined
  let found: PhraseMatch<V> | undefined
  let node: Node<V> | undefined = trie.root
  for (let i = at; i < end; i++) {
    node = node.next.get(FOLDED_UNITS[codeAt(text, i)]!)
    if (!node) break
    if (node.value !== undefined && (i + 1 === end || isEnd(text, i + 1))) found = { value: node.value, at: i + 1 }
  }
  return found
}

/** The longest phrase that ends at `end` and begins a word at or behind `start`. */
export function phraseBefore<V>(trie: LinePhrases<V>, text: string, end: number, start: number): PhraseMatch<V> | undefined {
  if (end <= start || !mayBegin(trie, text, end - 1, -1)) return undefined
  let found: PhraseMatch<V> | undefined
  let node: Node<V> | undefined = trie.root
  for (let i = end - 1; i >= start; i--) {
    node = node.next.get(FOLDED_UNITS[codeAt(text, i)]!)
    if (!node) break
    if (node.value !== undefined && (i === start || wordStartsAt(text, i))) found = { value: node.value, at: i }
  }
  return found
}

/** A phrase that ends in a sign ("số:") ends anywhere, one that ends in a letter only where the word does. */
const isEnd = (text: string, at: number): boolean => wordEndsAt(text, at) || !/[\p{L}\p{N}]/u.test(text[at - 1]!)
