import { codeAt, isDigit, isLetter, isUpper } from '../../model/folded.js'

const BREAK = 0x0a
const SPACE = 0x20
/** Lines of a page are at least so long: a shorter one ended because it was over. */
const SHORTEST = 45
/** And at most so long: a longer one is a paragraph. */
const LONGEST = 140

/**
 * A space for each line break inside a paragraph, so that "Nghị định số 30/2020/NĐ-⏎CP" and "của Thủ tướng⏎Chính phủ" are read as on one
 * line. A break stays where a line is over: a full stop or a semicolon before it, an empty line, a marker or a bullet behind it.
 * @param places where the line breaks stand, others among them
 * @param breaks takes those that stay
 * @returns the others
 */
export function joinWrappedLines(folded: Uint16Array, text: string, places: Int32Array, breaks: number[]): Int32Array {
  let line = 0
  let others = 0
  for (const at of places) {
    if (folded[at] !== BREAK) {
      places[others++] = at
      continue
    }
    if (isWrapped(text, folded, line, at)) folded[at] = SPACE
    else breaks.push(at)
    line = at + 1
  }
  return places.subarray(0, others)
}

function isWrapped(text: string, folded: Uint16Array, line: number, at: number): boolean {
  const length = text.length
  let before = at - 1
  while (before >= line && folded[before] === SPACE) before--
  let next = at + 1
  while (next < length && folded[next] === SPACE) next++
  if (before < line || next === length) return false
  const last = folded[before]!
  const first = folded[next]!
  if (first === BREAK || endsSentence(last)) return false
  const isWord = isLetter(first) || isDigit(first)
  if (last === 0x2d || last === 0x2f) return isWord
  if (isDigit(first) && endsInNumberWord(folded, before)) return true
  if (isMarker(folded, next)) return false
  if (isLetter(first) && !isUpper(codeAt(text, next))) return true
  return before - line >= SHORTEST && before - line <= LONGEST && (isWord || first === 0x28) && !isCapitals(text, line, before)
}

/** Any of `. ; : ! ? |` */
const endsSentence = (code: number): boolean => code === 0x2e || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f || code === 0x7c

/** Does " số" end at `last`? */
const endsInNumberWord = (folded: Uint16Array, last: number): boolean => last > 1 && folded[last] === 0x1ed1 && folded[last - 1] === 0x73 && folded[last - 2] === SPACE

/** "1. ", "a) ", "IV. ", "- ": a new item begins. */
function isMarker(folded: Uint16Array, at: number): boolean {
  const length = folded.length
  const stop = Math.min(length, at + 5)
  let end = at
  while (end < stop && (isDigit(folded[end]!) || isLetter(folded[end]!))) end++
  const mark = end < length ? folded[end]! : 0
  if (end === at) return mark !== 0x28
  if (mark !== 0x2e && mark !== 0x29) return false
  return end + 1 === length || folded[end + 1] === SPACE || isDigit(folded[end + 1]!)
}

/** A line of a heading: its last word is all capitals. */
function isCapitals(text: string, line: number, last: number): boolean {
  let at = last
  for (; at >= line && isLetter(codeAt(text, at)); at--) if (!isUpper(codeAt(text, at))) return false
  return last - at > 1
}
