import { LAW_LETTERS } from '../../grammar/law-abbreviations.js'
import { isDigit, isLetter, isUpper, isWordUnit, type Marks, markUnits, unitAt, wordStartsAt } from '../../model/folded.js'

/** What may begin, end or lie inside a citation: looked at by the reader of its kind. */
export type AnchorKind = '/' | 'luật' | 'pháp lệnh' | 'hiến pháp' | 'vn ' | '-' | 'bl' | 'số ' | 'này' | 'trên' | 'của ' | 'trung ương'

const SLASH = 0x2f
const SPACE = 0x20
const COLON = 0x3a
const DASH = 0x2d

/**
 * Two units of each kind of anchor, the rarest that it has, of which the second is found: the *uậ* of *luật*, the *lệ* of *pháp lệnh*, the *số* of
 * *số*, the *rê* of *trên*, the *củ* of *của*, the *nà* of *này*, and with the capital that there must be *Hi* (Hiến pháp), *QC* and *TC* (QCVN, TCVN),
 * *BL* (BLHS), *Tr* (Trung ương). Line breaks are for whoever looks at lines.
 */
export const ANCHOR_MARKS: Marks = markUnits('\n/-', ['ulsrc', 'ậệốêủ'], [`HQT${lawLetters(0).toUpperCase()}`, `icr${lawLetters(1)}`], ['n', 'à'])

/** The first, or the second, of the letters that a code may go by. */
function lawLetters(place: number): string {
  return LAW_LETTERS.map((letters) => letters.charAt(place)).join('')
}

/** How far before its marked unit an anchor begins. */
const BEFORE_MARK: Readonly<Record<AnchorKind, number>> = { '/': 0, '-': 0, 'vn ': 1, bl: 1, 'hiến pháp': 1, 'trung ương': 1, 'luật': 2, 'pháp lệnh': 6, 'số ': 1, 'này': 1, 'trên': 2, 'của ': 1 }

/** Where an anchor begins that was found by the unit at `place`. */
export const anchorStart = (kind: AnchorKind, place: number): number => place - BEFORE_MARK[kind]

/** The anchor that the marked unit at `place` belongs to; a glance at its neighbours sends most away. */
export function anchorAt(text: string, folded: string, place: number): AnchorKind | undefined {
  switch (unitAt(folded, place)) {
    case SLASH:
      return mayBeNotation(text, place) || mayBeYear(folded, place) ? '/' : undefined
    case DASH:
      return mayBeOldNumber(text, folded, place) ? '-' : undefined
    case 0x1ead: // ậ
      return isWord(folded, 'luật', place - 2) ? 'luật' : undefined
    case 0x1ec7: // ệ
      return isWord(folded, 'pháp lệnh', place - 6) ? 'pháp lệnh' : undefined
    case 0x1ed1: // ố
      return mayBeNumbered(folded, place + 1) && isWord(folded, 'số', place - 1) ? 'số ' : undefined
    case 0xe0: // à
      return unitAt(folded, place + 1) === 0x79 && isWord(folded, 'này', place - 1) ? 'này' : undefined
    case 0xea: // ê
      return (endsWords(unitAt(folded, place + 2)) || SAID_LAST.has(unitAt(folded, place - 4))) && isWord(folded, 'trên', place - 2) ? 'trên' : undefined
    case 0x1ee7: // ủ
      return isDigit(unitAt(folded, place - 3)) && isWord(folded, 'của ', place - 1) ? 'của ' : undefined
    case 0x69: // i
      return isWord(folded, 'hiến pháp', place - 1) ? 'hiến pháp' : undefined
    case 0x72: // r
      return mayBePlenum(folded, place - 1) && isWord(folded, 'trung ương', place - 1) ? 'trung ương' : undefined
    case 0x63: // c
      return mayBeStandard(folded, place - 1) ? 'vn ' : undefined
    default:
      return isAnyWord(folded, LAW_LETTERS, place - 1) ? 'bl' : undefined
  }
}

/** Does a word begin at `at` with these letters? */
function isWord(folded: string, letters: string, at: number): boolean {
  if (at < 0 || at + letters.length > folded.length) return false
  for (let i = letters.length - 1; i >= 0; i--) if (unitAt(folded, at + i) !== letters.charCodeAt(i)) return false
  return wordStartsAt(folded, at)
}

