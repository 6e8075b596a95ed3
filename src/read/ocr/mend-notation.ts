import { DOCUMENT_TYPES } from '../../grammar/generated/document-types.js'
import { ISSUER_CODES } from '../../grammar/generated/issuer-codes.js'
import type { Edit } from '../../model/edits.js'

/** The symbol of a notation: "QĐĐ-TTg" in "148/QĐĐ-TTg". */
const SYMBOL = /(?<=\d\/(?:\d{4}\/)?)[\p{Lu}Ð][\p{L}Ð]{1,11}(?:[-–][\p{Lu}Ð][\p{L}&]{1,11}){1,3}(?![\p{L}\d-])/gu
const ISSUER_BEHIND = /^[^\n;()]{0,60}?\s(?:của|do)\s([^\n;(),]{4,60})/u

/** Codes of the types that open most symbols, as alternatives: behind a number that lost its stroke, rarer codes may be letters of its own. */
export const COMMON_TYPES = 'KH|QĐ|NQ|NĐ|CV|CT|CTr|TTr|TB|BC|HD|TT|PA|ĐA'

const TYPES: ReadonlySet<string> = new Set(DOCUMENT_TYPES.map(({ code }) => code))
const KNOWN: ReadonlySet<string> = new Set(DOCUMENT_TYPES.flatMap(({ code, symbols }) => [code, ...symbols.split(' ')]))
const ISSUERS: ReadonlyMap<string, string> = new Map(ISSUER_CODES.map(({ code, name }) => [code, name]))

/**
 * Letters of symbols that OCR saw twice, or took for their like: of a type where none has such letters, of an issuer where its name follows.
 *
 *     148/QĐĐ-TTg … 1535/BYTT-DP ngày 30/3/2022 của Bộ Y tế
 *         ^^^ QĐ         ^^^^ BYT
 */
export function notationEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (const { 0: symbol, index } of text.matchAll(SYMBOL)) {
    const behind = ISSUER_BEHIND.exec(text.slice(index + symbol.length, index + symbol.length + 140))?.[1]
    let at = index
    for (const [i, part] of symbol.split(/[-–]/).entries()) {
      const mended = mendPart(part, i, behind)
      if (mended !== undefined) edits.push({ start: at, end: at + part.length, insert: mended })
      at += part.length + 1
    }
  }
  return edits
}

function mendPart(part: string, place: number, issuer: string | undefined): string | undefined {
  if (KNOWN.has(part) || ISSUERS.has(part)) return undefined
  const likely = alike(part)
  const types = place === 0 ? likely.filter((code) => TYPES.has(code) && hasOneOf(code, part)) : []
  const issuers = issuer === undefined ? [] : likely.filter((code) => ISSUERS.has(code) && issuer.startsWith(ISSUERS.get(code)!))
  const found = new Set([...types, ...issuers])
  return found.size === 1 ? [...found][0] : undefined
}

/** Short types alone are told apart from what follows them by their letters; "TTT" may be the begin of anything. */
const hasOneOf = (code: string, part: string): boolean => code.length > 1 && part.length === code.length + 1

/** The part without one of a doubled letter, or with T for I. */
function alike(part: string): string[] {
  const letters = [...part.replaceAll('Ð', 'Đ')]
  const found = letters.flatMap((letter, i) => (letter === letters[i + 1] ? [[...letters.slice(0, i), ...letters.slice(i + 1)].join('')] : []))
  for (const [i, letter] of letters.entries()) if (letter === 'I') found.push([...letters.slice(0, i), 'T', ...letters.slice(i + 1)].join(''))
  return [...new Set(found)]
}
