import { fold } from '../model/folded.js'
import type { Citation, PlanDocument } from '../model/plan.js'
import type { Span } from '../model/span.js'

/** Words at the begin of a paragraph of the basis: "Căn cứ", "Thực hiện", "Tiếp tục triển khai thực hiện", "Theo". */
const OPENER = /^(?:[-+–]\s*)?((?:tiếp tục |để )?(?:căn cứ|thực hiện|triển khai(?: thực hiện)?|theo|thi hành|quán triệt))(?![\p{L}])/u

/** With what words the paragraph of a citation begins, where it is one of the basis and those are words for one. */
export function openerOf({ text }: PlanDocument, { span }: Citation): { readonly text: string; readonly span: Span } | undefined {
  const line = text.lastIndexOf('\n', span.start - 1) + 1
  const match = OPENER.exec(fold(text.slice(line, span.start)))
  if (!match) return undefined
  const start = line + match[0].length - match[1]!.length
  const end = line + match[0].length
  return { text: text.slice(start, end), span: { start, end } }
}
