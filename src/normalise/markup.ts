import type { Edit } from '../model/edits.js'
import { type Cleaner, NOTHING } from './cleaner.js'
import { MARKUP } from './lined-text.js'

interface Remains {
  /** Where a text lacks it, the pattern is not tried. */
  readonly sign: string
  readonly pattern: RegExp
  /** What it becomes; where this is missing its first group stays in place and what surrounds it goes. */
  readonly becomes?: (match: RegExpMatchArray) => string
}

const nothing = (): string => ''

/** What a page's markup leaves in a text when it was stripped badly, or written as Markdown. */
const REMAINS: readonly Remains[] = [
  { sign: '<br', pattern: / ?<br ?\/?> ?/g, becomes: () => '\n' },
  { sign: '</', pattern: /<\/?(?:b|i|u|em|strong|span|font|p|div|sup|sub|center)(?: [^<>\n]{0,300})?>/gi, becomes: nothing },
  { sign: '&', pattern: /&(nbsp|amp|quot|lt|gt|ndash|mdash|#39|#160);/g, becomes: ([, name]) => ENTITIES[name!]! },
  { sign: '\\r', pattern: /(?:\\r(?:\\n)?[ ]?)+/g, becomes: () => ' ' },
  { sign: '](', pattern: /\[([^\][\n]{1,300})\]\((?:https?:|\/|#|mailto:)[^()\s]*\)/g },
  { sign: '**', pattern: /(?<!\*)\*\*(?!\*)/g, becomes: nothing },
  { sign: '__', pattern: /(?<!_)__(?!_)/g, becomes: nothing },
  { sign: '*', pattern: /(?<![*\p{L}\p{N}])\*([\p{L}“"(][^*\n]{0,200}[^\s*])\*(?![*\p{L}\p{N}])/gu },
  { sign: '#', pattern: /^ {0,3}#{1,6} +/gm, becomes: nothing },
  { sign: '\\', pattern: /\\(?=[-.*_#()[\]+!~`>])/g, becomes: nothing },
]

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', quot: '"', lt: '<', gt: '>', ndash: '–', mdash: '—', '#39': "'", '#160': ' ' }

/** Tags and entities that were left over, links, headings and emphasis of Markdown become what they show. */
export const markup: Cleaner = {
  id: 'markup',
  clean: ({ text, kinds }) => (kinds & MARKUP ? { edits: markupEdits(text) } : NOTHING),
}

function markupEdits(text: string): Edit[] {
  const found: Edit[] = []
  for (const { sign, pattern, becomes } of REMAINS) {
    if (!text.includes(sign)) continue
    for (const match of text.matchAll(pattern)) found.push(...editsOfMatch(match, becomes))
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end)
  let end = 0
  return found.filter((edit) => {
    if (edit.start < end) return false
    end = edit.end
    return true
  })
}

function editsOfMatch(match: RegExpMatchArray, becomes: Remains['becomes']): Edit[] {
  const start = match.index!
  const end = start + match[0].length
  if (becomes) return [{ start, end, insert: becomes(match) }]
  const from = start + match[0].indexOf(match[1]!)
  return [{ start, end: from, insert: '' }, { start: from + match[1]!.length, end, insert: '' }]
}
