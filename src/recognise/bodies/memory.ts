import { type FoldedText, isWordUnit, unitAt } from '../../model/folded.js'
import { ownText } from '../../model/own-text.js'
import type { Body } from '../../model/plan.js'
import { reach, see, watch } from '../../model/reach.js'
import { findBody } from './find-body.js'
import type { Found } from './found.js'
import { headOf } from './read-list.js'
import type { NameBody } from './name-body.js'
import { type AlsoNames, alsoNames } from './where.js'

/** What was found at a place once, counted from that place, so that it holds wherever the same letters stand. */
export interface Remembered {
  /** All that was looked at, verbatim. */
  readonly words: string
  /** Is there a bracket in or behind it? */
  readonly hasBracket: boolean
  /** Head that names behind it may share: "phòng" of "Phòng Nội vụ, | Tư pháp". */
  readonly listHead: string | undefined
  readonly found: Found | undefined
  readonly alsoNames: AlsoNames
  /** Who named it last, and how. */
  namedBy: NameBody | undefined
  named: readonly Named[]
}

/** A named body, its place counted from the begin of what was found. */
export interface Named {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly facts: Body
  /** Is the next of the list the body that it is a part or an office of? */
  readonly isPart: boolean
}

/**
 * Words that were read once, as a tree: each way down from the root is what was looked at for one finding, whole words with what
 * stands behind them, so that the same words give the same finding. Administrative texts name the same bodies before the same words again
 * and again; what is new is read, and remembered. Edges stand in one small table, four numbers each: node, two hashes of the word, and
 * the node it leads to, or below zero what was found.
 */
interface Memory {
  edges: Int32Array
  readonly findings: Remembered[]
  count: number
}

const FEWEST_SLOTS = 1 << 12
const MOST_EDGES = 60_000
/** Longer ways are not remembered. */
const LONGEST = 400
const ROOT = 1
const EDGE = 4
/** Stand for the end of the text, and for the limit of the reading. */
const END = -1
const LIMIT = -2
const NOTHING: Remembered = { words: '', found: undefined, alsoNames: undefined, namedBy: undefined, named: [], hasBracket: false, listHead: undefined }

const createMemory = (): Memory => ({ edges: new Int32Array(FEWEST_SLOTS * EDGE), findings: [NOTHING], count: 0 })

let memory = createMemory()

/** Where an edge stands, or the free place where it would. */
function placeOf(edges: Int32Array, node: number, first: number, second: number): number {
  const mask = edges.length - EDGE
  let at = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(first, 0x85ebca6b)) >>> 10) * EDGE & mask
  while (edges[at + 3] !== 0 && (edges[at] !== node || edges[at + 1] !== first || edges[at + 2] !== second)) at = (at + EDGE) & mask
  return at
}

/** A text that is folded when somebody asks for it. */
export interface Unfolded {
  readonly text: string
  readonly fold: () => FoldedText
}

/** What stands at a place: remembered, or read now. */
export function recallBody({ text: printed, fold }: Unfolded, at: number, limit: number): Remembered {
  const { length } = printed
  let node = follow(printed, at, limit, ROOT)
  if (node > 0 && limit < length) {
    node = edgeTo(node, LIMIT)
    if (node > 0) node = follow(printed, limit, length, node)
  }
  if (node > 0) node = edgeTo(node, END)
  return node < 0 ? memory.findings[-1 - node]! : readNow(fold(), at, limit)
}

/** The node that the words of `[from, to)` lead to; below zero what was found on the way; 0 where they were not met yet. */
function follow(printed: string, from: number, to: number, start: number): number {
  const { edges } = memory
  let node = start
  for (let at = from; at < to && node > 0; ) {
    at = hashWord(printed, at, to)
    node = edges[placeOf(edges, node, firstHash, secondHash) + 3]!
  }
  return node
}

/** The two hashes of the word that {@link hashWord} read last. */
let firstHash = 0
let secondHash = 0

/** Hash the word at `from` with what stands behind it, or what stands there before the next; where that begins. */
function hashWord(printed: string, from: number, to: number): number {
  let first = 0
  let second = 0
  let code = printed.charCodeAt(from)
  let inWord = isWordUnit(code)
  let at = from
  for (;;) {
    first = Math.imul(first ^ code, 0x01000193)
    second = (Math.imul(second, 31) + code) | 0
    if (++at >= to) break
    code = printed.charCodeAt(at)
    if (!isWordUnit(code)) inWord = false
    else if (!inWord) break
  }
  firstHash = first
  secondHash = second
  return at
}

const edgeTo = (node: number, mark: number): number => memory.edges[placeOf(memory.edges, node, mark, mark) + 3]!

