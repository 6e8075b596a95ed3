import type { Edit } from '../model/edits.js'
import type { Cleaner } from './cleaner.js'

/** What a page's markup leaves in a text when it was stripped badly, or written as Markdown. */
const REMAINS: readonly (readonly [sign: string, pattern: RegExp, becomes: (match: RegExpMatchArray) => string])[] = [
  ['<br', / ?<br ?\/?> ?/g, () => '\n'],
  ['&', /&(nbsp|amp|quot|lt|gt|ndash|mdash|#39|#160);/g, ([, name]) => ENTITIES[name!]!],
  ['](', /\[([^\][\n]{1,300})\]\((?:https?:|\/|#|mailto:)[^()\s]*\)/g, ([, words]) => words!],
  ['#', /^ {0,3}#{1,6} +/gm, () => ''],
  ['\\', /\\(?=[-.*_#()[\]+!~`>])/g, () => ''],
]

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', quot: '"', lt: '<', gt: '>', ndash: '–', mdash: '—', '#39': "'", '#160': ' ' }

/** Tags and entities that were left over, links and headings of Markdown become what they show. */
export const markup: Cleaner = {
  id: 'markup',
  clean: (text) => ({ edits: markupEdits(text) }),
}

function markupEdits(text: string): Edit[] {
  const found = REMAINS.filter(([sign]) => text.includes(sign)).flatMap(([, pattern, becomes]) =>
    [...text.matchAll(pattern)].flatMap((match) => editsOfMatch(match, becomes(match))),
  )
  found.sort((a, b) => a.start - b.start)
  return found.filter((edit, i) => i === 0 || edit.start >= found[i - 1]!.end)
}

/** A link keeps its words in place: what stands before and behind them is taken out. */
function editsOfMatch(match: RegExpMatchArray, insert: string): Edit[] {
  const start = match.index!
  const end = start + match[0].length
  if (!match[0].startsWith('[')) return [{ start, end, insert }]
  return [{ start, end: start + 1, insert: '' }, { start: start + 1 + insert.length, end, insert: '' }]
}
