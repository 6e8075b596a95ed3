import { boundsOf } from '../model/edtf.js'
import type { PlanDocument, Task } from '../model/plan.js'

/** A task in time. */
export interface TimelineEntry {
  readonly task: Task
  /** Its due, EDTF. */
  readonly due: string
  /** First day, YYYY-MM-DD; null for a due that has only an end ("trước ngày …") or no year. */
  readonly from: string | null
  /** Last day; null for one without an end ("từ ngày …") or without a year ("hằng năm"). */
  readonly to: string | null
}

/** The tasks of a plan in the order of their last days, open and yearly ones last; what has no due that could be worked out is not in it. */
export function timeline(plan: PlanDocument): TimelineEntry[] {
  const entries = plan.tasks.flatMap((task) => (task.due === null ? [] : [toEntry(task, task.due)]))
  const key = ({ to, from }: TimelineEntry): string => to ?? (from === null ? '~~' : `~${from}`)
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => (key(a.entry) < key(b.entry) ? -1 : key(a.entry) > key(b.entry) ? 1 : (a.entry.from ?? '') < (b.entry.from ?? '') ? -1 : (a.entry.from ?? '') > (b.entry.from ?? '') ? 1 : a.index - b.index))
    .map(({ entry }) => entry)
}

function toEntry(task: Task, due: string): TimelineEntry {
  const bounds = boundsOf(due)
  return { task, due, from: bounds?.first ?? null, to: bounds?.last ?? null }
}
