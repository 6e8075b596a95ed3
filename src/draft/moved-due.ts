import { addDays } from '../model/edtf.js'
import { fold } from '../model/folded.js'
import type { DateMention, PlanDocument, Task } from '../model/plan.js'
import type { Span } from '../model/span.js'

/** A due as the draft states it: the day in other digits at a place of the parent's text. */
export interface MovedDue {
  /** Where the day stands in the parent's text. */
  readonly span: Span
  readonly text: string
  readonly due: string
}

const DAY = /(\d{1,2})(\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:(\s*[/.-]\s*|\s+năm\s+)(\d{4}))?$/u

/**
 * The due of a task in the draft where it differs from that of the plan received: moved by some days where it is a report with a day, and with its year
 * where the plan leaves that to its own date. Null where it stays as it is.
 */
export function moveDue(task: Task, parent: PlanDocument, daysBefore: number): MovedDue | null {
  const day = /^(?:\.\.\/)?(\d{4}-\d{2}-\d{2})$/.exec(task.due ?? '')?.[1]
  const mention = day === undefined ? undefined : mentionOf(task, parent)
  const match = mention && DAY.exec(mention.text)
  if (!match || day === undefined) return null
  const moved = daysBefore > 0 && isReport(task) ? addDays(day, -daysBefore) : day
  const kept = parent.header.issued !== null && parent.header.issued.length === 10 && moved <= parent.header.issued ? day : moved
  if (kept === day && match[5] !== undefined) return null
  const [year, month, date] = kept.split('-') as [string, string, string]
  const separator = match[2]!
  const words = `${date}${separator}${/tháng/.test(separator) && Number(month) > 2 ? Number(month) : month}${match[4] ?? (/tháng/.test(separator) ? ' năm ' : separator)}${year}`
  return { span: { start: mention.span.end - match[0].length, end: mention.span.end }, text: words, due: task.due!.replace(day, kept) }
}

/** The mention that gave the due: the last one of its value in the task's words, or in the words of its due. */
function mentionOf({ due, span, evidence }: Task, { dates }: PlanDocument): DateMention | undefined {
  const spans = [span, ...evidence.flatMap((said) => (said.field === 'due' && said.span ? [said.span] : []))]
  return dates.findLast((date) => date.edtf === due && spans.some((within) => within.start <= date.span.start && date.span.end <= within.end))
}

/** Does somebody report by it? */
export const isReport = ({ text }: Task): boolean => /(?:báo cáo|gửi kết quả|tổng hợp gửi)/u.test(fold(text))
