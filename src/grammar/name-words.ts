import { fold } from '../model/folded.js'
import { rememberWords } from '../model/remember.js'
import { OPEN_WORDS } from './body-words.js'
import { ABBREVIATIONS } from './generated/abbreviations.js'
import { BODIES } from './generated/bodies.js'
import { SCOPE_WORDS } from './generated/scope-words.js'

/**
 * How words stand together in the names we know, *Sở Giáo dục và Đào tạo*: "giáo dục", "đào tạo", and "dục và đào" over the connector.
 * A name that no table has is read by the same pairs: "Phòng Giáo dục và Đào tạo nghề".
 */
interface NameWords {
  readonly ids: ReadonlyMap<string, number>
  /** Pairs of neighbours by their ids, numbered in the order they are met. */
  readonly pairs: ReadonlyMap<number, number>
  /** The most that the second of each pair ends, by the pair's number. */
  readonly endings: readonly Ending[]
  /** A pair's number and the id of the word after it. */
  readonly triples: ReadonlySet<number>
  /** All names, folded, a space before and after each: " sở y tế \n". */
  readonly text: string
}

/** What a word ends: nothing, a term (a connector or a capital comes after it), or the name. */
type Ending = 0 | 1 | 2
const TERM = 1
const NAME = 2

/** More words than this are not told apart in one number. */
const IDS = 1 << 12
const PIECES = /[^\s,&\-"()]+|[,&\-\n]/g
const LEVELS: ReadonlySet<string> = new Set(SCOPE_WORDS.map(({ phrase }) => phrase))
let loaded: NameWords | undefined

function load(): NameWords {
  const names = [...BODIES.map(({ name }) => name), ...namesWithShortHeads()].join('\n')
  const text = fold(names)
  const printed = names.match(PIECES) ?? []
  const folded = text.match(PIECES) ?? []
  const ids = new Map<string, number>()
  const pairs = new Map<number, number>()
  const endings: Ending[] = []
  const triples = new Set<number>()
  let before = 0
  let pairBefore = -1
  for (let i = 0; i < folded.length; i++) {
    const word = folded[i] === '\n' ? 0 : idOf(ids, folded[i]!)
    if (pairBefore >= 0 && word) triples.add(pairBefore * IDS + word)
    pairBefore = before && word ? numberOf(pairs, before * IDS + word) : -1
    if (pairBefore >= 0) endings[pairBefore] = Math.max(endings[pairBefore] ?? 0, endingBefore(folded[i]!, printed[i + 1] ?? '\n', folded[i + 1] ?? '\n', folded[i + 2] ?? '\n')) as Ending
    before = word
  }
  return { ids, pairs, endings, triples, text: ` ${spaced(text).replaceAll('\n', ' \n ')} \n` }
}

/** "VKSND tối cao", "BCĐ phòng, chống tội phạm": what follows a head follows its short form too. */
function namesWithShortHeads(): string[] {
  const heads = ABBREVIATIONS.filter(({ after, long }) => !after && long.includes(' '))
  return heads.flatMap(({ short, long }) => BODIES.flatMap(({ name }) => (name.startsWith(`${long} `) ? [`${short}${name.slice(long.length)}`] : [])))
}

function idOf(ids: Map<string, number>, word: string): number {
  const known = ids.get(word)
  if (known !== undefined) return known
  ids.set(word, ids.size + 1)
  return ids.size
}

function numberOf(pairs: Map<number, number>, pair: number): number {
  const known = pairs.get(pair)
  if (known !== undefined) return known
  pairs.set(pair, pairs.size)
  return pairs.size - 1
}

function endingBefore(word: string, printed: string, folded: string, second: string): Ending {
  if (OPEN_WORDS.has(word)) return 0
  if (folded === '\n' || (LEVELS.has(folded) && second !== 'hội') || LEVELS.has(`${folded} ${second}`)) return NAME
  return isConnector(folded) || printed.charCodeAt(0) !== folded.charCodeAt(0) ? TERM : 0
}

export const isConnector = (piece: string): boolean => piece === 'và' || piece === '-' || piece === '&' || piece === ','

/** The number of a pair of neighbours in names we know, or -1. */
function pairOf({ ids, pairs }: NameWords, first: string, second: string): number {
  const a = ids.get(first)
  const b = a === undefined ? undefined : ids.get(second)
  return b === undefined ? -1 : (pairs.get(a! * IDS + b) ?? -1)
}

/** Do these two or three neighbours, folded, stand together in a name we know? */
export function isNamePair(first: string, second: string, third?: string): boolean {
  const words = (loaded ??= load())
  const pair = pairOf(words, first, second)
  if (pair < 0 || third === undefined) return pair >= 0
  const last = words.ids.get(third)
  return last !== undefined && words.triples.has(pair * IDS + last)
}

/** Does the second of two neighbours end a term in a name we know: "y tế" does, "tế dự" (dự phòng) does not? */
export const endsNameTerm = (first: string, second: string): boolean => endingOf(first, second) > 0

/** Does a name we know end with these two, its place apart? */
export const endsName = (first: string, second: string): boolean => endingOf(first, second) === NAME

function endingOf(first: string, second: string): Ending {
  const words = (loaded ??= load())
  return words.endings[pairOf(words, first, second)] ?? 0
}

/** Do these words, folded, stand in a name we know; or end one? */
export const isInName = (words: string, atEnd = false): boolean => stands(atEnd ? ` ${spaced(words)} \n` : ` ${spaced(words)} `)
const stands = rememberWords((words) => (loaded ??= load()).text.includes(words))

const spaced = (text: string): string => (text.includes(',') ? text.replaceAll(',', ' ,') : text)
