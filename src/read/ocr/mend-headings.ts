import type { Edit } from '../../model/edits.js'

/** A line in capitals that a Roman number may open, however OCR saw its strokes. */
const HEADING = /^([IVXLlHTU1|]{1,5})(?:([./]) {0,2}| {1,2})(?=\p{Lu}[\p{Lu}\p{M}]*[ ,]{1,2}\p{Lu}{2})/gmu
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
/** As many upright strokes as a sign has. */
const STROKES: Readonly<Record<string, string>> = { I: 'I', l: 'I', '1': 'I', '|': 'I', T: 'I', L: 'I', H: 'II', U: 'I' }

/** "- … .⏎+ …": one plus alone below an item that has ended is the dash of the next item. */
const LONE_PLUS = /(?<=^- [^\n]*\.\n)\+(?= )(?![^\n]*\n\+)/gmu

interface Heading {
  readonly start: number
  readonly end: number
  readonly sign: string
  readonly point: string
  /** Counted from 1, as it was seen; 0 where it is no Roman number as seen. */
  readonly number: number
  /** The number of its strokes, where one of them at least is Roman. */
  readonly likely: number
}

/**
 * Roman numbers of headings that lost a stroke: between I and III stands II, whatever OCR saw. One is mended only where its neighbours are seen well
 * and leave no other number.
 *
 *     I. MỤC TIÊU … II. NHIỆM VỤ … II. KINH PHÍ … IV. TỔ CHỨC THỰC HIỆN
 *                                  ^^ III
 */
export function headingEdits(text: string): Edit[] {
  const headings = [...text.matchAll(HEADING)].map(({ 0: all, 1: sign = '', 2: point = '', index }): Heading => ({ start: index, end: index + all.length, sign, point, number: ROMAN.indexOf(sign) + 1, likely: /[IVX]/.test(sign) ? ROMAN.indexOf(strokesOf(sign)) + 1 : 0 }))
  const numbers = headings.map(({ number }) => number)
  const points = headings.map(({ point }) => point).filter(Boolean)
  const edits: Edit[] = []
  for (const [i, heading] of headings.entries()) {
    const number = wanted(heading, numbers[i - 1] ?? 0, headings[i + 1], numbers[i + 2] ?? headings[i + 2]?.number)
    if (!number) continue
    numbers[i] = number
    const insert = `${ROMAN[number - 1]}${heading.point || (points[0] ?? '.')} `
    if (text.slice(heading.start, heading.end) !== insert) edits.push({ start: heading.start, end: heading.end, insert })
  }
  edits.push(...pointEdits(text))
  for (const { index } of text.matchAll(LONE_PLUS)) edits.push({ start: index, end: index + 1, insert: '-' })
  return edits
}

/** The number a heading must have, where that is another than was seen. */
function wanted({ sign, point, number }: Heading, before: number, next: Heading | undefined, afterNext: number | undefined): number | undefined {
  const due = before + 1
  if ((number === due && point) || due > ROMAN.length || !looksLike(sign, ROMAN[due - 1]!)) return undefined
  if (!next) return before > 0 ? due : undefined
  if (next.likely === due + 1) return due
  return number !== 1 && looksLike(next.sign, ROMAN[due]!) && afterNext === due + 2 ? due : undefined
}

/** The same but for a stroke or two. */
function looksLike(sign: string, roman: string): boolean {
  const strokes = strokesOf(sign)
  return strokes.replace(/I+/g, '') === roman.replace(/I+/g, '') && Math.abs(strokes.length - roman.length) <= 2
}

const strokesOf = (sign: string): string => [...sign].map((letter) => STROKES[letter] ?? letter).join('')

/** "2.4.1.", and "2.42." behind it: a point between two digits that was not seen. */
const POINTED = /^(\d{1,2}\.\d)(\.?)(\d)(?=[.)]? \p{Lu})/gmu

function pointEdits(text: string): Edit[] {
  const edits: Edit[] = []
  const printed = new Set<string>()
  for (const { 0: seen, 1: parent = '', 2: point, 3: last = '', index } of text.matchAll(POINTED)) {
    const lost = !point && printed.has(`${parent}.${Number(last) - 1}`)
    if (lost) edits.push({ start: index, end: index + seen.length, insert: `${parent}.${last}` })
    if (lost || point) printed.add(`${parent}.${last}`)
  }
  return edits
}
