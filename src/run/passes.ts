import { assembleTasks, isWork, type PlacedTable } from '../assemble/tasks/index.js'
import { PLAN_PATTERNS as PATTERNS } from '../grammar/generated/plan-patterns.js'
import type { FoldedText } from '../model/folded.js'
import type { Finding } from '../model/diagnostics.js'
import type { Block, OutlineNode } from '../model/outline.js'
import type { Body, DateMention, Table, Target, Task } from '../model/plan.js'
import { contains, type Span, type Spanned } from '../model/span.js'
import { createBodyReader } from '../recognise/bodies/index.js'
import { recogniseCitations } from '../recognise/citations/index.js'
import { recogniseDates, withRoles } from '../recognise/dates/index.js'
import { recogniseTableTargets, recogniseTargets, selectTargetRanges } from '../recognise/targets/index.js'
import { readClosingBlocks } from '../segment/closing-block/index.js'
import { findAttachments, isAttachedLine } from '../segment/attachments.js'
import { findClosingParagraphs } from '../segment/closing-paragraphs.js'
import { readFootnotes } from '../segment/footnotes.js'
import { nameIssuer, readHeadingBlock, resolvePlaces } from '../segment/heading-block/index.js'
import type { Line } from '../segment/lines.js'
import { parseMarker } from '../segment/marker.js'
import { assignRoles } from '../segment/outline-roles.js'
import { buildSectionTree } from '../segment/section-tree.js'
import { readTables } from '../segment/tables.js'
import { ownDateSpans, placeRoles } from './date-roles.js'
import { findDocumentFaults } from './document-faults.js'
import type { Draft, OwnGrammar, Pass } from './draft.js'
import { planYearOf, schoolYearOf } from './plan-year.js'
import { rememberBodies } from './remember-bodies.js'

/** Types of documents that ask others for something: their requests are tasks though no section title says so. */
const ASKING: ReadonlySet<string> = new Set(['CV', 'CT', 'TB', 'CĐ', 'KL'])

const heading: Pass = {
  id: 'heading',
  run: ({ text, lines, normalised }, own) => {
    const block = readHeadingBlock(text, lines.slice(0, headingEnd(text, lines)), { looksLikeArticle: normalised.looksLikeArticle })
    const places = resolvePlaces(block)
    const bodies = rememberBodies(createBodyReader(places, own.bodies))
    const addressees = block.addressees.map((words) => toAddressee(words, bodies.read(text, words.span.start, words.span.end)))
    return { heading: block, places, bodies, issuer: { ...nameIssuer(block, places), addressees } }
  },
}

/** The heading is over a little after the first part of the body: what stands below need not be looked at for it. */
function headingEnd(text: FoldedText, lines: readonly Line[]): number {
  for (let index = 6; index < lines.length && index < 60; index++) {
    const { start, end } = lines[index]!
    const code = text.text.charCodeAt(start)
    if ((code === 73 || code === 65 || code === 272) && BODY_MARKERS.has(parseMarker(text, start, end)?.label ?? '')) return index + 3
  }
  return lines.length
}

const BODY_MARKERS: ReadonlySet<string> = new Set(['I', 'A', 'Điều 1'])

/** Kính gửi: each entry is one addressee as a whole, whatever part of it is a known name. */
function toAddressee(words: Spanned, body: Body | undefined): Body {
  if (body?.span.end === words.span.end) return body
  const known = body ?? { name: words.text, kind: 'other' as const, level: null, place: null, collective: PATTERNS['many-recipients'].test(words.text), id: null }
  return { ...known, ...words }
}

const ends: Pass = {
  id: 'closing',
  run: ({ text, lines, heading: block, bodies }) => {
    const closings = readClosingBlocks(text, lines, block.firstBodyLine)
    const notes = readFootnotes(text, lines)
    const recipients = closings.flatMap((closing) => closing.recipients).map(({ name, ...recipient }) => ({ ...recipient, body: bodies.read(text, name.span.start, name.span.end) ?? null }))
    const taken = new Set(notes.lines)
    for (const line of lines) if (closings.some((closing) => line.start >= closing.start && line.end <= closing.end)) taken.add(line.index)
    return { closings, recipients, signatures: closings.flatMap((closing) => closing.signatures), footnotes: notes.footnotes, taken }
  },
}

