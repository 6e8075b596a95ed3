import { bodyHeads, collectiveNouns, collectiveOpeners, isNamePair, notBodies, positionHeads } from '../grammar/bodies.js'
import { classifyRole } from '../grammar/role-classifier.js'
import { containedKeywords, findTitleRole, levelSyllables, type RoleKeyword, startingKeywords, titleAssigners, titleOpeners, topicSyllables } from '../grammar/section-roles.js'
import { titleWords, withoutTimes } from '../grammar/title-words.js'
import { fold, isUpper, isWordUnit, wordStartsAt } from '../model/folded.js'
import type { Role } from '../model/plan.js'
import { rememberWords } from '../model/remember.js'

export interface SectionRole {
  readonly role: Role
  /** `grammar`: the title is known or a phrase in it speaks. `classifier`: likely by its words; too weak to overrule an ancestor's role. */
  readonly by: 'grammar' | 'classifier'
}

export interface TitleContext {
  /** The document is a letter or directive (*công văn, chỉ thị, công điện*): its parts are what the addressees, or the body that a part names, are asked to do. */
  readonly letter?: boolean
  /** Ask the classifier where the grammar is silent? Default: yes. */
  readonly guess?: boolean
}

/** Priority of a body's name at the head of a title: below what a title begins with, above what it merely contains. */
const BODY_PRIORITY = 5.5
/** From here on phrases tell of what was ("tổng kết năm học …"): without its times such a title may look like another. */
const PAST_PRIORITY = 8
/** Whole sentences such as "… chịu trách nhiệm thi hành Quyết định này" are looked for in long texts too. */
const CLOSING_PRIORITY = 9
/** Words of a title; a text that is longer is a paragraph, in which a phrase somewhere says nothing of its role. */
const TITLE_WORDS = 20

/**
 * What a section is for, by its title in any case, without its marker: the titles of grammars/section-titles.tsv,
 * the phrases of grammars/section-keywords.tsv, names of bodies, then a classifier of its words.
 *
 *     III. CHỈ TIÊU NĂM 2024        → targets
 *     2. Giao Sở Y tế               → organization (in a letter: tasks)
 */
export function resolveSectionRole(title: string, context: TitleContext = {}): SectionRole {
  if (title.length > LONGEST_KNOWN) return resolve(title, context)
  return (context.letter ? ofLetters : context.guess === false ? withoutGuess : ofPlans)(title)
}

/** Titles of parts are the same in plan after plan; what is longer is a paragraph. */
const LONGEST_KNOWN = 120
const ofLetters = rememberWords((title) => resolve(title, { letter: true }))
const withoutGuess = rememberWords((title) => resolve(title, { guess: false }))
const ofPlans = rememberWords((title) => resolve(title, {}))

function resolve(title: string, context: TitleContext): SectionRole {
  const words = titleWords(title)
  if (!words) return { role: 'other', by: 'classifier' }
  const best = bestKeyword(words)
  const known = findTitleRole(words) ?? ((best?.priority ?? 0) < PAST_PRIORITY ? findLikeTitle(words) : undefined)
  if (known) return { role: known, by: 'grammar' }
  if ((best?.priority ?? 0) < BODY_PRIORITY && namesBody(title)) return { role: context.letter ? 'tasks' : 'organization', by: 'grammar' }
  return best ? { role: best.role, by: 'grammar' } : { role: context.letter ? 'tasks' : context.guess === false ? 'other' : classifyRole(words), by: 'classifier' }
}

/** The role of the title that is left without times and the words before the telling one. */
function findLikeTitle(words: string): Role | undefined {
  const timeless = withoutTimes(words)
  const bare = dropOpeners(timeless)
  return (timeless === words ? undefined : findTitleRole(timeless)) ?? (bare === words ? undefined : findTitleRole(bare))
}

/** The words after "một số", "các", "về" …; all of them where nothing would be left. */
function dropOpeners(words: string): string {
  const opener = titleOpeners.longestAt(words, 0, words.length)
  return opener && opener.end < words.length ? words.slice(opener.end + 1) : words
}

/** Of the phrases in a title the one with the highest priority; the first, where several have it. */
function bestKeyword(words: string): RoleKeyword | undefined {
  const bare = dropOpeners(words)
  let best = startingKeywords.longestAt(words, 0, words.length)?.value ?? startingKeywords.longestAt(bare, 0, bare.length)?.value
  const long = isLong(words)
  for (let at = 0; at < words.length; at = nextWord(words, at)) {
    const found = containedKeywords.longestAt(words, at, words.length)?.value
    if (found && (!best || found.priority > best.priority) && (!long || found.priority >= CLOSING_PRIORITY)) best = found
  }
  return best
}

function isLong(words: string): boolean {
  let count = 1
  for (let at = nextWord(words, 0); at < words.length && count <= TITLE_WORDS; at = nextWord(words, at)) count++
  return count > TITLE_WORDS
}

function nextWord(words: string, at: number): number {
  const space = words.indexOf(' ', at)
  return space < 0 ? words.length : space + 1
}

/** Does a title begin with the name of a body, an office holder or a group of them, after "giao", "đối với" …? */
function namesBody(title: string): boolean {
  const folded = fold(title)
  const assigner = titleAssigners.longestAt(folded, 0, folded.length)
  let at = assigner ? assigner.end : 0
  while (at < folded.length && !isWordUnit(folded.charCodeAt(at))) at++
  if (at >= folded.length || notBodies.longestAt(folded, at, folded.length)) return false
  if (positionHeads.longestAt(folded, at, folded.length)) return true
  if (namesGroup(folded, at)) return true
  const head = bodyHeads.longestAt(folded, at, folded.length)
  if (!head) return false
  const next = wordFrom(folded, head.end)
  if (head.value.strong) return !next || !topicSyllables.has(next.word)
  if (!next) return true
  const last = folded.slice(folded.lastIndexOf(' ', head.end - 1) + 1, head.end)
  return levelSyllables.has(next.word) || isNamePair(last, next.word) || (isUpper(title.charCodeAt(next.start)) && title !== title.toUpperCase())
}

/** "các sở, ban, ngành", "các cơ quan, đơn vị"; without an opener only a noun of two words ("cơ quan báo chí"). */
function namesGroup(folded: string, at: number): boolean {
  const opener = collectiveOpeners.longestAt(folded, at, folded.length)
  const from = opener ? opener.end + 1 : at
  if (notBodies.longestAt(folded, from, folded.length)) return false
  const noun = collectiveNouns.longestAt(folded, from, folded.length)
  if (!noun || (!opener && !folded.slice(from, noun.end).includes(' '))) return false
  const next = wordFrom(folded, noun.end)
  return !next || !topicSyllables.has(next.word)
}

function wordFrom(folded: string, from: number): { readonly start: number; readonly word: string } | undefined {
  let start = from
  while (start < folded.length && folded.charCodeAt(start) === 32) start++
  let end = start
  while (end < folded.length && isWordUnit(folded.charCodeAt(end))) end++
  return end > start && wordStartsAt(folded, start) ? { start, word: folded.slice(start, end) } : undefined
}