function readNow(text: FoldedText, at: number, limit: number): Remembered {
  watch()
  see(at + 1)
  const found = findBody(text, at, limit)
  const seen = reach()
  const end = wordEnd(text.text, seen, limit)
  const remembered = found ? rememberedOf(text, at, end, found) : NOTHING
  const { length } = text.text
  const last = end < limit ? end : seen > limit ? wordEnd(text.text, Math.min(seen, length), length) : limit
  if (last - at < LONGEST) remember(text.text, at, limit, last, remembered)
  return remembered
}

function rememberedOf({ text, folded }: FoldedText, at: number, end: number, found: Found): Remembered {
  const words = ownText(text.slice(at, end))
  const own = moved(found, -at)
  return { words, found: own, alsoNames: alsoNames(words, own), namedBy: undefined, named: [], hasBracket: words.includes('('), listHead: found.inner ? undefined : headOf(folded, at, found) }
}

/** The end of the word, and of what stands behind it, that the letter before `at` is in. */
function wordEnd(printed: string, at: number, limit: number): number {
  let end = at
  if (isWordUnit(unitAt(printed, at - 1))) while (end < limit && isWordUnit(unitAt(printed, end))) end++
  while (end < limit && !isWordUnit(unitAt(printed, end))) end++
  return end
}

/** Remembers what was found at a place, when all up to `last` was looked at: words, the limit where it was reached, and words behind it. */
function remember(printed: string, at: number, limit: number, last: number, remembered: Remembered): void {
  if (memory.count > MOST_EDGES) memory = createMemory()
  const finding = -1 - (remembered === NOTHING ? 0 : memory.findings.push(remembered) - 1)
  const toEnd = last >= printed.length
  if (last < limit) addWords(printed, at, last, ROOT, finding)
  else {
    const node = addWords(printed, at, limit, ROOT, 0)
    const behind = limit < printed.length ? addEdge(node, LIMIT, LIMIT, last > limit ? 0 : finding) : node
    const after = addWords(printed, limit, last, behind, toEnd ? 0 : finding)
    if (toEnd) addEdge(after, END, END, finding)
  }
}

/** The node behind the words of `[from, to)`; `finding`: what they lead to instead, where it is not 0. */
function addWords(printed: string, from: number, to: number, start: number, finding: number): number {
  let node = start
  for (let at = from; at < to && node > 0; ) {
    at = hashWord(printed, at, to)
    node = addEdge(node, firstHash, secondHash, at >= to ? finding : 0)
  }
  return node
}

/** The node that a word leads to from another; `finding`: what was found, where the way ends there. */
function addEdge(node: number, first: number, second: number, finding: number): number {
  if (memory.count * 2 * EDGE > memory.edges.length) memory.edges = grown(memory.edges)
  const { edges } = memory
  const at = placeOf(edges, node, first, second)
  if (edges[at + 3] === 0) {
    edges.set([node, first, second, finding || ROOT + ++memory.count], at)
    if (finding) memory.count++
  }
  return edges[at + 3]!
}

function grown(edges: Int32Array): Int32Array {
  const larger = new Int32Array(edges.length * 2)
  for (let at = 0; at < edges.length; at += EDGE) if (edges[at + 3] !== 0) larger.set(edges.subarray(at, at + EDGE), placeOf(larger, edges[at]!, edges[at + 1]!, edges[at + 2]!))
  return larger
}

/** The same finding, so many letters on. */
export function moved(found: Found, by: number): Found {
  return {
    ...found,
    end: found.end + by,
    ...(found.inner && { inner: { start: found.inner.start + by, found: moved(found.inner.found, by) } }),
    ...(found.shared && { shared: found.shared.map((part) => ({ start: part.start + by, found: moved(part.found, by) })) }),
  }
}

/** The names of what was found at `at`: itself and the bodies in its words, or those that share its head; worked out once for each who names. */
export function nameRemembered(remembered: Remembered, { fold }: Unfolded, at: number, nameBody: NameBody): readonly Named[] {
  if (remembered.namedBy === nameBody) return remembered.named
  const named = nameFound(moved(remembered.found!, at), fold(), at, at, nameBody)
  if (!nameBody.grows()) {
    remembered.namedBy = nameBody
    remembered.named = named
  }
  return named
}

function nameFound(found: Found, text: FoldedText, start: number, from: number, nameBody: NameBody): Named[] {
  const named = nameBody.name(text, start, found)
  const facts = { ...named, text: ownText(named.text) }
  const own = { text: facts.text, start: start - from, end: found.end - from, facts, isPart: found.inner !== undefined }
  return found.inner ? [own, ...nameFound(found.inner.found, text, found.inner.start, from, nameBody)] : [own]
}
