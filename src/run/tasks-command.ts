import type { Writable } from 'node:stream'
import { type TaskLine, toTaskCsv, toTaskMarkdown, toTaskTable } from '../export/task-table.js'
import { boundsOf } from '../model/edtf.js'
import type { PlanDocument } from '../model/plan.js'
import { extractInputs, type InputRequest, type InputResult } from './inputs.js'
import { tasksFor } from './tasks-for.js'
import { write } from './write.js'

export const TASK_FORMATS = ['table', 'csv', 'json', 'md'] as const
export type TaskFormat = (typeof TASK_FORMATS)[number]

/** What `kehoach tasks` was asked for, and where it may write. */
export interface TasksRequest extends InputRequest {
  readonly format: TaskFormat
  /** Only those of this body, groups that include it counted. */
  readonly body: string | null
  /** Only those whose last day is not behind this one, YYYY-MM-DD. */
  readonly dueBefore: string | null
  readonly columns: number
  readonly color: boolean
  readonly out: Writable
}

/** Print the tasks of every input as soon as it is read; the number is that of inputs which failed. */
export async function runTasks(request: TasksRequest): Promise<number> {
  let failed = 0
  let printed = 0
  for await (const result of extractInputs(request)) {
    if ('error' in result) failed++
    if (!(await write(request.out, printInput(result, request, printed)))) return failed
    if (!('error' in result) || request.format === 'json') printed++
  }
  if (request.format === 'json' && request.sources.length > 1) await write(request.out, '\n]\n')
  return failed
}

function printInput(result: InputResult, request: TasksRequest, before: number): string {
  const several = request.sources.length > 1
  if ('error' in result) return request.format === 'json' && several ? `${before ? ',\n' : '[\n'}${JSON.stringify(result, null, 2)}` : ''
  const lines = selectTasks(result.document, request)
  const title = several ? `${before ? '\n' : ''}==> ${result.source} <==\n` : ''
  switch (request.format) {
    case 'table':
      return title + toTaskTable(lines, request)
    case 'csv':
      return toTaskCsv(lines, several ? result.source : null, before === 0)
    case 'md':
      return (several ? `${before ? '\n' : ''}## ${result.source}\n\n` : '') + toTaskMarkdown(lines, request.language)
    case 'json': {
      const tasks = lines.map(({ task, uncertain }) => (request.body === null ? task : { ...task, certain: !uncertain }))
      return several ? `${before ? ',\n' : '[\n'}${JSON.stringify({ source: result.source, tasks }, null, 2)}` : `${JSON.stringify(tasks, null, 2)}\n`
    }
  }
}

/** The tasks asked for, in reading order. */
function selectTasks(plan: PlanDocument, { body, dueBefore }: Pick<TasksRequest, 'body' | 'dueBefore'>): TaskLine[] {
  const lines = body === null ? plan.tasks.map((task) => ({ task, uncertain: false })) : tasksFor(plan, body).map(({ task, certain }) => ({ task, uncertain: !certain }))
  if (dueBefore === null) return lines
  return lines.filter(({ task }) => {
    const last = task.due === null ? null : (boundsOf(task.due)?.last ?? null)
    return last !== null && last <= dueBefore
  })
}
