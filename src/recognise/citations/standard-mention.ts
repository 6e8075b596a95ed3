import { documentType } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { typeWordsBefore } from '../../grammar/document-types.js'
import { isUpper, wordStartsAt } from '../../model/folded.js'
import type { Source } from './context.js'
import { mentionOf, type Mention } from './mention.js'

const STANDARD = PATTERNS['standard']

/**
 * A technical regulation or standard, *quy chuẩn, tiêu chuẩn*. Yes: "QCVN 28:2010/BTNMT", "TCVN ISO 9001:2015". No: the encoding TCVN3.
 * @param start offset of its letters
 */
export function readStandardMention(source: Source, start: number): Mention | undefined {
  const { text, folded } = source
  if (!wordStartsAt(folded, start) || !isUpper(text.charCodeAt(start))) return undefined
  STANDARD.lastIndex = start
  const match = STANDARD.exec(folded)
  if (!match) return undefined
  const groups = match.groups as { code: string; body?: string; series?: string; number: string; year?: string; symbol?: string }
  if (!groups.year && groups.number.length < 3 && !groups.symbol) return undefined
  let end = STANDARD.lastIndex
  const symbolIsCapital = groups.symbol !== undefined && isUpper(text.charCodeAt(end - 1))
  if (groups.symbol && !symbolIsCapital) end = folded.lastIndexOf('/', end)
  while (folded[end - 1] === ' ') end--
  const numberAt = match[0].indexOf(groups.number, groups.code.length)
  const number = text.slice(start + numberAt, start + numberAt + groups.number.length)
  const symbol = symbolIsCapital ? text.slice(end - groups.symbol!.length, end) : null
  const code = groups.code.toUpperCase()
  const series = groups.series ? `${groups.series.trim().toUpperCase()} ` : ''
  const joint = groups.year && folded[folded.lastIndexOf(groups.year, end) - 1] === '-' ? '-' : ':'
  const printed = `${code}${groups.body?.toUpperCase() ?? ''} ${series}${number}${groups.year ? `${joint}${groups.year}` : ''}${symbol ? `/${symbol}` : ''}`
  const words = typeWordsBefore(source, folded[start - 1] === ' ' ? start - 1 : start)
  return mentionOf({
    start: words?.type && documentType(code)?.code === words.type.code ? words.start : start, end, by: 'citation.standard', typed: true, type: documentType(code) ?? null,
    typeSpan: { start: start, end: start + groups.code.length }, numberSpan: { start, end },
    notation: { text: printed, number, year: groups.year ? Number(groups.year) : null, symbol },
  })
}
