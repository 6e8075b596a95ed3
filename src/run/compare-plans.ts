import { tellingWords } from '../assemble/tasks/index.js'
import { fold } from '../model/folded.js'
import type { Body, PlanDocument, Task } from '../model/plan.js'

/** Parts of a task that may differ between two plans. */
export type TaskPart = 'text' | 'responsible' | 'coordinating' | 'due' | 'output' | 'budget'

/** A task that stands in both plans, and what of it differs. */
export interface ChangedTask {
  readonly before: Task
  readonly after: Task
  /** How alike the words are, 0 to 1. */
  readonly likeness: number
  readonly parts: readonly TaskPart[]
}

/** Which tasks one plan has and the other has not. Every task of both stands in exactly one list. */
export interface PlanComparison {
  /** In the second plan alone, in its order. */
  readonly added: readonly Task[]
  /** In the first plan alone, in its order. */
  readonly dropped: readonly Task[]
  /** In both, with differences, in the order of the second. */
  readonly changed: readonly ChangedTask[]
  /** In both and the same, in the order of the second. */
  readonly kept: readonly { readonly before: Task; readonly after: Task }[]
}

/** Words that more tasks than this share tell none from another. */
const MOST_SHARED = 60
const LEAST_LIKE = 0.55

/**
 * What became of the tasks of one plan in another: a draft against the plan as issued, last year's against this year's. Tasks are paired
 * one to one by their words, the most alike first; white space, case, marks and the way of writing a body's name are no difference.
 */
export function compare(before: PlanDocument, after: PlanDocument): PlanComparison {
  const pairs = pairTasks(before.tasks, after.tasks)
  const paired = new Set(pairs.map(({ from }) => from))
  const changed: ChangedTask[] = []
  const kept: { before: Task; after: Task }[] = []
  const added: Task[] = []
  const byAfter = new Map(pairs.map((pair) => [pair.to, pair]))
  for (const [index, task] of after.tasks.entries()) {
    const pair = byAfter.get(index)
    if (!pair) {
      added.push(task)
      continue
    }
    const old = before.tasks[pair.from]!
    const parts = differences(old, task)
    if (parts.length) changed.push({ before: old, after: task, likeness: pair.likeness, parts })
    else kept.push({ before: old, after: task })
  }
  return { added, dropped: before.tasks.filter((_, index) => !paired.has(index)), changed, kept }
}

interface Pair {
  readonly from: number
  readonly to: number
  readonly likeness: number
}

/** Pairs of tasks with words in common, the most alike first, each task once. */
function pairTasks(before: readonly Task[], after: readonly Task[]): Pair[] {
  const old = before.map(({ text }) => new Set(tellingWords(text)))
  const fresh = after.map(({ text }) => new Set(tellingWords(text)))
  const candidates = [...sameWords(before, after), ...sharedWords(old, fresh)]
  candidates.sort((a, b) => b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.to - b.to || a.from - b.from)
  const from = new Set<number>()
  const to = new Set<number>()
  return candidates.filter((pair) => {
    if (from.has(pair.from) || to.has(pair.to)) return false
    from.add(pair.from)
    to.add(pair.to)
    return true
  })
}

/** Tasks with the same words, in order: the first with the first. */
function sameWords(before: readonly Task[], after: readonly Task[]): Pair[] {
  const places = new Map<string, number[]>()
  for (const [index, { text }] of before.entries()) {
    const known = places.get(plain(text))
    if (known) known.push(index)
    else places.set(plain(text), [index])
  }
  return after.flatMap(({ text }, to) => {
    const from = places.get(plain(text))?.shift()
    return from === undefined ? [] : [{ from, to, likeness: 1 }]
  })
}

const plain = (text: string): string => fold(text.normalize('NFC')).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

function sharedWords(before: readonly ReadonlySet<string>[], after: readonly ReadonlySet<string>[]): Pair[] {
  const holders = new Map<string, number[]>()
  before.forEach((words, index) => {
    for (const word of words) {
      const known = holders.get(word)
      if (known) known.push(index)
      else holders.set(word, [index])
    }
  })
  return after.flatMap((words, to) => {
    const shared = new Map<number, number>()
    for (const word of words) {
      const known = holders.get(word) ?? []
      if (known.length <= MOST_SHARED) for (const from of known) shared.set(from, (shared.get(from) ?? 0) + 1)
    }
    return [...shared.keys()].flatMap((from) => {
      const likeness = likenessOf(before[from]!, words)
      return likeness >= LEAST_LIKE && likeness < 1 ? [{ from, to, likeness }] : likeness === 1 ? [{ from, to, likeness: 0.999 }] : []
    })
  })
}

/** Twice the words in common by the words of both. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of b) if (a.has(word)) common++
  return (2 * common) / Math.max(1, a.size + b.size)
}

function differences(before: Task, after: Task): TaskPart[] {
  const parts: TaskPart[] = []
  if (plain(before.text) !== plain(after.text)) parts.push('text')
  if (namesOf(before.responsible) !== namesOf(after.responsible)) parts.push('responsible')
  if (namesOf(before.coordinating) !== namesOf(after.coordinating)) parts.push('coordinating')
  if (before.due !== after.due) parts.push('due')
  if (plain(before.output?.text ?? '') !== plain(after.output?.text ?? '')) parts.push('output')
  if ((before.budget?.dong ?? null) !== (after.budget?.dong ?? null)) parts.push('budget')
  return parts
}

const namesOf = (bodies: readonly Body[]): string => bodies.map(({ name }) => plain(name)).sort().join('|')
