import type { DraftFacts, PlanDraft } from '../../src/draft/plan-draft.js'
import type { PlanDocument, Section } from '../../src/model/plan.js'

type Facts = Omit<DraftFacts, 'tasks' | 'sections'> & { readonly sections: readonly string[]; readonly tasks: readonly string[] }

const flat = (text: string | null): string | null => (text === null ? null : text.replace(/\s+/g, ' ').trim())
const line = (parts: readonly (string | null | readonly string[])[]): string => parts.map((part) => (part === null ? 'null' : typeof part === 'string' ? part : `[${part.join('; ')}]`)).join(' | ')

/** What a draft says that it says. */
export function statedFacts({ facts }: PlanDraft): Facts {
  return {
    ...facts,
    title: flat(facts.title),
    sections: facts.sections.map(({ path, heading, role }) => line([path, flat(heading), path.includes('.') ? null : role])),
    tasks: facts.tasks.map((task) => line([task.section, flat(task.text), task.responsible, task.coordinating, task.due, flat(task.output)])),
    citations: facts.citations.map((citation) => ({ ...citation, title: flat(citation.title) })),
  }
}

/** The same of an extracted document: headings only of those sections that the draft says have one. */
export function foundFacts({ header, sections, tasks, citations }: PlanDocument, { facts }: PlanDraft): Facts {
  const headed = new Set(facts.sections.flatMap(({ path, heading }) => (heading === null ? [] : [path])))
  const all = (list: readonly Section[]): Section[] => list.flatMap((section) => [section, ...all(section.children)])
  return {
    issuer: header.issuer?.name ?? '',
    parent: header.parent?.name ?? null,
    notation: header.notation?.text ?? null,
    place: header.place,
    title: flat(header.title),
    sections: all(sections).map(({ path, heading, role }) => line([path, headed.has(path) ? flat(heading?.text ?? null) : null, path.includes('.') ? null : role])),
    tasks: tasks.map((task) => line([task.section, flat(task.text), task.responsible.map(({ text }) => text), task.coordinating.map(({ text }) => text), task.due, flat(task.output?.text ?? null)])),
    citations: citations.map(({ type, notation, name, date, issuer, title }) => ({ type: type?.code ?? null, notation: notation?.text ?? null, name, date, issuer: issuer?.text ?? null, title: flat(title?.text ?? null) })),
  }
}
