import { codeAt, COMBINING_MARK, type FoldedText, isWordUnit, unitAt } from '../../model/folded.js'
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
  /** Is there a mark apart from its letter in or behind it? */
  readonly hasMark: boolean
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

/** What was looked at for one finding, whole words with what stands behind them, so that the same words give the same finding. */
interface Way {
  readonly words: string
  /** Where among them the limit of the reading stood, which only a tab sets before the text's end; -1 where it was not reached. */
  readonly limit: number
  /** Did the text end with them? */
  readonly toEnd: boolean
  readonly finding: Remembered
}

/**
 * The ways that were read once, as a tree of their words. Administrative texts name the same bodies before the same words again and again; what is
 * new is read, and remembered. A way that a body was found on stands as near to the root as it is told from all others, most behind two words, and is
 * then compared letter by letter; one without stands behind all its words. Edges stand in one table, four numbers each: node, two hashes of
 * the word, and the node it leads to, {@link NO_BODY}, or below that a way.
 */
interface Memory {
  edges: Int32Array
  readonly ways: Way[]
  /** Edges, and the last node. */
  count: number
}

const FEWEST_SLOTS = 1 << 12
const MOST_EDGES = 60_000
/** Longer ways are not remembered. */
const LONGEST = 400
const ROOT = 1
const EDGE = 4
const NO_BODY = -1
/** Stand for the end of the text, and for the limit of the reading. */
const END = -1
const LIMIT = -2
const NOTHING: Remembered = { words: '', found: undefined, alsoNames: undefined, namedBy: undefined, named: [], hasBracket: false, hasMark: false, listHead: undefined }

const createMemory = (): Memory => ({ edges: new Int32Array(FEWEST_SLOTS * EDGE), ways: [], count: ROOT })

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
export const recallBody = ({ text, fold }: Unfolded, at: number, limit: number): Remembered => recall(text, at, limit) ?? readNow(fold(), at, limit)

function recall(text: string, start: number, limit: number): Remembered | undefined {
  const { edges } = memory
  let node = ROOT
  let isBehind = limit === text.length
  let isAtEnd = false
  for (let at = start; node > 0 && !isAtEnd; ) {
    if (at < limit || (isBehind && at < text.length)) at = readWord(text, at, isBehind ? text.length : limit)
    else {
      isAtEnd = isBehind
      firstHash = secondHash = isBehind ? END : LIMIT
      isBehind = true
    }
    node = edges[placeOf(edges, node, firstHash, secondHash) + 3]!
  }
  return node < NO_BODY ? onWay(wayOf(node), text, start, limit) : node === NO_BODY ? NOTHING : undefined
}

const wayOf = (to: number): Way => memory.ways[NO_BODY - 1 - to]!

/** What was found on a way, where a text goes it. */
function onWay({ words, limit: cut, toEnd, finding }: Way, text: string, at: number, limit: number): Remembered | undefined {
  const end = at + words.length
  return (cut < 0 ? end <= limit : at + cut === limit) && (!toEnd || end === text.length) && text.startsWith(words, at) ? finding : undefined
}

/** The two hashes of the word that {@link readWord} read last. */
let firstHash = 0
let secondHash = 0

/** Hash the word at `from` with what stands behind it, or what stands there before the next; where that begins. */
function readWord(text: string, from: number, to: number): number {
  let first = 0
  let second = 0
  let code = codeAt(text, from)
  let inWord = isWordUnit(code)
  let at = from
  for (;;) {
    first = Math.imul(first ^ code, 0x01000193)
    second = (Math.imul(second, 31) + code) | 0
    if (++at >= to) break
    code = codeAt(text, at)
    if (!isWordUnit(code)) inWord = false
    else if (!inWord) break
  }
  firstHash = first
  secondHash = second
  return at
}

function readNow(text: FoldedText, at: number, limit: number): Remembered {
  watch()
  see(at + 1)
  const found = findBody(text, at, limit)
  const seen = reach()
  const { length } = text.text
  const end = behindWord(text.text, seen, limit)
  const finding = found ? rememberedOf(text, at, end, found) : NOTHING
  const last = end < limit ? end : seen > limit ? behindWord(text.text, Math.min(seen, length), length) : limit
  if (last - at < LONGEST) remember({ words: ownText(text.text.slice(at, last)), limit: last >= limit && limit < length ? limit - at : -1, toEnd: last >= length, finding })
  return finding
}

