import { typeWordsBefore } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import type { Source } from './context.js'
import { mentionOf, type Mention } from './mention.js'

const SHARED = PATTERNS['shared-numbers']
const REACH = 60

/**
 * Numbers that share the year and symbol of the one behind them; that one takes the type over.
 *
 *     Thông tư số 02, 03/2014/TT-BXD
 *              ^^
 * @param member the full number, which no words of a type stand right before
 */
export function readSharedNumbers(source: Source, member: Mention, previous: Mention | undefined): Mention[] {
  const { text, folded } = source
  const at = member.numberSpan?.start ?? 0
  const before = folded.charCodeAt(at - 2)
  if (!member.notation?.symbol || folded.charCodeAt(at - 1) !== 0x20 || (before !== 0x2c && before !== 0x3b && before !== 0xe0 && before !== 0x1ed1)) return []
  const from = Math.max(source.lines.startOf(at), at - REACH, previous && previous.by !== 'citation.short-form' ? previous.end : 0)
  const list = SHARED.exec(folded.slice(from, at))
  const numbers = list?.groups?.['numbers']
  const words = list && numbers ? typeWordsBefore(source, from + list.index) : undefined
  if (!list || !numbers || !words) return []
  const type = words.type ?? member.type
  const numbersAt = from + list.index + list[0].indexOf(numbers)
  const { symbol, year } = member.notation
  member.type = type
  member.carried = true
  member.typeSpan = { start: words.start, end: from + list.index }
  return [...numbers.matchAll(/\d+[a-zđ]?/g)].map((match, index) => {
    const start = numbersAt + match.index
    const end = start + match[0].length
    const number = text.slice(start, end)
    return mentionOf({
      start: index === 0 ? words.start : start, end, by: member.by, type, typed: index === 0, carried: index > 0, typeSpan: member.typeSpan, numberSpan: { start, end },
      notation: { text: `${number}/${year === null ? '' : `${year}/`}${symbol}`, number, year, symbol }, parts: member.parts,
    })
  })
}
