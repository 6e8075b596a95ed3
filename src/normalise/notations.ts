import type { Edit } from '../model/edits.js'
import { isDigit } from '../model/folded.js'
import type { Cleaner } from './cleaner.js'

const SPACE = 32

/**
 * Number and symbol of an instrument (*số, ký hiệu*) without blanks and with plain hyphens inside:
 * "125/2021/NĐ - CP" → "125/2021/NĐ-CP", "155/ KH-UBND" → "155/KH-UBND". A slash between digits and capitals is where to look.
 */
export const notations: Cleaner = {
  id: 'notations',
  clean: (text) => ({ edits: notationEdits(text) }),
}

const UPPER = 'A-ZĐÀ-ÖØ-ÞƠƯ\u1ea0-\u1ef8'
/** Behind the slash: blanks, then parts of capitals that hyphens join. A part may hold small letters (TTg, TTr, BCĐ, KHĐT). */
const SYMBOL = new RegExp(String.raw` {0,2}((?:[12]\d{3} ?\/ ?)?[${UPPER}][${UPPER}a-zđ&]{0,14}(?:(?: ?[-–—] ?|\/)[${UPPER}][${UPPER}a-zđ&.]{0,14}\d{0,2})*)`, 'y')

function notationEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
    let before = at - 1
    if (text.charCodeAt(before) === SPACE) before--
    if (!isDigit(text.charCodeAt(before))) continue
    SYMBOL.lastIndex = at + 1
    const match = SYMBOL.exec(text)
    if (!match || !looksLikeSymbol(match[1]!)) continue
    if (before < at - 1 && text.charCodeAt(at - 1) === SPACE) edits.push({ start: at - 1, end: at, insert: '' })
    const symbolAt = SYMBOL.lastIndex - match[1]!.length
    if (symbolAt > at + 1) edits.push({ start: at + 1, end: symbolAt, insert: '' })
    for (const joint of match[1]!.matchAll(/ ?[-–—] ?| ?\/ ?/g)) {
      const plain = joint[0].includes('/') ? '/' : '-'
      if (joint[0] !== plain) edits.push({ start: symbolAt + joint.index, end: symbolAt + joint.index + joint[0].length, insert: plain })
    }
    at = SYMBOL.lastIndex - 1
  }
  return edits
}

/** Capitals and a hyphen: "NĐ - CP", "KH-UBND"; "03/UBND" is left as it is. */
function looksLikeSymbol(symbol: string): boolean {
  const parts = symbol.split(/ ?[-–—/] ?/)
  return parts.length > 1 && parts.every((part) => part.length > 0 && capitals(part) * 2 >= part.length)
}

const capitals = (part: string): number => [...part].filter((char) => char !== char.toLowerCase() || char === '&' || isDigit(char.charCodeAt(0))).length
