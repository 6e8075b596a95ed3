import { headingOpeners, leadVerbs, orderVerbs, taskVerbs } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { BodyReader } from '../../model/body-reader.js'
import { type FoldedText, isUpper, unitAt } from '../../model/folded.js'
import type { OutlineNode } from '../../model/outline.js'
import type { Body } from '../../model/plan.js'
import { cut } from '../../model/span.js'
import { readStatedBodies } from './cell-bodies.js'
import { readBodies } from './read-bodies.js'

/**
 * The bodies that a heading assigns what stands below it to: "2. Phòng Nội vụ huyện", "Giao Sở Xây dựng", "Đối với các trường học",
 * "3. Sở Tài chính chủ trì, phối hợp thực hiện". A topical heading ("Tăng cường các hoạt động của Ban …") assigns nobody.
 */
export function readHeadingBodies(text: FoldedText, node: OutlineNode, bodies: BodyReader): readonly Body[] {
  const { end } = node.content
  let at = node.content.start
  const opener = headingOpeners.longestAt(text.folded, at, end) ?? orderVerbs.longestAt(text.folded, at, end)
  if (opener) at = skipBlank(text.folded, opener.end)
  const found = readBodies(text, at, end, bodies)
  const last = found.at(-1)
  if (last && endsHeading(text, last.span.end, end)) return found
  if (node.role !== 'organization') return []
  if (found.length && end - at < 140 && !/[.;:]/.test(text.folded.slice(at, end))) return readStatedBodies(text, { start: at, end }, bodies).responsible
  return found.length ? [] : readUnknownBodies(text, at, end, opener !== undefined)
}

/** After its bodies a heading ends, or goes on with a verb that gives them the work. */
function endsHeading(text: FoldedText, at: number, end: number): boolean {
  const rest = text.folded.slice(at, end).replace(/^\s*\([^)]*\)?/, '').replace(/^[\s:.;,*-]+/, '')
  if (!rest) return true
  const from = end - rest.length
  return leadVerbs.longestAt(text.folded, from, end) !== undefined || taskVerbs.longestAt(text.folded, from, end) !== undefined
}

/** Under "Tổ chức thực hiện" a short title that is no known name still names who does it: "Nhân viên y tế", "Thư viện tỉnh". */
export function readUnknownBodies(text: FoldedText, at: number, end: number, addressed: boolean): readonly Body[] {
  const stop = /[:(.;\n]/.exec(text.folded.slice(at, end))
  let limit = stop ? at + stop.index : end
  while (limit > at && unitAt(text.folded, limit - 1) === 32) limit--
  const words = text.folded.slice(at, limit)
  if (limit - at < 3 || limit - at > 70 || taskVerbs.longestAt(text.folded, at, limit)) return []
  if (!addressed && (NOT_NAMES.test(words) || !isUpper(text.text.charCodeAt(at)))) return []
  return splitNames(words).map(([from, to]) => {
    const { text: name, span } = cut(text.text, at + from, at + to)
    return { text: name, span, name, kind: 'other', level: null, place: null, collective: PATTERNS.many.test(words), id: null }
  })
}

const NOT_NAMES = PATTERNS['not-names']

/** "Giáo viên các lớp, Tổ nuôi dưỡng" → two names. */
function splitNames(words: string): [number, number][] {
  const names: [number, number][] = []
  let from = 0
  for (const match of words.matchAll(PATTERNS['staff-joint'])) {
    names.push([from, match.index])
    from = match.index + match[0].length
  }
  return [...names, [from, words.length]]
}

function skipBlank(folded: string, at: number): number {
  let place = at
  while (unitAt(folded, place) === 32 || unitAt(folded, place) === 58) place++
  return place
}
