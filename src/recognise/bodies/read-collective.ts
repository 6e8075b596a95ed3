import { collectiveJoiners, collectiveModifiers, collectiveNouns, collectiveOpeners } from '../../grammar/bodies.js'
import type { FoldedText } from '../../model/folded.js'

const SEPARATOR = / *(?:,|;|-|\/) *(?:và +)?| +và +/y
const CLAUSE_END = /[.;:\n]| (?:cần|phải|có trách nhiệm|chủ động|tiếp tục|khẩn trương|nghiêm túc|tập trung|tổ chức|triển khai)(?= )|, /g

/**
 * The end of a collective that begins at `at`, or `at` where none does: "các sở, ban, ngành, đoàn thể cấp tỉnh", "các cơ quan, đơn vị liên quan",
 * "cơ quan, đơn vị" (a list without an opener needs two nouns or a modifier, since "đơn vị" alone names nobody).
 */
export function readCollective(text: FoldedText, at: number, limit: number): number {
  const opener = collectiveOpeners.longestAt(text.folded, at, limit)
  const start = opener ? skipSpace(text.folded, opener.end) : at
  const nouns = readNouns(text, start, limit)
  if (!nouns) return at
  const end = readModifiers(text, nouns.end, limit)
  return opener || nouns.count > 1 || end > nouns.end ? end : at
}

const PLACE_NOUNS = /(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|thôn|bản|ấp|xóm|thị)(?: *(?:,|;|-|\/|và) *(?:và +)?(?:các +)?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|thôn|bản|ấp|xóm|thị)(?![a-zà-ỹđ]))*(?![a-zà-ỹđ])/y

/** The places of "UBND các xã, thị trấn", "UBND huyện, thị xã": an opener or two kinds of places, then modifiers. */
export function readCollectiveTail(text: FoldedText, at: number, limit: number): number {
  const start = skipSpace(text.folded, at)
  const opener = collectiveOpeners.longestAt(text.folded, start, limit)
  PLACE_NOUNS.lastIndex = opener ? skipSpace(text.folded, opener.end) : start
  const nouns = PLACE_NOUNS.exec(text.folded)
  if (!nouns || PLACE_NOUNS.lastIndex > limit || (!opener && !/[,;\/-]| và /.test(nouns[0]))) return at
  return readModifiers(text, PLACE_NOUNS.lastIndex, limit)
}

function readNouns(text: FoldedText, at: number, limit: number): { end: number; count: number } | undefined {
  let end = at
  let count = 0
  for (let place = at; ; ) {
    const noun = collectiveNouns.longestAt(text.folded, place, limit)
    if (!noun) break
    end = noun.end
    count++
    SEPARATOR.lastIndex = end
    const separator = SEPARATOR.exec(text.folded)
    if (!separator) break
    place = end + separator[0].length
    if (place >= limit) break
  }
  return count ? { end, count } : undefined
}

function readModifiers(text: FoldedText, at: number, limit: number): number {
  let end = at
  for (;;) {
    const place = skipSpace(text.folded, end)
    if (place === end) return end
    const joiner = collectiveJoiners.longestAt(text.folded, place, limit)
    const modifier = collectiveModifiers.longestAt(text.folded, place, limit)
    if (modifier && (!joiner || modifier.end > joiner.end)) end = modifier.end
    else if (text.folded.startsWith('được giao', place) || text.folded.startsWith('được phân công', place)) return clauseEnd(text.folded, place, limit)
    else return end
  }
}

/** "các cơ quan được giao nhiệm vụ …": the relative clause runs to the verb of duty or the next mark. */
function clauseEnd(folded: string, at: number, limit: number): number {
  CLAUSE_END.lastIndex = at
  const end = CLAUSE_END.exec(folded)
  return end && end.index < limit ? end.index : limit
}

function skipSpace(folded: string, at: number): number {
  let place = at
  while (folded.charCodeAt(place) === 32) place++
  return place
}
