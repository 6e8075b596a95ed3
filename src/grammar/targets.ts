import { COMPARATORS } from './generated/comparators.js'
import { TARGET_COLUMNS } from './generated/target-columns.js'
import { TARGET_UNITS } from './generated/target-units.js'
import { TARGET_WORDS } from './generated/target-words.js'
import { buildPhraseTrie } from './phrase-trie.js'

export type Sign = '>=' | '<=' | '>' | '<' | '~'
export type UnitKind = (typeof TARGET_UNITS)[number]['kind']
type WordUse = (typeof TARGET_WORDS)[number]['use']

const phrasesOf = (use: WordUse): string[] => TARGET_WORDS.filter((row) => row.use === use).map((row) => row.phrase)

/** "ít nhất", "không quá" before a number: their sign. */
export const signsBefore: ReadonlyMap<string, Sign> = new Map(COMPARATORS.filter((row) => row.where === 'before').map((row) => [row.phrase, row.sign as Sign]))
/** "trở lên" after a number or its unit. */
export const signsAfter = buildPhraseTrie<Sign>(COMPARATORS.filter((row) => row.where === 'after').map((row) => [row.phrase, row.sign as Sign]))
/** What is counted or measured, and how such a number behaves: an age only qualifies, a grade rarely is the aim. */
export const targetUnits = buildPhraseTrie<UnitKind>(TARGET_UNITS.map((row) => [row.unit, row.kind]))
/** "triệu", "nghìn": between a number and its unit. */
export const scaleWords: ReadonlySet<string> = new Set(phrasesOf('scale'))
/** An unknown unit ends before one of these. */
export const unitStops: ReadonlySet<string> = new Set(phrasesOf('stop'))
/** Just before a number: it is what is reached; true for words that say so plainly ("đạt"), false for weaker ones ("có", "cho"). */
export const reachWords: ReadonlyMap<string, boolean> = new Map([...phrasesOf('lead').map((phrase) => [phrase, false] as const), ...phrasesOf('reach').map((phrase) => [phrase, true] as const)])
/** Just before a number: it is a name or an ordinal, unless a unit follows. */
export const labelWords: ReadonlySet<string> = new Set(phrasesOf('label'))
/** Just before a number: it is a name in any case. */
export const nameWords: ReadonlySet<string> = new Set(phrasesOf('name'))
/** Just before a number: it is what is compared with. */
export const baselineWords: ReadonlySet<string> = new Set(phrasesOf('baseline'))
/** A bracket that begins with one is no part of the aim. */
export const asideWords = buildPhraseTrie<true>(phrasesOf('aside').map((phrase) => [phrase, true]))
/** "… từ 40% lên 60%": between a number where it starts from and the one that is aimed at. */
export const riseWords = buildPhraseTrie<true>(phrasesOf('rise').map((phrase) => [phrase, true]))

/** What a column of a table of aims holds, by the words its head begins with. */
export const targetColumns = buildPhraseTrie<(typeof TARGET_COLUMNS)[number]['column']>(TARGET_COLUMNS.map((row) => [row.phrase, row.column]))

/** What a phrase says of the numbers after it; several may hold. */
export const AIM = 1
export const OPENER = 2
export const STATE = 4
export const BLOCKER = 8
export const CONDITION = 16
export const RISE = 32
/** Holds for the rest of the paragraph. */
export const GOAL = 64

const BITS: Readonly<Partial<Record<WordUse, number>>> = { goal: AIM | GOAL, aim: AIM, opener: OPENER, state: STATE, blocker: BLOCKER, condition: CONDITION, rise: RISE, plain: 0 }
const cues = new Map<string, number>()
for (const { phrase, use } of TARGET_WORDS) {
  const bit = BITS[use]
  if (bit !== undefined) cues.set(phrase, (cues.get(phrase) ?? 0) | bit)
}
/** Phrases that say whether a number is an aim, as bits. */
export const targetCues = buildPhraseTrie<number>(cues)
