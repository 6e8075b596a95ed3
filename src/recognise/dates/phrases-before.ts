import { codeAt, fold, isWordUnit } from '../../model/folded.js'

export interface Before<V> {
  readonly start: number
  readonly value: V
}

/** Finds the longest of some phrases that ends right before `at`, none of its letters before `floor`; only spaces may stand between. */
export type PhraseBefore<V> = (folded: string, at: number, floor: number) => Before<V> | undefined

/** Phrases as a tree of their words from the last to the first. Its edges stand in one hash table by node and word, so that no word need be cut out. */
interface Tree<V> {
  /** Letters that the phrases end in: most places are told apart by one look. */
  readonly lastLetters: Uint8Array
  /** Edge at each place of the hash table, counted from 1; 0 where the place is free. */
  readonly slots: Uint16Array
  readonly edges: readonly Edge[]
  /** What each node means; undefined where no phrase begins with its word. */
  readonly values: readonly (V | undefined)[]
  /** Does a longer phrase have further words before this node? */
  readonly open: readonly boolean[]
}

interface Edge {
  readonly from: number
  readonly to: number
  readonly word: string
}

const SPACE = 0x20
const LONGEST_WORD = 12
const WIDEST_GAP = 4

export function phrasesBefore<V extends string | true>(rows: readonly (readonly [phrase: string, value: V])[]): PhraseBefore<V> {
  const tree = plant(rows)
  return (folded, at, floor) => longestBefore(tree, folded, at, floor)
}

function plant<V>(rows: readonly (readonly [phrase: string, value: V])[]): Tree<V> {
  const lastLetters = new Uint8Array(65536)
  const edges: Edge[] = []
  const values: (V | undefined)[] = [undefined]
  for (const [phrase, value] of rows) {
    const words = fold(phrase).split(' ').reverse()
    lastLetters[words[0]!.charCodeAt(words[0]!.length - 1)] = 1
    let node = 0
    for (const word of words) {
      let edge = edges.find((candidate) => candidate.from === node && candidate.word === word)
      if (!edge) edges.push((edge = { from: node, to: values.push(undefined) - 1, word }))
      node = edge.to
    }
    values[node] = value
  }
  return { lastLetters, slots: hashEdges(edges), edges, values, open: values.map((_, node) => edges.some(({ from }) => from === node)) }
}

/** A table of at least four times as many places as edges. */
function hashEdges(edges: readonly Edge[]): Uint16Array {
  const slots = new Uint16Array(2 ** Math.ceil(Math.log2(edges.length * 4 + 4)))
  for (const [index, { from, word }] of edges.entries()) {
    let hash = from
    for (let at = word.length - 1; at >= 0; at--) hash = withUnit(hash, word.charCodeAt(at))
    let slot = placeOf(hash, slots)
    while (slots[slot]) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = index + 1
  }
  return slots
}

const withUnit = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
const placeOf = (hash: number, slots: Uint16Array): number => (hash ^ (hash >>> 15)) & (slots.length - 1)

function longestBefore<V>(tree: Tree<V>, folded: string, at: number, floor: number): Before<V> | undefined {
  let node = 0
  let start = at
  let best: V | undefined
  let bestStart = at
  do {
    let end = start
    while (end > floor && start - end < WIDEST_GAP && codeAt(folded, end - 1) === SPACE) end--
    if (end <= floor || (node === 0 && tree.lastLetters[codeAt(folded, end - 1)] !== 1)) break
    let from = end
    let hash = node
    for (; from > floor && end - from < LONGEST_WORD; from--) {
      const code = codeAt(folded, from - 1)
      if (!isWordUnit(code)) break
      hash = withUnit(hash, code)
    }
    if (from === end || (from === floor && from > 0 && isWordUnit(codeAt(folded, from - 1)))) break
    node = follow(tree, node, hash, folded, from, end)
    if (node < 0) break
    start = from
    const value = tree.values[node]
    if (value !== undefined) {
      best = value
      bestStart = start
    }
  } while (tree.open[node])
  return best === undefined ? undefined : { start: bestStart, value: best }
}

/** The node that the word `[start, end)` of this hash leads to from `node`, or -1. */
function follow({ slots, edges }: Tree<unknown>, node: number, hash: number, folded: string, start: number, end: number): number {
  for (let slot = placeOf(hash, slots); slots[slot]; slot = (slot + 1) & (slots.length - 1)) {
    const edge = edges[slots[slot]! - 1]!
    if (edge.from === node && edge.word.length === end - start && folded.startsWith(edge.word, start)) return edge.to
  }
  return -1
}
