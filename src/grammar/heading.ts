import { fold, isWordUnit } from '../model/folded.js'
import { isPlainByUnit, plainUnit } from '../model/plain-letters.js'
import type { DocumentType } from '../model/plan.js'
import { documentTypeByName } from './document-types.js'
import { ABBREVIATIONS } from './generated/abbreviations.js'
import { BODIES_PATTERNS as PATTERNS } from './generated/bodies-patterns.js'
import { BODIES } from './generated/bodies.js'
import { DOCUMENT_TYPES } from './generated/document-types.js'
import { HEADING_ABBREVIATIONS } from './generated/heading-abbreviations.js'
import { HEADING_WORDS } from './generated/heading-words.js'
import { MARKS } from './generated/marks.js'
import { buildPhraseTrie, type PhraseTrie } from './phrase-trie.js'

type Meaning = (typeof HEADING_WORDS)[number]['means']

const phrasesOf = (means: Meaning): readonly string[] => HEADING_WORDS.filter((row) => row.means === means).map(({ phrase }) => fold(phrase))

/** Letters and digits only, without marks: what is left of a line however badly it was scanned or spaced. */
export const bareLetters = (text: string): string => (isPlainByUnit(text) ? bareByUnit(text) : bareByDecomposing(text))

const bareByDecomposing = (text: string): string =>
  text.normalize('NFD').toLowerCase().replace(/[\u0111\u00f0]/g, 'd').replace(/[^a-z0-9]+/g, '')

/** The bit that tells a small ASCII letter from its capital. */
const SMALL = 32

function bareByUnit(text: string): string {
  let bare = ''
  for (let at = 0; at < text.length; at++) {
    const plain = plainUnit(text.charCodeAt(at))
    const letter = plain > 64 ? plain | SMALL : plain
    if ((letter >= 97 && letter <= 122) || (letter >= 48 && letter <= 57)) bare += String.fromCharCode(letter)
  }
  return bare
}

/** Lines of *quốc hiệu*, *tiêu ngữ* and their counterparts of Party and youth union, as bare letters. */
export const NATIONAL_LINES: readonly string[] = phrasesOf('national').map(bareLetters)
/** Openings of the remark that says what a sheet is attached to. */
export const ATTACHED_OPENINGS = phrasesOf('attached')
/** Words that open a preamble for certain. */
export const BASIS_OPENINGS = phrasesOf('basis')
/** Words that open a preamble, but titles too. */
export const PROSE_OPENINGS = phrasesOf('opening')
/** Heads of names that need more words, and offices: a line of them alone goes on with the next line. */
export const OPEN_NAMES: ReadonlySet<string> = new Set([...phrasesOf('open name'), ...phrasesOf('office')])
/** Boards that are named with the union or the Front they lead: *Ban Chấp hành Trung ương* under *Hội Nông dân Việt Nam*. */
export const BOARDS_OF_PARENT: ReadonlySet<string> = new Set(phrasesOf('board of parent'))
/** What the name of a school begins with where a heading leaves out *trường*: "MẦM NON HOA SEN". */
export const isSchoolWithoutHead = (folded: string): boolean => SCHOOLS.some((level) => folded.startsWith(level) && folded.charCodeAt(level.length) === SPACE)
const SCHOOLS = phrasesOf('school')
const SPACE = 32

/** The first letter or digit of a folded line, as an ASCII code without its marks; 0 where that cannot be told. */
function firstLetter(folded: string): number {
  let at = 0
  while (at < folded.length && !isWordUnit(folded.charCodeAt(at))) at++
  const letter = isPlainByUnit(folded.charAt(at)) ? plainUnit(folded.charCodeAt(at) || 0) : 0
  return letter < 128 ? letter : 0
}

/** What the keys begin with: most lines are declined by their first letter. 0 declines nothing. */
const firstLettersOf = (keys: Iterable<string>): ReadonlySet<number> => new Set([0, ...[...keys].map(firstLetter)])

/** Letters and digits of a folded line, without what stands between them. */
function squeeze(folded: string): string {
  let squeezed = ''
  for (let i = 0; i < folded.length; i++) if (isWordUnit(folded.charCodeAt(i))) squeezed += folded[i]
  return squeezed
}

