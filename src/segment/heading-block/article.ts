import { HEADING_PATTERNS as PATTERNS } from '../../grammar/generated/heading-patterns.js'
import type { FoldedText } from '../../model/folded.js'
import { cut } from '../../model/span.js'
import type { HeadingBlock, HeadingHints } from './block.js'
import type { Piece } from './pieces.js'

const CLOCK = PATTERNS['article-mark']

const LONGEST_HEADLINE = 220
/** "D.L", "K.H.": who wrote it, no item. */
const INITIALS = 5

/** What stands where no heading does: the headline of an article, or a sheet that begins at once. */
export function readArticle(text: FoldedText, pieces: readonly Piece[], hints: HeadingHints): Pick<HeadingBlock, 'kind' | 'firstBodyLine' | 'title'> {
  const headline = pieces.findIndex(({ kind, folded }) => kind !== 'rule' && kind !== 'marker' && !CLOCK.test(folded) && !folded.includes('|') && folded.split(' ').length > 3 && /[à-ỹđ]/.test(folded))
  const found = pieces[headline]
  const isHeadline = found !== undefined && found.folded.length < LONGEST_HEADLINE && (found.kind !== 'prose' || (headline === 0 && /^[^.;:]{12,170}\.$/.test(found.folded)))
  if (!found) return { kind: hints.looksLikeArticle ? 'article' : 'document', firstBodyLine: 0, title: null }
  const next = pieces.slice(headline + 1, headline + 5)
  const isArticle = hints.looksLikeArticle || (!next.some(({ kind, folded }) => kind === 'marker' && folded.length > INITIALS) && next.some(({ folded }) => folded.length > 150))
  if (!isArticle || PATTERNS.annex.test(pieces[0]!.folded)) return { kind: 'document', firstBodyLine: 0, title: null }
  return isHeadline ? { kind: 'article', firstBodyLine: found.line + 1, title: cut(text.text, found.start, text.text[found.end - 1] === '.' && text.text[found.end - 2] !== '.' ? found.end - 1 : found.end) } : { kind: 'article', firstBodyLine: found.line, title: null }
}
