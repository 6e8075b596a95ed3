import type { Level } from '../model/plan.js'
import { SCOPE_WORDS } from './generated/scope-words.js'
import { buildPhraseTrie } from './phrase-trie.js'

/** How far a body reaches: "huyện", "tỉnh", "cấp xã", "khu vực". */
export interface Scope {
  readonly level: Level | null
  /** What may follow: the name of the place, a number or a name, a number for certain, or nothing. */
  readonly takes: (typeof SCOPE_WORDS)[number]['takes']
}

export const scopes = buildPhraseTrie<Scope>(SCOPE_WORDS.map((row) => [row.phrase, { level: (row.level || null) as Level | null, takes: row.takes }]))
