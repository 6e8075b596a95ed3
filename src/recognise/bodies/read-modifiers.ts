import { leadVerbs, taskVerbs } from '../../grammar/assignment.js'
import { bodyHeads, collectiveJoiners, collectiveModifiers, dutyOpeners, relativeOpeners } from '../../grammar/bodies.js'
import { predicates } from '../../grammar/body-words.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import { readScope, scopeAt } from './read-scope.js'
import { readPlainName } from './read-tail.js'
import { nextPiece, type Piece, skipSpaces } from './words.js'

const MOST_MODIFIERS = 6
/** A clause that tells which of a group: at most so many words up to the verb of the sentence, or up to a mark. */
const MOST_TO_VERB = 24
const MOST_TO_MARK = 5
/** "có công trình": a clause whose end nothing shows. */
const WORDS_OF_CLAUSE = 2

/**
 * The end of what says which of a group: "có liên quan", "cấp tỉnh", "trên địa bàn huyện Tứ Kỳ", "trực thuộc Sở", "được giao nhiệm vụ …".
 *
 *     các cơ quan, đơn vị có liên quan thuộc Sở Công Thương báo cáo
 *                        ^at                              ^end
 */
export function readModifiers(text: FoldedText, at: number, limit: number): number {
  let end = at
  for (let count = 0; count < MOST_MODIFIERS; count++) {
    const next = readModifier(text, end, limit)
    if (next === end) return end
    end = next
  }
  return end
}

function readModifier(text: FoldedText, at: number, limit: number): number {
  const start = skipSpaces(text.folded, at, limit)
  if (start === at) return at
  const joiner = collectiveJoiners.longestAt(text.folded, start, limit)
  const owner = joiner && readOwner(text, joiner.end, limit)
  if (owner) return owner
  const modifier = collectiveModifiers.longestAt(text.folded, start, limit)
  const scope = scopeAt(text.folded, start, limit)
  if (modifier && modifier.end >= (scope?.end ?? 0)) return readWhere(text, modifier.end, limit)
  if (scope) return readScope(text, at, limit)
  if (isUpper(text.text.charCodeAt(start)) && bodyHeads.longestAt(text.folded, start, limit)?.value.strong) return readPlainName(text, start, limit) ?? at
  const clause = relativeOpeners.longestAt(text.folded, start, limit)
  if (clause && !dutyOpeners.longestAt(text.folded, start, limit)) return readClause(text, clause.end, limit)
  return at
}

/** "trên địa bàn | huyện Tứ Kỳ": the place after a modifier that ends so. */
const readWhere = (text: FoldedText, at: number, limit: number): number => (text.folded.startsWith('địa bàn', at - 7) ? readScope(text, at, limit) : at)

/** "thuộc | Sở Công Thương", "của | huyện", "trực thuộc | Tỉnh ủy". */
function readOwner(text: FoldedText, at: number, limit: number): number | undefined {
  const start = skipSpaces(text.folded, at, limit)
  return readPlainName(text, start, limit) ?? (scopeAt(text.folded, start, limit) ? readScope(text, at, limit) : undefined)
}

/** The clause ends before the verb of the sentence, at a mark that comes soon, or after two words. */
function readClause(text: FoldedText, at: number, limit: number): number {
  const verb = leadVerbs.longestAt(text.folded, at, limit) ?? taskVerbs.longestAt(text.folded, at, limit)
  let end = verb?.end ?? at
  const ends: number[] = []
  for (let word = nextPiece(text, end, limit); word && word.folded !== ',' && ends.length < MOST_TO_VERB; word = nextPiece(text, word.end, limit)) {
    if (end > at && startsPredicate(text, word, limit)) return end
    end = word.end
    ends.push(end)
  }
  return ends.length <= MOST_TO_MARK ? end : ends[WORDS_OF_CLAUSE - 1]!
}

/** Verbs of two words, and the few of one that always govern a sentence: "lập" may be half of "thành lập". */
function startsPredicate(text: FoldedText, word: Piece, limit: number): boolean {
  return predicates.longestAt(text.folded, word.start, limit) !== undefined || (taskVerbs.longestAt(text.folded, word.start, limit)?.end ?? 0) > word.end
}
