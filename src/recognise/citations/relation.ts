import { CITATIONS_PATTERNS as PATTERNS } from '../../grammar/generated/citations-patterns.js'
import type { Relation } from '../../model/plan.js'
import { contains } from '../../model/span.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'

const LIST_JOINT = PATTERNS['list-joint']
/** Words right before a citation that say what the document does to it. */
const LEADS: readonly (readonly [RegExp, Relation])[] = [
  [PATTERNS['replaces'], 'replaces'],
  [PATTERNS['amends'], 'amends'],
  [PATTERNS['guides'], 'guides'],
]
const REACH = 80

/** What the document says of each instrument, in order; within its *căn cứ* everything is its basis, within a title it only refers. */
export function readRelations(source: Source, mentions: readonly Mention[]): Relation[] {
  const relations: Relation[] = []
  let titleEnd = 0
  mentions.forEach((mention, index) => {
    relations.push(relationOf(source, mention, mentions[index - 1], relations.at(-1), mention.start < titleEnd))
    titleEnd = Math.max(titleEnd, mention.title?.span.end ?? mention.end)
  })
  return relations
}

function relationOf(source: Source, mention: Mention, previous: Mention | undefined, before: Relation | undefined, insideTitle: boolean): Relation {
  const { preamble } = source.context
  if (mention.by === 'citation.self' || mention.own) return 'self'
  if (preamble && contains(preamble, { start: mention.start, end: mention.end })) return 'basis'
  if (insideTitle) return 'refers'
  const { folded } = source
  const line = source.lines.startOf(mention.start)
  const lead = folded.slice(Math.max(line, mention.start - REACH), mention.start)
  const said = LEADS.find(([pattern]) => pattern.test(lead))?.[1]
  if (said) return said
  const previousEnd = previous ? (previous.title?.span.end ?? previous.end) : 0
  const sameList = previous !== undefined && previousEnd > line && previousEnd < mention.start && LIST_JOINT.test(folded.slice(previousEnd, mention.start))
  return sameList && before && before !== 'self' && before !== 'basis' ? before : 'refers'
}