const tables: Pass = {
  id: 'tables',
  run: ({ text, lines, normalised, taken, heading: block }) => {
    const read = readTables(text, lines, normalised.tables).filter((table) => table.firstLine >= block.firstBodyLine)
    const all = new Set(taken)
    for (const table of read) for (let index = table.firstLine; index <= table.lastLine; index++) all.add(index)
    return { tables: read.map(({ span, header, head, rows }) => ({ span, caption: null, section: null, header, head, rows })), cellBreaks: new Set(read.flatMap(({ breaks }) => [...breaks])), taken: all }
  },
}

const outline: Pass = {
  id: 'outline',
  run: (draft) => {
    const { text, lines, heading: block, closings, normalised } = draft
    if (block.kind === 'article') return {}
    const taken = new Set(draft.taken)
    const closingParagraphs: Span[] = []
    for (const before of bodyEnds(draft)) {
      for (const index of findClosingParagraphs(text, lines, block.firstBodyLine, before)) {
        taken.add(index)
        closingParagraphs.push({ start: lines[index]!.start, end: lines[index]!.end })
      }
    }
    const attachments = findAttachments(text, lines, closings.map((closing) => closing.end))
    for (const attachment of attachments) for (const index of attachment.lines) taken.add(index)
    for (const line of lines) if (isAttachedLine(text, line)) taken.add(line.index)
    if (normalised.cutAt !== null) for (const line of lines) if (line.start >= normalised.cutAt) taken.add(line.index)
    const tree = buildSectionTree(text, lines, { from: block.firstBodyLine, skip: taken, attachments })
    closingParagraphs.sort((a, b) => a.start - b.start)
    return { outline: tree, taken, closingParagraphs, findings: [...draft.findings, ...tree.findings], closings }
  },
}

/** Where the body of the document, and of an attached one, ends: the line at which each closing block begins. */
function bodyEnds({ lines, closings }: Draft): number[] {
  const ends = closings.map((closing) => lines.findIndex((line) => line.start >= closing.start))
  return (ends.length ? ends : [lines.length]).map((index) => (index < 0 ? lines.length : index))
}

const roles: Pass = {
  id: 'roles',
  run: ({ text, outline: tree, heading: block }, own) => {
    assignRoles(text, tree, { asks: ASKING.has(block.type?.code ?? ''), ownTitles: own.sectionTitles })
    return {}
  },
}

const dates: Pass = {
  id: 'dates',
  run: ({ text, heading: block, findings }) => {
    const impossible: Finding[] = []
    const found = recogniseDates(text, { issued: block.issued?.edtf ?? null, planYear: planYearOf(block) }, impossible)
    return { dates: found, findings: [...findings, ...impossible] }
  },
}

const citations: Pass = {
  id: 'citations',
  run: (draft) => {
    const { text, lines, heading: block, outline: tree, bodies } = draft
    const first = tree.roots[0]
    const preamble = block.kind === 'article' ? null : { start: lines[block.firstBodyLine]?.start ?? 0, end: first ? first.line.start : (lines[block.firstBodyLine + 12]?.end ?? text.text.length) }
    const skip = block.notation ? [block.notation.span] : []
    const found = recogniseCitations(text, draft.dates, { readBody: bodies.read, preamble, skip: [...skip, ...draft.closings.map(({ start, end }) => ({ start, end }))], ownType: block.type?.code ?? null, issued: block.issued?.edtf ?? null })
    const cited = withRoles(draft.dates, { issuedSpan: block.issued?.span ?? null, citationDateSpans: found.citations.flatMap(({ parts }) => (parts.date ? [parts.date] : [])), ownDateSpans: ownDateSpans(draft, draft.dates) })
    return { citations: found.citations, instruments: found.instruments, dates: placeRoles({ ...draft, citations: found.citations }, cited, first ? preamble : null).map(plainDate), findings: [...draft.findings, ...found.findings] }
  },
}