function rememberedOf({ text, folded }: FoldedText, at: number, end: number, found: Found): Remembered {
  const words = ownText(text.slice(at, end))
  const own = moved(found, -at)
  return { words, found: own, alsoNames: alsoNames(words, own), namedBy: undefined, named: [], hasBracket: words.includes('('), hasMark: COMBINING_MARK.test(words), listHead: found.inner ? undefined : headOf(folded, at, found) }
}

/** The end of the word, and of what stands behind it, that the letter before `at` is in. */
function behindWord(printed: string, at: number, limit: number): number {
  let end = at
  if (isWordUnit(unitAt(printed, at - 1))) while (end < limit && isWordUnit(unitAt(printed, end))) end++
  while (end < limit && !isWordUnit(unitAt(printed, end))) end++
  return end
}

/** Let a way stand where it parts from all others; one that stood there before goes a word on. */
function remember(way: Way): void {
  if (memory.count > MOST_EDGES) memory = createMemory()
  const words = wordsOf(way)
  const { length } = words
  let node = ROOT
  for (let depth = 0; depth < length && node > 0; depth += 2) {
    const next = addEdge(node, words, depth, way.finding !== NOTHING ? way : depth + 2 === length ? NO_BODY : ROOT)
    node = next < NO_BODY && wayOf(next) !== way ? giveWay(node, words, depth, wayOf(next)) : next
  }
}

/** The new node behind an edge that led to a way, which goes a word on from there; {@link NO_BODY} where the way has no further word. */
function giveWay(node: number, words: readonly number[], depth: number, way: Way): number {
  const others = wordsOf(way)
  if (others.length <= depth + 2) return NO_BODY
  const { edges } = memory
  const at = placeOf(edges, node, words[depth]!, words[depth + 1]!) + 3
  const to = edges[at]!
  const between = (edges[at] = ++memory.count)
  addEdge(between, others, depth + 2, to)
  return between
}

/** The hashes of a way's words, two each. */
function wordsOf({ words, limit, toEnd }: Way): number[] {
  const hashes: number[] = []
  for (let at = 0; at < words.length; ) {
    if (at === limit) hashes.push(LIMIT, LIMIT)
    at = readWord(words, at, at < limit ? limit : words.length)
    hashes.push(firstHash, secondHash)
  }
  if (limit === words.length) hashes.push(LIMIT, LIMIT)
  if (toEnd) hashes.push(END, END)
  return hashes
}

/** Where the word at `depth` leads to from a node; where it led nowhere, from now on to a way, to a number below zero, or to a new node ({@link ROOT}). */
function addEdge(node: number, words: readonly number[], depth: number, to: Way | number): number {
  if (memory.count * 2 * EDGE > memory.edges.length) memory.edges = grown(memory.edges)
  const { edges, ways } = memory
  const at = placeOf(edges, node, words[depth]!, words[depth + 1]!)
  if (edges[at + 3] === 0) {
    const target = typeof to !== 'number' ? NO_BODY - ways.push(to) : to === ROOT ? ++memory.count : to
    edges.set([node, words[depth]!, words[depth + 1]!, target], at)
    if (target < 0) memory.count++
  }
  return edges[at + 3]!
}

function grown(edges: Int32Array): Int32Array {
  const larger = new Int32Array(edges.length * 2)
  for (let at = 0; at < edges.length; at += EDGE) if (edges[at + 3] !== 0) larger.set(edges.subarray(at, at + EDGE), placeOf(larger, edges[at]!, edges[at + 1]!, edges[at + 2]!))
  return larger
}

/** The same finding, so many letters on. */
function moved(found: Found, by: number): Found {
  return {
    ...found,
    end: found.end + by,
    ...(found.inner && { inner: { start: found.inner.start + by, found: moved(found.inner.found, by) } }),
    ...(found.shared && { shared: found.shared.map((part) => ({ start: part.start + by, found: moved(part.found, by) })) }),
  }
}

/** The names of what was found at `at`: itself, and the bodies in its words or those that share its head; worked out once for each who names. */
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
  const parts = found.inner ? [found.inner] : (found.shared ?? [])
  return [own, ...parts.flatMap((part) => nameFound(part.found, text, part.start, from, nameBody))]
}