function isAnyWord(folded: string, words: readonly string[], at: number): boolean {
  for (const letters of words) if (isWord(folded, letters, at)) return true
  return false
}

/** A capital stands behind the slash, at most two spaces away, or a small letter between a number and the slash: no date, no fraction, no "và/hoặc". */
function mayBeNotation(text: string, slash: number): boolean {
  let i = slash + 1
  while (unitAt(text, i) === SPACE || unitAt(text, i) === 0xa0) i++
  const code = unitAt(text, i)
  if (code >= 0x61 && code <= 0x7a) return i === slash + 1 && isDigit(unitAt(text, slash - 1))
  return i - slash < 4 && code !== SLASH && !(code >= 0x30 && code <= 0x39)
}

/** A number and a year, and no more: "100/2019"; neither a day ("3/10/2019") nor "100/2019/NĐ-CP". */
function mayBeYear(folded: string, slash: number): boolean {
  const first = unitAt(folded, slash + 1)
  if ((first !== 0x31 && first !== 0x32) || !isDigit(unitAt(folded, slash - 1))) return false
  let end = slash + 2
  while (isDigit(unitAt(folded, end))) end++
  if (end - slash !== 5 || unitAt(folded, end) === SLASH || isWordUnit(unitAt(folded, end))) return false
  let before = slash - 1
  while (isDigit(unitAt(folded, before))) before--
  return unitAt(folded, before) === SPACE
}

/** Last letters of *nêu*, *nói*, *dẫn*, *kể* before *trên*. */
const SAID_LAST: ReadonlySet<number> = new Set([0x75, 0x69, 0x6e, 0x1ec3])

/** A number stands on one side of *Trung ương*: "Nghị quyết 18 Trung ương", "Nghị quyết Trung ương 6". */
const mayBePlenum = (folded: string, at: number): boolean => isDigit(unitAt(folded, at - 2)) || isDigit(unitAt(folded, at + 11))

/** A space and a digit or a colon stand at `at`. */
const mayBeNumbered = (folded: string, at: number): boolean => unitAt(folded, at) === SPACE && (isDigit(unitAt(folded, at + 1)) || unitAt(folded, at + 1) === COLON)

/** A mark that ends a clause, a line or the text. */
export const endsWords = (code: number): boolean => Number.isNaN(code) || code === 0x0a || code === 0x2e || code === 0x2c || code === 0x3b || code === COLON || code === 0x29

/** A space ends the word of a standard: "tcvn ", "tcn ", "tcxdvn ". */
function mayBeStandard(folded: string, at: number): boolean {
  if (!isAnyWord(folded, STANDARDS, at)) return false
  let end = at + 3
  while (isWordUnit(unitAt(folded, end))) end++
  return unitAt(folded, end) === SPACE && end - at < 7
}

const STANDARDS = ['qcvn', 'qcđp', 'tcvn', 'tccs', 'tcn', 'tcxdvn']

/** Codes of issuers that stand behind a dash in old numbers: 327-CT, 13-CP. */
const OLD_ISSUERS = ['cp', 'ct', 'hđbt', 'hđcp', 'ttg', 'ttlb', 'tvqh', 'tw', 'lb', 'sl']

/** A number and a dash before a code that nothing goes on: "327-CT", "13 - CP", "115 CĐ-TTg", and neither "21-CT/TW" nor "QĐ-CP". */
function mayBeOldNumber(text: string, folded: string, dash: number): boolean {
  let before = unitAt(folded, dash - 1) === SPACE ? dash - 2 : dash - 1
  while (dash - before < 5 && isUpper(unitAt(text, before))) before--
  if (before < dash - 2 && unitAt(folded, before) === SPACE) before--
  if (!isDigit(unitAt(text, before))) return false
  const at = unitAt(folded, dash + 1) === SPACE ? dash + 2 : dash + 1
  if (!isUpper(unitAt(text, at)) || !isAnyWord(folded, OLD_ISSUERS, at)) return false
  let end = at
  while (end - at < 5 && isLetter(unitAt(text, end))) end++
  const next = unitAt(text, end)
  return !isWordUnit(next) && next !== SLASH && unitAt(folded, end) !== DASH
}
