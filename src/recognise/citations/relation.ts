import type { Relation } from '../../model/plan.js'
import { contains } from '../../model/span.js'
import type { Source } from './context.js'
import type { Mention } from './mention.js'

/** Words right before a citation that say what the document does to it. */
const LEADS: readonly (readonly [RegExp, Relation])[] = [
  [/thay thế(?: cho)?(?: các)? $/, 'replaces'],
  [/(?<!được )(?:sửa đổi(?:, bổ sung| và bổ sung)?|bổ sung)(?: một số (?:điều|nội dung|quy định))?(?: của)?(?: các)? $/, 'amends'],
  [/(?:hướng dẫn (?:thi hành|thực hiện|áp dụng)|quy định chi tiết(?: và hướng dẫn)?(?: thi hành)?)(?: một số điều)?(?: của)? $/, 'guides'],
]

/** What the document says of an instrument; within its *căn cứ* everything is its basis. */
export function relationOf(source: Source, mention: Mention, insideTitle: boolean): Relation {
  const { preamble } = source.context
  if (preamble && contains(preamble, { start: mention.start, end: mention.end })) return 'basis'
  if (insideTitle) return 'refers'
  const line = source.folded.lastIndexOf('\n', mention.start - 1) + 1
  const lead = source.folded.slice(Math.max(line, mention.start - 70), mention.start)
  return LEADS.find(([pattern]) => pattern.test(lead))?.[1] ?? 'refers'
}
