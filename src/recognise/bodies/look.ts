import { BODIES_BEGINS, BODIES_PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { buildPhraseTrie, type PhraseTrie } from '../../grammar/phrase-trie.js'
import { see } from '../../model/reach.js'

/** A pattern that is tried at a place, and what bounds how far it looks. */
export interface Look {
  /** Sticky; it may begin with spaces, and needs a letter or a mark behind them. */
  readonly pattern: RegExp
  /** What may stand behind the spaces: one of these units, or one of the words. */
  readonly units: ReadonlySet<number>
  readonly words: PhraseTrie<true> | undefined
  /** How many units, spaces not counted, it looks at behind what it matched at last. */
  readonly most: number
}

/** A pattern of the grammar, told by what it begins with; it looks at `most` units (spaces apart) that it does not match. */
export function createLook(id: keyof typeof BODIES_BEGINS, most: number): Look {
  const { units, words } = BODIES_BEGINS[id]
  return { ...createMarkLook(BODIES_PATTERNS[id], most, units), words: words.length ? buildPhraseTrie(words.map((word) => [word, true] as const)) : undefined }
}

/** A pattern without words, which begins with one of `units`. */
export function createMarkLook(pattern: RegExp, most: number, units: string): Look {
  return { pattern, most, units: new Set([...units].map((unit) => unit.charCodeAt(0))), words: undefined }
}

/** What the pattern matches at `at`, or null; most places are declined by one look at what stands there. */
export function lookAt({ pattern, units, words, most }: Look, folded: string, at: number): RegExpExecArray | null {
  let start = at
  while (folded.charCodeAt(start) === SPACE) start++
  see(start + 1)
  if (!units.has(folded.charCodeAt(start)) && !words?.longestAt(folded, start, folded.length)) return null
  pattern.lastIndex = at
  const found = pattern.exec(folded)
  seeUnits(folded, found ? at + found[0].length : start, most)
  return found
}

const SPACE = 32

/** The next `count` units, spaces apart, were looked at. */
function seeUnits(folded: string, from: number, count: number): void {
  let at = from
  for (let left = count; left > 0 && at < folded.length; at++) if (folded.charCodeAt(at) !== SPACE) left--
  see(at + 1)
}
