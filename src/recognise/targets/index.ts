import { GOAL } from '../../grammar/targets.js'
import { type FoldedText, isDigit } from '../../model/folded.js'
import type { Target } from '../../model/plan.js'
import { cut, type Span } from '../../model/span.js'
import type { Aim } from './aim.js'
import { aimsIn } from './aims.js'
import { clausesOf, linesOf } from './clauses.js'
import { dateBefore, dateOfAim, dateOfLine, datesIn, horizonOf, type TimeMention } from './horizon.js'
import { readBaseline } from './baseline.js'
import { isOver } from './result.js'
import { readScope } from './scope.js'
import type { TargetRange } from './target-range.js'

/**
 * The measurable aims, *chỉ tiêu*, of a plan, in reading order. Only the ranges are read, each character once. What was to be reached
 * before the day of `issued` (EDTF) is a result.
 *
 *     - Tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên, trong đó cấp xã không dưới 60%.
 *       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *       >= 80 %                                    >= 60 %
 */
export function recogniseTargets(text: FoldedText, ranges: readonly TargetRange[], dates: readonly TimeMention[], issued: string | null = null): Target[] {
  const targets: Target[] = []
  let read = 0
  let group = ''
  let time: string | null = null
  for (const range of [...ranges].sort((a, b) => a.span.start - b.span.start)) {
    const span = { start: Math.max(range.span.start, read), end: range.span.end }
    const own = groupOf(range)
    if (own !== group) time = horizonOf(range.by)
    group = own
    if (span.end > span.start) {
      for (const line of linesOf(text.folded, span)) {
        const inside = datesIn(dates, line)
        const found = targetsOfLine(text, range, line, inside, { heading: time, issued })
        for (const target of found) targets.push(target)
        if (!found.length) time = dateOfLine(text.folded, line, inside) ?? time
      }
    }
    read = Math.max(read, span.end)
  }
  return targets
}

const BULLETS = /(?:\.?[-+]\d+)+$/

/** Ranges of one numbered section: a line in it that only names a time ("Đến năm 2025:") holds for those after it. */
const groupOf = ({ section, by, anywhere }: TargetRange): string => `${section?.replace(BULLETS, '')} ${by} ${anywhere}`

function targetsOfLine({ text, folded }: FoldedText, range: TargetRange, line: Span, dates: readonly TimeMention[], { heading, issued }: { readonly heading: string | null; readonly issued: string | null }): Target[] {
  const targets: Target[] = []
  if (!hasNumber(folded, line, dates)) return targets
  let said = 0
  let head: string | null = null
  for (const clause of clausesOf(text, folded, line)) {
    const inside = datesIn(dates, clause)
    if (!hasNumber(folded, clause, inside)) continue
    const { aims, cues } = aimsIn(text, folded, clause, inside, { anywhere: range.anywhere, said: said & GOAL })
    said |= cues
    if (!targets.length && aims[0]) head = dateBefore(folded, inside, aims[0].quantity.lead)
    aims.forEach((aim, index) => {
      const words = { start: index ? aims[index - 1]!.span.end : clause.start, end: aims[index + 1]?.span.start ?? clause.end }
      const by = dateOfAim(folded, aim, inside) ?? head ?? heading
      if (!isOver(by, issued, said)) targets.push(toTarget({ text, folded }, aim, words, by, range.section))
    })
  }
  return targets
}

/** Most lines have no number but those of their dates: nothing else is asked of them. */
function hasNumber(folded: string, { start, end }: Span, dates: readonly TimeMention[]): boolean {
  let next = 0
  for (let at = start; at < end; at++) {
    if (!isDigit(folded.charCodeAt(at))) continue
    while (next < dates.length && dates[next]!.span.end <= at) next++
    const date = dates[next]
    if (!date || date.span.start > at) return true
    at = date.span.end - 1
  }
  return false
}

function toTarget({ text, folded }: FoldedText, { span, quantity }: Aim, clause: Span, by: string | null, section: string | null): Target {
  const { sign, value, valueTo, unit } = quantity
  const words = cut(text, span.start, span.end)
  const scope = readScope(text, folded, quantity, Math.max(span.end, quantity.end))
  return { text: words.text, span: words.span, comparator: sign, value, valueTo, unit: unit && text.slice(unit.start, unit.end), by, scope, baseline: readBaseline(text, folded, clause), section }
}

export type { TargetRange } from './target-range.js'
export { selectTargetRanges } from './ranges.js'
export { recogniseTableTargets } from './table-targets.js'
