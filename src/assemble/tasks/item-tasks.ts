import { nominalOpeners, startsVerb } from '../../grammar/assignment.js'
import type { Block, OutlineNode } from '../../model/outline.js'
import type { Body, Role, Task } from '../../model/plan.js'
import { indexWithin, type Span } from '../../model/span.js'
import { type Assignment, sameBody } from './assignment.js'
import { type Attribute, readInlineAttributes } from './attributes.js'
import { buildTask } from './build-task.js'
import { readStatedBodies } from './cell-bodies.js'
import { findDue, findStatedDue } from './due.js'
import { readHeadingBodies } from './heading-bodies.js'
import type { TaskInput } from './input.js'

const WORK: ReadonlySet<Role> = new Set(['tasks', 'organization', 'schedule', 'reporting'])

/** Does a part of this role say what is to be done? */
export const isWork = (role: Role | null): boolean => role !== null && WORK.has(role)

interface Draft {
  readonly block: Block
  readonly span: Span
  readonly node: OutlineNode | null
  readonly attributes: Attribute[]
  readonly leadIn: Span | null
}

/** Tasks of the outline: its leaf items and paragraphs in parts that say what is to be done, with the attribute lines below them. */
export function readItemTasks(input: TaskInput): Task[] {
  const drafts: Draft[] = []
  const leadIns = new Map<OutlineNode | null, Span>()
  let last: Assigned | undefined
  for (const [position, block] of input.outline.blocks.entries()) {
    const span = contentOf(block)
    if (span.end <= span.start || isRemark(input, span)) continue
    const attributes = input.attributesOf(block)
    if (attributes.length) {
      if (block.node && hasWorkBelow(input, block.node)) continue
      const takers = last && follows(last, block, position) ? last.drafts : takersOf(input, drafts, block)
      for (const draft of takers) draft.attributes.push(...attributes)
      last = { block, position, drafts: takers }
    } else if (isLeadIn(input, block, span)) leadIns.set(block.parent, span)
    else if (isLeaf(input, block) && inWork(input, block) && !isNominal(input, span)) drafts.push({ block, span, node: block.node, attributes: [], leadIn: leadIns.get(block.parent) ?? null })
  }
  const inherited = createInheritance(input)
  return drafts.map((draft) => toTask(input, draft, inherited))
}

/** "(Phân công cụ thể tại Phụ lục kèm theo)": a remark in brackets. */
const isRemark = ({ text }: TaskInput, span: Span): boolean => text.text[span.start] === '(' && /\)[.;]?$/.test(text.text.slice(span.end - 2, span.end)) && text.text.indexOf(')', span.start) >= span.end - 2

const contentOf = (block: Block): Span => block.node?.content ?? block.span

function inWork(input: TaskInput, block: Block): boolean {
  const role = block.node?.role ?? block.parent?.role ?? null
  return isWork(role) && !inForm(input, block) && (role !== 'schedule' || saysWhat(input, contentOf(block)))
}

/** An annex that is a form to fill in (đề cương, mẫu, biểu) orders nothing. */
function inForm(input: TaskInput, block: Block): boolean {
  let top = block.node ?? block.parent
  while (top?.parent) top = top.parent
  return (top?.marker.kind === 'annex' || top?.marker.kind === 'attachment') && FORM.test(input.text.folded.slice(top.content.start, top.content.end))
}

const FORM = /^(?:đề cương|mẫu|biểu mẫu|biểu|phiếu|danh sách|bảng kê|hướng dẫn ghi)(?![a-zà-ỹđ])/

/** "Việc chấp hành giờ làm việc …", "Khó khăn, kiến nghị": a thing is named, nothing is ordered, unless a verb follows a colon or somebody is named. */
function isNominal(input: TaskInput, span: Span): boolean {
  const { folded } = input.text
  if (!nominalOpeners.longestAt(folded, span.start, span.end)) return false
  const colon = indexWithin(folded, 58, span.start, Math.min(span.end, span.start + 160))
  if (colon > 0 && startsVerb(folded, colon + 2, span.end)) return false
  return input.readAssignment(span).responsible.length === 0
}

