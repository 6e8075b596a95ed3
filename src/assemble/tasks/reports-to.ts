import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { BodyReader } from '../../model/body-reader.js'
import type { FoldedText } from '../../model/folded.js'
import type { Body } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import { readBodies } from './read-bodies.js'

const REPORT = PATTERNS['report-verb']
const TOWARDS = PATTERNS.towards
const LONGEST = 160
const MOST = 8
const NONE: readonly never[] = []

/**
 * Whom a task makes the doer report to: "báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 15/12", "gửi kế hoạch về Phòng Kinh tế để tổng hợp".
 * Not who is only spoken of: "báo cáo của Sở Y tế".
 */
export function readReportsTo(text: FoldedText, span: Span, bodies: BodyReader, doers: readonly Body[]): readonly Body[] {
  const words = text.folded.slice(span.start, span.end)
  if (!words.includes('báo') && !words.includes('gửi') && !words.includes('nộp') && !words.includes('phản ánh')) return NONE
  const found: Body[] = []
  let reports = 0
  for (const match of words.matchAll(REPORT)) {
    if (reports++ >= MOST) break
    const at = span.start + match.index + match[0].length
    const stop = /[.;\n]/.exec(text.folded.slice(at, Math.min(span.end, at + LONGEST)))
    const limit = stop ? at + stop.index : Math.min(span.end, at + LONGEST)
    const direct = match[0] === 'nộp' || match[0] === 'báo' ? NONE : readBodies(text, at + 1, limit, bodies)
    if (direct.length) found.push(...direct)
    for (const towards of text.folded.slice(at, limit).matchAll(TOWARDS)) {
      const from = at + towards.index + towards[0].length
      if (!found.some((known) => known.span.start <= from && from < known.span.end)) found.push(...readBodies(text, from, limit, bodies))
    }
  }
  const known = new Set(doers.map((body) => body.text.toLowerCase()))
  return found.filter((body) => {
    const words = body.text.toLowerCase()
    return !known.has(words) && known.add(words) !== undefined
  })
}
