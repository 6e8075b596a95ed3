import { type ListTag, type TagScope, type TagScopeName, tagKey, tagScope, type TextTag } from '../grammar/template-tags.js'
import { writeDay, writeDayShort, writeTime } from '../grammar/written-dates.js'
import { boundsOf } from '../model/edtf.js'
import type { Body, Citation, PlanDocument, Target, Task } from '../model/plan.js'
import { openerOf } from './opener.js'
import { partsOf, preambleOf } from './plan-parts.js'
import { isNestedIn, wholeOf } from './whole-citation.js'

/** What is filled in beside the plan: values by tags of one's own, lists of such records; they go before those of the plan. */
export interface TemplateExtra {
  readonly [tag: string]: string | number | boolean | null | readonly TemplateExtra[]
}

/** Values at one level: texts by name (null: not stated), lists with their items. */
export interface TemplateItem {
  readonly texts: Readonly<Record<string, string | null>>
  readonly lists: Readonly<Record<string, readonly TemplateItem[]>>
}

/** An item of the tags of a scope: the compiler sees that each has its value. */
type ItemOf<S extends TagScopeName> = { readonly texts: Readonly<Record<TextTag<S>, string | null>>; readonly lists: { readonly [L in ListTag<S>]: readonly TemplateItem[] } }

const flat = (text: string | null | undefined): string | null => text?.replace(/\s+/g, ' ').trim() || null
const names = (bodies: readonly Body[]): string | null => flat(bodies.map(({ text }) => text).join('; '))
const place = (index: number): string => String(index + 1)

/** Everything that a plan says, by the tags of the document. */
export function itemOfPlan(plan: PlanDocument): ItemOf<'document'> {
  const { header, signatures, recipients, targets, tasks } = plan
  const parts = partsOf(plan)
  return {
    texts: {
      type: header.type?.name ?? null, notation: notationOf(plan), number: header.notation?.number ?? null, symbol: header.notation?.symbol ?? null,
      issuer: header.issuer?.name ?? null, parent: header.parent?.name ?? null, place: header.place,
      issued: writeDay(header.issued) ?? null, issuedShort: writeDayShort(header.issued) ?? null, title: flat(header.title), addressees: names(header.addressees),
      authority: signatures[0]?.authority ?? null, position: signatures[0]?.position ?? null, signer: signatures[0]?.name ?? null, taskCount: String(tasks.length),
    },
    lists: {
      basis: basisOf(plan).map((citation, index) => itemOfCitation(plan, citation, index)),
      citations: plan.instruments.map(({ mentions }, index) => itemOfCitation(plan, plan.citations[mentions[0]!]!, index)),
      tasks: tasks.map((task, index) => itemOfTask(plan, task, index)),
      unassigned: tasks.filter(({ responsible }) => !responsible.length).map((task, index) => itemOfTask(plan, task, index)),
      bodies: itemsOfBodies(plan),
      targets: targets.map(itemOfTarget),
      preamble: preambleOf(plan).map((text) => ({ texts: { text }, lists: {} })),
      parts: parts.map(({ marker, heading, lines }, index) => ({ texts: { index: place(index), marker, heading }, lists: { lines: lines.map((text) => ({ texts: { text }, lists: {} })) } })),
      recipients: recipients.map(({ text }) => ({ texts: { text: flat(text) }, lists: {} })),
    },
  }
}

/** A number that was left blank is one. */
const notationOf = ({ header: { notation } }: PlanDocument): string | null => (notation === null ? null : notation.number === null ? `……${notation.text}` : notation.text)

/** Instruments of the preamble; those that only stand in another's title are part of that. */
function basisOf({ citations }: PlanDocument): Citation[] {
  return citations.filter((citation, index) => citation.relation === 'basis' && citation.refersTo === null && !isNestedIn(citation, citations[index - 1]))
}

function itemOfCitation(plan: PlanDocument, citation: Citation, index: number): ItemOf<'citation'> {
  const { type, notation, name, date, issuer, title } = citation
  const issued = writeDay(date)
  const whole = wholeOf(citation)
  const about = flat(title?.text)
  const called = [name ?? type?.name, notation && `số ${notation.text}`]
  const full = [...called, issued, issuer && `của ${issuer.name}`, about].filter(Boolean).join(' ')
  return {
    texts: {
      index: place(index), opener: openerOf(plan, citation)?.text ?? null, full, text: flat(plan.text.slice(whole.start, whole.end)), type: type?.name ?? null, notation: notation?.text ?? null,
      name, issued: issued ?? null, issuedShort: writeDayShort(date) ?? date, issuer: issuer?.name ?? null, title: about,
    },
    lists: {},
  }
}

