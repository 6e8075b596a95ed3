import { isBulletSign } from '../grammar/bullets.js'
import { LINES_PATTERNS as PATTERNS } from '../grammar/generated/lines-patterns.js'
import { codeAt, isDigit, isLetter, isUpper } from '../model/folded.js'
import type { Span } from '../model/span.js'

/** What a line begins with: an outline number, a bullet, or nothing of the kind. */
export type LineMarker = 'bullet' | 'number' | 'roman' | 'letter' | 'article' | 'footnote' | null

const SPACE = 32

/** *I.*, *1.*, *1.1*, *a)*, *-*, *Điều 1.*: the marker that a line begins with; a date, a sum or a notation at a line's begin is none. */
export function markerOf(text: string, line: Span): LineMarker {
  const { start, end } = line
  const first = codeAt(text, start)
  if (isBulletSign(text, start, end)) return isBulletAt(text, start, end) ? 'bullet' : null
  if (isDigit(first)) return isNumberAt(text, start, end) ? 'number' : null
  if (first === 91) return /^\[\d{1,3}\] ?\S/.test(text.slice(start, Math.min(end, start + 8))) ? 'footnote' : null
  if (!isLetter(first)) return null
  if (isRomanAt(text, start, end)) return 'roman'
  if (isLetterAt(text, start, end)) return 'letter'
  return isArticleAt(text, start, end) ? 'article' : null
}

/** A bullet stands before a blank or a letter ("-Như trên"), never before a digit ("-5%") or another sign ("--"). */
function isBulletAt(text: string, start: number, end: number): boolean {
  if (start + 1 >= end) return false
  const next = codeAt(text, start + 1)
  if (next === SPACE) return !isBulletSign(text, start + 2, end)
  return isLetter(next) || next === 0x201c || next === 0x22
}

/** `1.`, `1)`, `1/`, `10-`, `1.1`, `1.1.`, `1.1.1.` and what follows them: a blank and more, or a capital. */
function isNumberAt(text: string, start: number, end: number): boolean {
  let at = start
  let parts = 0
  while (at < end && isDigit(codeAt(text, at))) {
    const from = at
    while (at < end && isDigit(codeAt(text, at))) at++
    if (at - from > (parts ? 2 : 3) || (parts === 0 && at - from === 3)) return false
    parts++
    if (text[at] !== '.' || !isDigit(codeAt(text, at + 1))) break
    at++
  }
  const sign = text[at] ?? ''
  if (isDoubled(text, at)) return opensText(text, at + 2, end)
  if (sign === '.' || sign === ')' || sign === ':') return opensText(text, at + 1, end)
  if (parts > 1) return (sign === ' ' && isUpper(codeAt(text, at + 1))) || (isUpper(codeAt(text, at)) && isLowerSoon(text, at + 1))
  if (sign === '/' || sign === '-' || sign === '–') return isUpper(codeAt(text, at + 1)) ? isLowerSoon(text, at + 2) : codeAt(text, at + 1) === SPACE && isUpper(codeAt(text, at + 2))
  return false
}

/** "1/.", "a).": a stroke or bracket with a full stop behind it. */
const isDoubled = (text: string, at: number): boolean => text[at + 1] === '.' && (text[at] === '/' || text[at] === ')')

/** Behind a marker's sign: nothing more on the line, a blank with more behind it, or a capital. */
function opensText(text: string, at: number, end: number): boolean {
  if (at >= end) return true
  return codeAt(text, at) === SPACE ? !/[\d/]/.test(text[at + 1] ?? '') || codeAt(text, at + 2) !== SPACE : isUpper(codeAt(text, at)) || text[at] === '“'
}

/** "1/Công tác", not "12/KH-UBND". */
const isLowerSoon = (text: string, at: number): boolean => isLetter(codeAt(text, at)) && !isUpper(codeAt(text, at))

const ROMAN = new Set([...'IVXLC'].map((sign) => sign.charCodeAt(0)))

/** `II.`, `II/`, `II-`, `II -`, `II .`, `II)`; `A.` and `B/` too. */
function isRomanAt(text: string, start: number, end: number): boolean {
  let at = start
  while (at < end && ROMAN.has(codeAt(text, at))) at++
  if (at === start) {
    const first = codeAt(text, start)
    if (first < 65 || first > 75) return false
    at = start + 1
  }
  if (at - start > 6) return false
  if (isDoubled(text, at)) return opensText(text, at + 2, end)
  const sign = text[at] ?? ''
  const next = codeAt(text, at + 1)
  if (sign === '.' || sign === '/' || sign === ')' || sign === ':') return at + 1 >= end || next === SPACE || (isUpper(next) && at - start > 1)
  if (sign === '-' || sign === '–') return next === SPACE || isUpper(next)
  return sign === ' ' && (text[at + 1] === '-' || text[at + 1] === '–' || text[at + 1] === '.') && text[at + 2] === ' '
}

/** `a)`, `đ)`, `a.`, `a1)`, `a/`, `b-` before a blank or a capital. */
function isLetterAt(text: string, start: number, end: number): boolean {
  const first = text[start]!
  if (!/[a-zđ]/.test(first)) return false
  let at = start + 1
  if (isDigit(codeAt(text, at)) && text[at + 1] === ')') at++
  const sign = text[at] ?? ''
  if (sign !== ')' && sign !== '.' && sign !== '/' && sign !== '-') return false
  if (isDoubled(text, at)) return opensText(text, at + 2, end)
  if (at + 1 >= end) return sign === ')'
  const next = codeAt(text, at + 1)
  return next === SPACE ? sign !== '-' || isUpper(codeAt(text, at + 2)) : isUpper(next)
}

const ARTICLE = PATTERNS['article-marker']

function isArticleAt(text: string, start: number, end: number): boolean {
  const first = text[start]!
  return (first === 'Đ' || first === 'C' || first === 'P' || first === 'M') && ARTICLE.test(text.slice(start, Math.min(end, start + 24)))
}
