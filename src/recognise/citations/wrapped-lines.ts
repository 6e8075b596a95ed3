import { isDigit, isLetter, isUpper } from '../../model/folded.js'

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
 */
export function joinWrappedLines(folded: Uint16Array, text: string, places: Int32Array): void {
  let line = 0
  for (const at of places) {
    if (folded[at] !== BREAK) continue
    if (isWrapped(text, folded, line, at)) folded[at] = SPACE
    line = at + 1
  }
}

function isWrapped(text: string, folded: Uint16Array, line: number, at: number): boolean {
  let before = at - 1
  while (before >= line && folded[before] === SPACE) before--
  let next = at + 1
  while (next < text.length && folded[next] === SPACE) next++
  if (before < line || next === text.length) return false
  const last = folded[before]
  const first = text.charCodeAt(next)
  if (first === BREAK) return false
  if (last === 0x2e || last === 0x3b || last === 0x3a || last === 0x21 || last === 0x3f || last === 0x7c) return false
  if (last === 0x2d || last === 0x2f) return isLetter(first) || isDigit(first)
  if (isDigit(first) && last === 0x1ed1 && folded[before - 1] === 0x73 && folded[before - 2] === SPACE) return true
  if (isMarker(text, next)) return false
  if (isLetter(first) && !isUpper(first)) return true
  const length = before - line
  return length >= SHORTEST && length <= LONGEST && (isLetter(first) || isDigit(first) || first === 0x28) && !isCapitals(text, line, before)
}

/** "1. ", "a) ", "IV. ", "- ": a new item begins. */
function isMarker(text: string, at: number): boolean {
  let end = at
  while (end - at < 5 && (isDigit(text.charCodeAt(end)) || isLetter(text.charCodeAt(end)))) end++
  const mark = text.charCodeAt(end)
  if (end === at) return mark !== 0x28
  if (mark !== 0x2e && mark !== 0x29) return false
  const next = text.charCodeAt(end + 1)
  return next === SPACE || isDigit(next) || Number.isNaN(next)
}

/** A line of a heading: its last word is all capitals. */
function isCapitals(text: string, line: number, last: number): boolean {
  let capitals = 0
  for (let at = last; at >= line && isLetter(text.charCodeAt(at)); at--) {
    if (!isUpper(text.charCodeAt(at))) return false
    capitals++
  }
  return capitals > 1 && line >= 0
}
