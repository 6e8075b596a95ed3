import { collectiveNouns, collectiveOpeners, notBodies, type Opening, readOpening } from '../../grammar/bodies.js'
import { BODIES_PATTERNS as PATTERNS } from '../../grammar/generated/bodies-patterns.js'
import { type FoldedText, isUpper } from '../../model/folded.js'
import type { Found } from './found.js'
import { createLook, lookAt } from './look.js'
import { readGroupTail, readPlaceNames } from './read-group-tail.js'
import { readModifiers } from './read-modifiers.js'
import { findNamed, readNamed } from './read-named.js'
import { skipSpaces } from './words.js'

const SEPARATOR = createLook('collective-separator', 4)
const MOST_NOUNS = 20

/**
 * A group: "các sở, ban, ngành, đoàn thể cấp tỉnh", "các Hạt Kiểm lâm", "các cơ quan, đơn vị liên quan", "cơ quan, đơn vị", "nhân viên y tế".
 * Without an opener it needs two nouns or a modifier, since "đơn vị" alone names nobody; some nouns name somebody even so.
 */
export function findCollective(text: FoldedText, at: number, limit: number, opening: Opening | undefined): Found | undefined {
  if (!opening) return undefined
  if (opening.opener === undefined && opening.noun && opening.noun.end <= (opening.not ?? 0)) return undefined
  if (opening.opener === undefined) return opening.noun?.value ? readAgent(text, opening.noun.end, limit) : opening.noun && readGroup(text, at, limit, false)
  const start = skipSpaces(text.folded, opening.opener, limit)
  const inner = readOpening(text.folded, start, limit)
  const named = (inner?.noun?.end ?? 0) > (inner?.head?.end ?? 0) ? undefined : readNamed(text, start, limit, inner?.head)
  const group = inner?.noun ? readGroup(text, start, limit, true) : undefined
  if (named && named.end >= (group?.end ?? 0)) return { ...named, collective: true, end: readModifiers(text, named.end, limit) }
  return group
}

/** "nhân viên y tế | các trường", "chính quyền địa phương": a noun that names somebody without "các". */
const readAgent = (text: FoldedText, at: number, limit: number): Found => ({ end: readModifiers(text, readGroupTail(text, at, limit), limit), kind: 'group', level: null, collective: true })

/** Nouns of a group and what says which of them; `alone`: one noun is enough. */
export function readGroup(text: FoldedText, at: number, limit: number, alone: boolean): Found | undefined {
  const nouns = readNouns(text, at, limit)
  if (!nouns) return undefined
  const named = endsInPlaces(text.folded, nouns.end) ? readPlaceNames(text, nouns.end, limit) : nouns.end
  const end = !alone && nouns.count === 1 && named > nouns.end ? named : readModifiers(text, readGroupTail(text, named, limit), limit)
  const levels = text.folded.startsWith('trường', at) ? schoolLevelsEnd(text, end, limit) : end
  return alone || nouns.count > 1 || end > nouns.end ? { end: levels, kind: 'group', level: null, collective: true } : undefined
}

const LEVELS = createLook('school-levels', 60)

/** "các trường THCS | , Tiểu học và Mầm non trên địa bàn huyện": one word for the schools of several levels. */
function schoolLevelsEnd(text: FoldedText, at: number, limit: number): number {
  const levels = lookAt(LEVELS, text.folded, at)
  return levels && at + levels[0].length <= limit ? readModifiers(text, at + levels[0].length, limit) : at
}

/** "các huyện | Tân Biên, Châu Thành": names may follow a noun of places. */
const endsInPlaces = (folded: string, at: number): boolean => PATTERNS['ends-in-places'].test(folded.slice(Math.max(0, at - 9), at))

function readNouns(text: FoldedText, at: number, limit: number): { end: number; count: number } | undefined {
  let end = at
  let count = 0
  for (let place = at; place < limit && count < MOST_NOUNS; ) {
    const noun = collectiveNouns.longestAt(text.folded, place, limit)
    if (!noun || isLonger(text, place, limit, noun.end) || (count > 0 && isOtherBody(text, place, limit, noun.end))) break
    end = noun.end
    count++
    const separator = lookAt(SEPARATOR, text.folded, end)
    if (!separator) break
    place = end + separator[0].length
    if (collectiveOpeners.longestAt(text.folded, place, limit)) break
  }
  return count ? { end, count } : undefined
}

/** "các | trường hợp", "các | lớp đào tạo": a longer phrase that is no body. */
const isLonger = (text: FoldedText, at: number, limit: number, end: number): boolean => (notBodies.longestAt(text.folded, at, limit)?.end ?? 0) > end

/** "các ban, ngành, | Ban nhân dân các thôn", "các ngành, | hội nghị": what stands here is more than the noun. */
function isOtherBody(text: FoldedText, at: number, limit: number, nounEnd: number): boolean {
  const opening = readOpening(text.folded, at, limit)
  if (opening?.not !== undefined && opening.not >= (opening.head?.end ?? 0) && opening.not <= nounEnd) return false
  if (Math.max(opening?.position?.end ?? 0, opening?.head?.end ?? 0) > nounEnd) return true
  return isUpper(text.text.charCodeAt(at)) && (findNamed(text, at, limit)?.end ?? 0) > nounEnd
}
