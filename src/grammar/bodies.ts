import { COMBINING_MARKS, fold, isUpper, isWordUnit, withOldTones } from '../model/folded.js'
import type { BodyKind, Level } from '../model/plan.js'
import { ABBREVIATIONS } from './generated/abbreviations.js'
import { BODIES } from './generated/bodies.js'
import { BODY_HEADS } from './generated/body-heads.js'
import { COLLECTIVE_WORDS } from './generated/collective-words.js'
import { NAME_STOPS } from './generated/name-stops.js'
import { NOT_BODIES } from './generated/not-bodies.js'
import { POSITION_HEADS } from './generated/position-heads.js'
import { buildPhraseTrie, pieceEnd, type PhraseMatch } from './phrase-trie.js'
import { createWordScan, type WordScan } from './word-scan.js'

export { endsName, endsNameTerm, isConnector, isInName, isNamePair } from './name-words.js'

/** How the name of a body begins, and what follows from it. */
export interface BodyHead {
  readonly kind: BodyKind
  readonly level: Level | null
  /** Names a body by itself: "UBND", "nhà trường". A weak head ("phòng", "hội", "bộ") does only where what follows looks like a name. */
  readonly strong: boolean
  /** strong, weak; "capital" is strong where capitalised; "proper" must be capitalised; "paired" wants a word that known names have after it. */
  readonly strength: (typeof BODY_HEADS)[number]['strength']
}

export type PositionTakes = (typeof POSITION_HEADS)[number]['takes']
type Part = (typeof COLLECTIVE_WORDS)[number]['part']

const headRows = (): (readonly [string, BodyHead])[] =>
  BODY_HEADS.map(({ head, kind, level, strength }) => [head, { kind, level: (level || null) as Level | null, strong: strength === 'strong', strength }])
const wordsOf = (...parts: Part[]): (readonly [string, true])[] => COLLECTIVE_WORDS.filter(({ part }) => parts.includes(part)).map(({ word }) => [word, true])

export const bodyHeads = buildPhraseTrie<BodyHead>(headRows())
export const positionHeads = buildPhraseTrie<PositionTakes>(POSITION_HEADS.map((row) => [row.head, row.takes]))
export const notBodies = buildPhraseTrie<true>(NOT_BODIES.map((row) => [row.phrase, true]))
export const collectiveOpeners = buildPhraseTrie<true>(wordsOf('opener'))
export const collectiveNouns = buildPhraseTrie<true>(wordsOf('noun', 'agent'))
export const collectiveModifiers = buildPhraseTrie<true>(wordsOf('modifier'))
/** "thuộc", "trực thuộc": a body may follow that the group belongs to. */
export const collectiveJoiners = buildPhraseTrie<true>(wordsOf('joiner'))
/** "được giao", "đóng trên địa bàn", "có": a clause that tells which of them. */
export const relativeOpeners = buildPhraseTrie<true>(wordsOf('relative'))
/** "có trách nhiệm", "có kế hoạch": the sentence's own verb, no such clause. */
export const dutyOpeners = buildPhraseTrie<true>(wordsOf('duty'))
/** Words and phrases that begin a verb or a clause: they do not belong to a name, unless a known name has them there. */
export const nameStops = buildPhraseTrie<true>(NAME_STOPS.map((row) => [row.word, true]))

/** What the words at a place may open; each with the longest phrase of its table. */
export interface Opening {
  head?: PhraseMatch<BodyHead>
  position?: PhraseMatch<PositionTakes>
  /** A noun of a collective; true where it names somebody even alone ("nhân viên y tế"). */
  noun?: PhraseMatch<boolean>
  /** Ends of "các", "những" and of a phrase that looks like a body and is none: heads no longer than it are left out. */
  opener?: number
  not?: number
}

interface Begin {
  head?: BodyHead
  position?: PositionTakes
  noun?: boolean
  opener?: true
  not?: true
}

const begins = buildPhraseTrie<Begin>({ [Symbol.iterator]: () => mergeBegins().entries() })

/** Every phrase that a body can begin with, in one trie: a place is declined by one look. */
function mergeBegins(): Map<string, Begin> {
  const merged = new Map<string, Begin>()
  const add = (phrase: string, begin: Begin): void => void merged.set(phrase, { ...merged.get(phrase), ...begin })
  for (const [phrase, head] of headRows()) add(phrase, { head })
  for (const { head, takes } of POSITION_HEADS) add(head, { position: takes })
  for (const { word, part } of COLLECTIVE_WORDS) {
    if (part === 'noun' || part === 'agent') add(word, { noun: part === 'agent' || merged.get(word)?.noun === true })
    else if (part === 'opener') add(word, { opener: true })
  }
  for (const { phrase } of NOT_BODIES) add(phrase, { not: true })
  return merged
}

