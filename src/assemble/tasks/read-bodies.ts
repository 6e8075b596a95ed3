import { leadVerbs, notAgents, startsVerb } from '../../grammar/assignment.js'
import { collectiveNouns, collectiveOpeners, notBodies } from '../../grammar/bodies.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { PhraseMatch } from '../../grammar/phrase-trie.js'
import type { BodyReader } from '../../model/body-reader.js'
import { type FoldedText, isDigit, isUpper, isWordUnit, unitAt } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import { cut, skipSpaces } from '../../model/span.js'

const SEPARATOR = PATTERNS.separator
const STOPS = PATTERNS['name-stop']
const GENITIVE = PATTERNS['name-goes-on']
const ASSIGNED = PATTERNS.assigned
const PLACES = PATTERNS.places
const MOST_WORDS = 6
const WHERE = 'trên địa bàn'
const C = 99

/**
 * Bodies joined by commas and "và" in a sentence that gives them work: the reader of names knows how each begins,
 * the verb of the work tells where an unknown name ends.
 *
 *     phối hợp với các đơn vị chủ rừng, Hạt Kiểm lâm các huyện kiểm tra …
 *                  ^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^ (kiểm tra: a verb)
 */
export function readBodies(text: FoldedText, at: number, limit: number, bodies: BodyReader, addressed = false): readonly Body[] {
  const first = readOne(text, at, limit, bodies, addressed)
  if (!first) return NOBODY
  const found: Body[] = []
  for (let place = at, whole: Body | undefined = first; whole; whole = readOne(text, place, limit, bodies, addressed && (found.at(-1)?.collective ?? true))) {
    found.push(whole)
    place = afterParenthesis(text.folded, whole.span.end, limit)
    SEPARATOR.lastIndex = place
    const separator = SEPARATOR.exec(text.folded)
    if (!separator) break
    place += separator[0].length
    const continued = separator[0].trim() === 'và' ? continueName(text, found.at(-1)!, place, limit, bodies) : undefined
    if (!continued) continue
    found[found.length - 1] = continued
    SEPARATOR.lastIndex = continued.span.end
    const next = SEPARATOR.exec(text.folded)
    if (!next) break
    place = continued.span.end + next[0].length
  }
  return found
}

const NOBODY: readonly never[] = []

function readOne(text: FoldedText, at: number, limit: number, bodies: BodyReader, addressed: boolean): Body | undefined {
  if (at >= limit) return undefined
  const opener = collectiveOpeners.longestAt(text.folded, at, limit)
  if (opener && isNoAgent(text.folded, opener, limit)) return undefined
  const body = bodies.read(text, at, limit)
  if (body) return extendBody(text, body, limit)
  return opener || addressed ? readOpenGroup(text, at, limit, opener) : undefined
}

/** "Trung tâm Dạy nghề và Hỗ trợ phụ nữ": a capital after the connector that begins no name of its own goes on with the name before it. */
function continueName(text: FoldedText, last: Body, at: number, limit: number, bodies: BodyReader): Body | undefined {
  if (last.collective || last.span.end < at - 5 || !isUpper(text.text.charCodeAt(at)) || isUpper(unitAt(text.text, at + 1))) return undefined
  if (bodies.read(text, at, limit)) return undefined
  const end = nameEnd(text, wordEnd(text.folded, at, limit), limit)
  return longer(text, last, end)
}

/**
 * A group that no grammar lists, up to the verb: "các chủ rừng", "các đồn biên phòng"; where somebody is addressed or joined
 * also without an opener: "chính quyền các xã giáp ranh", "lực lượng kiểm lâm".
 */
function readOpenGroup(text: FoldedText, at: number, limit: number, opener: PhraseMatch<true> | undefined): Body | undefined {
  if (opener && isEach(text.folded, at)) return undefined
  const noun = opener ? skipBlank(text.folded, opener.end) : at
  const known = collectiveNouns.longestAt(text.folded, noun, limit)
  if (!opener && (!known || startsVerb(text.folded, at, limit) || notBodies.longestAt(text.folded, at, limit))) return undefined
  const from = known?.end ?? wordEnd(text.folded, noun, limit)
  const end = nameEnd(text, from, limit)
  if (from === noun || (!known && end === from && !endsBeforeVerb(text, from, limit)) || end - at > 90) return undefined
  const { text: words, span } = cut(text.text, at, end)
  return { text: words, span, name: words, kind: 'group', level: null, place: null, collective: true, id: null }
}

