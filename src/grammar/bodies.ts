import { fold } from '../model/folded.js'
import type { BodyKind, Level } from '../model/plan.js'
import { ABBREVIATIONS } from './generated/abbreviations.js'
import { BODIES } from './generated/bodies.js'
import { BODY_HEADS } from './generated/body-heads.js'
import { COLLECTIVE_WORDS } from './generated/collective-words.js'
import { NAME_STOPS } from './generated/name-stops.js'
import { NOT_BODIES } from './generated/not-bodies.js'
import { POSITION_HEADS } from './generated/position-heads.js'
import { buildPhraseTrie } from './phrase-trie.js'

/** How the name of a body begins, and what follows from it. */
export interface BodyHead {
  readonly kind: BodyKind
  readonly level: Level | null
  /** A weak head ("phòng", "hội", "bộ") names a body only where what follows looks like a name. */
  readonly strong: boolean
}

export const bodyHeads = buildPhraseTrie<BodyHead>(
  BODY_HEADS.map((row) => [row.head, { kind: row.kind as BodyKind, level: (row.level || null) as Level | null, strong: row.strength === 'strong' }]),
)
export const positionHeads = buildPhraseTrie<'nothing' | 'body' | 'group'>(POSITION_HEADS.map((row) => [row.head, row.takes]))
export const notBodies = buildPhraseTrie<true>(NOT_BODIES.map((row) => [row.phrase, true]))

const wordsOf = (part: string): readonly (readonly [string, true])[] =>
  COLLECTIVE_WORDS.filter((row) => row.part === part).map((row) => [row.word, true])
export const collectiveOpeners = buildPhraseTrie<true>(wordsOf('opener'))
export const collectiveNouns = buildPhraseTrie<true>(wordsOf('noun'))
export const collectiveModifiers = buildPhraseTrie<true>(wordsOf('modifier'))
export const collectiveJoiners = buildPhraseTrie<true>(wordsOf('joiner'))

/** Words that begin a verb or a clause: after a capital they do not belong to a name, unless a known name has the pair. */
export const nameStops: ReadonlySet<string> = new Set(NAME_STOPS.map((row) => row.word))

const PIECES = /[^\s,&\-]+|[,&-]/g

/** Pairs of neighbouring words (and of a word, a connector and a word) that stand in names we know: "quản lý", "giáo dục và đào". */
let pairs: Set<string> | undefined
let known: Map<string, { kind: BodyKind; level: Level | null }> | undefined

function loadNames(): void {
  pairs = new Set()
  known = new Map()
  for (const row of BODIES) learnName(row.name, row.kind as BodyKind, (row.level || null) as Level | null)
}

function learnName(name: string, kind: BodyKind, level: Level | null): void {
  const folded = fold(name)
  known!.set(folded, { kind, level })
  const pieces = folded.match(PIECES) ?? []
  for (let i = 1; i < pieces.length; i++) {
    pairs!.add(`${pieces[i - 1]} ${pieces[i]}`)
    if (i > 1 && isConnector(pieces[i - 1]!)) pairs!.add(`${pieces[i - 2]} ${pieces[i - 1]} ${pieces[i]}`)
  }
}

export const isConnector = (piece: string): boolean => piece === 'và' || piece === '-' || piece === '&' || piece === ','

/** Do these neighbours stand together in a name we know? */
export function isNamePair(...pieces: readonly string[]): boolean {
  if (!pairs) loadNames()
  return pairs!.has(pieces.join(' '))
}

/** Kind and level of a name known as a whole, folded. */
export function findKnownBody(foldedName: string): { readonly kind: BodyKind; readonly level: Level | null } | undefined {
  if (!known) loadNames()
  return known!.get(foldedName)
}

const ABBREVIATED = new Map(ABBREVIATIONS.map((row) => [fold(row.short), row.long]))
const ABBREVIATION_WORD = /[\p{Lu}Đ][\p{L}&.-]*/gu

/** Write out the abbreviations in a name: "UBND huyện" → "Ủy ban nhân dân huyện". */
export function expandAbbreviations(name: string): string {
  return name.replace(ABBREVIATION_WORD, (word) => ABBREVIATED.get(fold(word)) ?? ABBREVIATED.get(fold(word.replace(/\.$/, ''))) ?? word)
}