/** Every name of a type in folded form, longest first. */
const TYPE_WORDINGS: readonly { readonly folded: string; readonly type: DocumentType }[] = DOCUMENT_TYPES.map(({ name }) => fold(name))
  .flatMap((folded) => {
    const type = documentTypeByName(folded)
    return type ? [{ folded, type }] : []
  })
  .sort((a, b) => b.folded.length - a.folded.length)

const TYPE_LINES = new Map(TYPE_WORDINGS.map(({ folded, type }) => [squeeze(folded), type]))
const MARK_LINES = new Set(MARKS.map(({ phrase }) => squeeze(fold(phrase))))

const FIRST_OF_TYPES = firstLettersOf(TYPE_LINES.keys())
/** "Lần 2" before a mark is left out of it. */
const FIRST_OF_MARKS = firstLettersOf([...MARK_LINES, 'lần'])

const BARE_TYPE_LINES = new Map(TYPE_WORDINGS.map(({ folded, type }) => [bareLetters(folded), type]))

/** The type whose name a line is, stray spaces and signs apart; undefined where it is more or less than a name. */
export const typeOfLine = (folded: string): DocumentType | undefined => (folded.length > 60 || !FIRST_OF_TYPES.has(firstLetter(folded)) ? undefined : TYPE_LINES.get(squeeze(folded)))

/** The same where a scanner lost or changed the marks of letters: "KÉT LUẬN". For lines in capitals. */
export const scannedTypeOfLine = (folded: string): DocumentType | undefined => (folded.length > 60 || !FIRST_OF_TYPES.has(firstLetter(folded)) ? undefined : BARE_TYPE_LINES.get(bareLetters(folded)))

/** Is the line a mark of secrecy or urgency, "DỰ THẢO", "BẢN SAO"? */
export const isMarkLine = (folded: string): boolean => folded.length < 40 && FIRST_OF_MARKS.has(firstLetter(folded)) && MARK_LINES.has(squeeze(folded.replace(PATTERNS['of-draft'], '')))

/** Names of types, without the longer wordings ("kế hoạch triển khai"). */
const OWN_NAMES = buildPhraseTrie<DocumentType>(TYPE_WORDINGS.flatMap(({ folded, type }) => (folded === fold(type.name) ? [[folded, type] as const] : [])))

/** The type that a line begins with by its own name, and where what follows begins: "KẾ HOẠCH LAO ĐỘNG TUẦN 07". */
export function typeAtStart(folded: string): { readonly type: DocumentType; readonly end: number } | undefined {
  const found = OWN_NAMES.longestAt(folded, 0, folded.length)
  return found && folded[found.end] === ' ' ? { type: found.value, end: found.end + 1 } : undefined
}

let knownNames: PhraseTrie<string> | undefined

/** The longest known name, or part of names, that begins at an offset of a folded name, as running text writes it: "bộ tài chính" → "Bộ Tài chính". */
export function knownNameAt(folded: string, at: number): { readonly name: string; readonly end: number } | undefined {
  if (!knownNames) {
    const names = new Map<string, string>()
    const fields = BODIES.flatMap(({ name }) => (PATTERNS['branch-head'].test(name) ? [name.slice(name.indexOf(' ') + 1)] : [])).filter((field) => field.includes(' '))
    const phrases = [...BODIES.map(({ name }) => name), ...fields, ...ABBREVIATIONS.map(({ long }) => long), ...HEADING_ABBREVIATIONS.map(({ long }) => long)]
    for (const name of phrases) if (name.includes(' ') && !names.has(fold(name))) names.set(fold(name), withModernTones(name))
    knownNames = buildPhraseTrie(names)
  }
  const found = knownNames.longestAt(folded, at, folded.length)
  return found && { name: found.value, end: found.end }
}

/** Tone marks where folding puts them, capitals kept: "Uỷ ban" → "Ủy ban". */
export function withModernTones(text: string): string {
  const folded = fold(text)
  return folded === text.toLowerCase() ? text : [...folded].map((letter, i) => (text[i] === text[i]!.toLowerCase() ? (letter === text[i]!.toLowerCase() ? text[i]! : letter) : letter.toUpperCase())).join('')
}

const ABBREVIATED = new Map<string, string>(HEADING_ABBREVIATIONS.map(({ short, long }) => [short, long]))

/** Write out the abbreviations that only names of issuers have: "THCS", "TNTP". */
export const expandHeadingAbbreviations = (name: string): string => name.replace(/[\p{Lu}][\p{Lu}&-]+(?![\p{L}])/gu, (word) => ABBREVIATED.get(word) ?? word)
