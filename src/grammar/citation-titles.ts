import { fold } from '../model/folded.js'
import { TITLE_CLOSERS } from './generated/title-closers.js'
import { TITLE_OPENERS } from './generated/title-openers.js'
import { buildPhraseTrie, type PhraseTrie } from './phrase-trie.js'

const trie = (phrases: readonly string[]): PhraseTrie<true> => buildPhraseTrie(phrases.map((phrase) => [fold(phrase), true] as const))

/** What stands before the title: a comma, a bare number, or a date or an issuer. */
export type TitleLead = 'comma' | 'number' | 'issued'

const openersAfter = (...places: readonly string[]): PhraseTrie<true> => trie(TITLE_OPENERS.filter(({ after }) => places.includes(after)).map(({ phrase }) => phrase))

const OPENERS: Readonly<Record<TitleLead, PhraseTrie<true>>> = { comma: openersAfter('any'), number: openersAfter('any', 'joined'), issued: openersAfter('any', 'joined', 'issued') }
const CLOSERS = {
  comma: trie(TITLE_CLOSERS.filter(({ where }) => where === 'comma').map(({ phrase }) => phrase)),
  word: trie(TITLE_CLOSERS.filter(({ where }) => where === 'word').map(({ phrase }) => phrase)),
  bracket: trie(TITLE_CLOSERS.filter(({ where }) => where === 'bracket').map(({ phrase }) => phrase)),
}

/** No opener or closer is longer. */
const REACH = 40

/** Where the words end that open the title (trích yếu) of a cited instrument at `at`: "về việc", "ban hành"; undefined where none stand there. */
export const titleOpenerEnd = (folded: string, at: number, lead: TitleLead): number | undefined =>
  OPENERS[lead].longestAt(folded, at, Math.min(folded.length, at + REACH))?.end

/** Do the words at `at` say that the title before them is over? */
export const closesTitle = (folded: string, at: number, where: keyof typeof CLOSERS): boolean =>
  CLOSERS[where].longestAt(folded, at, Math.min(folded.length, at + REACH)) !== undefined
