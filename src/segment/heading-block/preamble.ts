import { bodyHeads } from '../../grammar/bodies.js'
import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import { cut, type Span } from '../../model/span.js'
import type { HeadingName } from './issuer-names.js'
import { toNaturalCase } from './natural-case.js'

const CAPITALS = /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,3}/u
const REACH = 3500
const ISSUES = PATTERNS['issues-plan']
const PLACE_KINDS = ['tỉnh ', 'thành phố ', 'huyện ', 'quận ', 'thị xã ']
const LONGEST_PLACE = 40
const MOST_NEIGHBOURS = 12

/**
 * Who issues, where the heading has lost it: the subject of the sentence that promulgates the plan, or gives notice.
 *
 *     …; Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện …
 *        ^^^^^^^^^^^^^^^^^^^^
 */
export function subjectIn(text: FoldedText, body: Span): HeadingName | null {
  const folded = text.folded.slice(body.start, Math.min(body.end, body.start + REACH))
  for (const verb of folded.matchAll(ISSUES)) {
    const end = body.start + verb.index
    const start = clauseStart(text, body.start, end)
    if (end - start > 90 || !isUpper(text.text.charCodeAt(start)) || !bodyHeads.longestAt(text.folded, start, end)) continue
    const spanned = cut(text.text, start, end)
    return { ...spanned, words: toNaturalCase(spanned.text) }
  }
  return null
}

function clauseStart(text: FoldedText, from: number, end: number): number {
  for (let i = end - 1; i > from && end - i < 120; i--) {
    if (text.folded[i] === '\n') return i + 1
    if (/[;,.]/.test(text.folded[i]!) && text.folded[i + 1] === ' ') return i + 2
  }
  return from
}

/** Provinces and districts that the preamble names, in the order of their kinds, as printed and with their kind. */
export function neighboursIn(text: FoldedText, body: Span): string[] {
  const limit = Math.min(body.end, body.start + REACH)
  const preamble = text.folded.slice(body.start, limit)
  const found = new Set<string>()
  for (const kind of PLACE_KINDS) {
    for (let at = preamble.indexOf(kind); at >= 0 && found.size < MOST_NEIGHBOURS; at = preamble.indexOf(kind, at + kind.length)) {
      const name = body.start + at + kind.length
      if (!isUpper(text.text.charCodeAt(name))) continue
      const [words] = CAPITALS.exec(text.text.slice(name, name + LONGEST_PLACE)) ?? ['']
      if (words) found.add(`${kind}${words}`)
    }
  }
  return [...found]
}
