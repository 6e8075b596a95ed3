import { idOfBody } from '../../grammar/body-ids.js'
import { typeWordsBefore } from '../../grammar/document-types.js'
import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import { isUpper, wordEndsAt } from '../../model/folded.js'
import { cut, type Span } from '../../model/span.js'
import { COMMITTEE, NOWHERE, readCentralCommittee } from './central-committee.js'
import type { Source } from './context.js'
import { mentionOf, type Mention } from './mention.js'

const NUMBER_BEFORE = PATTERNS['number-before-issuer']
const SESSION = PATTERNS['plenum']
const REACH = 16
const LONGEST_SESSION = 60
/** What the Party's committee issues. */
const TYPES: ReadonlySet<string> = new Set(['NQ', 'CT', 'KL', 'QĐi', 'QyĐ', 'HD'])

/**
 * An instrument of the Party's central committee without its symbol. Yes: "Nghị quyết 18 Trung ương", and by the session that passed it,
 * "Nghị quyết Trung ương 6 (khóa XII)". No: "Nghị quyết 18 Trung ương Đoàn", "3 Trung ương Hội".
 * @param at offset of "Trung ương"
 */
export function readPlenum(source: Source, at: number): Mention | undefined {
  if (!isUpper(source.text.charCodeAt(at)) || source.folded.charCodeAt(at - 1) !== 0x20) return undefined
  return readNumbered(source, at) ?? readSession(source, at)
}

function readNumbered(source: Source, at: number): Mention | undefined {
  const from = Math.max(0, at - REACH)
  const match = NUMBER_BEFORE.exec(source.folded.slice(from, at))
  const issuer = match ? readCentralCommittee(source, at, source.lines.endOf(at)) : undefined
  const words = match && issuer ? typeWordsBefore(source, from + match.index) : undefined
  if (!match || !issuer || !words?.type || !TYPES.has(words.type.code)) return undefined
  const numberSpan = spanOf(from + match.index + match[0].length - 1, match.groups!['number']!.length)
  return mentionOf({
    start: words.start, end: issuer.span.end, by: 'citation.short-form', type: words.type, typed: true, typeSpan: { start: words.start, end: from + match.index },
    shortNumber: source.text.slice(numberSpan.start, numberSpan.end), numberSpan, issuer,
  })
}

const spanOf = (end: number, length: number): Span => ({ start: end - length, end })

function readSession(source: Source, at: number): Mention | undefined {
  const { text, folded } = source
  const typeEnd = folded.endsWith('hội nghị ', at) ? at - 10 : at - 1
  const words = typeWordsBefore(source, typeEnd)
  SESSION.lastIndex = at
  const match = words?.type && TYPES.has(words.type.code) ? SESSION.exec(folded) : null
  if (!match || !words?.type || match[0].length > LONGEST_SESSION) return undefined
  const end = at + match[0].length
  const named = cut(text, words.start, wordEndsAt(folded, end) ? end : at + match[0].trimEnd().length)
  return mentionOf({
    start: words.start, end: named.span.end, by: 'citation.party', type: words.type, typed: true, typeSpan: { start: words.start, end: typeEnd },
    name: named.text, nameSpan: named.span, issuer: { ...cut(text, at, at + 'trung ương'.length), ...COMMITTEE, place: null, id: idOfBody(COMMITTEE, NOWHERE) },
  })
}