/** What the words at `at` may open; undefined where no body can begin. */
export function readOpening(folded: string, at: number, limit: number): Opening | undefined {
  const found = begins.allAt(folded, at, limit)
  if (!found.length) return undefined
  const opening: Opening = {}
  for (const { end, value } of found) {
    if (value.head) opening.head = { end, value: value.head }
    if (value.position) opening.position = { end, value: value.position }
    if (value.noun !== undefined) opening.noun = { end, value: value.noun }
    if (value.opener) opening.opener = end
    if (value.not) opening.not = end
  }
  const { not = 0, head, position } = opening
  if (head && head.end <= not) delete opening.head
  if (position && position.end <= not) delete opening.position
  return opening
}

let openings: WordScan | undefined

/**
 * The next place in `[from, to)` of a text, folded or not, where a word begins that may open a body, or where a mark stands apart from its
 * letter; `to` where neither does.
 */
export const nextOpening = (text: string, from: number, to: number): number => (openings ??= createWordScan(openingWords(), COMBINING_MARKS)).next(text, from, to)

/** What the phrases begin with: their first word, and two letters of the second or a mark; where more spaces than one stand between, anything. */
function openingWords(): string[] {
  const all = new Set<string>()
  for (const phrase of mergeBegins().keys()) {
    for (const form of new Set([phrase, withOldTones(phrase)])) {
      const first = pieceEnd(form, 0, form.length)
      const isSpaced = form.charCodeAt(first) === SPACE
      if (isSpaced && isWordUnit(form.charCodeAt(first + 1))) all.add(form.slice(0, first + 3)).add(`${form.slice(0, first)}  `)
      else if (first < form.length && !isSpaced) all.add(form.slice(0, first + 1)).add(`${form.slice(0, first)} `)
      else all.add(form.slice(0, first))
    }
  }
  return [...all].filter((words) => {
    for (let end = 1; end < words.length; end++) if (all.has(words.slice(0, end))) return false
    return true
  })
}

const SPACE = 32

/** A name known as a whole. */
export interface KnownBody {
  readonly name: string
  readonly kind: BodyKind
  readonly level: Level | null
}

let known: Map<string, KnownBody> | undefined

/** A name known as a whole, by its folded form. */
export function findKnownBody(foldedName: string): KnownBody | undefined {
  known ??= loadKnown()
  return known.get(foldedName)
}

function loadKnown(): Map<string, KnownBody> {
  const folded = fold(BODIES.map(({ name }) => name).join('\n')).split('\n')
  return new Map(BODIES.map(({ name, kind, level }, index) => [folded[index]!, { name, kind, level: (level || null) as Level | null }]))
}

let abbreviated: Map<string, string> | undefined
/** Two capitals together, or a capital with a point: only then there is something to write out. */
const HAS_ABBREVIATION = /[A-ZĐÀ-ỸƠƯ][A-ZĐÀ-ỸƠƯ&.]/

/**
 * Write out the abbreviations in a name: "UBND huyện" → "Ủy ban nhân dân huyện". Some are of two words ("BCH PCTT"),
 * some mean what they mean only after a word ("Sở TC"). `own`: what a document's own short forms, folded, stand for.
 */
export function expandAbbreviations(name: string, own?: ReadonlyMap<string, string>): string {
  if (!HAS_ABBREVIATION.test(name)) return name
  abbreviated ??= new Map(ABBREVIATIONS.map(({ short, after, long }) => [after ? `${after} | ${fold(short)}` : fold(short), long]))
  const words = name.split(' ')
  const folded = fold(name).split(' ')
  const written: string[] = []
  for (let i = 0; i < words.length; i++) {
    const two = abbreviated.get(`${folded[i]} ${folded[i + 1]}`)
    written.push(own?.get(folded[i]!) ?? two ?? (isCapital(words[i]!) ? expandWord(words[i]!, folded[i]!, folded[i - 1], abbreviated) : words[i]!))
    if (two && !own?.has(folded[i]!)) i++
  }
  return written.join(' ')
}

const isCapital = (word: string): boolean => isUpper(word.charCodeAt(0))
const MARKS_AT_END = /[,;)]+$/

function expandWord(word: string, folded: string, before: string | undefined, known: ReadonlyMap<string, string>): string {
  const bare = folded.replace(MARKS_AT_END, '')
  const long = known.get(`${before} | ${bare}`) ?? known.get(bare) ?? known.get(bare.replace(/\.$/, ''))
  return long === undefined ? (expandParts(word, bare, known) ?? word) : long + folded.slice(bare.length)
}

/** "PTDS-PCTT&TKCN": letters for letters, where each part is known. */
function expandParts(word: string, bare: string, known: ReadonlyMap<string, string>): string | undefined {
  const parts = bare.split(/([-&])/)
  if (parts.length < 3) return undefined
  const written = parts.map((part) => (part === '-' ? ' - ' : part === '&' ? ' và ' : known.get(part)))
  return written.every((part) => part !== undefined) ? written.join('') + word.slice(bare.length) : undefined
}