/** "các hoạt động", "các lớp tập huấn": a plural that does nothing itself; "các bệnh viện" does, though "các bệnh" does not. */
function isNoAgent(folded: string, opener: PhraseMatch<true>, limit: number): boolean {
  const noun = skipBlank(folded, opener.end)
  const nothing = notAgents.longestAt(folded, noun, limit)
  return nothing !== undefined && (collectiveNouns.longestAt(folded, noun, limit)?.end ?? 0) <= nothing.end
}

/** "mỗi", "từng", "mọi": what holds for each of them gives no work to one. */
export const isEach = (folded: string, at: number): boolean => folded.startsWith('mỗi ', at) || folded.startsWith('từng ', at) || folded.startsWith('mọi ', at)

function endsBeforeVerb(text: FoldedText, at: number, limit: number): boolean {
  const next = skipBlank(text.folded, at)
  return next > at && startsVerb(text.folded, next, limit)
}

function skipBlank(folded: string, at: number): number {
  const place = skipSpaces(folded, at)
  return place
}

function extendBody(text: FoldedText, body: Body, limit: number): Body {
  if (!body.collective && text.folded.startsWith(' được giao ', body.span.end)) return body
  const end = nameEnd(text, body.span.end, limit)
  if (end === body.span.end) return body
  return longer(text, body, end)
}

function longer(text: FoldedText, body: Body, end: number): Body {
  const { text: words, span } = cut(text.text, body.span.start, end)
  return { text: words, span, name: `${body.name}${text.text.slice(body.span.end, end)}`, kind: body.kind, level: body.level, place: body.place, collective: body.collective, id: null }
}

/** Where a name ends that is known up to `from`: at a mark, a connector, a verb or a stop word, at most six words on; else at `from`. */
function nameEnd(text: FoldedText, from: number, limit: number): number {
  let end = from
  let at = from
  for (let words = 0; words < MOST_WORDS; words++) {
    if (unitAt(text.folded, at) !== 32) return endsPiece(text.folded, at, limit) ? end : from
    while (unitAt(text.folded, at) === 32) at++
    if (at >= limit) return end
    const code = unitAt(text.folded, at)
    const places = code === C || isDigit(code) ? placesEnd(text.folded, at) : at
    if (places > at && places <= limit) {
      end = at = places
      continue
    }
    if (!isWordUnit(code)) return endsPiece(text.folded, at, limit) ? end : from
    if (startsClause(text, at, limit)) return end
    at = text.folded.startsWith(WHERE, at) ? at + WHERE.length : wordEnd(text.folded, at, limit)
    end = at
  }
  return from
}

function placesEnd(folded: string, at: number): number {
  PLACES.lastIndex = at
  return PLACES.test(folded) ? PLACES.lastIndex : at
}

const endsPiece = (folded: string, at: number, limit: number): boolean => at >= limit || ',;:.()\n"+/'.includes(folded[at]!) || folded.startsWith('- ', at)

function startsClause(text: FoldedText, at: number, limit: number): boolean {
  if (leadVerbs.longestAt(text.folded, at, limit) && !ASSIGNED.test(text.folded.slice(at, at + 34))) return true
  GENITIVE.lastIndex = at
  if (GENITIVE.test(text.folded)) return false
  STOPS.lastIndex = at
  if (STOPS.test(text.folded)) return true
  if (isUpper(text.text.charCodeAt(at))) return false
  return startsVerb(text.folded, at, limit)
}

function wordEnd(folded: string, at: number, limit: number): number {
  let end = at
  while (end < limit && (isWordUnit(folded.charCodeAt(end)) || (folded[end] === '-' && folded[end + 1] !== ' ') || folded[end] === '&')) end++
  return end
}

/** A parenthesis after a name is left out of it: "Phòng Nội vụ (cơ quan thường trực) và …". */
export function afterParenthesis(folded: string, at: number, limit: number): number {
  const open = skipSpaces(folded, at)
  if (unitAt(folded, open) !== 40) return at
  const close = folded.indexOf(')', open)
  return close < 0 || close >= limit || close - open > 160 ? at : close + 1
}
