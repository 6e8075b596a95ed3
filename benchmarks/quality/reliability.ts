import { confidenceOf, RELIED_ON, type Reliability, type ReliabilityTable, ruleOf } from '../../src/assemble/tasks/confidence.js'
import type { Body, PlanDocument, Task } from '../../src/model/plan.js'
import { alignInAnyOrder } from './alignment.js'
import type { GoldTask } from './gold.js'
import { likeness } from './likeness.js'

/** A task that was found, and which of its parts are right. */
export interface JudgedTask {
  readonly document: string
  readonly task: Task
  readonly right: Readonly<Record<(typeof RELIED_ON)[number], boolean>>
}

/** Judge every task of a document against its gold; what has no counterpart is wrong as a whole. */
export function judgeTasks(name: string, gold: readonly GoldTask[], { tasks }: PlanDocument): JudgedTask[] {
  const alike = (g: GoldTask, f: Task): number => {
    const dice = likeness(g.text, f.text)
    return dice >= 0.8 ? dice : 0
  }
  const pairs = new Map(alignInAnyOrder(gold, tasks, alike).pairs.map(([g, f]) => [f, gold[g]!]))
  return tasks.map((task, index) => {
    const want = pairs.get(index)
    if (!want) return { document: name, task, right: { task: false, responsible: false, coordinating: false, due: false } }
    return { document: name, task, right: { task: true, responsible: sameBodies(want.responsible, task.responsible), coordinating: sameBodies(want.coordinating, task.coordinating), due: (want.due ?? null) === task.due } }
  })
}

function sameBodies(want: readonly string[], got: readonly Body[]): boolean {
  const left = [...got]
  for (const words of want) {
    const index = left.findIndex((body) => likeness(words, body.text) >= 0.9 || likeness(words, body.name) >= 0.9)
    if (index < 0) return false
    left.splice(index, 1)
  }
  return left.length === 0
}

/** How often each rule was right, over the tasks of all documents but one. A part counts only where the task itself is right. */
export function countRules(judged: readonly JudgedTask[], without?: string): ReliabilityTable {
  const table = new Map<string, Reliability>()
  for (const { document, task, right } of judged) {
    if (document === without) continue
    for (const part of RELIED_ON) {
      if (part !== 'task' && !right.task) continue
      const key = `${part} ${ruleOf(task, part)}`
      const known = table.get(key) ?? { right: 0, seen: 0 }
      table.set(key, { right: known.right + Number(right[part]), seen: known.seen + 1 })
    }
  }
  return table
}

const EDGES = [0, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 1.001]

/**
 * Of the tasks at a confidence, how many are right as a whole: with the table that is shipped, and with one counted without the
 * task's own document, as it is for a document never seen.
 */
export function toReliabilityTable(judged: readonly JudgedTask[]): string {
  const documents = [...new Set(judged.map(({ document }) => document))]
  const others = new Map(documents.map((name) => [name, countRules(judged, name)]))
  const isRight = ({ right }: JudgedTask): boolean => RELIED_ON.every((part) => right[part])
  const left = judged.map((each) => ({ confidence: confidenceOf(each.task, others.get(each.document)!), right: isRight(each) }))
  const shipped = judged.map((each) => ({ confidence: each.task.confidence, right: isRight(each) }))
  const rows = EDGES.slice(0, -1).flatMap((from, index) => {
    const to = EDGES[index + 1]!
    const cells = [shipped, left].map((all) => {
      const inside = all.filter(({ confidence }) => confidence >= from && confidence < to)
      if (!inside.length) return '     -      -      -'
      const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length
      return `${String(inside.length).padStart(6)}  ${mean.toFixed(3)}  ${(inside.filter(({ right }) => right).length / inside.length).toFixed(3)}`
    })
    return cells.every((cell) => cell.includes('-')) ? [] : [`${from.toFixed(3)}–${Math.min(1, to).toFixed(3)}   ${cells.join('     ')}`]
  })
  return [`confidence of tasks (${judged.length} tasks of ${documents.length} documents)`, '                 as shipped                own document left out', '               tasks   mean  right      tasks   mean  right', ...rows].join('\n')
}