function itemOfTask(plan: PlanDocument, task: Task, index: number): ItemOf<'task'> {
  const last = task.due === null ? null : (boundsOf(task.due)?.last ?? null)
  const cited = [...new Map(task.citations.map((at) => [plan.citations[at]!.instrument, plan.citations[at]!])).values()]
  return {
    texts: {
      index: place(index), text: flat(task.text), responsible: names(task.responsible), coordinating: names(task.coordinating),
      due: (task.due === null ? undefined : writeTime(task.due)) ?? flat(task.dueText), dueText: flat(task.dueText), dueDay: writeDayShort(last) ?? null,
      output: flat(task.output?.text), section: task.section, group: flat(task.group.at(-1)), reportsTo: names(task.reportsTo), budget: flat(task.budget?.text),
    },
    lists: { citations: cited.filter(({ relation }) => relation !== 'self').map((citation, at) => itemOfCitation(plan, citation, at)) },
  }
}

/** Who has tasks, in the order in which the plan first gives them one; the same body under two names counts once where the plan completes both to one. */
function itemsOfBodies(plan: PlanDocument): ItemOf<'body'>[] {
  const bodies = new Map<string, { readonly name: string; readonly tasks: Task[] }>()
  for (const task of plan.tasks) {
    for (const { id, name, text } of task.responsible) {
      const key = id ?? tagKey(name)
      const known = bodies.get(key) ?? { name: flat(text) ?? name, tasks: [] }
      if (known.tasks.at(-1) !== task) known.tasks.push(task)
      bodies.set(key, known)
    }
  }
  return [...bodies.values()].map(({ name, tasks }, index) => ({ texts: { index: place(index), name, taskCount: String(tasks.length) }, lists: { tasks: tasks.map((task, at) => itemOfTask(plan, task, at)) } }))
}

const SIGNS: Readonly<Record<Target['comparator'], string>> = { '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ', '=': '', '~': '~ ' }
const decimal = (value: number): string => String(value).replace('.', ',')

function itemOfTarget({ text, comparator, value, valueTo, unit, by }: Target, index: number): ItemOf<'target'> {
  const amount = `${SIGNS[comparator]}${decimal(value)}${valueTo === null ? '' : ` - ${decimal(valueTo)}`}${unit === null ? '' : unit === '%' ? '%' : ` ${unit}`}`
  return { texts: { index: place(index), text: flat(text), value: amount, due: (by && writeTime(by)) ?? null }, lists: {} }
}

/** Tags that the template may hold: those of the plan, and of what is filled in beside it. */
export function scopeWith(extra: TemplateExtra): TagScope {
  const { texts, lists } = tagScope('document')
  const own = withBothNames(scopeOfExtra([extra]), texts)
  const without = <T>(map: ReadonlyMap<string, T>, other: ReadonlyMap<string, unknown>): [string, T][] => [...map].filter(([key]) => !other.has(key))
  return { texts: new Map([...without(texts, own.lists), ...own.texts]), lists: new Map([...without(lists, own.texts), ...own.lists]) }
}

/** A value given under the Vietnamese name of a tag goes before the plan's under the English one too, and the other way round. */
function withBothNames({ texts, lists }: TagScope, known: TagScope['texts']): TagScope {
  const namesakes = [...texts].flatMap(([key, own]) => [...known].flatMap(([other, { name }]) => (name === known.get(key)?.name && !texts.has(other) ? [[other, own] as const] : [])))
  return { texts: new Map([...texts, ...namesakes]), lists }
}

function scopeOfExtra(records: readonly TemplateExtra[]): TagScope {
  const texts = new Map<string, { name: string; unstated: '' }>()
  const below = new Map<string, TemplateExtra[]>()
  for (const record of records) {
    for (const [tag, value] of Object.entries(record)) {
      const key = tagKey(tag)
      if (isList(value)) below.set(key, [...(below.get(key) ?? []), ...value])
      else texts.set(key, { name: extraName(key), unstated: '' })
    }
  }
  return { texts, lists: new Map([...below].map(([key, items]) => [key, { name: extraName(key), items: scopeOfExtra(items) }])) }
}

/** Names of extra values and those of the plan never meet. */
const extraName = (key: string): string => `+${key}`

export function itemOfExtra(extra: TemplateExtra): TemplateItem {
  const texts: Record<string, string | null> = {}
  const lists: Record<string, readonly TemplateItem[]> = {}
  for (const [tag, value] of Object.entries(extra)) {
    if (isList(value)) lists[extraName(tagKey(tag))] = value.map(itemOfExtra)
    else texts[extraName(tagKey(tag))] = value === null || value === false ? null : value === true ? 'x' : String(value)
  }
  return { texts, lists }
}

const isList = (value: TemplateExtra[string]): value is readonly TemplateExtra[] => Array.isArray(value)
