import { DRAFTS_PATTERNS as PATTERNS } from '../grammar/generated/drafts-patterns.js'
import { fold } from '../model/folded.js'
import type { Citation, PlanDocument } from '../model/plan.js'
import type { Span } from '../model/span.js'

const OPENER = PATTERNS['basis-opener']

/** With what words the paragraph of a citation begins, where it is one of the basis and those are words for one. */
export function openerOf({ text }: PlanDocument, { span }: Citation): { readonly text: string; readonly span: Span } | undefined {
  const line = text.lastIndexOf('\n', span.start - 1) + 1
  const match = OPENER.exec(fold(text.slice(line, span.start)))
  if (!match) return undefined
  const start = line + match[0].length - match.groups!['words']!.length
  const end = line + match[0].length
  return { text: text.slice(start, end), span: { start, end } }
}
