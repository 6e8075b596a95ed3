import { startsVerb } from '../../grammar/assignment.js'
import { TASKS_PATTERNS as PATTERNS } from '../../grammar/generated/tasks-patterns.js'
import type { Block, OutlineNode } from '../../model/outline.js'
import type { Body, Role, Task } from '../../model/plan.js'
import { indexWithin, type Span } from '../../model/span.js'
import { type Assignment, sameBody } from './assignment.js'
import { type Attribute, isAttributeLine, readAttributeLine, readInlineAttributes } from './attributes.js'
import { buildTask } from './build-task.js'
import { readStatedBudget } from './budget.js'
import { readStatedBodies } from './cell-bodies.js'
import { findDue, findStatedDue } from './due.js'
import { readHeadingBodies, readUnknownBodies } from './heading-bodies.js'
import type { PlacedTable, TaskInput } from './input.js'
import { isDots, isNominal, isRemark, isShouted, saysWhat } from './says-what.js'

const COLON = 58
const WORK: ReadonlySet<Role> = new Set(['tasks', 'organization', 'schedule', 'reporting'])

/** Does a part of this role say what is to be done? */
export const isWork = (role: Role | null): boolean => role !== null && WORK.has(role)

const NO_DRAFTS: readonly never[] = []

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
  const siblings = new Map<OutlineNode | null, Draft[]>()
  const leadIns = new Map<OutlineNode | null, Span>()
  let last: Assigned | undefined
  const { blocks } = input.outline
  for (let position = 0; position < blocks.length; position++) {
    const block = blocks[position]!
    const span = contentOf(block)
    if (span.end <= span.start || isRemark(input, span) || isDots(input, span) || (!block.node && isShouted(input, span))) continue
    const attributes = readAttributeLine(input.text, span)
    if (attributes.length) {
      if (block.node && hasWorkBelow(input, block.node)) continue
      const takers = last && follows(last, block, position) ? last.drafts : takersOf(input, drafts.at(-1), siblings.get(block.parent) ?? NO_DRAFTS, block).filter((draft) => !hasTimeOfItsOwn(input, draft, block))
      for (const draft of takers) draft.attributes.push(...attributes)
      last = { block, position, drafts: takers }
    } else if (isLeadIn(input, block, span)) leadIns.set(block.parent, span)
    else if (inWork(input, block) && isLeaf(input, block) && !isNominal(input, span)) {
      const draft = { block, span, node: block.node, attributes: [], leadIn: leadIns.get(block.parent) ?? null }
      drafts.push(draft)
      const known = siblings.get(block.parent)
      if (known) known.push(draft)
      else siblings.set(block.parent, [draft])
    }
  }
  const inherited = createInheritance(input)
  const groups = new Map<OutlineNode, readonly string[]>()
  return drafts.map((draft) => toTask(input, draft, inherited, groupUnder(input, draft.block.parent, groups)))
}

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

const FORM = PATTERNS['attached-form']

/** A leaf has nothing below it, or attribute lines alone. */
function isLeaf(input: TaskInput, block: Block): boolean {
  return !block.node || !hasWorkBelow(input, block.node) || isSentence(input, block.node)
}

/** An item that is a whole sentence, with paragraphs alone below it: it orders something itself, though the text goes on. */
function isSentence({ text }: TaskInput, { content, blocks, children }: OutlineNode): boolean {
  if (children.length || !blocks.length || content.end - content.start < SHORTEST_SENTENCE || text.text[content.end - 1] !== '.') return false
  return startsVerb(text.folded, content.start, content.end)
}

const SHORTEST_SENTENCE = 80

function hasWorkBelow(input: TaskInput, node: OutlineNode): boolean {
  return (
    (node.blocks.length > 0 && (node.parent === null || node.blocks.some((below) => !isAttributeLine(input.text, below) && (below.node !== null || !isShouted(input, below.span))))) ||
    sectionsOf(input).has(node.path)
  )
}

