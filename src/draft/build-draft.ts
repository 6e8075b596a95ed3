import { formForName } from '../grammar/draft-forms.js'
import { writeBasis } from './basis.js'
import { carryPart, partOf, putPart } from './carried.js'
import { putTask } from './given-tasks.js'
import { writeHeading } from './heading.js'
import { isReport } from './moved-due.js'
import type { Piece, PlanDraft } from './plan-draft.js'
import { blank, createWriter, type DraftInput, form, layout, ofParent, ofProfile, put, type Writer } from './writer.js'

/** Parts that a draft takes over whole where the plan received has them, before and after its own tasks. */
const BEFORE_TASKS = ['purpose', 'targets', 'scope'] as const

/** The draft of the plan by which a body carries out the plan it received. Pure: who is meant by each task was found out before. */
export function buildDraft(input: DraftInput): PlanDraft {
  const writer = createWriter(input)
  const heading = writeHeading(writer)
  writeBasis(writer)
  let number = 0
  for (const role of BEFORE_TASKS) {
    const part = partOf(input.parent, role)
    if (part) carryPart(writer, part, ++number)
  }
  writeTasks(writer, ++number)
  const funding = partOf(input.parent, 'funding')
  if (funding) carryPart(writer, funding, ++number)
  writeOrganisation(writer, ++number)
  writeClosing(writer)
  const { tasks } = input.parent
  const taken = new Set(writer.tasks.map(({ of }) => of))
  const left = tasks.filter((_, index) => !taken.has(index))
  return {
    style: writer.style,
    paragraphs: writer.paragraphs,
    blanks: writer.blanks,
    facts: { ...heading, sections: writer.sections, tasks: writer.tasks, citations: writer.citations },
    doubtful: [...input.given].flatMap(([index, sure]) => (sure === null && taken.has(index) ? [index] : [])),
    left: { others: left.filter(({ responsible }) => responsible.length > 0).length, unassigned: left.filter(({ responsible }) => responsible.length === 0).length },
  }
}

/** Tasks given to the body itself, not to one of its units; reports stand with the organisation. */
function ownTasks({ input }: Writer, reports: boolean): number[] {
  return input.parent.tasks.flatMap((task, index) => (input.given.has(index) && !input.units.has(index) && isReport(task) === reports ? [index] : []))
}

function writeTasks(writer: Writer, number: number): void {
  const { parent } = writer.input
  const heading = partOf(parent, 'tasks')?.heading
  const path = putPart(writer, number, heading ? ofParent(parent, heading.span) : [form('section.tasks', writer.style)], 'tasks')
  const own = ownTasks(writer, false)
  own.forEach((index, place) => void putTask(writer, index, `${place + 1}.`, `${path}.${place + 1}`, 'item'))
  if (!own.length) putBlank(writer, 'item', '1.', `${path}.1`, 'tasks')
}

function putBlank(writer: Writer, kind: 'item' | 'bullet', marker: string, path: string, id: 'tasks' | 'units' | 'unit-tasks' | 'reporting'): void {
  put(writer, kind, [layout(`${marker} `), blank(id), layout(';')])
  writer.sections.push({ path, heading: null, role: null })
}

/** Each unit of the profile with what the plan received, and the profile, give it; then the reports. */
function writeOrganisation(writer: Writer, number: number): void {
  const { parent, profile } = writer.input
  const heading = partOf(parent, 'organization')?.heading
  const path = putPart(writer, number, heading ? ofParent(parent, heading.span) : [form('section.organization', writer.style)], 'organization')
  profile.units.forEach((unit, index) => {
    const above = putHeading(writer, path, index + 1, [ofProfile(`units.${index}.name`, unit.name)])
    let bullet = 0
    for (const [task, owner] of writer.input.units) if (owner === index) putTask(writer, task, '-', `${above}.-${++bullet}`, 'bullet', unit.name)
    unit.tasks.forEach((text, place) => {
      const section = `${above}.-${++bullet}`
      put(writer, 'bullet', [layout('- '), ofProfile(`units.${index}.tasks.${place}`, text)])
      writer.sections.push({ path: section, heading: null, role: null })
      writer.tasks.push({ section, text, responsible: [unit.name], coordinating: [], due: null, output: null, of: null })
    })
    if (!bullet) putBlank(writer, 'bullet', '-', `${above}.-1`, 'unit-tasks')
  })
  if (!profile.units.length) putBlank(writer, 'item', '1.', `${path}.1`, 'units')
  const last = Math.max(1, profile.units.length) + 1
  const reporting = putHeading(writer, path, last, [form('section.reporting', writer.style)])
  const reports = ownTasks(writer, true)
  reports.forEach((index, place) => void putTask(writer, index, '-', `${reporting}.-${place + 1}`, 'bullet'))
  if (!reports.length) putBlank(writer, 'bullet', '-', `${reporting}.-1`, 'reporting')
}

function putHeading(writer: Writer, above: string, number: number, words: readonly Piece[]): string {
  put(writer, 'heading', [layout(`${number}. `), ...words])
  const path = `${above}.${number}`
  writer.sections.push({ path, heading: words.map(({ text }) => text).join(''), role: null })
  return path
}

/** Nơi nhận and the place to sign. */
function writeClosing(writer: Writer): void {
  const { input, style } = writer
  const { parent, profile, name } = input
  put(writer, 'recipients', [form('recipients', style)])
  const { issuer } = parent.header
  if (issuer) put(writer, 'recipient', [layout('- '), { text: issuer.name, from: { source: 'parent', span: issuer.span } }, layout(' '), form('for-report', style), layout(';')])
  profile.units.forEach((unit, index) => void put(writer, 'recipient', [layout('- '), ofProfile(`units.${index}.name`, unit.name), layout(';')]))
  profile.recipients.forEach((text, index) => void put(writer, 'recipient', [layout('- '), ofProfile(`recipients.${index}`, text), layout(';')]))
  put(writer, 'recipient', [layout('- '), profile.archive === undefined ? form('archive', style) : ofProfile('archive', profile.archive), layout('.')])
  writeSigner(writer, name)
}

function writeSigner(writer: Writer, name: string): void {
  const { signer } = writer.input.profile
  const whom = formForName('sign', name)
  const head = formForName('head', name)
  if (signer.authority !== undefined) put(writer, 'authority', [ofProfile('signer.authority', signer.authority)])
  else if (whom) put(writer, 'authority', [form('on-behalf', writer.style), layout(' '), { text: whom.text, from: { source: 'form', id: whom.id } }])
  const position = signer.position !== undefined ? ofProfile('signer.position', signer.position) : head ? ({ text: head.text, from: { source: 'form', id: head.id } } as const) : blank('position')
  put(writer, 'position', [position])
  put(writer, 'name', [signer.name === undefined ? blank('signer') : ofProfile('signer.name', signer.name)])
}