/** "Bước 3: …", "Đợt 2: …": what follows the step's name is its work, unless only a time follows. */
const isStep = (folded: string, start: number, colon: number): boolean =>
  /^(?:bước|giai đoạn|đợt|ngày|tháng|tuần|quý|sáng|chiều|thứ) /.test(folded.slice(start, colon)) && !/^ *(?:từ|ngày|tháng|trước|vào|quý|\d|$)/.test(folded.slice(colon + 1, colon + 12))

/** In a part on time and order a line says what is to be done only where a verb or a doer stands in it: "Tháng 3: tổ chức …". */
function saysWhat(input: TaskInput, span: Span): boolean {
  const { folded } = input.text
  const colon = indexWithin(folded, 58, span.start, span.end)
  if (startsVerb(folded, span.start, span.end)) return true
  if (colon > 0 && (startsVerb(folded, colon + 2, span.end) || isStep(folded, span.start, colon))) return true
  return input.readAssignment(span).responsible.length > 0
}

/** A leaf has nothing below it, or attribute lines alone. */
function isLeaf(input: TaskInput, block: Block): boolean {
  return !block.node || !hasWorkBelow(input, block.node)
}

function hasWorkBelow(input: TaskInput, node: OutlineNode): boolean {
  return (
    node.blocks.some((below) => input.attributesOf(below).length === 0) ||
    (node.parent === null && node.blocks.length > 0) ||
    input.tables.some((table) => table.section === node.path)
  )
}

/** A line that ends in a colon only leads in to what follows it. */
function isLeadIn(input: TaskInput, block: Block, span: Span): boolean {
  if (!/:\s*$/.test(input.text.text.slice(Math.max(span.start, span.end - 3), span.end))) return false
  return !block.node || hasWorkBelow(input, block.node)
}

/** An attribute line and the items it speaks of. */
interface Assigned {
  readonly block: Block
  readonly position: number
  readonly drafts: readonly Draft[]
}

/** Does a plain line follow another in the same place, with nothing between? They speak of the same items. */
const follows = (before: Assigned, block: Block, position: number): boolean =>
  !before.block.node && !block.node && before.block.parent === block.parent && before.position === position - 1

/**
 * An attribute line belongs to the item above it in the same place, or to the item it stands under. Where a plain line closes a list of
 * several items, none of which has attributes or a doer of its own, it speaks of all of them.
 */
function takersOf(input: TaskInput, drafts: readonly Draft[], block: Block): readonly Draft[] {
  const siblings = drafts.filter((draft) => draft.block.parent === block.parent && draft.block !== block)
  const own = drafts.at(-1)
  if (own?.node && own.node === block.parent) return [own]
  const bare = siblings.every((draft) => draft.node && draft.attributes.length === 0 && !namesDoer(input, draft))
  if (!block.node && siblings.length > 1 && bare && isLastLine(block)) return siblings
  return siblings.length && own && isWithin(own.block, block.parent) ? [own] : []
}

const namesDoer = (input: TaskInput, draft: Draft): boolean => input.readAssignment(draft.span).responsible.length > 0

/** Nothing but attribute lines and plain paragraphs follows in the same place. */
function isLastLine(block: Block): boolean {
  const blocks = block.parent?.blocks ?? []
  return blocks.slice(blocks.indexOf(block) + 1).every((later) => !later.node)
}

function isWithin(block: Block, ancestor: OutlineNode | null): boolean {
  for (let node = block.parent; node; node = node.parent) if (node === ancestor) return true
  return block.parent === ancestor
}