const SECTIONS = new WeakMap<readonly PlacedTable[], ReadonlySet<string | null>>()

/** The sections in which a table stands, gathered once for a document. */
function sectionsOf({ tables }: TaskInput): ReadonlySet<string | null> {
  const known = SECTIONS.get(tables) ?? new Set(tables.map(({ section }) => section))
  SECTIONS.set(tables, known)
  return known
}

/** A line that ends in a colon only leads in to what follows it. */
function isLeadIn(input: TaskInput, block: Block, span: Span): boolean {
  if (!endsInColon(input.text.text, Math.max(span.start, span.end - 3), span.end)) return false
  return !block.node || hasWorkBelow(input, block.node) || (block.node.blocks.length === 0 && block.parent !== null && block.parent.blocks.at(-1) !== block)
}

function endsInColon(text: string, start: number, end: number): boolean {
  let last = end - 1
  while (last > start && isBlank(text.charCodeAt(last))) last--
  return text.charCodeAt(last) === COLON
}

const isBlank = (code: number): boolean => code <= 32 || code === 160

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
function takersOf(input: TaskInput, own: Draft | undefined, siblings: readonly Draft[], block: Block): readonly Draft[] {
  if (own?.node && own.node === block.parent) return [own]
  const bare = !block.node && siblings.length > 1 && siblings.every((draft) => draft.node && draft.attributes.length === 0 && !namesDoer(input, draft))
  if (bare && isLastLine(block)) return siblings
  return siblings.length && own && isWithin(own.block, block.parent) ? [own] : []
}

/** "1. … trước ngày 15/3. 2. Thời gian: …": a numbered item beside one that states its day speaks of something else. */
const hasTimeOfItsOwn = (input: TaskInput, { block: own, span }: Draft, block: Block): boolean =>
  block.node !== null && own.node !== null && own.parent === block.parent && block.node.marker.kind !== 'bullet' && block.node.marker.kind !== 'plus' && findDue(input.text, span, input.dates, input.citations, input.issued)?.by === 'task.due-deadline'

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
  const asked: Assignment = { responsible: readAsked(input), coordinating: [], by: 'task.asked' }
  const read = new Map<OutlineNode, Assignment>()
  const under = (node: OutlineNode | null): Assignment => {
    if (!node) return asked
    let given = read.get(node)
    if (!given) {
      const bodies = readHeadingBodies(input.text, node, input.bodies)
      given = bodies.length ? { responsible: bodies, coordinating: [], by: 'task.heading' } : under(node.parent)
      read.set(node, given)
    }
    return given
  }
  return (draft) => {
    if (draft.leadIn) {
      const lead = input.readAssignment(draft.leadIn)
      if (lead.responsible.length) return { ...lead, coordinating: [], by: 'task.lead-in' }
    }
    return under(draft.block.parent)
  }
}

/** Whom the whole document asks: the lead-in of its preamble ("… yêu cầu các sở … như sau:"), else a letter's addressees. */
function readAsked(input: TaskInput): readonly Body[] {
  for (const span of input.preamble.toReversed()) {
    if (!endsInColon(input.text.text, span.start, span.end)) continue
    const lead = input.readAssignment(span)
    const ordered = lead.by.includes('task.order') ? lead.responsible : []
    if (ordered.length) return ordered
  }
  return input.addressees
}

function toTask(input: TaskInput, draft: Draft, inherited: (draft: Draft) => Assignment, group: readonly string[]): Task {
  const { span, block } = draft
  const inline = readInlineAttributes(input.text, span)
  const attributes = inline.length ? [...draft.attributes, ...inline] : draft.attributes
  const assignment = assign(input, draft, attributes, inherited)
  const time = attributes.findLast((attribute) => attribute.field === 'due')
  const due = time ? findStatedDue(input.text.text, time.value, input.dates) : findDue(input.text, span, input.dates, input.citations, input.issued)
  const output = attributes.find((attribute) => attribute.field === 'output')?.value
  const money = attributes.filter(({ field }) => field === 'budget' || field === 'source')
  const budget = money.length ? readStatedBudget(input.text, money[0]!.value, null, money.find(({ field }) => field === 'source')?.value) : null
  const times = attributes.flatMap(({ field, value }) => (field === 'due' ? [findStatedDue(input.text.text, value, input.dates)] : []))
  return buildTask(input, { span, section: sectionOf(block), group, assignment, due, times, output, budget, origin: 'item', rule: 'task.leaf' })
}

