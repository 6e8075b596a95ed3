import { fold, isUpper, isWordUnit, wordStartsAt, type FoldedText } from '../model/folded.js'
import type { DocumentType } from '../model/plan.js'
import { rememberWords } from '../model/remember.js'
import { DOCUMENT_TYPES } from './generated/document-types.js'
import { createEndWords } from './end-words.js'
import { buildPhraseTrie } from './phrase-trie.js'

/** The type whose name or abbreviation stands before a number. `type` is null where only "văn bản" is said. */
export interface TypeWords {
  readonly type: DocumentType | null
  readonly start: number
  /** The words stand for two types of two systems ("Quy định": QyĐ of the state, QĐi of the Party). */
  readonly partyType: DocumentType | null
}

interface Wording {
  readonly folded: string
  readonly type: DocumentType | null
  readonly partyType: DocumentType | null
}

/** Canonical name of each code: the first row that has it. */
const BY_CODE = new Map<string, DocumentType>()
/** Type code of every first part of a symbol, slips of the typewriter among them: KHLT is KH, QD is QĐ. */
const BY_SYMBOL = new Map<string, string>()
const BY_NAME = new Map<string, Wording>()
/** Wordings by their last word, the longest first. */
const BY_LAST_WORD = new Map<string, Wording[]>()

/** Đ of the old fonts, as it is left by careless converters. */
const SECTION = 0xa7
const NONE: readonly Wording[] = []

for (const { code, name, symbols, family, also } of DOCUMENT_TYPES) {
  const type = { code, name: BY_CODE.get(code)?.name ?? name }
  if (!BY_CODE.has(code)) BY_CODE.set(code, type)
  for (const symbol of [code, ...symbols.split(' ')]) if (symbol && !BY_SYMBOL.has(symbol)) BY_SYMBOL.set(symbol, code)
  const folded = fold(name)
  const known = BY_NAME.get(folded)
  const own = { code, name }
  if (known && family === 'party' && known.type?.code !== code) BY_NAME.set(folded, { ...known, partyType: own })
  else if (!known) BY_NAME.set(folded, { folded, type: name === type.name ? type : { code, name: also === 'own name' ? name : BY_CODE.get(code)!.name }, partyType: null })
}
BY_NAME.set('văn bản', { folded: 'văn bản', type: null, partyType: null })
for (const wording of BY_NAME.values()) {
  const last = wording.folded.slice(wording.folded.lastIndexOf(' ') + 1)
  BY_LAST_WORD.set(last, [...(BY_LAST_WORD.get(last) ?? []), wording].sort((a, b) => b.folded.length - a.folded.length))
}

const BY_END = createEndWords(BY_LAST_WORD)

/** Abbreviations that stand for the type in running text: "QĐ số 12/QĐ-UBND", "NĐ 78/2025/NĐ-CP". */
const ABBREVIATED: ReadonlySet<string> = new Set(DOCUMENT_TYPES.flatMap(({ code, also }) => (also === 'short' ? [code] : [])))

/** Loại văn bản of a code, by Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW or the law on legal documents. */
export const documentType = (code: string): DocumentType | undefined => BY_CODE.get(code)

/** Type code of the first part of a symbol (ký hiệu): "KHLT" is KH, "TTR" is TTr; undefined where it is no type. */
export const typeCodeOfSymbol = (part: string): string | undefined => typeCode(part) ?? undefined
const typeCode = rememberWords((part) => BY_SYMBOL.get(part) ?? BY_SYMBOL.get(part.toUpperCase()) ?? null)

/** Type by its name in folded form ("kế hoạch", "chương trình hành động"); undefined where the name is none. */
export const documentTypeByName = (folded: string): DocumentType | undefined => BY_NAME.get(folded)?.type ?? undefined

/**
 * The type's words that end at `end`, the longest that fit.
 *
 *     theo Thông tư liên tịch số 16/2013/TTLT-BYT-BNN
 *          ^^^^^^^^^^^^^^^^^^^
 */
export function typeWordsBefore({ text, folded }: FoldedText, end: number): TypeWords | undefined {
  for (const { folded: name, type, partyType } of BY_END.before(folded, end) ?? NONE) {
    const start = end - name.length
    if (folded.startsWith(name, start) && wordStartsAt(folded, start)) return { type, start, partyType }
  }
  if (!isUpper(text.charCodeAt(end - 1)) && !text.startsWith('Tr', end - 2) && folded.charCodeAt(end - 1) !== SECTION) return undefined
  const last = folded.charCodeAt(end - 1) === SECTION ? folded.slice(Math.max(0, end - 2), end) : lastWord(folded, end)
  if (last.length > 4 || !wordStartsAt(folded, end - last.length)) return undefined
  const printed = text.slice(end - last.length, end).replace(/[\u00d0§]/, 'Đ')
  if (printed === 'VB') return { type: null, start: end - 2, partyType: null }
  if (!ABBREVIATED.has(printed)) return undefined
  return { type: BY_CODE.get(printed)!, start: end - last.length, partyType: null }
}

/** No word is longer. */
const LONGEST_WORD = 8
/** No name of a type is longer. */
const LONGEST_NAME = 40

/** The letters that end at `end`. */
function lastWord(folded: string, end: number): string {
  let from = end
  while (from > 0 && end - from <= LONGEST_WORD && isWordUnit(folded.charCodeAt(from - 1))) from--
  return folded.slice(from, end)
}

/** Every wording of a type as folded text, longest first. */
const TYPE_WORDINGS: readonly { readonly folded: string; readonly type: DocumentType }[] = [...BY_NAME.values()]
  .flatMap(({ folded, type }) => (type ? [{ folded, type }] : []))
  .sort((a, b) => b.folded.length - a.folded.length)

const FORWARD = buildPhraseTrie(TYPE_WORDINGS.map(({ folded, type }) => [folded, type] as const))

/** Where the type's words end that begin at `at`, the longest that fit; undefined where none begin there. */
export const typeWordsEnd = (folded: string, at: number): number | undefined => FORWARD.longestAt(folded, at, Math.min(folded.length, at + LONGEST_NAME))?.end