/** Bodies that headings and lead-ins above a block give to it; each heading is read once. */
function createInheritance(input: TaskInput): (draft: Draft) => Assignment {
  const read = new Map<OutlineNode, readonly Body[]>()
  const ofNode = (node: OutlineNode): readonly Body[] => {
    let bodies = read.get(node)
    if (!bodies) read.set(node, (bodies = readHeadingBodies(input.text, node, input.bodies)))
    return bodies
  }
  const asked = readAsked(input)
  return (draft) => {
    if (draft.leadIn) {
      const lead = input.readAssignment(draft.leadIn)
      if (lead.responsible.length) return { ...lead, coordinating: [], by: 'task.lead-in' }
    }
    for (let node = draft.block.parent; node; node = node.parent) {
      const bodies = ofNode(node)
      if (bodies.length) return { responsible: bodies, coordinating: [], by: 'task.heading' }
    }
    return { responsible: asked, coordinating: [], by: 'task.asked' }
  }
}

/** Whom the whole document asks: the lead-in of its preamble ("… yêu cầu các sở … như sau:"), else a letter's addressees. */
function readAsked(input: TaskInput): readonly Body[] {
  for (const span of input.preamble.toReversed()) {
    if (!/:\s*$/.test(input.text.text.slice(span.start, span.end))) continue
    const lead = input.readAssignment(span)
    const ordered = lead.by.includes('task.order') ? lead.responsible : []
    if (ordered.length) return ordered
  }
  return input.addressees
}

function toTask(input: TaskInput, draft: Draft, inherited: (draft: Draft) => Assignment): Task {
  const { span, block } = draft
  const attributes = [...draft.attributes, ...readInlineAttributes(input.text, span)]
  const own = input.readAssignment(span)
  const responsible = stated(input, attributes, 'responsible')
  const coordinating = stated(input, attributes, 'coordinating')
  const heading = responsible.length ? undefined : inherited(draft)
  const above = own.responsible.length && !isMember(own, span, heading) ? undefined : heading
  const assignment: Assignment = {
    responsible: responsible.length ? responsible : (above?.responsible ?? own.responsible),
    coordinating: [...coordinating, ...own.coordinating.filter((body) => !coordinating.some((known) => sameBody(known, body)))],
    by: responsible.length ? 'task.attribute' : (above?.by ?? own.by),
  }
  const time = attributes.findLast((attribute) => attribute.field === 'due')
  const due = time ? findStatedDue(time.value, input.dates) : findDue(input.text, span, input.dates, input.citations, input.issued)
  const output = attributes.find((attribute) => attribute.field === 'output')?.value
  const section = sectionOf(block)
  return buildTask(input, { span, section, group: groupOf(input, block), assignment, due, output, origin: 'item', rule: 'task.leaf' })
}

/** Under a body's heading, members of it ("các thành viên", "người đứng đầu") and subjects of later sentences do not take its work away. */
function isMember(own: Assignment, span: Span, heading: Assignment | undefined): boolean {
  if (heading?.by !== 'task.heading') return false
  const first = own.responsible[0]!
  return first.span.start > span.start + NEAR || MEMBERS.test(first.text.toLowerCase())
}

/** "Giao Sở X", "Yêu cầu Thủ trưởng …": so far from its begin a block may name its doer first. */
const NEAR = 20
const MEMBERS = /^(?:các )?(?:thành viên|người đứng đầu|cán bộ|đảng viên|hội viên|đoàn viên|lãnh đạo|thủ trưởng đơn vị)(?![a-zà-ỹđ])/

function stated(input: TaskInput, attributes: readonly Attribute[], field: 'responsible' | 'coordinating'): Body[] {
  return attributes.flatMap((attribute) => {
    if (attribute.field === 'responsible') return readStatedBodies(input.text, attribute.value, input.bodies)[field]
    if (attribute.field !== field) return []
    const all = readStatedBodies(input.text, attribute.value, input.bodies)
    return [...all.responsible, ...all.coordinating]
  })
}

/** Path of the node a block is or stands in. */
const sectionOf = (block: Block): string | null => (block.node ?? block.parent)?.path ?? null

/** The headings above a block, outermost first. */
export function groupOf(input: Pick<TaskInput, 'text'>, block: Block): string[] {
  const group: string[] = []
  for (let node = block.parent; node; node = node.parent) group.unshift(input.text.text.slice(node.content.start, node.content.end))
  return group
}