const plainDate = ({ text, span, edtf, role, parts, time, repeats, calendar, name }: DateMention): DateMention => ({ text, span, edtf, role, parts, time, repeats, calendar, name })

const placement: Pass = {
  id: 'placement',
  run: (draft) => {
    const placed = draft.tables.map((table): { table: Table; placed: PlacedTable } => {
      const node = nodeAt(draft.outline.roots, table.span)
      const group = ancestry(node).map(({ content }) => draft.text.text.slice(content.start, content.end))
      const asks = ASKING.has(draft.heading.type?.code ?? '')
      return { table: { ...table, section: node?.path ?? null }, placed: { ...table, breaks: draft.cellBreaks, section: node?.path ?? null, group, inWork: node ? isWork(node.role) : asks } }
    })
    return { tables: placed.map(({ table }) => table), placedTables: placed.map((entry) => entry.placed) }
  },
}

/** The innermost numbered node after whose begin the span stands and before the next node of its forest. */
function nodeAt(roots: readonly OutlineNode[], span: Span): OutlineNode | null {
  const before = roots.findLast((node) => node.line.start <= span.start && node.marker.kind !== 'bullet' && node.marker.kind !== 'plus')
  return before ? (nodeAt(before.children, span) ?? before) : null
}

function ancestry(node: OutlineNode | null): OutlineNode[] {
  return node ? [...ancestry(node.parent), node] : []
}

const tasks: Pass = {
  id: 'tasks',
  run: (draft) => {
    const { text, heading: block, outline: tree, closingParagraphs } = draft
    return {
      tasks: assembleTasks({
        text,
        kind: block.kind,
        outline: tree,
        tables: draft.placedTables,
        dates: draft.dates,
        citations: draft.citations,
        bodies: draft.bodies,
        issued: block.issued?.edtf ?? null,
        years: { plan: planYearOf(block), school: schoolYearOf(block) },
        addressees: ASKING.has(block.type?.code ?? '') ? draft.issuer.addressees : [],
        preamble: tree.blocks.filter((candidate: Block) => !candidate.parent && !candidate.node).map((candidate) => candidate.span),
        closing: closingParagraphs,
        prose: block.kind === 'article' || tree.roots.length === 0 ? proseOf(draft) : [],
      }),
    }
  },
}

const targets: Pass = {
  id: 'targets',
  run: (draft) => {
    const { text, outline: tree, dates: times } = draft
    const prose = draft.heading.kind === 'article' ? proseOf(draft) : []
    const inText = recogniseTargets(text, selectTargetRanges(tree, prose, times), times, draft.heading.issued?.edtf ?? null)
    const inTables = recogniseTableTargets(text, draft.tables, times)
    const found = inTables.length ? [...inText, ...inTables].sort((a, b) => a.span.start - b.span.start) : inText
    return { targets: found, tasks: found.length ? draft.tasks.map((task) => linkTargets(task, found)) : draft.tasks }
  },
}

/** The aims that stand in a task's words, by their places in the list. */
function linkTargets(task: Task, found: readonly Target[]): Task {
  const targets: number[] = []
  for (let index = firstTargetFrom(found, task.span.start); index < found.length && found[index]!.span.start < task.span.end; index++) {
    if (contains(task.span, found[index]!.span)) targets.push(index)
  }
  return targets.length ? { ...task, targets } : task
}

function firstTargetFrom(found: readonly Target[], start: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (found[middle]!.span.start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The paragraphs of an article. */
const proseOf = ({ lines, heading: block }: Draft): Span[] => lines.slice(block.firstBodyLine).map(({ start, end }) => ({ start, end }))

const faults: Pass = { id: 'faults', run: (draft) => ({ findings: [...draft.findings, ...findDocumentFaults(draft)] }) }

/** The extraction, in order. */
export const PASSES: readonly Pass[] = [heading, ends, tables, outline, roles, dates, citations, placement, tasks, targets, faults]

export function runPasses(given: Draft, own: OwnGrammar, passes: readonly Pass[] = PASSES): Draft {
  const draft = { ...given }
  for (const pass of passes) Object.assign(draft, pass.run(draft, own))
  return draft
}
