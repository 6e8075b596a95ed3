import { BODY_WORDS } from './generated/body-words.js'
import { buildPhraseTrie, type PhraseTrie } from './phrase-trie.js'

type Use = (typeof BODY_WORDS)[number]['use']

const phrasesOf = (use: Use): readonly string[] => BODY_WORDS.filter((row) => row.use === use).map(({ phrase }) => phrase)
const setOf = (use: Use): ReadonlySet<string> => new Set(phrasesOf(use))
const trieOf = (use: Use): PhraseTrie<true> => buildPhraseTrie(phrasesOf(use).map((phrase) => [phrase, true] as const))

/** "Phòng", "Sở": heads of names that a list may give without repeating them. */
export const sharedHeads = setOf('shares head')
/** Heads that a level and a place follow at once: "UBND huyện Tứ Kỳ", "Công an tỉnh". */
export const placedHeads = setOf('takes place')
/** Heads of what other bodies are part of. */
export const partHeads = setOf('part of body')
/** The few verbs of one word that always govern a sentence. */
export const predicates = trieOf('predicate')
/** What the name of a group begins with, behind "và". */
export const groupBegins = trieOf('opens group')
/** The letters of a level that mean none: "xã hội", "cơ sở dữ liệu". */
export const notScopes = trieOf('no level')
/** What companies do, in their names. */
export const trades = trieOf('trade')
/** "Phan Rang - Tháp Chàm", "Bà Rịa - Vũng Tàu": what belongs to the name of a place behind a dash. */
export const SECOND_HALVES = phrasesOf('second half')
/** Words that end no term, whatever follows. */
export const OPEN_WORDS = setOf('ends no term')
