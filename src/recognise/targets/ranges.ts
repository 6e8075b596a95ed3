import type { Outline, OutlineNode } from '../../model/outline.js'
import type { Role } from '../../model/plan.js'
import type { Span } from '../../model/span.js'
import { datesIn, horizonOf, type TimeMention } from './horizon.js'
import type { TargetRange } from './target-range.js'

/** Parts that tell what is, for whom, when or at what cost: numbers in them are no aims. */
const WITHOUT_AIMS: ReadonlySet<Role> = new Set<Role>(['other', 'scope', 'schedule', 'funding'])

/**
 * Where aims may stand: the blocks of the outline, each with the time that the nearest heading above it names,
 * and the paragraphs of an article, which has no outline.
 */
export function selectTargetRanges(outline: Outline, prose: readonly Span[], dates: readonly TimeMention[]): TargetRange[] {
  const times = new Map<OutlineNode, string | null>()
  const ranges: TargetRange[] = prose.map((span) => ({ span, section: null, by: null, anywhere: false }))
  for (const block of outline.blocks) {
    const node = block.node ?? block.parent
    const role = node?.role ?? null
    if (role && WITHOUT_AIMS.has(role)) continue
    ranges.push({ span: block.node?.content ?? block.span, section: node?.path ?? null, by: node && timeAbove(node, dates, times), anywhere: role === 'targets' })
  }
  return ranges
}

/** The time in the title of a node or of the nearest one above it that has one ("II. CHỈ TIÊU NĂM 2024"); only what has something below it has a title. */
function timeAbove(node: OutlineNode, dates: readonly TimeMention[], times: Map<OutlineNode, string | null>): string | null {
  const known = times.get(node)
  if (known !== undefined) return known
  const own = node.blocks.length ? datesIn(dates, node.content).map(({ edtf }) => horizonOf(edtf)).find((value) => value !== null) : undefined
  const time = own ?? (node.parent ? timeAbove(node.parent, dates, times) : null)
  times.set(node, time)
  return time
}
