import type { Role } from '../model/plan.js'
import { SECTION_KEYWORDS } from './generated/section-keywords.js'
import { SECTION_TITLES } from './generated/section-titles.js'
import { buildPhraseTrie } from './phrase-trie.js'

/** A phrase that gives a title its role; of several the one with the highest priority speaks. */
export interface RoleKeyword {
  readonly role: Role
  readonly priority: number
}

const keywordsOf = (where: 'starts' | 'contains'): (readonly [string, RoleKeyword])[] =>
  SECTION_KEYWORDS.filter((row) => row.where === where).map((row) => [row.phrase, { role: row.role as Role, priority: Number(row.priority) }])
const phrasesOf = (where: 'opener' | 'assigner' | 'level' | 'topic'): (readonly [string, true])[] =>
  SECTION_KEYWORDS.filter((row) => row.where === where).map((row) => [row.phrase, true])

/** Phrases that a title begins with: "kinh phí …" is funding. */
export const startingKeywords = buildPhraseTrie<RoleKeyword>(keywordsOf('starts'))
/** Phrases that speak wherever they stand in a title. */
export const containedKeywords = buildPhraseTrie<RoleKeyword>(keywordsOf('contains'))
/** Words before the telling one: "một số nhiệm vụ …". */
export const titleOpeners = buildPhraseTrie<true>(phrasesOf('opener'))
/** Words before a body that is made to do something: "giao Sở Y tế", "đối với UBND cấp xã". */
export const titleAssigners = buildPhraseTrie<true>(phrasesOf('assigner'))

/** A syllable that after a weak head makes it the name of a body: "Thuế tỉnh", "Thanh tra huyện". */
export const levelSyllables: ReadonlySet<string> = new Set(phrasesOf('level').map(([phrase]) => phrase))
/** A syllable that after a head makes it a topic: "chính phủ số", "chính quyền điện tử". */
export const topicSyllables: ReadonlySet<string> = new Set(phrasesOf('topic').map(([phrase]) => phrase))

const lettersOnly = (words: string): string => words.replaceAll(' ', '')
const byLetters = new Map<string, Role>(SECTION_TITLES.map((row) => [lettersOnly(row.title), row.role as Role]))
const longestTitle = Math.max(...SECTION_TITLES.map((row) => row.title.length))

/** The role of a title known as a whole, by its words without punctuation; spaces that a scanner put inside words do no harm. */
export const findTitleRole = (words: string): Role | undefined => (words.length > longestTitle * 2 ? undefined : byLetters.get(lettersOnly(words)))