/** Attribute lines go before the item's own words, and these before the headings above it. */
function assign(input: TaskInput, draft: Draft, attributes: readonly Attribute[], inherited: (draft: Draft) => Assignment): Assignment {
  const own = input.readAssignment(draft.span)
  const { responsible, coordinating } = readStated(input, attributes)
  const joining = coordinating.length ? [...coordinating, ...own.coordinating.filter((body) => !coordinating.some((known) => sameBody(known, body)))] : own.coordinating
  if (responsible.length) return { responsible, coordinating: joining, by: 'task.attribute' }
  const above = own.responsible.length && !mayBeMember(own, draft.span) ? undefined : inherited(draft)
  const runIn = own.responsible.length || above?.responsible.length ? NOBODY : readRunIn(input, draft)
  if (runIn.length) return { responsible: runIn, coordinating: joining, by: 'task.run-in' }
  const stated = above && (own.responsible.length === 0 || above.by === 'task.heading') ? above : own
  return { responsible: stated.responsible, coordinating: joining, by: stated.by }
}

const NOBODY: readonly never[] = []

/** Under "Tổ chức thực hiện" what stands before a colon names who does it, though no grammar knows the name: "Cơ quan soạn thảo: xây dựng …". */
function readRunIn(input: TaskInput, { span, block }: Draft): readonly Body[] {
  if ((block.node?.role ?? block.parent?.role) !== 'organization') return NOBODY
  const { folded } = input.text
  const colon = indexWithin(folded, COLON, span.start, Math.min(span.end, span.start + 80))
  if (colon < 0 || !startsVerb(folded, colon + 1, span.end) || startsVerb(folded, span.start, colon)) return NOBODY
  return readUnknownBodies(input.text, span.start, colon, false)
}

/** Under a body's heading, members of it ("các thành viên", "người đứng đầu") and subjects of later sentences do not take its work away. */
function mayBeMember(own: Assignment, span: Span): boolean {
  const first = own.responsible[0]!
  return first.span.start > span.start + NEAR || MEMBERS.test(first.text.toLowerCase())
}

/** "Giao Sở X", "Yêu cầu Thủ trưởng …": so far from its begin a block may name its doer first. */
const NEAR = 20
const MEMBERS = PATTERNS.members

function readStated(input: TaskInput, attributes: readonly Attribute[]): Pick<Assignment, 'responsible' | 'coordinating'> {
  const responsible: Body[] = []
  const coordinating: Body[] = []
  for (const { field, value } of attributes) {
    if (field !== 'responsible' && field !== 'coordinating') continue
    const all = readStatedBodies(input.text, value, input.bodies)
    ;(field === 'responsible' ? responsible : coordinating).push(...all.responsible)
    coordinating.push(...all.coordinating)
  }
  return { responsible, coordinating }
}

/** Path of the node a block is or stands in. */
const sectionOf = (block: Block): string | null => (block.node ?? block.parent)?.path ?? null

/** The headings from the outermost down to `node`, put together once for all that stands under it. */
function groupUnder(input: TaskInput, node: OutlineNode | null, known: Map<OutlineNode, readonly string[]>): readonly string[] {
  if (!node) return []
  let group = known.get(node)
  if (!group) {
    group = [...groupUnder(input, node.parent, known), input.text.text.slice(node.content.start, node.content.end)]
    known.set(node, group)
  }
  return group
}
