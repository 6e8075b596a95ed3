import type { Edit } from '../model/edits.js'
import { codeAt, isDigit, isLetter } from '../model/folded.js'
import type { Cleaner } from './cleaner.js'

const SPACE = 32

/**
 * Number and symbol of an instrument (*số, ký hiệu*) without blanks and with plain hyphens inside:
 *
 *     125/2021/NĐ - CP   155/ KH-UBND   54 /KH-UBND   Số:   /KH – UBND   21 -CTr/HU
 *     125/2021/NĐ-CP     155/KH-UBND    54/KH-UBND    Số: /KH-UBND       21-CTr/HU
 *
 * A slash between a number (or its blank) and capitals is where to look; "và/hoặc", "15/11 -15/12", "3/5 ha" are left alone.
 */
export const notations: Cleaner = {
  id: 'notations',
  clean: ({ text }) => ({ edits: notationEdits(text) }),
}

const UPPER = 'A-ZĐÀ-ÖØ-ÞƠƯ\u1ea0-\u1ef8'
const PART = new RegExp(String.raw`[${UPPER}][${UPPER}a-zđ&]{0,14}\d{0,2}`, 'y')
const JOINT = / ?[-–—] ?|\//y
const YEAR = /[12]\d{3} ?\/ ?/y
const PARTY_TYPE = new RegExp(String.raw`\d( ?[-–—] ?)([${UPPER}][${UPPER}a-zđ]{0,4})$`)

function notationEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
    let before = at - 1
    if (codeAt(text, before) === SPACE) before--
    const code = codeAt(text, before)
    if (isDigit(code) || isBlankSign(code)) at = mendSymbol(text, at, before, edits)
    else if (isLetter(code) && before === at - 1) mendPartyNumber(text, at, edits)
  }
  return edits
}

/** Signs that stand for a number left blank: `Số: /KH-UBND`, `Số: …/KH-UBND`. */
const isBlankSign = (code: number): boolean => code === 58 || code === 46 || code === 0x2026 || code === 95

/** Mends number, slash and symbol around a slash; gives where to go on. */
function mendSymbol(text: string, slash: number, before: number, edits: Edit[]): number {
  let from = slash + 1
  while (codeAt(text, from) === SPACE && from - slash < 3) from++
  const year = matchAt(YEAR, text, from)
  const symbolAt = from + (year?.length ?? 0)
  const symbol = readSymbol(text, symbolAt)
  if (!symbol) return slash
  const replace = (start: number, end: number, insert: string): void => {
    if (text.slice(start, end) !== insert) edits.push({ start, end, insert })
  }
  if (isDigit(codeAt(text, before))) replace(before + 1, slash, '')
  replace(slash + 1, from, '')
  if (year) replace(from + 4, symbolAt, '/')
  for (const joint of symbol.joints) replace(joint.start, joint.end, text[joint.start] === '/' ? '/' : '-')
  if (symbol.glued) edits.push({ start: symbol.end, end: symbol.end, insert: ' ' })
  return symbol.end - 1
}

interface Symbol {
  readonly end: number
  readonly joints: readonly { start: number; end: number }[]
  /** The next word sticks to the symbol: "NĐ-CPngày". */
  readonly glued: boolean
}

/** Two or more parts of capitals, joined by hyphens or slashes: "KH-UBND", "NĐ - CP", "TTLT-BYT-BNN&PTNT". */
function readSymbol(text: string, at: number): Symbol | undefined {
  const joints: { start: number; end: number }[] = []
  let part = readPart(text, at)
  if (!part) return undefined
  let end = part.end
  while (!part.glued) {
    const joint = matchAt(JOINT, text, end)
    if (!joint || (joint.length === 3 && (joints.length > 0 || end - at > 4))) break
    const next = readPart(text, end + joint.length)
    if (!next) break
    joints.push({ start: end, end: end + joint.length })
    part = next
    end = next.end
  }
  return joints.length ? { end, joints, glued: part.glued } : undefined
}

function readPart(text: string, at: number): { end: number; glued: boolean } | undefined {
  const part = matchAt(PART, text, at)
  if (!part) return undefined
  const end = at + part.length
  if (part.length > 3 && part.endsWith('ng') && text.startsWith('ày', end)) return { end: end - 2, glued: true }
  if (isLetter(codeAt(text, end)) || !isMostlyCapitals(part)) return undefined
  return { end, glued: false }
}

/** "TTg", "BCĐ", "TTr", but not "Sở". */
function isMostlyCapitals(part: string): boolean {
  let capitals = 0
  for (const char of part) if (char !== char.toLowerCase() || char === '&' || isDigit(char.charCodeAt(0))) capitals++
  return capitals * 2 >= part.length
}

/** "21 -CTr/HU": number and type of a Party document before the slash. */
function mendPartyNumber(text: string, slash: number, edits: Edit[]): void {
  const least = Math.max(0, slash - 12, edits.at(-1)?.end ?? 0)
  const match = PARTY_TYPE.exec(text.slice(least, slash))
  if (!match || match[1] === '-' || !readPart(text, slash + 1) || !isMostlyCapitals(match[2]!)) return
  const end = slash - match[2]!.length
  edits.push({ start: end - match[1]!.length, end, insert: '-' })
  const symbol = readSymbol(text, slash + 1)
  for (const joint of symbol?.joints ?? []) {
    if (joint.end - joint.start > 1) edits.push({ ...joint, insert: '-' })
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
