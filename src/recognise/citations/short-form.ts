import { typeWordsBefore } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { lookAlikeBefore } from '../../grammar/look-alikes.js'
import { readNotationFrom } from '../../grammar/notations.js'
import { isWordUnit, wordEndsAt, wordStartsAt } from '../../model/folded.js'
import type { Source } from './context.js'
import { mentionOf, type Mention } from './mention.js'

const SHORT_NUMBER = PATTERNS['short-number']
const LIST_HEAD = PATTERNS['list-head']

/**
 * A type that points back, or at the document itself. Yes: "Kế hoạch này", "Nghị định nêu trên", "Luật này".
 * No: "các văn bản này", "Quyết định trên cơ sở …".
 * @param at offset of "này", "nêu trên", "nói trên", "trên"
 */
export function readPointing(source: Source, at: number, word: string): Mention | undefined {
  const { folded } = source
  const end = at + word.length
  if (folded[at - 1] !== ' ' || !wordEndsAt(folded, end)) return undefined
  if (word === 'trên' && !isClosed(folded, end)) return undefined
  const words = typeWordsBefore(source, at - 1)
  if (!words?.type || LIST_HEAD.test(folded.slice(Math.max(0, words.start - 8), words.start))) return undefined
  const self = word === 'này' && words.type.code === source.context.ownType
  return mentionOf({ start: words.start, end, by: self ? 'citation.self' : 'citation.short-form', type: words.type, typed: true })
}

const isClosed = (folded: string, at: number): boolean => at >= folded.length || '.,;:)\n'.includes(folded[at]!)

/**
 * A type with a number and no symbol, *Kế hoạch số 151*.
 * @param at offset of the "số"
 */
export function readShortNumber(source: Source, at: number): Mention | undefined {
  const { text, folded } = source
  if (folded[at - 1] !== ' ' || !wordStartsAt(folded, at)) return undefined
  SHORT_NUMBER.lastIndex = at
  const match = SHORT_NUMBER.exec(folded)
  const words = match ? typeWordsBefore(source, at - 1) : undefined
  if (!match || !words?.type || lookAlikeBefore(folded, at - 1)) return undefined
  const end = at + match[0].length
  const numberAt = end - match.groups!['number']!.length
  if (isWordUnit(folded.charCodeAt(end)) || readNotationFrom(source, numberAt)) return undefined
  return mentionOf({ start: words.start, end, by: 'citation.short-form', type: words.type, typed: true, shortNumber: text.slice(numberAt, end) })
}

/** Names that the document gives to what it cites, "(sau đây gọi tắt là Nghị quyết 05)": every later place where one stands. */
export function readAliases(source: Source, mentions: readonly Mention[]): Mention[] {
  const aliases: Mention[] = []
  for (const mention of mentions) {
    if (mention.notation === null || aliases.length > MOST_ALIASES) continue
    const from = mention.title?.span.end ?? mention.end
    const alias = ALIAS.exec(source.folded.slice(from, from + 120))
    if (!alias) continue
    const name = alias.groups!['name']!
    const words = typeWordsBefore(source, from + alias[0].length - alias.groups!['number']!.length - 1)
    if (!words?.type) continue
    for (let at = source.folded.indexOf(name, from + alias[0].length); at >= 0; at = source.folded.indexOf(name, at + name.length)) {
      const end = at + name.length
      if (!wordStartsAt(source.folded, at) || !wordEndsAt(source.folded, end) || source.folded[end] === '/' || source.folded[end] === '-') continue
      aliases.push(mentionOf({ start: at, end, by: 'citation.short-form', type: words.type, typed: true, refersTo: mention }))
    }
  }
  return aliases
}

const MOST_ALIASES = 1000
const ALIAS = PATTERNS['alias']
