import { fold } from '../model/folded.js'
import { BODIES } from './generated/bodies.js'
import { scopes } from './scopes.js'

/**
 * How words stand together in the names we know, *Sở Giáo dục và Đào tạo*: "giáo dục", "đào tạo", and "dục và đào" over the connector.
 * A name that no table has is read by the same pairs: "Phòng Giáo dục và Đào tạo nghề".
 */
interface NameWords {
  readonly ids: ReadonlyMap<string, number>
  /** Pairs of neighbours → the most that the second ends in a name. */
  readonly pairs: ReadonlyMap<number, Ending>
  readonly triples: ReadonlySet<number>
}

/** What a word ends: nothing, a term (a connector or a capital comes after it), or the name. */
type Ending = 0 | 1 | 2
const TERM = 1
const NAME = 2

const IDS = 1 << 14
const PIECES = /[^\s,&\-"()]+|[,&-]/g
let loaded: NameWords | undefined

function load(): NameWords {
  const ids = new Map<string, number>()
  const pairs = new Map<number, Ending>()
  const triples = new Set<number>()
  for (const { name } of BODIES) {
    const printed = name.match(PIECES) ?? []
    const words = printed.map((piece) => idOf(ids, fold(piece)))
    for (let i = 1; i < words.length; i++) {
      const pair = words[i - 1]! * IDS + words[i]!
      pairs.set(pair, Math.max(pairs.get(pair) ?? 0, endingBefore(printed[i + 1])) as Ending)
      if (i > 1) triples.add(words[i - 2]! * IDS * IDS + pair)
    }
  }
  return { ids, pairs, triples }
}

function idOf(ids: Map<string, number>, word: string): number {
  const known = ids.get(word)
  if (known !== undefined) return known
  ids.set(word, ids.size + 1)
  return ids.size
}

function endingBefore(next: string | undefined): Ending {
  if (next === undefined || scopes.longestAt(fold(next), 0, next.length) !== undefined) return NAME
  return isConnector(next) || next !== next.toLowerCase() ? TERM : 0
}

export const isConnector = (piece: string): boolean => piece === 'và' || piece === '-' || piece === '&' || piece === ','

/** Do these two or three neighbours, folded, stand together in a name we know? */
export function isNamePair(first: string, second: string, third?: string): boolean {
  const { ids, pairs, triples } = (loaded ??= load())
  const a = ids.get(first)
  const b = ids.get(second)
  if (a === undefined || b === undefined) return false
  if (third === undefined) return pairs.has(a * IDS + b)
  const c = ids.get(third)
  return c !== undefined && triples.has((a * IDS + b) * IDS + c)
}

function endingOf(first: string, second: string): Ending {
  const { ids, pairs } = (loaded ??= load())
  const a = ids.get(first)
  const b = ids.get(second)
  return a === undefined || b === undefined ? 0 : (pairs.get(a * IDS + b) ?? 0)
}

/** Does the second of two neighbours end a term in a name we know: "y tế" does, "tế dự" (dự phòng) does not? */
export const endsNameTerm = (first: string, second: string): boolean => endingOf(first, second) > 0

/** Does a name we know end with these two, its place apart? */
export const endsName = (first: string, second: string): boolean => endingOf(first, second) === NAME
