import type { Task } from '../../model/plan.js'
import { createAssignmentReader } from './assignment.js'
import { confidenceOf } from './confidence.js'
import type { TaskInput } from './input.js'
import { readItemTasks } from './item-tasks.js'
import { readArticleTasks, readClosingTasks } from './sentence-tasks.js'
import { createIds } from './task-id.js'
import { readAllTableTasks } from './table-tasks.js'

export type { PlacedTable, TaskInput } from './input.js'
export { isWork } from './item-tasks.js'
export { tellingWords } from './task-id.js'

/** Tasks (*nhiệm vụ*) in reading order: of the outline, of tables, of closing paragraphs; of the sentences of an article, or of a document without parts. */
export function assembleTasks(given: Omit<TaskInput, 'readAssignment'>): Task[] {
  const input: TaskInput = { ...given, readAssignment: createAssignmentReader(given.text, given.bodies) }
  const listed = input.kind === 'article' ? [] : [...readItemTasks(input), ...readAllTableTasks(input), ...readClosingTasks(input)]
  const tasks = listed.length ? listed : readArticleTasks(input)
  tasks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const idOf = createIds()
  for (const task of tasks) {
    task.id = idOf(task.text)
    task.confidence = confidenceOf(task)
  }
  return tasks
}
